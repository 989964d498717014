"""How does a review end? Looked over once, then frozen."""

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.coaching.ledger_words import promise
from dashboard.desk.frozen import freeze
from dashboard.desk.meeting import agreed_in, talked
from dashboard.desk.review import WeekReview
from dashboard.model.reviews import Review, Talk, Talked
from dashboard.store import commitments as ledger
from dashboard.store import reviews as stored
from dashboard.ui import cached, filters, kpi, state
from dashboard.ui.cached import Desk
from dashboard.ui.review_open import attempt, now
from dashboard.ui.review_steps import WITH, to
from dashboard.ui.say import plain


def draw(at: Desk, review: Review, week: WeekReview, talks: Mapping[str, Talk], order: Sequence[str]) -> None:
    """Draw what the review comes to, and the way to end it."""
    st.header("End of the review", icon=":material/flag:")
    names = filters.rep_labels(week.cards)
    agreed = agreed_in(ledger.commitments(at.engine), review)
    numbers(order, talks, len(agreed))
    _open(order, talks, names)
    for made in agreed:
        st.markdown(f"- **{plain(names.get(made.rep_id, made.rep_id))}**: {plain(promise(made))}")
    role = state.choice().role
    if role:
        st.caption("A review is ended with everybody in view, so that nobody's numbers are missing from it.")
        st.button("Show all roles", key="review_roles", on_click=state.wish_for, args=("role", None))
        return
    with st.popover("End the review", icon=":material/lock:", type="primary", key="review_end"):
        st.markdown("The numbers, the notes and what was agreed are frozen as they stand. Nothing can be added later.")
        st.button(
            "End and freeze",
            key="review_freeze",
            type="primary",
            on_click=_end,
            args=(at, review, week, order),
        )


def numbers(order: Sequence[str], talks: Mapping[str, Talk], agreed: int) -> None:
    """Draw how many were coached, skipped and not talked with, and how much was agreed."""
    count = Counter(talked(talks, rep_id) for rep_id in order)
    minutes = sum(talk.minutes or 0 for talk in talks.values())
    with st.grid(4, min_column_width=160):
        kpi.card("Coached", str(count[Talked.COACHED]), f"{minutes} minutes in all" if minutes else f"of {len(order)}")
        kpi.card("Skipped", str(count[Talked.SKIPPED]), f"of {len(order)}")
        kpi.card("Not talked with", str(count[Talked.OPEN]), f"of {len(order)}")
        kpi.card("Agreed", str(agreed), "commitment" if agreed == 1 else "commitments")


def _open(order: Sequence[str], talks: Mapping[str, Talk], names: Mapping[str, str]) -> None:
    left = [rep_id for rep_id in order if talked(talks, rep_id) is Talked.OPEN][:5]
    if left:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption("Not talked with yet:", width="content")
            for rep_id in left:
                st.button(plain(names[rep_id]), key=f"review_to_{rep_id}", type="tertiary", on_click=to, args=(rep_id,))


def _end(at: Desk, review: Review, week: WeekReview, order: Sequence[str]) -> None:
    """Freeze what stands in the store at the moment of the click."""

    def end() -> None:
        talks = stored.talks(at.engine, review.review_id)
        everybody = [*order, *(rep_id for rep_id in talks if rep_id not in order)]
        made = agreed_in(ledger.commitments(at.engine), review)
        frozen = freeze(week, talks, everybody, cached.settings(at), made)
        stored.end_review(at.engine, review.review_id, frozen, at=now())

    if attempt(end):
        state.wish_for(WITH, None)
