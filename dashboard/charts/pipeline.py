"""Does the score go with the pipeline? Four corners, and what each calls for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.charts.theme import FAINT, MUTED, PILLAR_COLOURS, TEXT, figure
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
    across, up = _reach([*(spot.total for spot in spots), total_cut], 4.0, 100.0), _upward(spots, attainment_cut)
    named = len(spots) <= MOST_NAMES
    places = beside([((s.total - across[0]) / (across[1] - across[0]), s.attainment / up[1]) for s in spots])
    groups = [[(s, p) for s, p in zip(spots, places, strict=True) if s.corner == corner] for corner in (*Corner, None)]
    return figure(
        460,
        [_group(group, named) for group in groups if group],
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


def beside(points: Sequence[tuple[float, float]]) -> list[str]:
    """Return on which side of its point each name stands, so that near names do not lie on each other.

    Points are fractions of the picture; a name takes about an eighth of its width and a twentieth of its height.

    >>> beside([(0.5, 0.5), (0.52, 0.5)])
    ['top center', 'bottom center']
    """
    sides = {"top": (0.0, 0.05), "bottom": (0.0, -0.05), "right": (0.07, 0.0), "left": (-0.07, 0.0)}
    taken: list[tuple[float, float]] = []
    chosen = []
    for x, y in points:
        spots = {side: (x + dx, y + dy) for side, (dx, dy) in sides.items()}
        crowd = {side: sum(abs(x - a) < 0.12 and abs(y - b) < 0.05 for a, b in taken) for side, (x, y) in spots.items()}
        side = min(sides, key=lambda each: crowd[each])
        taken.append(spots[side])
        chosen.append(f"{side} center" if side in ("top", "bottom") else f"middle {side}")
    return chosen


def _group(group: Sequence[tuple[Spot, str]], named: bool) -> go.Scatter:
    """Return the reps of one corner as points with their names, where there is room."""
    spots = [spot for spot, _ in group]
    corner = spots[0].corner
    return go.Scatter(
        x=[spot.total for spot in spots],
        y=[spot.attainment for spot in spots],
        mode="markers+text" if named else "markers",
        text=[spot.name for spot in spots],
        textposition=[place for _, place in group],
        textfont={"color": TEXT},
        cliponaxis=False,
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
