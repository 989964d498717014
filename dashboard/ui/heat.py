"""Which heatmap is on screen, how is it drawn, and which cell was clicked?

Up to sixty rows a picture, beyond that a coloured table, which scrolls, sorts and searches.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.heatmap import MOST_ROWS, heatmap
from dashboard.charts.theme import PILLAR_SCORE, RUNS, TOTAL_SCORE, Scale, around, balanced
from dashboard.metrics.heatmap import Measure, by_pillar, by_team, by_week
from dashboard.metrics.history import History
from dashboard.model.pillars import LABELS, PILLARS
from dashboard.model.weeks import label
from dashboard.ui import cached, go, state
from dashboard.ui.cached import Desk
from dashboard.ui.pictures import clickable, mode
from dashboard.ui.say import reps

TABLE_KEY, PICTURE_KEY, FOLLOWED = "heatmap_table", "heatmap_picture", "_heatmap_followed"
WEEKS = 12
NAMES = tuple(LABELS[pillar] for pillar in PILLARS)
SUBJECTS = {"total": "Total", **{pillar.value: LABELS[pillar] for pillar in PILLARS}}
"""What the weeks can be shown of."""


class Map(StrEnum):
    """Which table the heatmap shows."""

    PILLARS = "Reps by pillar"
    WEEKS = "Reps by week"
    TEAMS = "Teams by pillar"


MEASURES: dict[Measure, str] = {
    Measure.SCORE: "Score",
    Measure.GAP: "Gap to peers",
    Measure.CHANGE_4W: "Change in four weeks",
}
LEGENDS: dict[Measure, str] = {
    Measure.SCORE: "Points of 25. The stronger the blue, the higher the score.",
    Measure.GAP: "Points above (blue) or below (orange) the baseline each rep is held against.",
    Measure.CHANGE_4W: "Points gained (blue) or lost (orange) in four weeks, the team's own move included.",
}
ENDS: dict[Measure, tuple[str, str, str]] = {
    Measure.GAP: ("behind", "level", "ahead"),
    Measure.CHANGE_4W: ("lost", "level", "gained"),
}
LEAST: dict[Measure, float] = {Measure.GAP: 5.0, Measure.CHANGE_4W: 3.0}
"""Points up to which a scale reaches at least, so that noise stays pale."""


@dataclass(frozen=True)
class Heat:
    """A heatmap ready to be drawn: numbers, labels, scale; `ids` are what a row stands for."""

    numbers: pd.DataFrame
    ids: tuple[str, ...]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    scale: Scale
    legend: str


def pillars(table: pd.DataFrame, measure: Measure) -> Heat:
    """Return reps by pillar."""
    values = by_pillar(table, measure)
    ids, names = _who(values)
    return Heat(values, ids, names, NAMES, _scale(values, measure), LEGENDS[measure])


def _scale(values: pd.DataFrame, measure: Measure) -> Scale:
    if measure is Measure.SCORE:
        return PILLAR_SCORE
    return balanced(known(values), LEAST[measure], ENDS[measure])


def known(values: pd.DataFrame) -> list[float]:
    """Return the numbers of a table that are not missing."""
    cells = values.to_numpy(dtype=float)
    return cells[cells == cells].tolist()


def weeks(history: History, subject: str, until: date) -> Heat:
    """Return reps by week for one pillar, or for "total"."""
    shown = [until - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    values = by_week(history, subject, shown)
    ids, names = _who(values)
    whole = TOTAL_SCORE if subject == "total" else PILLAR_SCORE
    scale = around(known(values), whole)
    legend = (
        f"Points of {whole.high:.0f}, coloured from {scale.low:.0f} to {scale.high:.0f}; a dash is a week without one."
    )
    return Heat(values, ids, names, tuple(label(week).rsplit(" ", 1)[0] for week in shown), scale, legend)


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


def draw(at: Desk, heat: Heat, alt: str) -> tuple[int, int] | None:
    """Draw a heatmap and return row and column of the cell that was clicked, or None; `alt` tells it from others."""
    if len(heat.rows) <= MOST_ROWS:
        figure = cached.made(at, "heatmap", (alt,), lambda: _figure(heat))
        clicked = clickable(figure, alt, key=PICTURE_KEY)
    else:
        clicked = _table(heat, alt)
    st.caption(heat.legend)
    return (int(clicked[0]), int(clicked[1])) if clicked else None


def _figure(heat: Heat) -> Any:  # noqa: ANN401 # plotly is known in charts only
    return heatmap(heat.numbers, heat.scale, rows=heat.rows, columns=heat.columns)


def _table(heat: Heat, alt: str) -> tuple[int, int] | None:
    """Draw a heatmap as a coloured table and return the cell that was picked."""
    names = list(heat.columns)
    cells = heat.numbers.set_axis(names, axis=1).set_axis(range(len(heat.numbers)), axis=0)
    shown = pd.concat([pd.Series(heat.rows, name="Rep"), cells], axis=1)
    styled = shown.style.apply(partial(colours, scale=heat.scale), axis=None, subset=names)  # ty: ignore[no-matching-overload] # the stubs know no partial
    number = st.column_config.NumberColumn(format="%+.1f" if heat.scale.diverging else "%.1f")
    event = st.dataframe(
        styled,
        hide_index=True,
        height=640,
        column_config={"Rep": st.column_config.TextColumn(pinned=True, width=180)} | dict.fromkeys(names, number),
        placeholder="–",
        key=TABLE_KEY,
        on_select="rerun",
        selection_mode="single-cell",
        alt=alt,
    )
    picked = event["selection"]["cells"]
    return (picked[0][0], names.index(picked[0][1])) if picked and picked[0][1] in names else None


def colours(cells: pd.DataFrame, scale: Scale) -> pd.DataFrame:
    """Return the background of each cell as a style; a missing number has none."""
    run = RUNS["dark" if mode() == "dark" else "light", scale.diverging]
    steps = ((cells - scale.low) / (scale.high - scale.low) * len(run)).clip(0, len(run) - 1)
    return steps.map(lambda step: "" if step != step else f"background-color: {run[int(step)]}")


def follow(heat: Heat, clicked: tuple[int, int] | None) -> None:
    """Let the select boxes follow a click; a click that was followed already is left alone."""
    if clicked is None or clicked == state.shown(FOLLOWED):
        return
    state.show(FOLLOWED, clicked)
    state.wish_for(go.REP, heat.ids[clicked[0]])
    for pillar in PILLARS:
        if LABELS[pillar] == heat.columns[clicked[1]]:
            state.wish_for(go.PILLAR, pillar)


def described(kind: Map, heat: Heat, subject: str) -> str:
    """Return what the picture shows, for those who cannot see it."""
    return f"Heatmap, {kind.lower()}: {subject.lower()}; {len(heat.rows)} rows, {len(heat.columns)} columns"
