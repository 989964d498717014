"""Who was coached when? A map of reps by weeks in words: a sign and a shade per cell."""

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from dashboard.charts.heatmap import FRAME_PIXELS, ROW_PIXELS
from dashboard.charts.theme import SEQUENTIAL, TEXT, figure

SIGNS: Mapping[str, str] = {"coached": "●", "skipped": "○", "away": "–", "not_yet": "…", "nothing": ""}
"""What stands in a cell, by word: a second sign beside the shade."""
SHADES: Mapping[str, float] = {"coached": 8.0, "skipped": 2.0, "away": 0.0, "not_yet": 0.0, "nothing": float("nan")}
"""Places in the run of ten shades; where nothing is noted there is none."""
SAID: Mapping[str, str] = {
    "coached": "coached",
    "skipped": "skipped",
    "away": "away",
    "not_yet": "no score yet",
    "nothing": "nothing noted",
}


def coverage(words: Sequence[Sequence[str]], *, rows: Sequence[str], columns: Sequence[str]) -> go.Figure:
    """Return the map of reps by weeks, about 24 pixels a row; `words` are the keys of SIGNS, a row per rep."""
    cells = np.array([[str(word) for word in row] for row in words], dtype=object).reshape(len(rows), len(columns))
    return figure(
        FRAME_PIXELS - 40 + ROW_PIXELS * max(len(rows), 1),
        [_shades(cells), _signs(cells)],
        xaxis=_axis(columns, {"side": "top", "range": [-0.5, len(columns) - 0.5]}),
        yaxis=_axis(rows, {"range": [len(rows) - 0.5, -0.5]}),
        hovermode="closest",
        hoverdistance=-1,
    )


def _shades(cells: np.ndarray) -> go.Heatmap:
    return go.Heatmap(
        z=[[SHADES[word] for word in row] for row in cells],
        zmin=0,
        zmax=len(SEQUENTIAL) - 1,
        colorscale=[[step / 9, colour] for step, colour in enumerate(SEQUENTIAL)],
        showscale=False,
        xgap=2,
        ygap=2,
        hoverinfo="skip",
    )


def _signs(cells: np.ndarray) -> go.Scatter:
    rows, columns = np.indices(cells.shape, dtype=np.int16)
    words = cells.ravel().tolist()
    return go.Scatter(
        mode="text",
        x=columns.ravel(),
        y=rows.ravel(),
        text=[SIGNS[word] for word in words],
        textfont={"color": TEXT},
        hovertext=[SAID[word] for word in words],
        hovertemplate="%{y}<br>%{x}: %{hovertext}<extra></extra>",
    )


def _axis(labels: Sequence[str], more: Mapping[str, object]) -> dict[str, object]:
    return {"tickvals": list(range(len(labels))), "ticktext": list(labels), "ticks": "", "showgrid": False, **more}
