"""How did a rep's pipeline run: a small picture and a table per currency, and did the meetings change?"""

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from dashboard.charts import pipeline_weeks as charts
from dashboard.coaching.words import FLAGS
from dashboard.exports.amounts import MISSING, count
from dashboard.metrics.flatness import WEEKS, more
from dashboard.metrics.grid import last_weeks
from dashboard.metrics.pipelines import by_week, meetings
from dashboard.model.cards import Flag, PipelineCard, RepCard
from dashboard.ui import cached, figures, state
from dashboard.ui.cached import Desk
from dashboard.ui.pictures import picture
from dashboard.ui.say import plain, weeks

MOST_WEEKS = 26
LEAST = 2
"""Weeks with a row, below which there is no line to draw."""
Lines = Sequence[PipelineCard]


def draw(at: Desk, card: RepCard) -> None:
    """Draw the weeks of the rep's pipeline in the currency chosen; nothing where there are fewer than two."""
    lines = cached.made(at, "pipeline weeks", (card.rep_id,), lambda: _lines(at, card))
    currencies = [
        each for each in dict.fromkeys(line.currency for line in reversed(lines)) if _weeks(lines, each) >= LEAST
    ]
    if not currencies:
        return
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            head = st.container(width="content")
            currency = _chosen(card, currencies)
        head.markdown(f"**{title(currency, _weeks(lines, currency))}**")
        shown = [line for line in lines if line.currency == currency]
        figure = cached.made(at, "pipeline picture", (card.rep_id, currency), lambda: charts.pipeline_weeks(shown))
        picture(figure, f"Pipeline of {card.name} by week: open, won, quota and meetings", key="picture_pipeline_weeks")
        if said := met(card, lines):
            st.caption(plain(said))
        _table(card, shown)


def _lines(at: Desk, card: RepCard) -> tuple[PipelineCard, ...]:
    return by_week(cached.history(at, state.choice()), card.rep_id, last_weeks(card.week, MOST_WEEKS))


def _weeks(lines: Lines, currency: str) -> int:
    return sum(line.currency == currency for line in lines)


def _chosen(card: RepCard, currencies: Sequence[str]) -> str:
    """Draw the choice of currency where there are several, and return it: the main one first."""
    main = card.pipeline.currency if card.pipeline and card.pipeline.currency in currencies else currencies[0]
    order = [main, *(each for each in currencies if each != main)]
    if len(order) == 1:
        return main
    key = f"pipeline_weeks_{card.rep_id}"
    return st.radio("Currency", order, key=key, horizontal=True, label_visibility="collapsed", width="content") or main


def title(currency: str, count_of_weeks: int) -> str:
    """Return what the picture shows.

    >>> title("EUR", 26), title("", 2)
    ('Pipeline over 26 weeks, EUR', 'Pipeline over 2 weeks')
    """
    return f"Pipeline over {weeks(count_of_weeks)}{f', {currency}' if currency else ''}"


def met(card: RepCard, lines: Lines) -> str:
    """Return whether the meetings of the last four weeks are more than those of the four before; empty if not known."""
    since = meetings(lines, last_weeks(card.week, WEEKS))
    before = meetings(lines, last_weeks(card.week - timedelta(weeks=WEEKS), WEEKS))
    if since is None or before is None:
        return ""
    judged = (
        "more than chance" if more(since, before) else "fewer than chance" if more(before, since) else "no real change"
    )
    said = f"Meetings: {count(since)} in the last four weeks, {count(before)} in the four before ({judged})."
    return f"{said} {FLAGS[Flag.SCORE_WITHOUT_MEETINGS]}" if Flag.SCORE_WITHOUT_MEETINGS in card.flags else said


def _table(card: RepCard, lines: Lines) -> None:
    """Draw the weeks as a table, the newest first."""
    with st.expander(
        "Week by week", icon=":material/table_rows:", on_change="rerun", key="pipeline_weeks_table"
    ) as box:
        if box.open:
            st.dataframe(rows(lines), hide_index=True, placeholder=MISSING, alt=f"Pipeline of {card.name} by week")


def rows(lines: Lines) -> list[dict[str, str]]:
    """Return the rows of the table; what no week has is no column."""
    told = [{"Week of": words.pop("Week of"), **words} for line in reversed(lines) if (words := figures.in_words(line))]
    known = [name for name in told[0] if name != "Currency" and any(row[name] != MISSING for row in told)]
    return [{name: row[name] for name in known} for row in told]
