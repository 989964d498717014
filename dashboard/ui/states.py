"""How does the manager say that a rep has left, is away or is not onboarded yet, where no file says it?"""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from itertools import compress

import pandas as pd
import streamlit as st

from dashboard.desk.states import STATES, set_state
from dashboard.store import history as stored
from dashboard.ui import cached, state
from dashboard.ui.cached import Desk
from dashboard.ui.say import plain, reps

WHO = "app"
WHOM, WHAT, OPEN = "states_reps", "states_state", "states_open"
MOST = 2000
"""Among more reps than this nobody is found in a list; a team is chosen first (ours)."""


def people(at: Desk) -> None:
    """Draw who is not simply active, and the way to say so of others."""
    folded = st.expander(
        "Somebody has left, is on leave or is not onboarded yet",
        icon=":material/badge:",
        key=OPEN,
        on_change="rerun",
    )
    if not folded.open:
        return  # the list of names is made and sent only for who wants it
    shown = cached.made(at, "states", (), partial(_reps, at))
    with folded:
        if shown.empty:
            st.caption("Nobody is on the desk yet.")
            return
        if len(shown) > MOST:
            st.caption(f"{reps(len(shown))} are in view: choose a team beside the page first.")
            return
        _form(at, _labels(shown))
        _away(shown)


def _reps(at: Desk) -> pd.DataFrame:
    """Return whom the sidebar is set to, without their history, which this page has no use for."""
    chosen = state.choice()
    return stored.reps(at.engine, team=chosen.team, role=chosen.role)


def _form(at: Desk, labels: Mapping[str, str]) -> None:
    st.caption(
        "From their last score on they are no longer expected: in no median and no queue. What you say stands "
        "among the imports below, where it can be taken back."
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.multiselect("Reps", list(labels), format_func=lambda one: labels[one], key=WHOM, placeholder="Choose reps")
        st.segmented_control("Are", list(STATES), default="left", format_func=STATES.__getitem__, key=WHAT)
        st.button("Save", key="states_save", icon=":material/save:", on_click=_save, args=(at,))


def _save(at: Desk) -> None:
    """Store what is chosen; runs before the page does."""
    chosen, wanted = state.shown(WHOM), state.shown(WHAT)
    if chosen and wanted:
        record = set_state(at.engine, chosen, wanted, who=WHO, at=datetime.now(UTC))
        what = f"{reps(len(chosen))}: {STATES[wanted].lower()}"
        st.toast(f"Saved. {what}." if record else f"The desk knew that already. {what}.")
        state.show(WHOM, [])
    else:
        st.toast("Choose at least one rep, and what they are.")


def _away(shown: pd.DataFrame) -> None:
    away = shown[shown["status"].isin([name for name in STATES if name != "active"])]
    if len(away):
        told = away.assign(State=away["status"].map(STATES)).rename(columns={"name": "Rep", "team": "Team"})
        st.dataframe(told[["Rep", "Team", "State"]], hide_index=True, placeholder="–", alt="Who is not active")
    else:
        st.caption("Everybody in view counts as active.")


def _labels(shown: pd.DataFrame) -> dict[str, str]:
    """Return how each rep is called in the list: by name, with the id where two share one."""
    again = shown["name"].duplicated(keep=False)
    twice = set(compress(shown["rep_id"], again))
    named = zip(shown["rep_id"], shown["name"], strict=True)
    return {rep_id: plain(f"{name} [{rep_id}]" if rep_id in twice else name) for rep_id, name in named}
