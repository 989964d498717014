"""Who moved? The change of four weeks per rep, next to the team's own move."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.charts.theme import AHEAD, BEHIND, MUTED, figure, signed
from dashboard.model.cards import RepCard, Verdict

ROW_PIXELS = 26


def movers(cards: Sequence[RepCard]) -> go.Figure:
    """Return the net four-week change (points against the team's median) of the given reps, best first."""
    names = [card.name for card in cards]
    return figure(
        56 + ROW_PIXELS * max(len(cards), 1),
        [
            go.Bar(
                orientation="h",
                y=list(range(len(cards))),
                x=[card.net_change_4w or 0.0 for card in cards],
                text=[signed(card.net_change_4w or 0.0) for card in cards],
                textposition="outside",
                cliponaxis=False,
                marker={"color": [_colour(card.verdict) for card in cards]},
                hovertext=names,
                hovertemplate="%{hovertext}: %{x:+.1f} points against the team<extra></extra>",
            )
        ],
        xaxis={"zeroline": True, "ticks": "", "showticklabels": False, "range": _reach(cards)},
        yaxis={
            "tickvals": list(range(len(cards))),
            "ticktext": names,
            "range": [len(cards) - 0.5, -0.5],
            "showgrid": False,
            "ticks": "",
        },
        bargap=0.35,
    )


def _colour(verdict: Verdict) -> str:
    """Return the colour of a change: only what is more than noise is coloured."""
    return {Verdict.UP: AHEAD, Verdict.DOWN: BEHIND}.get(verdict, MUTED)


def _reach(cards: Sequence[RepCard]) -> list[float]:
    """Return a range around zero with room for the numbers."""
    values = [card.net_change_4w or 0.0 for card in cards]
    room = 0.18 * (max([1.0, *values]) - min([-1.0, *values]))
    return [min([-1.0, *values]) - room, max([1.0, *values]) + room]
