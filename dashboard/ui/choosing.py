"""Which of several values of one number counts? Chosen with a click, for all of them or one by one."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard.model.columns import FIELD_LABELS
from dashboard.model.problems import Dispute
from dashboard.model.weeks import label
from dashboard.ui import state
from dashboard.ui.say import plain

ALL = "value"
KEEP = {"first": "The first", "last": "The last", "total": "What adds up to the total"}
MOST = 12
"""Numbers to choose one by one; more are settled all at once, or in the file (ours)."""


def values(disputes: Sequence[Dispute]) -> None:
    """Draw the choice for all numbers with several values, and one for each of the first of them."""
    if len(disputes) != 1:
        _choice("Of all these keep", tuple(KEEP), ALL, tuple(KEEP.values()), "first")
    for one in disputes[:MOST]:
        about = f"{one.rep}, {FIELD_LABELS.get(one.field, one.field)}, week of {label(date.fromisoformat(one.week))}"
        labels = tuple(f"{value} in {place}" for value, place in zip(one.choices, one.places, strict=True))
        _choice(about, one.choices, one.key, labels, one.kept)
    if len(disputes) > MOST:
        st.caption(f"The first {MOST} of {len(disputes):,} can be chosen one by one.")


def covers(disputes: Sequence[Dispute], problems: int) -> bool:
    """Say whether the choices show every one of so many contradictions, so that a table of them would repeat them."""
    return len(disputes) <= MOST and problems <= sum(len(one.choices) - 1 for one in disputes)


def _choice(about: str, choices: Sequence[str], key: str, labels: Sequence[str], kept: str) -> None:
    """Draw one choice, set to what counts now; a click is an answer."""
    words = dict(zip(choices, labels, strict=True))
    widget = f"choose_{key}"
    state.show(widget, state.answers().get(key, kept) if key == ALL else kept)
    st.radio(
        plain(about),
        choices,
        format_func=lambda choice: plain(words[choice]),
        horizontal=True,
        key=widget,
        on_change=_take,
        args=(key, widget),
    )


def _take(key: str, widget: str) -> None:
    """Keep a choice; the one for all goes before what was chosen one by one."""
    if key == ALL:
        for other in [one for one in state.answers() if one.startswith(f"{ALL}:")]:
            state.answer(other, None)
    state.answer(key, state.shown(widget))
