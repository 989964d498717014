"""Does the score go with the pipeline? Four corners, and what each calls for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.charts.theme import FAINT, MUTED, PILLAR_COLOURS, figure
from dashboard.model.cards import Corner
from dashboard.model.pillars import Pillar

CORNERS: Mapping[Corner, str] = {
    Corner.BUILD_HABITS: "Build habits",
    Corner.CONVERT: "Coach conversion",
    Corner.LEAVE_ALONE: "Leave alone",
    Corner.MENTOR: "Ask to mentor",
}
COLOURS: Mapping[Corner, str] = {
    Corner.BUILD_HABITS: PILLAR_COLOURS[Pillar.PEOPLE],
    Corner.CONVERT: PILLAR_COLOURS[Pillar.INSIGHTS],
    Corner.LEAVE_ALONE: MUTED,
    Corner.MENTOR: PILLAR_COLOURS[Pillar.RELATIONSHIPS],
}
SIGNS: Mapping[Corner, str] = {
    Corner.BUILD_HABITS: "diamond",
    Corner.CONVERT: "triangle-up",
    Corner.LEAVE_ALONE: "circle-open",
    Corner.MENTOR: "square",
}
MOST_NAMES = 25
"""Beyond this many points names would lie on each other; they stay on hover."""


@dataclass(frozen=True)
class Spot:
    """One rep in the picture: total in points of 0-100, attainment as a fraction of the quota."""

    rep_id: str
    name: str
    total: float
    attainment: float
    corner: Corner | None


def corners(spots: Sequence[Spot], *, total_cut: float, attainment_cut: float) -> go.Figure:
    """Return SSI against attainment with the cuts between the corners; clicked points carry the rep's id."""
    groups = [[spot for spot in spots if spot.corner == corner] for corner in Corner]
    traces = [_group(group, len(spots)) for group in groups if group]
    loose = [spot for spot in spots if spot.corner is None]
    most = max([1.0, *(spot.attainment for spot in spots)])
    return figure(
        460,
        [*traces, *([_group(loose, len(spots))] if loose else [])],
        xaxis={"range": [0, 100], "title": {"text": "SSI, points"}, "ticks": ""},
        yaxis={"range": [-0.06, most * 1.12], "tickformat": ".0%", "title": {"text": "Quota attainment"}, "ticks": ""},
        margin={"t": 36, "r": 16},
        shapes=[_cut("x", total_cut), _cut("y", attainment_cut)],
        annotations=_names(),
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
        hovermode="closest",
    )


def _group(spots: Sequence[Spot], shown: int) -> go.Scatter:
    """Return the reps of one corner as points with their names, where there is room."""
    corner = spots[0].corner
    return go.Scatter(
        x=[spot.total for spot in spots],
        y=[spot.attainment for spot in spots],
        mode="markers+text" if shown <= MOST_NAMES else "markers",
        text=[spot.name for spot in spots],
        textposition="top center",
        name=CORNERS[corner] if corner else "No corner",
        marker={
            "size": 11,
            "symbol": SIGNS[corner] if corner else "x",
            "color": COLOURS[corner] if corner else FAINT,
        },
        customdata=[spot.rep_id for spot in spots],
        hovertemplate="%{text}<br>SSI %{x:.1f}<br>attainment %{y:.0%}<extra></extra>",
    )


def _cut(axis: str, at: float) -> dict[str, object]:
    """Return the faint line at which a corner ends."""
    other = "y" if axis == "x" else "x"
    ends = {f"{other}0": 0, f"{other}1": 1, f"{other}ref": "paper"}
    return {"type": "line", f"{axis}0": at, f"{axis}1": at, **ends, "line": {"color": FAINT, "dash": "dot", "width": 1}}


def _names() -> list[dict[str, object]]:
    """Return the corners' names, written faintly into the corners."""
    spots = {
        Corner.BUILD_HABITS: (0.0, 0.0),
        Corner.CONVERT: (1.0, 0.0),
        Corner.LEAVE_ALONE: (0.0, 1.0),
        Corner.MENTOR: (1.0, 1.0),
    }
    return [
        {
            "xref": "paper",
            "yref": "paper",
            "x": x,
            "y": y,
            "xanchor": "right" if x else "left",
            "yanchor": "top" if y else "bottom",
            "text": CORNERS[corner],
            "showarrow": False,
            "font": {"color": MUTED, "size": 13},
        }
        for corner, (x, y) in spots.items()
    ]
