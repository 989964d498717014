"""How likely is a rep truly behind a baseline, when only noisy scores are known?

The furthest behind of many is mostly unlucky: so each gap is drawn towards none, as far as the wobble explains how far
apart the gaps of the team lie (empirical Bayes: Efron and Morris 1975). True gaps count as normally distributed around
none, with the variance that the wobble leaves of the gaps' own (DerSimonian and Laird 1986); few reps stand apart from
that altogether, so that one far behind among equals is not drawn to them (contaminated normal: Tukey 1960).
"""

import numpy as np

from dashboard.metrics.grid import Floats, Marks, Whole
from dashboard.metrics.normal import above

RARE, APART = 0.1, 4.0
"""The share of reps who stand apart from how far their team lies apart, and by how many points (ours)."""


def behind(gaps: Floats, variance: Floats, groups: Whole, least: float, counted: Marks | None = None) -> Floats:
    """Return how likely (0-1) each gap is in truth below minus `least` points, by rep and pillar; NaN where missing.

    `variance` is that of the wobble (points squared), `groups` says whose gaps tell how far apart reps truly are, and
    `counted` which of them do. Where others are as far off as the wobble alone explains, the same gap says nothing:

    >>> apart = np.array([[-2.0], [3.0], [-3.0], [2.0], [0.0]])
    >>> alike = np.array([[-2.0], [0.5], [-0.5], [0.2], [0.0]])
    >>> one = np.zeros(5, dtype=int)
    >>> [behind(gaps, np.full((5, 1), 1.0), one, 0.5)[0, 0].round(2).item() for gaps in (apart, alike)]
    [0.89, 0.14]
    """
    usual, noise = spread(gaps, variance, groups, counted), np.maximum(variance, 1e-9)
    kinds = (1 - RARE, usual), (RARE, usual + APART**2)
    odds = [share * _density(gaps, wide + noise) for share, wide in kinds]
    below = [_below(gaps, noise, wide, least) for _, wide in kinds]
    return (odds[0] * below[0] + odds[1] * below[1]) / (odds[0] + odds[1])


def _density(gaps: Floats, variance: Floats) -> Floats:
    return np.exp(-(gaps**2) / (2 * variance)) / np.sqrt(variance)


def _below(gaps: Floats, noise: Floats, wide: Floats, least: float) -> Floats:
    """Return how likely a true gap is below minus `least`, where true gaps are normal with the variance `wide`."""
    part = wide / (wide + noise)
    return above((part * gaps + least) / np.sqrt(np.maximum(part * noise, 1e-12)))


def spread(gaps: Floats, variance: Floats, groups: Whole, counted: Marks | None = None) -> Floats:
    """Return the variance of the true gaps of each rep's group by pillar, in points squared: what the wobble leaves.

    >>> spread(np.array([[2.0], [-2.0], [np.nan]]), np.full((3, 1), 1.0), np.zeros(3, dtype=int)).tolist()
    [[3.0], [3.0], [3.0]]
    """
    there = ~np.isnan(gaps) if counted is None else ~np.isnan(gaps) & counted[:, None]
    beyond = np.where(there, gaps**2 - variance, 0.0)
    _, codes = np.unique(groups, return_inverse=True)
    sums, count = (np.stack([np.bincount(codes, each) for each in part.T], axis=1) for part in (beyond, there))
    return np.maximum(sums / np.maximum(count, 1), 0.0)[codes]


def of_lowest(gaps: Floats, values: Floats) -> Floats:
    """Return each rep's value of the pillar with the smallest gap, the first of several; NaN where all are missing.

    >>> of_lowest(np.array([[3.0, -2.0], [np.nan, np.nan]]), np.array([[0.1, 0.9], [np.nan, np.nan]])).tolist()
    [0.9, nan]
    """
    place = np.where(np.isnan(gaps), np.inf, gaps).argmin(axis=1)
    return values[np.arange(len(values)), place]
