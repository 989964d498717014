"""How does a click lead to another page?"""

import streamlit as st

from dashboard.model.pillars import Pillar
from dashboard.ui import state

REP, PILLAR = "rep", "pillar"
PAGES = {
    name: f"views/{name}.py"
    for name in (
        "this_week",
        "review",
        "leaderboard",
        "heatmap",
        "pipeline",
        "rep",
        "notes",
        "import",
        "settings",
        "guide",
    )
}
"""Every page's file by its name, as Streamlit wants it: seen from the entry file."""


def to_rep(rep_id: str, pillar: Pillar | None = None) -> None:
    """Ask for a rep's page, on one pillar if one is named."""
    state.wish_for(REP, rep_id)
    state.wish_for(PILLAR, pillar)
    to("rep")


def to_note(rep_id: str) -> None:
    """Ask for the note of a rep."""
    state.wish_for(REP, rep_id)
    to("notes")


def to(page: str) -> None:
    """Ask for a page by its name; a click is answered before the pages are known, so the frame follows it."""
    state.ask_for(page)


def follow() -> None:
    """Open the page that was asked for, if any."""
    page = state.asked_for()
    if page is not None:
        state.ask_for(None)
        st.switch_page(PAGES[page], query_params=_asked(page))


def _asked(page: str) -> dict[str, str]:
    """Return what the address of a page will say, so that the browser's Back has one step to take and not two."""
    names = ("team", "week", REP) if page in ("rep", "notes") else ("team", "week")
    wishes = {name: state.wish(name) for name in names}
    return {name: wish for name, wish in wishes.items() if wish is not None}


def link(page: str, label: str, icon: str) -> None:
    """Draw a link to a page."""
    st.page_link(PAGES[page], label=label, icon=f":material/{icon}:")
