"""Of which day is each file whose rows have none? As it was found, to be said otherwise."""

import re
from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard.model.problems import Problem
from dashboard.ui import state
from dashboard.ui.say import plain

_FOUND = re.compile(r"(\d{4}-\d\d-\d\d) from ")
HELP = "No day stands in its rows, so this one counts for all of them: choose the day its numbers were taken."


def days(problems: Sequence[Problem]) -> None:
    """Draw the day of each file that has none in its rows, so that another one can be said."""
    found = days_found(problems)
    for file, day in found.items():
        key = f"import_day_{file}"
        state.show(key, day)
        label = "Day the file speaks of" if len(state.uploads()) == 1 else f"Day of {plain(file)}"
        st.date_input(label, key=key, format="YYYY-MM-DD", width=220, help=HELP, on_change=_take, args=(file, key))


def days_found(problems: Sequence[Problem]) -> dict[str, date]:
    """Return the day of each file that stands for all of its rows."""
    told = [(one.file, _FOUND.match(one.found)) for one in problems if one.code == "no_date_column"]
    return {file: date.fromisoformat(match[1]) for file, match in told if match}


def _take(file: str, key: str) -> None:
    """Keep the day that was chosen for a file."""
    day = state.shown(key)
    state.answer(f"day:{file}", day.isoformat() if day else None)
