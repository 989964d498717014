"""What does the user see when something is refused? One sentence, never a traceback."""

from collections.abc import Generator
from contextlib import contextmanager

import streamlit as st

from dashboard.model.errors import DashboardError
from dashboard.ui.say import plain


@contextmanager
def guard() -> Generator[None]:
    """Show a refusal raised inside as its sentence; anything else is a bug and left to the log."""
    try:
        yield
    except DashboardError as error:
        st.error(plain(error.sentence), icon=":material/error:")
