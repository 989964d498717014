"""How does the address bar carry team, week and rep, so that a page can be sent to a colleague?

By id and by hand: a widget bound to the address writes the label it shows, and two reps may share a name.
"""

import streamlit as st

from dashboard.ui import state


def wished(name: str) -> str | None:
    """Return what the address asks for, if somebody else than this tab wrote it; asked once."""
    said = st.query_params.get(name)
    if said is None or said == state.address_said(name):
        return None
    state.address_says(name, said)
    return said


def say(name: str, value: str | None) -> None:
    """Write a value into the address; None takes the name out of it."""
    state.address_says(name, value)
    if value is None:
        if name in st.query_params:
            del st.query_params[name]
    elif st.query_params.get(name) != value:
        st.query_params[name] = value
