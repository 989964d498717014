"""Which pillar is furthest behind, and how sure is that?

Every gap is uncertain by the rep's usual wobble (metrics.noise) and, against a median of peers, by theirs. From the
normal distribution follows how likely each pillar is to be the furthest behind in truth.
"""

from dataclasses import dataclass

import numpy as np

from dashboard.metrics.grid import NOWHERE, Floats, Words, choose
from dashboard.metrics.normal import above
from dashboard.model.pillars import PILLARS

SURE = 0.8
"""Below this confidence the runner-up is named too (ours: four times right of five)."""
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(21)


@dataclass(frozen=True)
class Furthest:
    """By rep: the pillar furthest behind and its gap in points, how likely (0-1) that is so, and which it may be.

    None and NaN without any gap; `runner_up` only where it is too close to call.
    """

    pillar: Words
    gap: Floats
    confidence: Floats
    runner_up: Words


def furthest(gaps: Floats, variance: Floats) -> Furthest:
    """Return the pillar furthest behind from the gaps (reps x pillars, points) and their variances (points squared).

    Two points apart with a wobble of half a point each is sure, a tenth of a point is not:

    >>> told = furthest(np.array([[0.0, -2.0, 0.0, 0.0], [3.0, -2.0, -1.9, 3.0]]), np.full((2, 4), 0.25))
    >>> told.confidence.round(2).tolist(), told.runner_up.tolist()
    ([0.99, 0.56], [None, <Pillar.INSIGHTS: 'insights'>])
    """
    pillar, gap = smallest(gaps)
    chances = lowest_chances(gaps, variance)
    rows, first = np.arange(len(gaps)), np.where(np.isnan(gaps), np.inf, gaps).argmin(axis=1)
    confidence = np.where(np.isnan(gap), np.nan, chances[rows, first])
    chances[rows, first] = -1.0
    second = chances.argmax(axis=1)
    close = (confidence < SURE) & (chances[rows, second] > 0)
    return Furthest(pillar, gap, confidence, choose(PILLARS, np.where(close, second, NOWHERE)))


def lowest_chances(values: Floats, variance: Floats) -> Floats:
    """Return how likely (0-1) each of a row's values is the lowest in truth; 0 where missing."""
    known = ~np.isnan(values)
    middle, spread = np.where(known, values, 0.0), np.sqrt(np.maximum(variance, 1e-9))
    chances = np.zeros(values.shape)
    for place in range(values.shape[1]):
        at = middle[:, place, None] + spread[:, place, None] * _NODES
        higher = above((at[:, None, :] - middle[:, :, None]) / spread[:, :, None])
        higher = np.where(known[:, :, None], higher, 1.0)
        higher[:, place] = 1.0
        chances[:, place] = (higher.prod(axis=1) * _WEIGHTS).sum(axis=1) / _WEIGHTS.sum()
    return np.where(known, chances, 0.0)


def smallest(values: Floats) -> tuple[Words, Floats]:
    """Return, for each rep, the pillar with the smallest value and that value (None, NaN where all are missing).

    Ties go to the pillar LinkedIn names first.

    >>> smallest(np.array([[3.0, -2.0, -2.0, np.nan]]))[0].tolist()
    [<Pillar.PEOPLE: 'people'>]
    """
    place = np.where(np.isnan(values), np.inf, values).argmin(axis=1)
    found = values[np.arange(len(values)), place]
    return choose(PILLARS, np.where(np.isnan(found), NOWHERE, place)), found
