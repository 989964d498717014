"""Who else has a call this week: every rep beyond those to talk to first, each a way to the rep with a reason?"""

from collections.abc import Collection, Sequence
from dataclasses import replace

import streamlit as st

from dashboard.coaching.call import LABELS, Call
from dashboard.model.cards import Queue, Reason
from dashboard.ui import why
from dashboard.ui.named import way
from dashboard.ui.say import plain

MOST_NAMES = 5
MOST_WAYS = 12
"""Beyond five reasons names alone are shown, and beyond twelve names the leaderboard is the better list."""

ICONS: dict[Call, str] = {
    Call.COACH: "forum",
    Call.PIPELINE: "filter_alt",
    Call.CELEBRATE: "celebration",
    Call.MENTOR: "diversity_3",
    Call.LEAVE_ALONE: "self_improvement",
}
NOBODY: dict[Call, str] = {
    Call.COACH: "Nobody beyond those above.",
    Call.CELEBRATE: "Nobody: a rise beyond noise or a met quota would stand here.",
    Call.LEAVE_ALONE: "Nobody in particular.",
}
"""Said where a list is empty; the others are left out then."""

BOXES = ((Call.COACH, Call.PIPELINE), (Call.CELEBRATE, Call.MENTOR), (Call.LEAVE_ALONE,))


def others(queue: Queue, elsewhere: Collection[str] = ()) -> None:
    """Draw everybody else with a call, by what the week calls for; who is to be left alone and named `elsewhere` once.

    `elsewhere` are ids of reps.
    """
    alone = tuple(one for one in queue.leave_alone if one.rep_id not in elsewhere)
    queue = replace(queue, leave_alone=alone)
    with st.grid(3, min_column_width=280):
        for calls in BOXES:
            with st.container(border=True, height="stretch"):
                for place, call in enumerate(calls):
                    if listed(queue, call) or call in NOBODY:
                        if place:
                            st.space("xsmall")
                        _list(call, listed(queue, call))


def listed(queue: Queue, call: Call) -> tuple[Reason, ...]:
    """Return whom the week calls for this with, beyond those to talk to first."""
    return queue.worth if call is Call.COACH else getattr(queue, call)


def _list(call: Call, reasons: Sequence[Reason]) -> None:
    with st.container(gap="xxsmall"):
        st.markdown(f":material/{ICONS[call]}: **{LABELS[call].capitalize()}**")
        if not reasons:
            st.caption(NOBODY[call])
        ways(key(call), reasons[:MOST_NAMES])
        rest = reasons[MOST_NAMES:]
        if rest:
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.caption(f"and {len(rest)} more", width="content")
                for reason in rest[:MOST_WAYS]:
                    way(key(call), reason.rep_id, reason.name)


def ways(prefix: str, reasons: Sequence[Reason]) -> None:
    """Draw names as ways to the reps, each with its reason."""
    for reason in reasons:
        with st.container(gap=None):
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                way(prefix, reason.rep_id, reason.name)
                why.opened(reason, prefix)
            st.caption(plain(reason.reason))


def key(call: Call) -> str:
    """Return what the keys of a list's buttons begin with.

    >>> key(Call.COACH), key(Call.LEAVE_ALONE)
    ('worth', 'leave_alone')
    """
    return {Call.COACH: "worth", Call.PIPELINE: "thin"}.get(call, call.value)
