"""How does a click lead to another page?"""

import streamlit as st

from dashboard.model.pillars import Pillar
from dashboard.ui import state

REP, PILLAR = "rep", "pillar"
PAGES = {
    name: f"views/{name}.py"
    for name in (
        "this_week",
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
    """Open a rep's page, on one pillar if one is named."""
    state.wish_for(REP, rep_id)
    state.wish_for(PILLAR, pillar)
    to("rep")


def to_note(rep_id: str) -> None:
    """Open the note of a rep."""
    state.wish_for(REP, rep_id)
    to("notes")


def to(page: str) -> None:
    """Open a page by its name."""
    st.switch_page(PAGES[page])


def link(page: str, label: str, icon: str) -> None:
    """Draw a link to a page."""
    st.page_link(PAGES[page], label=label, icon=f":material/{icon}:")
