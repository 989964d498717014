"""On which day is the talk? A review of a week long past was held then, not today."""

from datetime import date

import streamlit as st

from dashboard.coaching.fair import talk_day
from dashboard.model.reviews import Review
from dashboard.ui import state
from dashboard.ui.review_open import now

HELP = "What is agreed is counted from this day on; of a past week, say when the talk really was."


def propose(review: Review, newest: date | None) -> None:
    """Let the day begin as it is proposed; `newest` is the Monday of the newest week with scores."""
    state.begin(_key(review.review_id), talk_day(review.week, _today(), newest))


def box(review_id: str, week: date) -> date:
    """Draw the day of the talks of a review, one for all its reps, and return it."""
    key = _key(review_id)
    st.date_input(
        "Day of the talk",
        min_value=first(week),
        max_value=_today(),
        key=key,
        format="YYYY-MM-DD",
        help=HELP,
        persist_state="session",
    )
    return state.shown(key) or talk_day(week, _today())


def of(review: Review) -> date:
    """Return the day of the talks of a review, as chosen or as proposed."""
    return state.shown(_key(review.review_id)) or talk_day(review.week, _today())


def first(week: date) -> date:
    """Return the first day that can be chosen: the reviewed week's Monday, today where that is still to come."""
    return min(week, _today())


def _key(review_id: str) -> str:
    return f"review_day_{review_id}"


def _today() -> date:
    return now().astimezone().date()
