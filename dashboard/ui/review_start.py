"""What does a meeting open on: what was said last time, with whomever?"""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.coaching.expected import reckoned
from dashboard.coaching.ledger_words import from_to, promise, sentence
from dashboard.model.commitments import Judged
from dashboard.model.reviews import Review
from dashboard.model.weeks import label
from dashboard.ui import ledger
from dashboard.ui.cached import Desk
from dashboard.ui.review_open import read_again
from dashboard.ui.say import plain

MOST = 12
"""More commitments than this are looked at with each rep, not in a row (ours)."""


def draw(at: Desk, said: Sequence[Judged], earlier: Review | None, names: Mapping[str, str]) -> None:
    """Draw what had been agreed with everybody, whether it was done and what came of it, and the review it was in."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header("What we said last time", icon=":material/history:", width="stretch")
        if earlier:
            st.button(
                f"The review of {label(earlier.week)}",
                key="review_earlier",
                type="tertiary",
                icon=":material/lock:",
                on_click=read_again,
                args=(earlier.review_id,),
            )
    if not said:
        st.caption("Nothing is waiting for a word: nothing was agreed, or it was all looked at.")
    with st.grid(2, min_column_width=340):
        for one in said[:MOST]:
            with st.container(border=True, height="stretch", gap="xsmall"):
                st.markdown(f"**{plain(names[one.commitment.rep_id])}**")
                commitment(at, one, "review_start")
    if said[MOST:]:
        st.caption(f"And {len(said) - MOST} more, each with its rep.")


def commitment(at: Desk, one: Judged, prefix: str) -> None:
    """Draw one commitment: its verdict, what was agreed, and the question whether it was done."""
    ledger.heading(one)
    st.markdown(plain(promise(one.commitment)))
    ledger.word(at, one.commitment, prefix)
    stood = from_to(one)
    st.caption(plain(" ".join(filter(None, (sentence(one), stood and f"{stood}.", reckoned(one))))))
