"""Which thresholds can the manager change, in words, and how are they saved?"""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.coaching.against import AGAINST
from dashboard.model.cards import Basis
from dashboard.model.settings import Settings
from dashboard.store.settings import save_settings
from dashboard.ui import state, weights
from dashboard.ui.cached import Desk

BASES = {"auto": "What is nearest: own averages, then role, then team, then default"} | {
    basis.value: f"Always {AGAINST[basis]}" for basis in Basis
}


UNSAVED = "What you changed counts from Save on, and is forgotten when you open another page before."
BANDS = ("Building", "Active", "Leader")


def form(at: Desk, now: Settings) -> Settings:
    """Draw the thresholds, save them as one and return those in force; a wrong one is refused in a sentence.

    What is not saved yet stands above them, since it is lost when the page is left.
    """
    for key, value in _values(now).items():
        state.begin(key, value)
    above = st.empty()
    left, right = st.columns(2, gap="large")
    with left:
        chosen = _changes() | weights.weights()
    with right:
        chosen |= _groups()
        chosen["targets"] = weights.targets()
    saved = st.button("Save", type="primary", icon=":material/save:", key="settings_save")
    wanted = replace(now, **chosen)
    if saved and not _refused(chosen["band_cuts"]):
        _save(at, wanted, "Saved. Every page uses the new thresholds.")
        return wanted
    if wanted != now:
        _unsaved(above, now)
    return now


def _unsaved(above: DeltaGenerator, now: Settings) -> None:
    """Say at the top that what was changed is not saved, with a way back."""
    with above.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/edit: **Not saved yet.** {UNSAVED}", width="stretch")
        st.button("Discard", key="settings_discard", icon=":material/undo:", on_click=_show, args=(now,))


def _show(settings: Settings) -> None:
    """Let the form show these thresholds."""
    for key, value in _values(settings).items():
        state.show(key, value)


def _values(settings: Settings) -> dict[str, object]:
    """Return what each widget of the form shows."""
    return {
        "settings_total": float(settings.min_change_total),
        "settings_pillar": float(settings.min_change_pillar),
        "settings_stale": settings.stale_after_weeks,
        "settings_baseline": settings.baseline,
        "settings_peers": settings.min_peers,
        "settings_all": settings.show_all_teams_up_to,
        "settings_ranks": settings.hide_ranks,
        **weights.values(settings),
        **{f"settings_{name.lower()}": float(cut) for name, cut in zip(BANDS, settings.band_cuts, strict=True)},
    }


def _save(at: Desk, settings: Settings, said: str) -> None:
    save_settings(at.engine, settings, at=datetime.now(UTC))
    st.toast(said, icon=":material/check:")


def _refused(cuts: tuple[float, ...]) -> bool:
    """Say which bands do not rise, beside the form; tell whether there are any."""
    if all(lower < upper for lower, upper in pairwise(cuts)):
        return False
    begins = ", ".join(f"{name} at {cut:g}" for name, cut in zip(BANDS, cuts, strict=True))
    st.error(
        f"Nothing was saved: each band must begin above the one before it, but these are {begins}.",
        icon=":material/error:",
    )
    return True


def to_defaults(at: Desk, now: Settings) -> None:
    """Draw what puts every threshold back to its default; while all have it there is nothing to click."""
    usual = now == Settings()
    st.button(
        "Back to the defaults",
        key="settings_defaults",
        icon=":material/restart_alt:",
        disabled=usual,
        help="Every threshold has its default." if usual else "Every threshold becomes what it is on a new desk.",
        on_click=_reset,
        args=(at,),
    )


def _reset(at: Desk) -> None:
    """Save the defaults and let the form show them."""
    _show(Settings())
    _save(at, Settings(), "Every threshold has its default again.")


def _changes() -> dict[str, Any]:
    st.header("What counts as a change")
    return {
        "min_change_total": st.number_input(
            "Smallest change of the score, points", 0.0, 100.0, step=0.5, format="%.1f", key="settings_total",
            help="A steady user's five readings in three weeks spanned 0.75 points.",
        ),
        "min_change_pillar": st.number_input(
            "Smallest change of a pillar, points", 0.0, 25.0, step=0.5, format="%.1f", key="settings_pillar",
            help="The same user's pillars spanned up to 0.7 points.",
        ),
        "stale_after_weeks": st.number_input(
            "Weeks after which the last score is too old", 1, 52, step=1, key="settings_stale"
        ),
        "band_cuts": _bands(),
    }  # fmt: skip


def _bands() -> tuple[float, ...]:
    st.markdown("Where the bands begin, points of 100")
    with st.container(horizontal=True):
        return tuple(
            st.number_input(name, 1.0, 99.0, step=1.0, format="%.0f", key=f"settings_{name.lower()}", width=120)
            for name in BANDS
        )


def _groups() -> dict[str, Any]:
    st.header("Whom a rep is held against")
    return {
        "baseline": st.selectbox(
            "Baseline of the weakest pillar", list(BASES), format_func=lambda basis: BASES[basis],
            key="settings_baseline",
        ),
        "min_peers": st.number_input(
            "Reps a median needs", 2, 100, step=1, key="settings_peers",
            help="A small-group rule: with fewer, the default benchmark is used and said.",
        ),
        "show_all_teams_up_to": st.number_input(
            "Show all teams at once up to this many reps", 1, 1_000_000, step=50, key="settings_all",
            help="With more reps the desk opens on one team, so that every page stays quick.",
        ),
        "hide_ranks": st.toggle(
            "Hide ranks", key="settings_ranks", help="The order stays; no place is shown to anyone."
        ),
    }  # fmt: skip
