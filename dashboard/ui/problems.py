"""What is wrong with the files, by kind, in the manager's own words and with the row to look at?"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard.model.problems import CATALOGUE, Dispute, Problem, Refusal, Severity
from dashboard.ui import choosing, state
from dashboard.ui.say import plain

MOST_ROWS = 20
DISPUTED = "conflicting_values"
ICONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
FORMATS = {
    "Row": st.column_config.NumberColumn(format="%d", width="small"),
    "Week": st.column_config.DateColumn(format="D MMM YYYY", width="small"),
}
MEANS = {Severity.ERROR: "not stored", Severity.WARNING: "stored, worth a look", Severity.INFO: "for your information"}
MEANS_HERE = {
    "missing_score": "stays blank",
    "conflicting_values": "one of them is stored",
    "bad_email": "not stored",
    "unknown_word": "not stored",
    "duplicate_header": "one column stored",
    "side_table": "not stored",
    "formula_without_result": "stays blank",
    "short_row": "the rest stays blank",
    "deal_without_owner": "not stored",
}
"""What became of the values, where the severity alone says something else."""


def refused(refusals: Sequence[Refusal]) -> None:
    """Draw each file that could not be read, with the reason and a way to go on without it."""
    for number, refusal in enumerate(refusals):
        reason = refusal.reason[:1].upper() + refusal.reason[1:]
        st.error(f"**{plain(refusal.file)}** was not read. {plain(reason)}", icon=":material/block:")
        if len(state.uploads()) > 1:
            name = plain(refusal.file)
            st.button(f"Go on without {name}", key=f"refused_{number}", on_click=state.leave_out, args=(refusal.file,))


def problems(found: Sequence[Problem], disputes: Sequence[Dispute] | None = None) -> None:
    """Draw the problems grouped by kind, the gravest and most frequent first.

    `disputes` are the numbers with several values, of which one can be chosen here; None where it is too late for that.
    """
    groups: dict[str, list[Problem]] = defaultdict(list)
    for problem in found:
        groups[problem.code].append(problem)
    order = list(Severity)
    for group in sorted(groups.values(), key=lambda each: (order.index(each[0].severity), -len(each))):
        _group(group, disputes if group[0].code == DISPUTED else None)


def _group(group: Sequence[Problem], disputes: Sequence[Dispute] | None) -> None:
    first = group[0]
    spec = CATALOGUE.get(first.code)
    title = spec.title if spec else first.code
    grave = first.severity is Severity.ERROR or disputes is not None
    label = f"{title} · {len(group):,} · {MEANS_HERE.get(first.code) or MEANS[first.severity]}"
    with st.expander(plain(label), grave, icon=f":material/{ICONS[first.severity]}:"):
        st.markdown(plain(spec.remedy if spec else first.remedy))
        if disputes is not None:
            choosing.values(disputes)
            if choosing.covers(disputes, len(group)):
                return
        st.dataframe(
            _rows(group[:MOST_ROWS]),
            hide_index=True,
            column_config=FORMATS,
            placeholder="–",
            alt=f"{title}: where it was found",
        )
        if len(group) > MOST_ROWS:
            st.caption(f"The first {MOST_ROWS} of {len(group):,}.")


def _rows(group: Sequence[Problem]) -> list[dict[str, str | int | date | None]]:
    """Return problems as rows of the table; rows count as the spreadsheet does, what nobody says has no column."""
    found = [_row(problem) for problem in group]
    said = [name for name in found[0] if name in ("Row", "Found") or any(row[name] is not None for row in found)]
    if len({problem.file for problem in group}) == 1 and len(state.uploads()) < 2 and "File" in said:
        said.remove("File")
    return [{name: row[name] for name in said} for row in found]


def _row(problem: Problem) -> dict[str, str | int | date | None]:
    return {
        "Row": problem.row,
        "Rep": problem.rep,
        "Found": problem.found,
        "Week": date.fromisoformat(problem.week) if problem.week else None,
        "Pillar": problem.pillar,
        "Column": problem.column,
        "File": problem.file,
        "Sheet": problem.sheet,
    }
