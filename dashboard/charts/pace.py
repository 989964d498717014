"""How does a rep's line run beside what is claimed for thirty days of habits? A claim is an area, never a line."""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from dashboard.charts.theme import MAIN, MUTED, SEQUENTIAL, figure
from dashboard.charts.trend import LEGEND, Line
from dashboard.model.pillars import TOTAL_MAX

HEIGHT = 260
ROOM = 2.0
"""Points above and below what is drawn."""
Band = Sequence[tuple[date, float, float]]
"""Days with the low and the high end of what is claimed, in points of 0-100."""


def pace(actual: Line, claimed: Band, *, name: str) -> go.Figure:
    """Return a rep's totals week by week over the area of what is claimed."""
    known = [(day, round(value, 2)) for day, value in actual if value is not None]
    line = go.Scatter(
        x=[day.isoformat() for day, _ in known],
        y=[value for _, value in known],
        name=name,
        mode="lines+markers",
        line={"color": MAIN, "width": 2},
        marker={"size": 7},
        hovertemplate="%{y:.1f}",
    )
    ends = [value for _, value in known] + [end for _, low, high in claimed for end in (low, high)]
    reach = [max(0.0, min(ends) - ROOM), min(TOTAL_MAX, max(ends) + ROOM)] if ends else [0.0, TOTAL_MAX]
    return figure(
        HEIGHT,
        [*_area(claimed), line],
        xaxis={"type": "date", "hoverformat": "%-d %b %Y", "tickformat": "%-d %b", "nticks": 6, "ticks": ""},
        yaxis={"range": reach, "ticks": "", "title": {"text": "Points"}},
        margin={"t": 32},
        showlegend=True,
        legend=LEGEND,
        hovermode="x unified",
    )


def _area(claimed: Band) -> list[go.Scatter]:
    """Return the two edges, the room between them filled; one name in the legend."""
    days = [day.isoformat() for day, _, _ in claimed]
    edge = {"color": MUTED, "width": 1, "dash": "dot"}
    low = go.Scatter(
        x=days, y=[low for _, low, _ in claimed], mode="lines", line=edge, showlegend=False, name="Claimed, low end",
        hovertemplate="%{y:.1f}",
    )  # fmt: skip
    high = go.Scatter(
        x=days, y=[high for _, _, high in claimed], mode="lines", line=edge, fill="tonexty", fillcolor=SEQUENTIAL[2],
        name="Claimed by others", hovertemplate="%{y:.1f}",
    )  # fmt: skip
    return [low, high]
