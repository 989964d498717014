"""Where are the words for the rep written outside the meeting? On the note itself, into the review that goes on."""

from datetime import date

import streamlit as st

from dashboard.model.reviews import Talk
from dashboard.store import reviews as stored
from dashboard.ui import review_notes, review_open
from dashboard.ui.cached import Desk


def draw(at: Desk, week: date, rep_id: str) -> None:
    """Draw the box of the words for the rep while the week's review goes on; they stand in every note made of it."""
    review_open.refusal()
    review_notes.told()
    review = review_open.of_week(review_open.held(at))
    if review is None or review.ended:
        return
    talk = stored.talks(at.engine, review.review_id).get(rep_id, Talk(rep_id))
    with st.container(width=800, gap="xsmall"):
        review_notes.box(at, review, talk, review_notes.SHARED)
        review_notes.keep_while_written()
        st.caption(review_notes.kept(talk))
