"""What was tried before on a pillar, and what happened? What did nothing is not offered again, but stays in sight."""

from collections.abc import Sequence

import streamlit as st

from dashboard.coaching.expected import reckoned
from dashboard.coaching.habits import told
from dashboard.coaching.ledger_words import promise, sentence
from dashboard.coaching.prompt import Prompt
from dashboard.model.commitments import Judged
from dashboard.model.weeks import label
from dashboard.ui.say import plain

MOST = 5
"""So many stand here; the rest are among the rep's commitments."""


def tried(judged: Sequence[Judged], offered: Sequence[Prompt]) -> None:
    """Draw what one rep tried on a pillar and is not offered now; nothing where there is none."""
    found = told(judged, offered)
    if not found:
        return
    with st.container(border=True, gap="small"):
        st.markdown(":material/history: **Tried before**")
        for one in found[:MOST]:
            with st.container(gap="xxsmall"):
                st.markdown(plain(promise(one.commitment)))
                st.caption(
                    plain(f"Agreed {label(one.commitment.agreed_on)}. {sentence(one)}"),
                    help=plain(reckoned(one)) or None,
                )
        if found[MOST:]:
            st.caption(f"and {len(found) - MOST} more, among the commitments")
