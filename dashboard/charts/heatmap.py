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


SIGNS = {1: "▲ ", 0: "", -1: "▼ "}
"""What stands before a change beyond noise: a second sign beside the colour."""

Cell = tuple[int, int]
"""Row and column of a cell, counted from zero."""


def heatmap(
    values: pd.DataFrame,
    scale: Scale,
    *,
    rows: Sequence[str],
    columns: Sequence[str],
    marked: Cell | None = None,
    beyond: pd.DataFrame | None = None,
) -> go.Figure:
    """Return the heatmap of a table of points (NaN = missing, shown as a dash), about 24 pixels a row.

    `rows` and `columns` are the labels in the table's order; `marked` is the cell with a frame. A heatmap itself
    cannot be clicked: its numbers are points of their own, each as large as its cell, with the cell's number in
    reading order as customdata. `beyond` says which changes mean something (1 up, -1 down, 0 noise): the others keep
    their numbers and have the colour of nothing.
    """
    cells = values.to_numpy(dtype=float)
    signs = None if beyond is None else beyond.to_numpy(dtype=int)
    return figure(
        FRAME_PIXELS + ROW_PIXELS * max(len(values), 1),
        [_picture(quieted(cells, signs), scale), _numbers(cells, scale, signs)],
        xaxis=_axis(columns, {"side": "top", "range": [-0.5, values.shape[1] - 0.5], "showgrid": False}),
        yaxis=_axis(rows, {"range": [len(values) - 0.5, -0.5], "showgrid": False}),
        margin={"b": 44},
        hovermode="closest",
        hoverdistance=-1,
        shapes=[_frame(*marked)] if marked else [],
    )


def quieted(cells: np.ndarray, signs: np.ndarray | None) -> np.ndarray:
    """Return the cells with 0 in place of every change that is noise; missing stays missing.

    >>> quieted(np.array([[2.0, 0.4]]), np.array([[1, 0]])).tolist()
    [[2.0, 0.0]]
    """
    return cells if signs is None else np.where((signs == 0) & ~np.isnan(cells), 0.0, cells)


def cell_of(number: int, columns: int) -> Cell:
    """Return row and column of a clicked cell from its number in reading order.

    >>> cell_of(6, 4)
    (1, 2)
    """
    return divmod(number, columns)


def _frame(row: int, column: int) -> dict[str, object]:
    """Return the frame around a cell."""
    corners = {"x0": column - 0.5, "x1": column + 0.5, "y0": row - 0.5, "y1": row + 0.5}
    return {"type": "rect", **corners, "line": {"color": TEXT, "width": 2}}


def _picture(cells: np.ndarray, scale: Scale) -> go.Heatmap:
    """Return the coloured cells."""
    return go.Heatmap(
        z=cells.astype(np.float32),
        zmin=scale.low,
        zmax=scale.high,
        colorscale=[[step / 9, colour] for step, colour in enumerate(scale.colours)],
        colorbar=_legend(scale),
        xgap=2,
        ygap=2,
        hoverinfo="skip",
    )


def _numbers(cells: np.ndarray, scale: Scale, signs: np.ndarray | None) -> go.Scatter:
    """Return one point per cell that takes hovers and clicks: its number where there is room, else nothing to see.

    Numpy arrays travel packed, a few bytes a cell; the names in the hover are those of the axes, sent once.
    """
    rows, columns = np.indices(cells.shape, dtype=np.int16)
    values = cells.ravel().tolist()
    judged = [0] * cells.size if signs is None else signs.ravel().tolist()
    roomy = cells.shape[1] <= MOST_NUMBERS
    steady = {"marker": {"opacity": 0}} if not roomy else {"textfont": {"color": TEXT}}
    return go.Scatter(
        mode="text" if roomy else "markers",
        x=columns.ravel(),
        y=rows.ravel(),
        text=[SIGNS[sign] + _number(value, scale, cells.shape[1]) for value, sign in zip(values, judged, strict=True)]
        if roomy
        else None,
        textfont={"color": TEXT},
        marker={"opacity": 0},
        selected=steady,
        unselected=steady,
        customdata=np.arange(cells.size, dtype=np.int32),
        hovertext=[
            _said(value, scale, None if signs is None else sign) for value, sign in zip(values, judged, strict=True)
        ],
        hovertemplate="%{y}<br>%{x}: %{hovertext}<extra></extra>",
    )


def _number(value: float, scale: Scale, columns: int) -> str:
    """Return what stands in a cell: one decimal where there is room, none on many columns."""
    if value != value:
        return "–"
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


def _said(value: float, scale: Scale, sign: int | None) -> str:
    """Return a cell's value as the hover says it; `sign` is None where no cell is judged."""
    if value != value:
        return "not known"
    judged = "" if sign is None else ", beyond noise" if sign else ", not beyond noise"
    return f"{signed(value) if scale.diverging else f'{value:.1f}'} points{judged}"
