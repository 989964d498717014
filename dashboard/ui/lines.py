"""Which pictures show one rep?"""

from datetime import date, timedelta
from typing import Any

import streamlit as st

from dashboard.charts import pillars as bars
from dashboard.charts.trend import pillar_trend, total_trend
from dashboard.metrics.history import History
from dashboard.metrics.trend import trend as weekly
from dashboard.model.cards import RepCard
from dashboard.model.pillars import PILLARS
from dashboard.ui import cached, state, talk
from dashboard.ui.cached import Desk
from dashboard.ui.pictures import picture

MOST_WEEKS = 26

Points = list[tuple[date, float | None]]


def pillars(at: Desk, card: RepCard) -> None:
    """Draw the pillars against their baseline."""
    st.markdown("**Pillars against their baseline**")
    if all(held.score is None for held in card.pillars.values()):
        st.caption("No pillar has a score this week.")
        return
    weakest = card.weakest.pillar if card.weakest else None
    figure = cached.made(
        at,
        "pillars",
        (card.rep_id,),
        lambda: bars.pillars(card.pillars, against=talk.against(card), weakest=weakest),
    )
    picture(figure, f"The four pillars of {card.name} against their baselines, points of 25", key="picture_pillars")
    st.caption("Points of 25. Beside each: the score and its gap to the baseline.")


def trend(at: Desk, card: RepCard) -> None:
    """Draw the rep's half year: the total beside the team's median, or the four pillars."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown("**Half a year**", width="content")
        apart = st.toggle("Pillars apart", key="trend_apart", persist_state="session")
    told = cached.history(at, state.choice())
    if not apart:
        figure = cached.made(at, "total", (card.rep_id,), lambda: _total(told, card))
        picture(figure, f"Score of {card.name} over the weeks beside the team's median", key="picture_total")
    else:
        figure = cached.made(at, "pillar trend", (card.rep_id,), lambda: _pillars(told, card))
        picture(figure, f"The four pillars of {card.name} over the weeks", key="picture_pillar_trend")


def _total(told: History, card: RepCard) -> Any:  # noqa: ANN401 # plotly is known in charts only
    series = _series(told, card)
    return total_trend(series["total"], series["team_total"], name=card.name)


def _pillars(told: History, card: RepCard) -> Any:  # noqa: ANN401 # as above
    series = _series(told, card)
    return pillar_trend({pillar: series[pillar.value] for pillar in PILLARS})


def _series(told: History, card: RepCard) -> dict[str, Points]:
    """Return every measure of the rep and of the team as a line over the last half year."""
    weeks = [card.week - timedelta(weeks=back) for back in range(MOST_WEEKS - 1, -1, -1)]
    table = weekly(told, card.rep_id, weeks)
    return {str(name): _points(table[name].tolist(), weeks) for name in table.columns}


def _points(values: list[float], weeks: list[date]) -> Points:
    """Return a line from its first known week on; None where nothing was read."""
    line = [(week, None if value != value else value) for week, value in zip(weeks, values, strict=True)]
    known = [place for place, (_, value) in enumerate(line) if value is not None]
    return line[known[0] :] if known else []
