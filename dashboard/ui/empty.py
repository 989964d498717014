"""What does a manager see before anything is on the desk? What to do first, in place, and a team to try it with."""

import streamlit as st

from dashboard.ui import cached, go, importing, sample
from dashboard.ui.cached import Desk


def desk(at: Desk) -> None:
    """Explain the empty desk and offer the three ways to fill it."""
    st.markdown(
        "This desk shows whom to coach this week, and on what. It needs your team's Social Selling Index numbers, "
        "one row per rep; pipeline columns may stand beside them."
    )
    with st.grid(2, min_column_width=320, gap="medium"):
        _own_numbers()
        _sample_team(at)


def _own_numbers() -> None:
    with st.container(border=True, height="stretch"):
        st.header("Start with your numbers", icon=":material/upload_file:")
        importing.sources(where="empty")
        templates(where="empty")
        st.caption("An export of Sales Navigator's usage reporting, a spreadsheet of your own, or the template.")
        go.link("guide", "What the score is, and where to get it", "menu_book")


def _sample_team(at: Desk) -> None:
    with st.container(border=True, height="stretch"):
        st.header("Or look around first", icon=":material/groups:")
        st.markdown(
            "Fourteen invented reps in three teams, with half a year of weekly scores and pipeline. "
            "It is one import: take it back under **Import** when you are done."
        )
        if st.button("Try it with a sample team", key="empty_sample", type="primary", icon=":material/play_arrow:"):
            sample.load(at)
            st.rerun()


def templates(where: str) -> None:
    """Offer the template to fill in, as CSV and as XLSX."""
    csv, workbook = cached.templates()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            "Template, XLSX",
            workbook,
            "ssi-template.xlsx",
            key=f"{where}_template_xlsx",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )
        st.download_button(
            "Template, CSV",
            csv,
            "ssi-template.csv",
            key=f"{where}_template_csv",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )
