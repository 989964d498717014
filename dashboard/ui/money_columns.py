"""How are pipeline numbers drawn in a table that sorts? Short, as exports.amounts.compact writes them on cards."""

from typing import Any

import streamlit as st

MEANINGS = {
    "Open": "Money in deals that are neither won nor lost.",
    "Won": "Won so far in the quota's period.",
    "Quota": "The target of the period.",
    "Left": "What is left of the quota.",
}


def amount(name: str) -> Any:  # noqa: ANN401 # Streamlit names no type for a column's configuration
    """Return how a column of money is drawn; its unit stands in the row's currency."""
    return st.column_config.NumberColumn(width=70, format="compact", help=f"{MEANINGS[name]} In the row's currency.")


def attained() -> Any:  # noqa: ANN401 # as above
    """Return how attainment (percents) is drawn."""
    return st.column_config.NumberColumn(width=76, format="%.0f%%", help="Share of the quota reached.")


def coverage() -> Any:  # noqa: ANN401 # as above
    """Return how coverage is drawn."""
    meaning = "Open pipeline as a multiple of what is left of the quota; none once it is met."
    return st.column_config.NumberColumn(width=76, format="%.1f×", help=meaning)
