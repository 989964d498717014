"""What is known of one rep, as plain values? The door from tables to people."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from dashboard.metrics.grid import Floats, last_weeks
from dashboard.metrics.history import History
from dashboard.metrics.snapshots import NUMBERS as PIPELINE_NUMBERS
from dashboard.metrics.week import FLAGS, PARTS, column, week_table
from dashboard.model.bands import Band
from dashboard.model.cards import Basis, Corner, Lowest, PillarCard, PipelineCard, RepCard, State, Verdict, Weakest
from dashboard.model.pillars import PILLARS, Pillar
from dashboard.model.settings import Settings

_SAME = ("rep_id", "name", "team", "role", "licence", "total", "reported_total", "last_scored")
_CHANGES = ("change_1w", "change_4w", "net_change_4w")
_PILLAR_NUMBERS = ("change_1w", "change_4w", "net_change_4w", "baseline", "gap")
_NUMBERS = (
    *("total", "reported_total", "rank", "weakest_gap", "lowest_score", *_CHANGES, *PILLARS),
    *(column(pillar, part) for pillar in PILLARS for part in _PILLAR_NUMBERS),
)
_OTHERS = (
    *("rep_id", "name", "team", "role", "licence", "last_scored", "state", "band", "verdict", "corner", "trend"),
    *("basis", "weakest", "lowest", *FLAGS, *(column(pillar, "verdict") for pillar in PILLARS)),
)

_PILLAR_COLUMNS = {pillar: [(part, column(pillar, part)) for part in PARTS] for pillar in PILLARS}

Row = dict[str, Any]


def cards(history: History, week: date, settings: Settings, defaults: Mapping[Pillar, float]) -> list[RepCard]:
    """Return a card per rep shown, in the order of `history.reps`."""
    return cards_of(week_table(history, week, settings, defaults), history, week)


def cards_of(table: pd.DataFrame, history: History, week: date) -> list[RepCard]:
    """Return a card per row of a week's table, in its order."""
    pipelines = _pipelines(history, week)
    weeks = last_weeks(week, max(map(len, table["trend"]), default=0))
    return [_card(row, weeks, week, pipelines.get(row["rep_id"], ())) for row in _rows(table)]


def _rows(table: pd.DataFrame) -> Iterator[Row]:
    """Give the rows as plain values: None where missing, days as dates."""
    numbers, others = list(_NUMBERS), list(_OTHERS)
    texts = [_plain_values(table[name]) for name in others]
    return (
        dict(zip((*numbers, *others), (*row, *text), strict=True))
        for row, text in zip(plain(table[numbers].to_numpy(dtype=float)), zip(*texts, strict=True), strict=True)
    )


def plain(numbers: Floats) -> list[Any]:
    """Return numbers as nested lists with None where missing.

    >>> plain(np.array([[61.5, np.nan]]))
    [[61.5, None]]
    """
    values = numbers.astype(object)
    values[np.isnan(numbers)] = None
    return values.tolist()


def _plain_values(values: pd.Series) -> list[Any]:
    if values.dtype.kind == "M":
        return plain_days(values.to_numpy())
    return [None if value != value else value for value in values.tolist()]  # NaN is not itself


def plain_days(days: np.ndarray) -> list[date | None]:
    """Return days as dates, None where missing."""
    return days.astype("datetime64[D]").astype(object).tolist()


def _card(row: Row, weeks: list[date], week: date, pipelines: tuple[PipelineCard, ...]) -> RepCard:
    changes: Row = {part: row[part] for part in _CHANGES}
    same: Row = {name: row[name] for name in _SAME}
    return RepCard(
        **same,
        **changes,
        week=week,
        state=State(row["state"]),
        band=Band(row["band"]) if row["band"] else None,
        rank=int(row["rank"]) if row["rank"] else None,
        verdict=Verdict(row["verdict"]),
        pillars={pillar: _pillar(row, pillar) for pillar in PILLARS},
        weakest=Weakest(Pillar(row["weakest"]), Basis(row["basis"]), row["weakest_gap"]) if row["weakest"] else None,
        lowest=Lowest(Pillar(row["lowest"]), row["lowest_score"]) if row["lowest"] else None,
        pipelines=pipelines,
        corner=Corner(row["corner"]) if row["corner"] else None,
        flags=tuple(flag for flag in FLAGS if row[flag]),
        trend=tuple(zip(weeks, row["trend"], strict=True)),
    )


def _pillar(row: Row, pillar: Pillar) -> PillarCard:
    parts: Row = {part: row[name] for part, name in _PILLAR_COLUMNS[pillar]}
    parts["verdict"] = Verdict(parts["verdict"])
    source = Basis(row["basis"]) if parts["baseline"] is not None else None
    return PillarCard(pillar=pillar, score=row[pillar.value], baseline_source=source, **parts)


def _pipelines(history: History, week: date) -> dict[str, tuple[PipelineCard, ...]]:
    """Return each rep's pipelines by currency, the main one first."""
    seen, ids = history.snapshots.at(week), history.reps["rep_id"].tolist()
    found: dict[str, tuple[PipelineCard, ...]] = {}
    rows = zip(seen.rep.tolist(), seen.currency, plain_days(seen.week), plain(seen.numbers), strict=True)
    for rep, currency, day, numbers in rows:
        line = PipelineCard(currency, day or week, **dict(zip(PIPELINE_NUMBERS, numbers, strict=True)))
        found[ids[rep]] = (*found.get(ids[rep], ()), line)
    return found
