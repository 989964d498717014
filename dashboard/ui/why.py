"""Why does somebody stand at this place of the queue? Every factor in words, behind one click."""

import streamlit as st

from dashboard.coaching.priority import worked_out, worth
from dashboard.model.cards import Factor, Queue, Reason
from dashboard.ui.say import plain

MADE_OF = (
    "Need and signal add up, and the sum is multiplied by the other two: the highest is first. What each counts is in "
    "Settings."
)


def opened(reason: Reason, key: str, more: str = "") -> None:
    """Draw what opens the factors of a rep's place, and one more sentence; nothing where there are none."""
    if not reason.factors:
        return
    with st.popover("Why?", key=f"{key}_why_{reason.rep_id}", icon=":material/help:", type="tertiary", width="content"):
        for factor in reason.factors:
            with st.container(gap="xxsmall"):
                st.markdown(f"**{factor.name}** · {_worth(factor)}")
                st.caption(plain(factor.words))
        if more:
            with st.container(gap="xxsmall"):
                st.markdown("**Who could help**")
                st.caption(plain(more))
        st.markdown(f"**Together** · {worked_out(reason.factors)}")
        st.caption(MADE_OF)


def of(queue: Queue, rep_id: str, key: str) -> None:
    """Draw what opens the factors of one rep's place, where the rep has one."""
    for reason in (*queue.coach, *queue.worth):
        if reason.rep_id == rep_id:
            opened(reason, key)


def _worth(factor: Factor) -> str:
    """Return what a factor comes to, and its weight where it is not the usual one.

    >>> _worth(Factor("Need", 0.52, 1.0, ".")), _worth(Factor("Need", 0.5, 0.0, ".")), _worth(Factor("Need", 1, 2, "."))
    ('0.52', '0.5, left out', '1, counts 2 times')
    """
    weight = {1.0: "", 0.0: ", left out"}.get(factor.weight, f", counts {factor.weight:g} times")
    return f"{worth(factor.value)}{weight}"
