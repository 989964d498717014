"""Does attainment go with the score in this team? Said only where there are enough reps to say anything."""

from dataclasses import dataclass
from math import atanh, sqrt, tanh

import pandas as pd

from dashboard.model.cards import Flag, State

MIN_REPS = 12
"""With 10 reps an r of .5 has a 95 % interval of -.19 to .86: below twelve no number is printed."""

Z_95 = 1.959964


@dataclass(frozen=True)
class Relation:
    """Spearman's rank correlation of SSI and attainment (-1 to 1) over `n` reps, its 95 % interval, and in words."""

    n: int
    spearman: float | None
    low: float | None
    high: float | None
    sentence: str


def scatter(week_table: pd.DataFrame) -> pd.DataFrame:
    """Return the scored reps who have both a total and an attainment, their corner, and the lines that part it."""
    both = week_table["total"].notna() & week_table["attainment"].notna() & week_table["state"].eq(State.SCORED)
    stand = ["corner", Flag.NEAR_LINE, "ssi_cut", "attainment_cut", "cut_at_medians"]
    return week_table.loc[both, ["rep_id", "name", "team", "total", "attainment", *stand]].reset_index(drop=True)


def relation(week_table: pd.DataFrame) -> Relation:
    """Return how SSI and attainment go together over one week's reps; None and the reason where that says nothing.

    Formula: Pearson's r of the ranks, ties at their mean. Interval: Fisher's z with the standard error of Bonett and
    Wright (2000), sqrt((1 + r^2 / 2) / (n - 3)). Ranks 1, 2, 3, 4 against 2, 1, 4, 3 give 0.6.
    """
    points = scatter(week_table)
    n = len(points)
    if n < MIN_REPS:
        return Relation(n, None, None, None, _too_few(n))
    rank = points[["total", "attainment"]].rank()
    if (rank.min() == rank.max()).any():
        return Relation(n, None, None, None, f"All {n} reps have the same score or attainment: nothing to relate.")
    spearman = float(rank["total"].corr(rank["attainment"]))
    low, high = _interval(spearman, n)
    return Relation(n, spearman, low, high, _sentence(spearman, low, high, n))


def _too_few(n: int) -> str:
    reps = "1 rep has" if n == 1 else f"{n} reps have"
    return f"{reps} both a score and an attainment: below {MIN_REPS} a correlation would be chance, so none is shown."


def _interval(spearman: float, n: int) -> tuple[float, float]:
    if abs(spearman) >= 1:
        return spearman, spearman
    reach = Z_95 * sqrt((1 + spearman**2 / 2) / (n - 3))
    return tanh(atanh(spearman) - reach), tanh(atanh(spearman) + reach)


def _sentence(spearman: float, low: float, high: float, n: int) -> str:
    found, least, most = (f"{value:+.2f}".replace("-", "−") for value in (spearman, low, high))
    told = f"Rank correlation {found} over {n} reps (95 % interval {least} to {most})."
    if low <= 0 <= high:
        return f"{told} The interval includes none at all."
    return f"{told} That is not to say that one causes the other."
