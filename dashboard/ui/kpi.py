"""How does one number stand on a card: its name, the number, and a line that says what to make of it?"""

import streamlit as st

from dashboard.ui.say import plain


def card(title: str, value: str, line: str, meaning: str | None = None) -> None:
    """Draw one card of a row; all cards of a row have the same parts and so the same height."""
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.metric(title, plain(value), help=plain(meaning) if meaning else None)
        st.caption(plain(line))
