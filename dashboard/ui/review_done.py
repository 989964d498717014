"""How does a talk end: coached or skipped, how long it was, and on to the next one?"""

from dataclasses import replace

import streamlit as st

from dashboard.model.reviews import Review, Talk, Talked
from dashboard.ui import state
from dashboard.ui.cached import Desk
from dashboard.ui.review_notes import change
from dashboard.ui.review_steps import to

LONGEST = 240
"""Minutes of a talk; more is a slip of the hand (ours)."""


def draw(at: Desk, review: Review, talk: Talk, following: str) -> None:
    """Draw what ends a talk with a rep; `following` is where the meeting goes then."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _minutes(at, review, talk)
        _button(at, review, talk, Talked.COACHED, following)
        _button(at, review, talk, Talked.SKIPPED, following)
        if talk.talked is not Talked.OPEN:
            st.button(
                "Not talked with yet",
                key="review_reopen",
                type="tertiary",
                on_click=_finish,
                args=(at, review, talk.rep_id, Talked.OPEN, talk.rep_id),
            )


def _button(at: Desk, review: Review, talk: Talk, ends: Talked, following: str) -> None:
    coached = ends is Talked.COACHED
    st.button(
        "Coached, next" if coached else "Skip",
        key=f"review_{ends.value}",
        type="primary" if coached else "secondary",
        icon=":material/check:" if coached else ":material/redo:",
        shortcut="D" if coached else "S",
        on_click=_finish,
        args=(at, review, talk.rep_id, ends, following),
    )


def _finish(at: Desk, review: Review, rep_id: str, ends: Talked, following: str) -> None:
    """Keep how the talk ended and go on; refused, the meeting stays where it is."""
    if change(at, review, rep_id, lambda there: replace(there, talked=ends)):
        to(following)


def _minutes(at: Desk, review: Review, talk: Talk) -> None:
    key = f"review_minutes_{review.review_id}_{talk.rep_id}"
    if state.shown(key) != talk.minutes or talk.minutes is None:
        state.show(key, talk.minutes)
    st.number_input(
        "Minutes, if you like",
        0,
        LONGEST,
        step=5,
        key=key,
        placeholder="–",
        width=180,
        on_change=_take_minutes,
        args=(at, review, talk.rep_id, key),
    )


def _take_minutes(at: Desk, review: Review, rep_id: str, key: str) -> None:
    minutes = state.shown(key)
    change(at, review, rep_id, lambda there: replace(there, minutes=minutes))
