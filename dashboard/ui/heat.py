"""Which heatmap is on screen, how is it drawn, and which cell was clicked?

Up to sixty rows a picture, beyond that a coloured table, which scrolls, sorts and searches.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.heatmap import MOST_ROWS, Cell, cell_of, heatmap, quieted
from dashboard.charts.theme import PILLAR_SCORE, RUNS, TOTAL_SCORE, Scale, around, balanced
from dashboard.exports import amounts
from dashboard.metrics.heatmap import Measure, beyond, by_pillar, by_team, by_week
from dashboard.metrics.history import History
from dashboard.model.cards import Shift
from dashboard.model.pillars import LABELS, PILLARS, Pillar
from dashboard.model.weeks import label
from dashboard.ui import cached, go, state
from dashboard.ui.cached import Desk
from dashboard.ui.heat_legend import colours_of
from dashboard.ui.pictures import clickable, mode
from dashboard.ui.say import reps

TABLE_KEY, PICTURE_KEY, FOLLOWED = "heatmap_table", "heatmap_picture", "_heatmap_followed"
WEEKS = 12
MOVED = "≈"
NAMES = tuple(LABELS[pillar] for pillar in PILLARS)
SUBJECTS = {"total": "Total", **{pillar.value: LABELS[pillar] for pillar in PILLARS}}
"""What the weeks can be shown of."""


class Map(StrEnum):
    """Which table the heatmap shows."""

    PILLARS = "Reps by pillar"
    WEEKS = "Reps by week"
    TEAMS = "Teams by pillar"
    COACHING = "Coaching by week"


MEASURES: dict[Measure, str] = {
    Measure.SCORE: "Score",
    Measure.GAP: "Gap to peers",
    Measure.CHANGE_4W: "Change in four weeks",
}
ENDS: dict[Measure, tuple[str, str, str]] = {
    Measure.GAP: ("behind", "level", "ahead"),
    Measure.CHANGE_4W: ("lost", "level", "gained"),
}
LEAST: dict[Measure, float] = {Measure.GAP: 5.0, Measure.CHANGE_4W: 3.0}
"""Points up to which a scale reaches at least, so that noise stays pale."""


@dataclass(frozen=True)
class Heat:
    """A heatmap ready to be drawn: numbers, labels, scale; `ids` are what a row stands for.

    `beyond` says of changes which mean something (1 up, -1 down, 0 noise); None: nothing is judged.
    """

    numbers: pd.DataFrame
    ids: tuple[str, ...]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    scale: Scale
    legend: str
    beyond: pd.DataFrame | None = None


def pillars(table: pd.DataFrame, measure: Measure) -> Heat:
    """Return reps by pillar."""
    values = by_pillar(table, measure)
    ids, names = _who(values)
    judged = beyond(table) if measure is Measure.CHANGE_4W else None
    return Heat(values, ids, names, NAMES, _scale(values, measure), colours_of(table, measure), judged)


def _scale(values: pd.DataFrame, measure: Measure) -> Scale:
    if measure is Measure.SCORE:
        return PILLAR_SCORE
    return balanced(known(values), LEAST[measure], ENDS[measure])


def known(values: pd.DataFrame) -> list[float]:
    """Return the numbers of a table that are not missing."""
    cells = values.to_numpy(dtype=float)
    return cells[cells == cells].tolist()


def weeks(history: History, subject: str, until: date, shifts: Sequence[Shift] = ()) -> Heat:
    """Return reps by week for one pillar, or for "total"; the weeks of `shifts` have a mark."""
    span = [until - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    values = begun(by_week(history, subject, span))
    shown = span[-values.shape[1] :]
    ids, names = _who(values)
    whole = TOTAL_SCORE if subject == "total" else PILLAR_SCORE
    scale = around(known(values), whole)
    legend = (
        f"Points of {whole.high:.0f}, coloured from {scale.low:.0f} to {scale.high:.0f}; a dash is a week without one."
    )
    moved = {shift.week for shift in shifts if subject in ("total", shift.pillar)} & set(shown)
    told = f" {MOVED} marks a week in which most of the team moved together, which is no rep's doing." if moved else ""
    return Heat(values, ids, names, tuple(_day(week, marked=week in moved) for week in shown), scale, legend + told)


def _day(week: date, *, marked: bool) -> str:
    """Return how a week heads its column.

    >>> _day(date(2026, 11, 2), marked=True)
    '2 Nov ≈'
    """
    return label(week).rsplit(" ", 1)[0] + (f" {MOVED}" if marked else "")


def begun(values: pd.DataFrame) -> pd.DataFrame:
    """Return reps by week from the first week with a reading on; a gap later on stays in sight as dashes."""
    told = values.notna().any(axis=0).to_numpy(dtype=bool)
    return values.iloc[:, int(told.argmax()) if told.any() else -1 :]


def teams(table: pd.DataFrame) -> Heat:
    """Return teams by pillar: the medians of the scored reps."""
    medians = by_team(table)
    ids = tuple(str(team) for team in medians.index)
    sizes = [reps(int(size)) for size in medians["n"]]
    names = tuple(f"{team or 'No team'} ({size})" for team, size in zip(ids, sizes, strict=True))
    values = medians[[pillar.value for pillar in PILLARS]]
    legend = "The middle of each team's scored reps, in points of 25."
    return Heat(values, ids, names, NAMES, PILLAR_SCORE, legend)


def _who(values: pd.DataFrame) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids and the names of the rows."""
    return tuple(values.index.get_level_values("rep_id")), tuple(values.index.get_level_values("name"))


def draw(at: Desk, heat: Heat, alt: str, marked: Cell | None = None) -> None:
    """Draw a heatmap, with a frame around the marked cell; `alt` tells it from others."""
    if len(heat.rows) > MOST_ROWS:
        _table(heat, alt)
    else:
        figure = cached.made(at, "heatmap", (alt, marked), lambda: _figure(heat, marked))
        clickable(figure, alt, key=_key(heat))
    st.caption(heat.legend)


def _key(heat: Heat) -> str:
    """Return the key of the picture: cells are numbered, so each width has clicks of its own, pillars have theirs."""
    return f"{PICTURE_KEY}_{len(heat.columns)}{'' if heat.columns == NAMES else '_weeks'}"


def _figure(heat: Heat, marked: Cell | None) -> Any:  # noqa: ANN401 # plotly is known in charts only
    return heatmap(heat.numbers, heat.scale, rows=heat.rows, columns=heat.columns, marked=marked, beyond=heat.beyond)


def _table(heat: Heat, alt: str) -> None:
    """Draw a heatmap as a coloured table whose cells can be picked."""
    names = list(heat.columns)
    cells = heat.numbers.set_axis(names, axis=1).set_axis(range(len(heat.numbers)), axis=0)
    shown = pd.concat([pd.Series(heat.rows, name="Rep"), cells], axis=1)
    styled = shown.style.apply(partial(_colours, heat=heat), axis=None, subset=names)  # ty: ignore[no-matching-overload] # the stubs know no partial
    numbers: dict[Any, Any] = dict.fromkeys(names, amounts.signed if heat.scale.diverging else amounts.points)
    st.dataframe(
        styled.format(numbers),
        hide_index=True,
        height=640,
        column_config={"Rep": st.column_config.TextColumn(pinned=True, width=180)},
        placeholder="–",
        key=TABLE_KEY,
        on_select="rerun",
        selection_mode="single-cell",
        alt=alt,
    )


def clicked(heat: Heat) -> Cell | None:
    """Return row and column of the cell that is clicked in the picture or picked in the table, or None."""
    if len(heat.rows) > MOST_ROWS:
        cells = (state.shown(TABLE_KEY) or {"selection": {"cells": []}})["selection"]["cells"]
        found = [(row, heat.columns.index(name)) for row, name in cells if name in heat.columns]
    else:
        points = (state.shown(_key(heat)) or {"selection": {"points": []}})["selection"]["points"]
        found = [cell_of(int(point["customdata"]), len(heat.columns)) for point in points if "customdata" in point]
    return found[0] if found and found[0][0] < len(heat.rows) else None


def _colours(cells: pd.DataFrame, heat: Heat) -> pd.DataFrame:
    """Return the background of each cell; what is noise has that of nothing."""
    signs = None if heat.beyond is None else heat.beyond.to_numpy(dtype=int)
    shown = pd.DataFrame(quieted(cells.to_numpy(dtype=float), signs), index=cells.index, columns=cells.columns)
    return colours(shown, heat.scale)


def colours(cells: pd.DataFrame, scale: Scale) -> pd.DataFrame:
    """Return the background of each cell as a style; a missing number has none."""
    run = RUNS["dark" if mode() == "dark" else "light", scale.diverging]
    steps = ((cells - scale.low) / (scale.high - scale.low) * len(run)).clip(0, len(run) - 1)
    return steps.map(lambda step: "" if step != step else f"background-color: {run[int(step)]}")


def follow(heat: Heat) -> None:
    """Let the select boxes follow a click; a click that was followed already is left alone."""
    cell = clicked(heat)
    if cell == state.shown(FOLLOWED):
        return
    state.show(FOLLOWED, cell)
    if cell is None:
        return
    state.wish_for(go.REP, heat.ids[cell[0]])
    for pillar in PILLARS:
        if LABELS[pillar] == heat.columns[cell[1]]:
            state.wish_for(go.PILLAR, pillar)


def cell(heat: Heat, rep_id: str, pillar: str) -> Cell | None:
    """Return the cell of a rep and a pillar; on a map of weeks the newest one; None for a rep who is not on it."""
    if rep_id not in heat.ids:
        return None
    column = NAMES.index(LABELS[Pillar(pillar)]) if heat.columns == NAMES else len(heat.columns) - 1
    return heat.ids.index(rep_id), column


def hint(kind: Map, *, teams: bool) -> str:
    """Return what can be done with the map."""
    if kind == Map.TEAMS:
        return "Choose a team in the sidebar to see its reps." if teams else ""
    about = " about that pillar" if kind == Map.PILLARS else ""
    return f"Click a cell to read below what to ask that rep{about}. The frame is around the rep chosen now."


def described(kind: Map, heat: Heat, subject: str) -> str:
    """Return what the picture shows, for those who cannot see it."""
    return f"Heatmap, {kind.lower()}: {subject.lower()}; {len(heat.rows)} rows, {len(heat.columns)} columns"
