"""Whose pipeline stands where: a row per rep and currency, and who has none?"""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.desk.review import WeekReview
from dashboard.exports.amounts import MISSING
from dashboard.metrics.relation import relation
from dashboard.model.cards import PipelineCard, RepCard, State
from dashboard.model.weeks import label
from dashboard.ui import absent, cached, go, state
from dashboard.ui.cached import Desk
from dashboard.ui.filters import rep_labels
from dashboard.ui.money_columns import amount, attained, coverage
from dashboard.ui.say import plain
from dashboard.ui.together import sentence

NAME_KEY = "pipeline_name"
MOST_NAMES = 24
TALLEST = 20
Row = tuple[RepCard, PipelineCard]


def draw(at: Desk, review: WeekReview) -> None:
    """Draw the pipelines; a click on a name opens the rep."""
    rows = held(review.cards)
    if not rows:
        return
    st.header("By rep")
    st.dataframe(
        cached.made(at, "pipelines", (), lambda: table(rows)),
        hide_index=True,
        column_config=_columns(rows),
        placeholder=MISSING,
        height="content" if len(rows) <= TALLEST else 740,
        key="pipeline_table",
        alt="Pipeline of each rep in each currency; amounts are never added across currencies",
    )
    _without(without(review.cards))


def together(at: Desk, review: WeekReview) -> str:
    """Return whether score and attainment go together, and what that cannot say."""
    return cached.made(at, "together", (), lambda: sentence(relation(review.table)))


def held(cards: Sequence[RepCard]) -> list[Row]:
    """Return every rep with each pipeline."""
    return [(card, pipeline) for card in cards for pipeline in card.pipelines]


def without(cards: Sequence[RepCard]) -> list[RepCard]:
    """Return the reps still on the team who have no pipeline figures."""
    return [card for card in cards if not card.pipelines and card.state is not State.LEFT]


def table(rows: Sequence[Row]) -> pd.DataFrame:
    """Return the pipelines as a table for the screen; teams, weeks and meetings only where they tell rows apart."""
    teams = {card.team for card, _ in rows}
    older = any(pipeline.week < card.week for card, pipeline in rows)
    pipelines = [pipeline for _, pipeline in rows]
    columns = {
        "Rep": [card.name for card, _ in rows],
        "Currency": [pipeline.currency or None for pipeline in pipelines],
        "Open": [pipeline.open_pipeline for pipeline in pipelines],
        "Won": [pipeline.won for pipeline in pipelines],
        "Quota": [pipeline.quota for pipeline in pipelines],
        "Left": [pipeline.remaining for pipeline in pipelines],
        "Attained": [None if pipeline.attainment is None else pipeline.attainment * 100 for pipeline in pipelines],
        "Coverage": [pipeline.coverage for pipeline in pipelines],
        "Meetings": [pipeline.meetings for pipeline in pipelines],
        **({"Team": [card.team for card, _ in rows]} if len(teams) > 1 else {}),
        **({"Week of": [label(pipeline.week) for pipeline in pipelines]} if older else {}),
    }
    return pd.DataFrame(columns)


def _columns(rows: Sequence[Row]) -> dict[str, Any]:
    """Return how each column is drawn."""
    return {
        "Rep": _names(rows),
        **{name: amount(name) for name in ("Open", "Won", "Quota", "Left")},
        "Attained": attained(),
        "Coverage": coverage(),
        "Currency": st.column_config.TextColumn(width=72),
        "Meetings": st.column_config.NumberColumn(width=76, format="%d"),
    }


def _names(rows: Sequence[Row]) -> Any:  # noqa: ANN401 # Streamlit names no type for a column's configuration
    width = min(max(136, 8 * max(len(card.name) for card, _ in rows)), 232)
    return st.column_config.ButtonColumn(
        width=width, pinned=True, alignment="left", type="tertiary", key=NAME_KEY, on_click=_open,
        args=(tuple(card.rep_id for card, _ in rows),), help="Click a name to open the rep.",
    )  # fmt: skip


def _open(rep_ids: tuple[str, ...]) -> None:
    row = state.clicked_row(NAME_KEY)
    if row is not None and row < len(rep_ids):
        go.to_rep(rep_ids[row])


def _without(cards: Sequence[RepCard]) -> None:
    """List who has no figures, each a way to the rep."""
    if not cards:
        return
    labels = rep_labels(cards)
    st.markdown(f"**No pipeline figures** · {len(cards)}")
    st.caption("Nothing in the files of the last four weeks; that is not a pipeline of zero.")
    with st.container(horizontal=True, gap="medium"):
        for card in cards[:MOST_NAMES]:
            why = absent.title(card).lower()
            name = plain(labels[card.rep_id]) + (f" · {why}" if why else "")
            st.button(name, key=f"without_{card.rep_id}", type="tertiary", on_click=go.to_rep, args=(card.rep_id,))
    if len(cards) > MOST_NAMES:
        st.caption(f"and {len(cards) - MOST_NAMES:,} more")
