"""How is a figure put on screen: with a name for those who cannot see it, and without a toolbar?"""

from typing import Any

import streamlit as st

QUIET = {"displayModeBar": False}


def picture(figure: Any, alt: str, key: str) -> None:  # noqa: ANN401 # plotly is known in charts only
    """Draw a figure that is only looked at."""
    st.plotly_chart(figure, config=QUIET, key=key, alt=alt)


def clickable(figure: Any, alt: str, key: str) -> Any:  # noqa: ANN401 # as above; customdata is the figure's own
    """Draw a figure whose points can be clicked and return the customdata of the one clicked, or None."""
    event = st.plotly_chart(figure, config=QUIET, key=key, alt=alt, on_select="rerun", selection_mode="points")
    points = event["selection"]["points"]
    return points[0].get("customdata") if points else None


def mode() -> str:
    """Return "light" or "dark", as the page is shown."""
    return "dark" if st.context.theme.type == "dark" else "light"
