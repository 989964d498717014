"""Tables drawn as text: words parted by spaces, "-" for missing, weeks as month-day of 2026."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard.metrics.history import History
from dashboard.model.cards import RepCard
from dashboard.model.pillars import Pillar
from dashboard.model.tables import ACTIVITY, PIPELINE, READING_VALUES, REPS, SCORES

WEEK = date(2026, 11, 16)
DEFAULTS: Mapping[Pillar, float] = dict(zip(Pillar, (11.8, 5.4, 2.1, 15.2), strict=True))
TEXTS = {"rep_id", "name", "email", "team", "role", "licence", "status", "started_on", "rep", "currency", "source"}
READINGS = ("rep_id", "week", "date", *READING_VALUES, "total", "source")


def drawn(text: str, columns: tuple[str, ...]) -> pd.DataFrame:
    """Return the drawn table with all of the columns; those not drawn are missing."""
    header, *lines = [line.split() for line in text.strip().splitlines() if line.strip()]
    rows = [[None if cell == "-" else cell for cell in line] for line in lines]
    cells = {name: [row[place] for row in rows] for place, name in enumerate(header)}
    return pd.DataFrame({name: column(name, cells.get(name, [None] * len(rows))) for name in columns})


def column(name: str, cells: list[str | None]) -> pd.Series:
    """Return the cells in the type of their column."""
    if name in {"week", "date"}:
        return pd.Series(
            pd.to_datetime(pd.Series([f"2026-{cell}" if cell else None for cell in cells])).astype("datetime64[us]")
        )
    return pd.Series(cells, dtype="str" if name in TEXTS else "float64")


def reps(text: str) -> pd.DataFrame:
    """Return reps; without a name the id is the name."""
    table = drawn(text, REPS)
    return table.assign(name=table["name"].fillna(table["rep_id"]))


def readings(text: str) -> pd.DataFrame:
    """Return readings; the total is the pillars' sum, else the one drawn; the date is the week unless drawn."""
    table = drawn(text, READINGS)
    total = table[list(SCORES)].sum(axis=1, skipna=False).fillna(table["total"])
    return table.assign(total=total, date=table["date"].fillna(table["week"]))


def history(
    reps_text: str, readings_text: str = "rep_id week", pipeline_text: str = "rep_id week", **more: Any
) -> History:
    """Return a history of drawn tables."""
    pipeline = drawn(pipeline_text, PIPELINE)
    pipeline["currency"] = pipeline["currency"].fillna("")
    nothing = drawn("rep_id week", ACTIVITY)
    return History(reps(reps_text), readings(readings_text), pipeline, nothing, **more)


def totals(weeks: str, **reps_totals: str) -> History:
    """Return a history of totals alone: `totals("10-19 11-16", anna="50 52")`, "-" for a missing week."""
    names = list(reps_totals)
    lines = [
        f"{name} {week} {total}"
        for name in names
        for week, total in zip(weeks.split(), reps_totals[name].split(), strict=True)
        if total != "-"
    ]
    return history(
        "\n".join(["rep_id team", *(f"{name} North" for name in names)]), "\n".join(["rep_id week total", *lines])
    )


def weekly(**reps_totals: str) -> History:
    """Return a history of totals, a week each, the last of WEEK: `weekly(anna="50.2 49.9 50.1")`."""
    count = len(next(iter(reps_totals.values())).split())
    weeks = [WEEK - timedelta(weeks=back) for back in range(count - 1, -1, -1)]
    return totals(" ".join(f"{week:%m-%d}" for week in weeks), **reps_totals)


USUAL_WEEKS = {
    "a": "50.1 49.8 50.3 50.0 49.9 50.2 49.7 50.0",
    "b": "50.3 50.1 49.9 50.2 50.0 49.8 50.1 50.0",
    "c": "49.8 50.0 50.2 49.9 50.1 50.3 50.0 50.0",
    "d": "50.0 50.2 49.8 50.1 50.3 49.9 50.2 50.0",
    "e": "50.2 49.9 50.1 49.7 50.0 50.1 49.9 50.0",
}
"""Five reps' totals in eight weeks in which nothing happens."""


def then(**ends: str) -> History:
    """Return the usual weeks of five reps, each followed by what happened: `then(a="58 58", b="50 50", ...)`."""
    return weekly(**{rep: f"{usual} {ends[rep]}" for rep, usual in USUAL_WEEKS.items()})


def by_id(cards: list[RepCard]) -> dict[str, RepCard]:
    """Return cards by rep."""
    return {card.rep_id: card for card in cards}
