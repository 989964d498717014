"""Where does one rep stand on the four pillars, against whom?"""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from dashboard.charts.theme import PILLAR_COLOURS, TEXT, TRACK, figure, signed
from dashboard.model.cards import PillarCard
from dashboard.model.pillars import LABELS, PILLAR_MAX, PILLARS, Pillar

HEIGHT = 236
NUMBERS_AT = PILLAR_MAX + 0.6
"""Points: where the numbers begin, right of the longest possible bar."""


def pillars(cards: Mapping[Pillar, PillarCard], *, against: str, weakest: Pillar | None = None) -> go.Figure:
    """Return one bar per pillar (0-25 points) with its baseline as a mark; `against` names the baseline.

    The weakest pillar keeps its colour, the others are calmer, so that the eye lands where the coaching does.
    """
    held = [cards[pillar] for pillar in PILLARS if pillar in cards]
    known = [card for card in held if card.score is not None]
    marks = [card for card in held if card.baseline is not None]
    return figure(
        HEIGHT,
        [_track(held), _bars(known, weakest), *([_baseline(marks, against)] if marks else []), _numbers(held)],
        xaxis={"range": [0, PILLAR_MAX + 7], "tickvals": [0, 5, 10, 15, 20, 25], "ticks": ""},
        yaxis={"autorange": "reversed", "showgrid": False, "ticks": ""},
        margin={"t": 28, "b": 4},
        barmode="overlay",
        bargap=0.42,
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
        hovermode="closest",
    )


def _track(cards: Sequence[PillarCard]) -> go.Bar:
    """Return the faint bars behind, which show how far a pillar can reach."""
    names, full = [LABELS[card.pillar] for card in cards], [PILLAR_MAX] * len(cards)
    faint = {"color": TRACK, "opacity": 0.22}
    return go.Bar(orientation="h", y=names, x=full, marker=faint, hoverinfo="skip", showlegend=False)


def _bars(cards: Sequence[PillarCard], weakest: Pillar | None) -> go.Bar:
    """Return the bars, the weakest loud."""
    return go.Bar(
        orientation="h",
        y=[LABELS[card.pillar] for card in cards],
        x=[round(card.score, 2) for card in cards if card.score is not None],
        marker={
            "color": [PILLAR_COLOURS[card.pillar] for card in cards],
            "opacity": [1.0 if weakest in (None, card.pillar) else 0.5 for card in cards],
        },
        hovertemplate="%{y}: %{x:.1f} of 25 points<extra></extra>",
        showlegend=False,
    )


def _baseline(cards: Sequence[PillarCard], against: str) -> go.Scatter:
    """Return the upright marks where the baselines lie."""
    return go.Scatter(
        x=[round(card.baseline, 2) for card in cards if card.baseline is not None],
        y=[LABELS[card.pillar] for card in cards],
        mode="markers",
        name=against,
        marker={"symbol": "line-ns", "size": 24, "line": {"width": 3, "color": TEXT}},
        hovertemplate=f"{against}: %{{x:.1f}} points<extra></extra>",
    )


def _numbers(cards: Sequence[PillarCard]) -> go.Scatter:
    """Return the scores in a column at the right, each with its gap to the baseline."""
    return go.Scatter(
        x=[NUMBERS_AT] * len(cards),
        y=[LABELS[card.pillar] for card in cards],
        mode="text",
        text=[_number(card) for card in cards],
        textposition="middle right",
        textfont={"color": TEXT},
        hoverinfo="skip",
        showlegend=False,
    )


def _number(card: PillarCard) -> str:
    """Return a score and its gap, a dash where there is none."""
    if card.score is None:
        return "–"
    return f"<b>{card.score:.1f}</b>" + (f"  {signed(card.gap)}" if card.gap is not None else "")
