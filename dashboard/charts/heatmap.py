"""Where does the whole team stand at a glance? A heatmap of any table with rows, columns and points in the cells."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.theme import TEXT, Scale, figure, signed

ROW_PIXELS = 24
FRAME_PIXELS = 84
MOST_ROWS = 60
"""Beyond this a picture is taller than any screen; a coloured table scrolls, sorts and searches."""
MOST_NUMBERS = 13
"""Beyond this many columns numbers no longer fit into the cells."""


def heatmap(
    values: pd.DataFrame, scale: Scale, *, rows: Sequence[str], columns: Sequence[str], unit: str = "points"
) -> go.Figure:
    """Return the heatmap of a table of numbers (NaN = missing, shown as a dash), about 24 pixels a row.

    `rows` and `columns` are the labels in the table's order. Clicked cells carry [row number, column number] as
    customdata: a heatmap itself cannot be clicked, so invisible bars lie over its cells.
    """
    cells = values.to_numpy(dtype=float)
    return figure(
        FRAME_PIXELS + ROW_PIXELS * max(len(values), 1),
        [_picture(cells, scale), _clickable(cells.tolist(), scale, rows, columns, unit)],
        xaxis=_axis(columns, {"side": "top", "range": [-0.5, values.shape[1] - 0.5]}),
        yaxis=_axis(rows, {"range": [len(values) - 0.5, -0.5], "showgrid": False}),
        margin={"b": 44},
        barmode="overlay",
        bargap=0,
        hovermode="closest",
    )


def _picture(cells: np.ndarray, scale: Scale) -> go.Heatmap:
    """Return the coloured cells, with their numbers where there is room."""
    roomy = cells.shape[1] <= MOST_NUMBERS
    return go.Heatmap(
        z=cells,
        zmin=scale.low,
        zmax=scale.high,
        colorscale=[[step / 9, colour] for step, colour in enumerate(scale.colours)],
        colorbar=_legend(scale),
        text=[[_number(value, scale, cells.shape[1]) for value in line] for line in cells.tolist()] if roomy else None,
        texttemplate="%{text}" if roomy else None,
        textfont={"color": TEXT},
        xgap=2,
        ygap=2,
        hoverinfo="skip",
    )


def _number(value: float, scale: Scale, columns: int) -> str:
    """Return what stands in a cell: one decimal where there is room, none on many columns."""
    if value != value:
        return ""
    if scale.diverging:
        return signed(value)
    return f"{value:.1f}" if columns <= MOST_NUMBERS // 2 else f"{value:.0f}"


def _axis(labels: Sequence[str], more: Mapping[str, object]) -> dict[str, object]:
    """Return an axis that counts, with names as ticks (two reps of one name stay two rows)."""
    return {"tickvals": list(range(len(labels))), "ticktext": list(labels), "ticks": "", **more}


def _legend(scale: Scale) -> dict[str, object]:
    """Return the colour bar under the picture, with its ends in words."""
    spots = [scale.low, (scale.low + scale.high) / 2, scale.high]
    bar = {"orientation": "h", "y": 0, "yanchor": "top", "ypad": 8, "thickness": 8, "len": 0.6, "outlinewidth": 0}
    return {**bar, "tickvals": spots, "ticktext": list(scale.ends), "ticks": ""}


def _clickable(
    cells: Sequence[Sequence[float]], scale: Scale, rows: Sequence[str], columns: Sequence[str], unit: str
) -> go.Bar:
    """Return one invisible bar per cell, which takes hovers and clicks; a missing cell shows its dash."""
    places = [(y, x) for y in range(len(cells)) for x in range(len(columns))]
    return go.Bar(
        orientation="h",
        y=[y for y, _ in places],
        x=[1.0] * len(places),
        base=[x - 0.5 for _, x in places],
        width=1.0,
        text=["–" if cells[y][x] != cells[y][x] else "" for y, x in places],
        textposition="inside",
        insidetextanchor="middle",
        textfont={"color": TEXT},
        marker={"opacity": 0},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        customdata=places,
        hovertext=[f"{rows[y]}<br>{columns[x]}: {_said(cells[y][x], scale, unit)}" for y, x in places],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _said(value: float, scale: Scale, unit: str) -> str:
    """Return a cell's value as the hover says it."""
    if value != value:
        return "not known"
    return f"{signed(value) if scale.diverging else f'{value:.1f}'} {unit}"
