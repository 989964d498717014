"""Where do the numbers of a rep come from: which file, sheet and row, what kind of source, imported when?"""

from collections.abc import Sequence
from datetime import UTC
from typing import Any

import streamlit as st

from dashboard.exports.amounts import count, money, percent
from dashboard.model.cards import RepCard
from dashboard.model.columns import FIELD_LABELS
from dashboard.model.tables import MONEY, READING_VALUES
from dashboard.store.origins import Origin, origins
from dashboard.ui import cached
from dashboard.ui.cached import Desk
from dashboard.ui.importing import by

SOURCES = {"admin_export": "Admin export", "self_reported": "Reported by the rep", "typed": "Typed"}
FORMATS: dict[str, Any] = {
    "Day": st.column_config.DateColumn(format="D MMM YYYY"),
    "Row": st.column_config.NumberColumn(format="plain", help="As the spreadsheet counts, the first row is 1."),
    "Imported": st.column_config.DatetimeColumn(format="D MMM YYYY, HH:mm"),
}


def table(at: Desk, card: RepCard) -> None:
    """Draw every number of the week with the place it stands in; nothing where there is no number."""
    week = card.pipeline.week if card.pipeline else None
    found = cached.made(
        at, "origins", (card.rep_id,), lambda: origins(at.engine, card.rep_id, card.week, pipeline_week=week)
    )
    if not found:
        return
    with st.expander("Where the numbers come from", icon=":material/source:"):
        st.dataframe(
            _rows(found),
            hide_index=True,
            column_config=FORMATS,
            placeholder="–",
            alt=f"The numbers of {card.name} this week, each with its file, sheet and row",
        )


def _rows(found: Sequence[Origin]) -> list[dict[str, Any]]:
    """Return the table's rows; what nobody says has no column."""
    rows = [_row(one) for one in found]
    said = [name for name in rows[0] if any(row[name] is not None for row in rows)]
    return [{name: row[name] for name in said} for row in rows]


def _row(one: Origin) -> dict[str, Any]:
    label = FIELD_LABELS.get(one.field) or one.field.replace("_", " ").capitalize()
    return {
        "Number": label,
        "Value": written(one),
        "Source": SOURCES.get(one.source or ""),
        "File": one.file,
        "Sheet": one.sheet,
        "Row": one.row,
        "Day": one.day,
        "Imported": one.at.replace(tzinfo=one.at.tzinfo or UTC).astimezone().replace(tzinfo=None),
        "By": by(one.who),
    }


def written(one: Origin) -> str:
    """Return a number as it was read: scores with all their decimals, money in full."""
    if one.field in MONEY:
        return money(one.value, one.currency)
    if one.field == "attainment":
        return percent(one.value)
    return f"{one.value:.10g}" if one.field in READING_VALUES else count(one.value)
