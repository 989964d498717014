"""How does one rep's pipeline read: short on the cards and in the table, in full on hover?"""

import streamlit as st

from dashboard.exports.amounts import MISSING, compact, count, money, percent, times
from dashboard.model.cards import PipelineCard, RepCard
from dashboard.model.weeks import label

NONE = "no pipeline figures"


def won(held: PipelineCard | None) -> str:
    """Return what was won of which quota, short."""
    if held is None:
        return NONE
    if held.quota is None:
        return f"{compact(held.won, held.currency)} won, no quota given" if held.won is not None else "no quota given"
    if held.won is None:
        return f"of a quota of {compact(held.quota, held.currency)}"
    return f"{compact(held.won, held.currency)} won of {compact(held.quota, held.currency)}"


def won_in_full(held: PipelineCard | None) -> str:
    """Return what attainment means, with the amounts in full."""
    meaning = "Share of the quota reached."
    if held is None or (held.won is None and held.quota is None):
        return meaning
    return f"{meaning} Won {money(held.won, held.currency)}, quota {money(held.quota, held.currency)}."


def left(held: PipelineCard | None) -> str:
    """Return how far the open pipeline covers what is left of the quota, or why that cannot be said."""
    if held is None:
        return NONE
    if held.coverage is not None:
        return f"{times(held.coverage)} of what is left of the quota"
    if held.remaining == 0:
        return "the quota is met"
    return "no quota to hold it against" if held.quota is None else "no open amount given"


def left_in_full(held: PipelineCard | None) -> str:
    """Return what open pipeline means, with the amounts in full."""
    meaning = "Money in deals that are neither won nor lost."
    if held is None or held.open_pipeline is None:
        return meaning
    rest = f", left of the quota {money(held.remaining, held.currency)}" if held.remaining is not None else ""
    return f"{meaning} Open {money(held.open_pipeline, held.currency)}{rest}."


def draw(card: RepCard) -> None:
    """Draw the pipeline, one row per currency, never added up; what no row has is no column."""
    if not card.pipelines:
        st.caption("No pipeline figures for this week. Pipeline columns may stand in the same file as the scores.")
        return
    rows = [in_words(held) for held in card.pipelines]
    told = [name for name in rows[0] if any(row[name] != MISSING for row in rows)]
    st.dataframe(
        [{name: row[name] for name in told} for row in rows],
        hide_index=True,
        placeholder=MISSING,
        alt=f"Pipeline of {card.name}, one row per currency",
    )


def in_words(held: PipelineCard) -> dict[str, str]:
    """Return a pipeline in short words; missing is a dash."""
    return {
        "Currency": held.currency or "not given",
        "Open": compact(held.open_pipeline, held.currency),
        "Weighted": compact(held.weighted_pipeline, held.currency),
        "Won": compact(held.won, held.currency),
        "Quota": compact(held.quota, held.currency),
        "Left of quota": compact(held.remaining, held.currency),
        "Coverage": times(held.coverage),
        "Attainment": percent(held.attainment),
        "Meetings": count(held.meetings),
        "Week of": label(held.week),
    }
