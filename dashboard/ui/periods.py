"""Which closed deals of a list count as won and lost? Chosen beside the numbers, remembered with the list's layout."""

from datetime import date

import streamlit as st

from dashboard.ingest.load import Loaded
from dashboard.ui import state

KEY, WIDGET, DAYS = "period", "import_period", "import_period_days"
OWN = "own"
WORDS = {
    "quarter": "Of the quarter of the list's day",
    "month": "Of its month",
    "year": "Of its year",
    "all": "All of them",
    OWN: "From one day to another …",
}
HELP = "Open, overdue and without an amount always count all deals. A quota file is read for the same period."


def choice(loaded: Loaded) -> None:
    """Draw the choice where there is a list of deals."""
    if len(loaded.pipeline) and any(report.shape == "deals" for report in loaded.files):
        now = in_force(loaded)
        state.show(WIDGET, now if now in WORDS else OWN)
        st.selectbox(
            "Won and lost: closed deals that count",
            list(WORDS),
            format_func=WORDS.__getitem__,
            key=WIDGET,
            on_change=_take,
            args=(_day(loaded),),
            help=HELP,
            width=320,
        )
        if now not in WORDS:
            state.show(DAYS, tuple(map(date.fromisoformat, now.split(":"))))
            st.date_input("From and to", key=DAYS, on_change=_take_days, format="YYYY-MM-DD", width=260)


def in_force(loaded: Loaded) -> str:
    """Return the period that counts: as said now, else as last time, else the quarter."""
    remembered = next((report.remembered[KEY] for report in loaded.files if KEY in report.remembered), "quarter")
    return state.answers().get(KEY) or remembered


def _day(loaded: Loaded) -> date:
    """Return the newest day of the pipeline, for the first span of two days."""
    weeks = loaded.pipeline["week"]
    return weeks.max().date()


def _take(day: date) -> None:
    """Keep the period chosen; a span of one's own begins as the year of the list."""
    said = state.shown(WIDGET)
    state.answer(KEY, f"{day.year}-01-01:{day.year}-12-31" if said == OWN else said)


def _take_days() -> None:
    """Keep both days once both are chosen."""
    days = state.shown(DAYS)
    if days and len(days) == 2:
        state.answer(KEY, f"{days[0].isoformat()}:{days[1].isoformat()}")
