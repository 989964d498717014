"""How does a rep's name lead to the rep, wherever it stands?"""

import streamlit as st

from dashboard.ui import go
from dashboard.ui.say import plain


def way(key: str, rep_id: str, name: str) -> None:
    """Draw a name as a way to the rep's page."""
    st.button(
        plain(name),
        key=f"{key}_{rep_id}",
        type="tertiary",
        icon=":material/chevron_right:",
        icon_position="right",
        on_click=go.to_rep,
        args=(rep_id,),
    )
