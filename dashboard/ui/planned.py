"""What would the import change? Counts, the first changes, and the numbers as they were read."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.desk.import_words import counted, filled
from dashboard.ingest.load import Loaded
from dashboard.model.columns import COLUMNS, Kind
from dashboard.model.tables import ACTIVITY_VALUES, PIPELINE_VALUES, SCORES
from dashboard.model.weeks import label
from dashboard.store.imports import ImportRecord
from dashboard.store.plan import MOST_CHANGES, Change, ImportPlan
from dashboard.ui import go
from dashboard.ui.say import rows

MOST_ROWS = 200
LABELS = {spec.field: spec.label for spec in COLUMNS}
WRITTEN = {
    Kind.SCORE: "%.2f",
    Kind.TOTAL: "%.2f",
    Kind.MONEY: "localized",
    Kind.FRACTION: "%.1f%%",
    Kind.TOP_PERCENT: "%.0f%%",
    Kind.COUNT: "localized",
}
FORMATS: dict[str, Any] = {
    spec.label: st.column_config.NumberColumn(format=WRITTEN[spec.kind]) for spec in COLUMNS if spec.kind in WRITTEN
} | {
    "Total": st.column_config.NumberColumn(format=WRITTEN[Kind.TOTAL]),
    "Week": st.column_config.DateColumn(format="D MMM YYYY"),
}
"""How points, money, fractions, ranks, counts and weeks are written."""
CENTS = st.column_config.NumberColumn(format="accounting")
AMOUNTS = [spec.label for spec in COLUMNS if spec.kind is Kind.MONEY]
FRACTIONS = [spec.label for spec in COLUMNS if spec.kind is Kind.FRACTION]


def counts(plan: ImportPlan) -> None:
    """Draw how many rows are new, different, completed and known already."""
    with st.grid(5 if plan.filled else 4, min_column_width=150):
        st.metric("Added", f"{plan.added:,}", border=True, help="Rows the desk does not know yet.")
        changed = plan.changed - plan.filled
        st.metric("Changed", f"{changed:,}", border=True, help="Rows with another value; the old one is kept.")
        if plan.filled:
            st.metric("Filled in", f"{plan.filled:,}", border=True, help="Rows in which only blanks get a value.")
        st.metric("Already known", f"{plan.same:,}", border=True, help="Rows that say what the desk says.")
        st.metric(
            "Contradictions",
            f"{plan.conflicting:,}",
            border=True,
            help="Values that stand twice in the files, differently; one of them is kept.",
        )
    if filled(plan):
        st.caption(f"Filled in where the desk had a blank: {filled(plan)}.")


def changes(plan: ImportPlan) -> None:
    """Draw the first values that would change, before and after."""
    if not plan.changes:
        return
    first = "the first " * (len(plan.changes) == MOST_CHANGES)
    with st.expander(
        f"Before and after: {first}{counted(len(plan.changes), 'value')}", icon=":material/compare_arrows:"
    ):
        shown = [_change(change) for change in plan.changes]
        st.dataframe(shown, hide_index=True, placeholder="–", alt="Values that change, before and after")


def _change(change: Change) -> dict[str, str | None]:
    return {
        "Rep": change.name,
        "Week": label(change.week) if change.week else None,
        "What": LABELS.get(change.field, change.field.replace("_", " ").capitalize()),
        "Before": None if change.before is None else _value(change.before),
        "After": _value(change.after),
    }


def _value(value: float | str | date) -> str:
    """Return a value as it is shown in a list of changes.

    >>> _value(18.4), _value(1200000.0), _value("Nordics")
    ('18.4', '1,200,000', 'Nordics')
    """
    return f"{value:,.10g}" if isinstance(value, float | int) else str(value)


def numbers(loaded: Loaded) -> None:
    """Draw the numbers as they would be stored."""
    tables = {
        "Scores": (loaded.readings, (*SCORES, "total")),
        "Pipeline": (loaded.pipeline, ("currency", *PIPELINE_VALUES)),
        "Activity": (loaded.activity, ACTIVITY_VALUES),
    }
    for name, (table, values) in tables.items():
        if len(table):
            st.caption(
                f"{name}: {rows(len(table))}" + (f", the first {MOST_ROWS} here" if len(table) > MOST_ROWS else "")
            )
            shown = _shown(table, values)
            st.dataframe(
                shown,
                hide_index=True,
                column_config=FORMATS
                | {label: CENTS for label in AMOUNTS if label in shown and _has_cents(shown[label])},
                placeholder="–",
                alt=f"{name} as they were read",
            )


def _has_cents(amounts: pd.Series) -> bool:
    """Say whether any amount is no whole number: then all are shown with two decimals."""
    return bool((amounts.dropna() % 1 != 0).any())


def _shown(table: pd.DataFrame, values: tuple[str, ...]) -> pd.DataFrame:
    """Return the first rows with the columns that hold anything, under the headings of the template."""
    first = table.head(MOST_ROWS)
    kept = [name for name in values if name in first and first[name].notna().any()]
    names = {name: LABELS.get(name, name.replace("_", " ").capitalize()) for name in ("rep", "week", *values)}
    shown = first[["rep", "week", *kept]].rename(columns=names)
    return shown.assign(**{label: shown[label] * 100 for label in FRACTIONS if label in shown})


def imported(outcome: tuple[ImportRecord | None, ImportPlan]) -> None:
    """Draw what the last import did, and the way onward."""
    record, plan = outcome
    if record is None:
        st.info("Nothing new: the desk knew every row already, so nothing was written.", icon=":material/done_all:")
    else:
        st.success(
            f"Imported: {_did(plan)}. It can be taken back below.",
            icon=":material/check_circle:",
        )
    with st.container(horizontal=True):
        go.link("this_week", "See this week", "today")
        go.link("leaderboard", "Open the leaderboard", "leaderboard")


def nothing_new() -> None:
    """Say that an import would write nothing, in place of its button."""
    st.info("Nothing new: everything in it is on the desk already.", icon=":material/done_all:")


def _did(plan: ImportPlan) -> str:
    """Return what an import did, in words.

    >>> _did(ImportPlan(added=1, changed=9, same=0, conflicting=0, filled=8))
    '1 row added, 1 changed, 8 filled in'
    """
    blanks = [f"{plan.filled:,} filled in" + (f" ({filled(plan)})" if filled(plan) else "")] if plan.filled else []
    return ", ".join([f"{rows(plan.added)} added", f"{plan.changed - plan.filled:,} changed", *blanks])
