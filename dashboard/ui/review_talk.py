"""What stands on the table in a talk with one rep: what was said last time, the facts, what to ask?"""

from collections.abc import Sequence

import streamlit as st

from dashboard.coaching import conversation, words
from dashboard.desk.review import WeekReview
from dashboard.model.cards import Queue, RepCard, State
from dashboard.model.commitments import Judged
from dashboard.model.reviews import Review, Talk
from dashboard.model.settings import Settings
from dashboard.model.weeks import label
from dashboard.ui import go, talk
from dashboard.ui.absent import STATES
from dashboard.ui.cached import Desk
from dashboard.ui.review_notes import lines
from dashboard.ui.review_start import commitment
from dashboard.ui.say import plain

MOST_BEFORE = 3


def who(card: RepCard) -> None:
    """Draw whom the talk is with."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(plain(card.name), width="stretch")
        st.button(
            "Open the rep's page",
            key="review_rep",
            type="tertiary",
            icon=":material/arrow_forward:",
            icon_position="right",
            on_click=go.to_rep,
            args=(card.rep_id,),
        )
    away = words.begun(STATES[card.state]) if card.state is not State.SCORED else ""
    about = (away, card.team, card.role, card.band and f"band {card.band}")
    st.caption(plain(" · ".join(part for part in about if part)))


def last_time(at: Desk, before: Sequence[Judged], notes: Talk | None, said_in: Review | None) -> None:
    """Draw what was said last time: what was agreed, whether it was done, what came of it, and the notes taken."""
    with st.container(border=True, gap="small"):
        st.markdown("**:material/history: What we said last time**")
        for one in before[:MOST_BEFORE]:
            with st.container(gap="xsmall"):
                commitment(at, one, "review")
        if len(before) > MOST_BEFORE:
            st.caption(f"And {len(before) - MOST_BEFORE} more, on the rep's page.")
        _notes(notes, said_in)
        if not before and not (notes and (notes.shared or notes.private)):
            st.caption("Nothing yet: this is the first talk that is written down here, or nothing was agreed.")


def _notes(notes: Talk | None, said_in: Review | None) -> None:
    if notes is None or said_in is None:
        return
    for text, icon, whose in ((notes.shared, "send", "for the rep"), (notes.private, "lock", "only for you")):
        if text:
            with st.container(gap=None):
                st.caption(f":material/{icon}: Week of {label(said_in.week)}, {whose}")
                st.markdown(lines(text))


def facts(card: RepCard, settings: Settings, queue: Queue) -> None:
    """Draw the facts of the week: the numbers, what the change means, the weakest pillar, the pipeline beside it."""
    talk.numbers(card, hide_ranks=settings.hide_ranks)
    talk.reasons(card, settings, queue)


def prompts(week: WeekReview, card: RepCard) -> None:
    """Draw what to ask."""
    st.subheader("Ask", icon=":material/forum:")
    if conversation.before_the_score(card):
        st.markdown(conversation.WHY)
    talk.prompts(week.prompts.get(card.rep_id, ()))
