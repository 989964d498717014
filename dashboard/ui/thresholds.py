"""Which thresholds can the manager change, in words, and how are they saved?"""

from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from dashboard.coaching.words import AGAINST
from dashboard.model.cards import Basis
from dashboard.model.settings import Settings
from dashboard.store.settings import save_settings
from dashboard.ui.cached import Desk

BASES = {"auto": "What is nearest: own averages, then role, then team, then default"} | {
    basis.value: f"Always {AGAINST[basis]}" for basis in Basis
}


def form(at: Desk, now: Settings) -> None:
    """Draw the thresholds and save them as one; a wrong one is refused in a sentence and nothing is changed."""
    with st.form("settings_form", border=False):
        left, right = st.columns(2, gap="large")
        with left:
            chosen = _changes(now)
        with right:
            chosen |= _groups(now)
        saved = st.form_submit_button("Save", type="primary", icon=":material/save:", key="settings_save")
    if saved:
        save_settings(at.engine, replace(now, **chosen), at=datetime.now(UTC))
        st.toast("Saved. Every page uses the new thresholds.", icon=":material/check:")


def _changes(now: Settings) -> dict[str, object]:
    st.header("What counts as a change")
    return {
        "min_change_total": st.number_input(
            "Smallest change of the score, points",
            0.0, 100.0, float(now.min_change_total), 0.5, key="settings_total",
            help="A steady user's five readings in three weeks spanned 0.75 points.",
        ),
        "min_change_pillar": st.number_input(
            "Smallest change of a pillar, points",
            0.0, 25.0, float(now.min_change_pillar), 0.5, key="settings_pillar",
            help="The same user's pillars spanned up to 0.7 points.",
        ),
        "stale_after_weeks": st.number_input(
            "Weeks after which the last score is too old", 1, 52, now.stale_after_weeks, key="settings_stale"
        ),
        "band_cuts": _bands(now),
    }  # fmt: skip


def _bands(now: Settings) -> tuple[float, ...]:
    st.markdown("Where the bands begin, points")
    names = ("Building", "Active", "Leader")
    with st.container(horizontal=True):
        return tuple(
            st.number_input(name, 1.0, 99.0, float(cut), 1.0, format="%.0f", key=f"settings_{name.lower()}", width=120)
            for name, cut in zip(names, now.band_cuts, strict=True)
        )


def _groups(now: Settings) -> dict[str, object]:
    st.header("Whom a rep is held against")
    return {
        "baseline": st.selectbox(
            "Baseline of the weakest pillar", list(BASES), list(BASES).index(now.baseline),
            format_func=lambda basis: BASES[basis], key="settings_baseline",
        ),
        "min_peers": st.number_input(
            "Reps a median needs", 2, 100, now.min_peers, key="settings_peers",
            help="A small-group rule: with fewer, the default benchmark is used and said.",
        ),
        "show_all_teams_up_to": st.number_input(
            "Show all teams at once up to this many reps", 1, 1_000_000, now.show_all_teams_up_to, 50,
            key="settings_all", help="With more reps the desk opens on one team, so that every page stays quick.",
        ),
        "hide_ranks": st.toggle(
            "Hide ranks", now.hide_ranks, key="settings_ranks", help="The order stays; no place is shown to anyone."
        ),
    }  # fmt: skip
