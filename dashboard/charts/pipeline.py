"""Does the score go with the pipeline? Four corners, and who stands too near a line for one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import plotly.graph_objects as go

from dashboard.charts.names import Label, named_beside, short_names
from dashboard.charts.theme import FAINT, MUTED, PILLAR_COLOURS, TEXT, figure
from dashboard.model.cards import Corner
from dashboard.model.pillars import Pillar

CORNERS: Mapping[Corner, str] = {
    Corner.BUILD_HABITS: "Low score, low results",
    Corner.CONVERT: "High score, low results",
    Corner.LEAVE_ALONE: "Low score, high results",
    Corner.MENTOR: "High score, high results",
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
HEIGHT = 460


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
    across, up = _reach([*(spot.total for spot in spots), total_cut], 4.0, 100.0), _upward(spots, attainment_cut)
    points = [
        ((spot.total - across[0]) / (across[1] - across[0]), (spot.attainment - up[0]) / (up[1] - up[0]))
        for spot in spots
    ]
    named = named_beside(points, short_names([spot.name for spot in spots]))
    groups = [[at for at, spot in enumerate(spots) if spot.corner == corner] for corner in (*Corner, None)]
    return figure(
        HEIGHT,
        [_group([spots[at] for at in group], [named[at] for at in group]) for group in groups if group],
        xaxis={"range": across, "title": {"text": "SSI, points"}, "ticks": ""},
        yaxis={"range": up, "tickformat": ".0%", "title": {"text": "Quota attainment"}, "ticks": ""},
        margin={"t": 20, "r": 16},
        shapes=[_cut("x", total_cut), _cut("y", attainment_cut)],
        annotations=_names(),
        hovermode="closest",
    )


def _reach(values: Sequence[float], room: float, most: float) -> list[float]:
    """Return an axis that holds the values with some room, inside 0 and `most`."""
    return [max(0.0, min(values) - room), min(most, max(values) + room)]


def _upward(spots: Sequence[Spot], cut: float) -> list[float]:
    """Return the axis of attainment, with room for names above the highest point and below zero."""
    most = max([cut, *(spot.attainment for spot in spots)])
    return [-0.08 * most, most * 1.2]


def _group(spots: Sequence[Spot], named: Sequence[Label | None]) -> go.Scatter:
    """Return the reps of one corner as points, with a name where there is room; names from files are no markup."""
    corner = spots[0].corner
    return go.Scatter(
        x=[round(spot.total, 2) for spot in spots],
        y=[round(spot.attainment, 4) for spot in spots],
        **(_texts(named) if any(named) else {"mode": "markers"}),
        name=CORNERS[corner] if corner else "Near a line",
        marker={
            "size": 11,
            "symbol": SIGNS[corner] if corner else "x",
            "color": COLOURS[corner] if corner else FAINT,
        },
        customdata=[spot.rep_id for spot in spots],
        hovertext=[escape(spot.name, quote=False) for spot in spots],
        hovertemplate="<b>%{hovertext}</b><br>SSI %{x:.1f}<br>attainment %{y:.0%}",
    )


def _texts(named: Sequence[Label | None]) -> dict[str, object]:
    """Return the names written beside the points, nothing where there is no room."""
    return {
        "mode": "markers+text",
        "text": [label.text if label else "" for label in named],
        "textposition": [label.side if label else "top center" for label in named],
        "textfont": {"color": TEXT},
        "cliponaxis": False,
    }


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
            "font": {"color": MUTED, "size": 12},
        }
        for corner, (x, y) in spots.items()
    ]
