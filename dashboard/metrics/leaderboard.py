"""Who is on top, by which measure? By default those who improved most: ranking by level only hurts the bottom."""

from enum import StrEnum

import pandas as pd

from dashboard.metrics.rank import ranks
from dashboard.model.cards import Flag, State
from dashboard.model.pillars import PILLARS
from dashboard.model.settings import Settings

USUAL = Settings()


class Sort(StrEnum):
    """By what the leaderboard is sorted, largest first."""

    IMPROVED = "improved"
    SCORE = "score"
    BRAND = "brand"
    PEOPLE = "people"
    INSIGHTS = "insights"
    RELATIONSHIPS = "relationships"
    ATTAINMENT = "attainment"
    PIPELINE = "open_pipeline"
    COVERAGE = "coverage"
    MEETINGS = "meetings"


SORT_COLUMNS: dict[Sort, str] = {sort: sort.value for sort in Sort} | {
    Sort.IMPROVED: "net_change_4w",
    Sort.SCORE: "total",
}


def sortable(week_table: pd.DataFrame, sort: Sort) -> bool:
    """Tell whether the week can be sorted so: some scored rep has the number, and money is in one currency only."""
    scored = week_table[week_table["state"].eq(State.SCORED)]
    known = scored[SORT_COLUMNS[sort]].notna()
    return bool(known.any()) and (sort is not Sort.PIPELINE or len(scored.loc[known, "currency"].unique()) == 1)


def _values(week_table: pd.DataFrame, sort: Sort) -> pd.Series:
    """Return what is sorted by: the numbers, but a change that only undid a dip or a spike is no improvement: 0."""
    values: pd.Series = week_table[SORT_COLUMNS[sort]].astype(float)
    if sort is not Sort.IMPROVED or "back" not in week_table:
        return values
    return values.mask(week_table["back"].astype(bool) & values.notna(), 0.0)


BY = ["rank", "state", "value", "name", "rep_id"]


def apart(sort: Sort, settings: Settings) -> float:
    """Return the difference, in points, below which noise could swap two reps; 0 for what is counted, not estimated.

    >>> apart(Sort.IMPROVED, USUAL), apart(Sort.INSIGHTS, USUAL), apart(Sort.ATTAINMENT, USUAL)
    (2.0, 1.0, 0.0)
    """
    if sort in (Sort.IMPROVED, Sort.SCORE):
        return settings.min_change_total
    return settings.min_change_pillar if sort.value in tuple(PILLARS) else 0.0


def leaderboard(
    week_table: pd.DataFrame, sort: Sort = Sort.IMPROVED, *, hide_ranks: bool = False, settings: Settings = USUAL
) -> pd.DataFrame:
    """Return the week's table in the order of the sort, `rank` being the rank by it.

    Ties, also those inside noise, share a rank and stand by value, then by name. Reps without a score or without the
    number sorted by, and new starters, have no rank and come last: first the scored, then by why they are not, then by
    name. `hide_ranks` keeps the order and leaves every rank empty.
    """
    values = _values(week_table, sort)
    counted = (week_table["state"].eq(State.SCORED) & ~week_table[Flag.NEW_STARTER].astype(bool)).to_numpy(dtype=bool)
    rank = pd.Series(ranks(values.to_numpy(), counted, apart(sort, settings)), index=week_table.index)
    order = pd.DataFrame(
        {
            "rank": rank,
            "state": week_table["state"].map({state: place for place, state in enumerate(State)}),
            "value": values.where(rank.notna(), 0.0).round(3),
            "name": week_table["name"].fillna("").str.casefold(),
            "rep_id": week_table["rep_id"],
        }
    ).sort_values(BY, ascending=[name != "value" for name in BY], na_position="last")
    ordered = week_table.assign(rank=float("nan") if hide_ranks else rank).loc[order.index]
    return ordered.reset_index(drop=True)
