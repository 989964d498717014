"""Does attainment go with the score in this team? Said only where there are enough reps to say anything."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.metrics.grid import Floats, Whole
from dashboard.model.cards import Flag, State

MIN_REPS = 12
"""With 10 reps an r of .5 has a 95 % interval of -.19 to .86: below twelve no number is printed."""
RESAMPLES = 2_000
"""Teams drawn for the interval: its ends are then known to about 0.02."""
MOST_CELLS = 2_000_000
"""Resamples times reps: with thousands of reps fewer draws say the same, and the page stays quick."""
FEWEST_RESAMPLES = 400
SEED = 1904
"""Fixed, so that the same week always has the same interval (the year of Spearman's paper)."""
ENDS = (0.025, 0.975)


@dataclass(frozen=True)
class Relation:
    """Spearman's rank correlation of SSI and attainment (-1 to 1) over `n` reps and its 95 % interval, or why none."""

    n: int
    spearman: float | None
    low: float | None
    high: float | None
    sentence: str = ""


def scatter(week_table: pd.DataFrame) -> pd.DataFrame:
    """Return the scored reps who have both a total and an attainment, their corner, and the lines that part it."""
    both = week_table["total"].notna() & week_table["attainment"].notna() & week_table["state"].eq(State.SCORED)
    stand = ["corner", Flag.NEAR_LINE, "ssi_cut", "attainment_cut", "cut_at_medians"]
    return week_table.loc[both, ["rep_id", "name", "team", "total", "attainment", *stand]].reset_index(drop=True)


def relation(week_table: pd.DataFrame) -> Relation:
    """Return how SSI and attainment go together over one week's reps; None and the reason where that says nothing.

    Formula: Pearson's r of the ranks, ties at their mean (Spearman 1904). Interval: percentile bootstrap over reps
    (Efron and Tibshirani 1993, chapter 13), seeded. Ranks 1, 2, 3, 4 against 2, 1, 4, 3 give 0.6.
    """
    points = scatter(week_table)
    n = len(points)
    if n < MIN_REPS:
        return Relation(n, None, None, None, _too_few(n))
    score, reached = (np.unique(points[name], return_inverse=True)[1] for name in ("total", "attainment"))
    if not score.any() or not reached.any():
        return Relation(n, None, None, None, f"All {n} reps have the same score or attainment: nothing to relate.")
    (spearman,) = correlations(score, reached, np.ones((1, n)))
    low, high = interval(score, reached)
    return Relation(n, float(spearman), low, high)


def _too_few(n: int) -> str:
    reps = "1 rep has" if n == 1 else f"{n} reps have"
    return f"{reps} both a score and an attainment: below {MIN_REPS} a correlation would be chance, so none is shown."


def interval(first: Whole, second: Whole) -> tuple[float, float]:
    """Return the 95 % interval of the rank correlation of two rows of codes (0, 1, 2 ... in order of the values)."""
    n = len(first)
    draws = min(RESAMPLES, max(FEWEST_RESAMPLES, MOST_CELLS // n))
    times = np.random.default_rng(SEED).multinomial(n, np.full(n, 1 / n), size=draws).astype(float)
    found = correlations(first, second, times)
    low, high = np.quantile(found[~np.isnan(found)], ENDS)
    return float(low), float(high)


def correlations(first: Whole, second: Whole, times: Floats) -> Floats:
    """Return Spearman's rank correlation of each sample; `times` says per sample how often each rep is in it.

    NaN for a sample in which all are equal.

    >>> correlations(np.array([0, 1, 2, 3]), np.array([1, 0, 3, 2]), np.ones((1, 4))).round(6).tolist()
    [0.6]
    """
    one, two = _off_the_mean(_ranks(first, times), times), _off_the_mean(_ranks(second, times), times)
    power = (times * one**2).sum(axis=1) * (times * two**2).sum(axis=1)
    return np.clip((times * one * two).sum(axis=1) / np.sqrt(np.where(power > 0, power, np.nan)), -1.0, 1.0)


def _ranks(codes: Whole, times: Floats) -> Floats:
    """Return each rep's rank in each sample, ties at their mean."""
    order = np.argsort(codes, kind="stable")
    starts = np.searchsorted(codes[order], np.arange(codes.max() + 1))
    held = np.add.reduceat(times[:, order], starts, axis=1)
    return (np.cumsum(held, axis=1) - held / 2 + 0.5)[:, codes]


def _off_the_mean(ranks: Floats, times: Floats) -> Floats:
    return ranks - (ranks * times).sum(axis=1, keepdims=True) / times.sum(axis=1, keepdims=True)
