"""Who moved? The change of four weeks per rep, next to the team's own move."""

from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go

from dashboard.charts.theme import AHEAD, BEHIND, FAINT, figure, signed
from dashboard.model.cards import Flag, RepCard, Verdict
from dashboard.model.moves import SHOWN

ROW_PIXELS = 26
SIGNS = {Verdict.UP: "▲ ", Verdict.DOWN: "▼ "}
"""What stands before a change beyond noise: a second sign beside the colour."""
BACK = "(back)"
"""What stands after a change that only came back to where the score was before a dip or a spike."""


def movers(cards: Sequence[RepCard]) -> go.Figure:
    """Return the net four-week change of the given reps, in points against the others' median, best first."""
    names = [card.name for card in cards]
    return figure(
        56 + ROW_PIXELS * max(len(cards), 1),
        [
            go.Bar(
                orientation="h",
                y=list(range(len(cards))),
                x=[card.net_change_4w or 0.0 for card in cards],
                text=[_written(card) for card in cards],
                textposition="outside",
                cliponaxis=False,
                marker={"color": [_colour(card) for card in cards]},
                hovertext=[_said(card) for card in cards],
                hovertemplate="%{hovertext}<extra></extra>",
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


def only_back(card: RepCard) -> bool:
    """Tell whether a change is no rep's doing nor noise: the score is back where it was before a dip or a spike."""
    return card.back and card.verdict is Verdict.STEADY


def _written(card: RepCard) -> str:
    """Return what stands beside a bar."""
    points = signed(card.net_change_4w or 0.0)
    if card.moved and told_over_others(card):
        return f"{points} ({_sign(card)}{signed(card.moved.points)} in {card.moved.weeks} weeks)"
    return f"{_sign(card)}{points}{f' {BACK}' if only_back(card) else ''}"


def told_over_others(card: RepCard) -> bool:
    """Tell whether a move beyond noise is told over other weeks than the four of the bar."""
    return card.verdict in SIGNS and card.moved is not None and card.moved.weeks != SHOWN


def _sign(card: RepCard) -> str:
    """Return what stands before a change beyond noise."""
    return SIGNS.get(card.verdict, "")


def _colour(card: RepCard) -> str:
    """Return the colour of a change: only what is more than noise over the four weeks of the bar is coloured."""
    return FAINT if told_over_others(card) else {Verdict.UP: AHEAD, Verdict.DOWN: BEHIND}.get(card.verdict, FAINT)


def _said(card: RepCard) -> str:
    """Return what the hover says: the name as it is written, the points, and what they mean."""
    points = f"{escape(card.name, quote=False)}: {signed(card.net_change_4w or 0.0)} points against the others"
    provisional = ", provisional" if card.verdict in SIGNS and Flag.PROVISIONAL in card.flags else ""
    means = "only back to where it was" if only_back(card) else "not beyond noise"
    if card.moved and told_over_others(card):
        beyond = f"{signed(card.moved.points)} in {card.moved.weeks} weeks beyond noise"
    else:
        beyond = "beyond noise"
    return f"{points}, {beyond if card.verdict in SIGNS else means}{provisional}"


def _reach(cards: Sequence[RepCard]) -> list[float]:
    """Return a range around zero with room for the numbers."""
    values = [card.net_change_4w or 0.0 for card in cards]
    wide = 0.45 if any(map(told_over_others, cards)) else 0.3 if any(map(only_back, cards)) else 0.18
    room = wide * (max([1.0, *values]) - min([-1.0, *values]))
    return [min([-1.0, *values]) - room, max([1.0, *values]) + room]
