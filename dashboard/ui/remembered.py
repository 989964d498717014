"""What of a file's reading is taken over from last time, and how is it taken back?"""

from collections.abc import Mapping

import streamlit as st

from dashboard.model.problems import FileReport
from dashboard.ui import state
from dashboard.ui.questions import grouped, subject, words
from dashboard.ui.say import plain


def taken_over(report: FileReport, number: int) -> None:
    """Draw which answers about the file's layout are those of last time, each with a way to answer anew."""
    if not report.remembered:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f":material/history: {said(report.remembered)}", width="content")
        with st.popover("Change", key=f"remembered_{number}", type="tertiary", width="content"):
            st.caption("What was said about the last file of this layout. Your import keeps what you say now.")
            for keys, value in grouped(report.remembered):
                _answer(keys, value, f"forget_{number}_{keys[0]}")


def said(answers: Mapping[str, str]) -> str:
    """Return how many answers were taken over.

    >>> said({"date_order": "dmy", "scale:Brand": "20", "scale:People": "20"})
    'Read as last time: 2 answers remembered.'
    """
    number = len(grouped(answers))
    return f"Read as last time: {number} answer{'' if number == 1 else 's'} remembered."


def _answer(keys: tuple[str, ...], value: str, widget: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{plain(subject(keys))}: **{plain(words(value, {}))}**", width="stretch")
        st.button("Do not use it", key=widget, on_click=_unsay, args=(keys,), type="tertiary")


def _unsay(keys: tuple[str, ...]) -> None:
    for key in keys:
        state.unsay(key)
