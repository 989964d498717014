"""Which column of the file is what? Shown as understood, to be corrected where it is not."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.desk.import_words import counted, heading, left_out, misnamed, rows_used, sample
from dashboard.model.columns import COLUMNS, FIELD_LABELS
from dashboard.model.deal_columns import IN_DEALS
from dashboard.model.problems import FileReport, Problem
from dashboard.ui import remembered, state
from dashboard.ui.say import plain

IGNORE = "ignore"
DEAL_LIST = "deals"
"""The shape of which nothing but names is read while a question about it is open."""
LABELS = {spec.field: spec.label for spec in COLUMNS} | {IGNORE: "Not used"}
DEALS = {field: FIELD_LABELS[field] for field in IN_DEALS} | {IGNORE: "Not used"}
SHAPES = {
    "rep_week": "one row per rep and week",
    "long": "one row per rep, week and pillar",
    "wide_weeks": "one column per week",
    "deals": "a list of deals",
    "metrics": "one row per number",
    "ssi_page": "one rep's SSI page",
}


def understood(
    report: FileReport, number: int, problems: Sequence[Problem], *, refused: bool, waiting: bool = False
) -> None:
    """Draw what was understood of one file: where the table lies, what each column is, what was left out.

    The columns are in sight where one was corrected, or where naming them may be all that a refused file needs;
    `waiting` says that a question about the file is open.
    """
    with st.container(border=True, height="stretch" if len(state.uploads()) > 1 else "content"):
        st.markdown(f"**{plain(report.name)}**")
        st.caption(plain(_place(report, problems)))
        if report.rows_read:
            st.caption(plain(f"{_rows(report, problems, waiting=waiting)}."))
        if misnamed(report):
            st.caption(f":material/info: {misnamed(report)}")
        remembered.taken_over(report, number)
        if report.columns:
            used = sum(field is not None for field in report.columns.values())
            label = f"{used} of {len(report.columns)} columns are used"
            with st.expander(
                label, refused or _corrected(report), key=f"mapping_{number}", icon=":material/view_column:"
            ):
                _columns(report, number)
        if report.left_out:
            with st.expander(f"Rows left out: {left_out(report)}", icon=":material/playlist_remove:"):
                shown = [{"Row": left.row, "Why": left.reason} for left in report.left_out]
                st.dataframe(shown, hide_index=True, alt=f"Rows of {report.name} that were left out, and why")


def _place(report: FileReport, problems: Sequence[Problem]) -> str:
    """Return where the table lies, of which day it is, in words."""
    parts = [
        f"sheet “{report.sheet}”" if report.sheet else "",
        f"header in row {report.header_row}" if report.header_row and report.format != "json" else "",
        SHAPES.get(report.shape or "", report.shape or ""),
        *(_day(one) for one in problems if one.file == report.name and one.code == "no_date_column"),
    ]
    said = ", ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def _day(problem: Problem) -> str:
    """Return of which day everything is; an upload was last changed on the day it came."""
    return f"all of {problem.found}".replace("from the day the file was last changed", "(today, since it names no day)")


def _rows(report: FileReport, problems: Sequence[Problem], *, waiting: bool) -> str:
    """Return how many rows are used; none of them may be, while a question is open."""
    if waiting and (not report.rows_used or report.shape == DEAL_LIST):
        return f"{counted(report.rows_read, 'row')} below the header, to be read once the question above is answered"
    return rows_used(report, problems)


def _corrected(report: FileReport) -> bool:
    """Say whether a column of the file was corrected: then its columns stay in sight."""
    return any(f"column:{header}" in state.answers() for header in report.columns)


def _columns(report: FileReport, number: int) -> None:
    st.caption("Each name is a column of the file; choose what it means, or that it is not used.")
    for sentence in unused(report, state.answers()):
        st.markdown(f":material/info: {plain(sentence)}")
    with st.grid(3, min_column_width=240):
        for header, field in report.columns.items():
            with st.container(gap="xsmall"):
                labels = DEALS if report.shape == "deals" else LABELS
                _column(header, field or IGNORE, f"column_{number}_{header}", labels)
                st.caption(plain(_sample(sample(report.samples.get(header, ()), field))))


def unused(report: FileReport, answers: Mapping[str, str]) -> list[str]:
    """Return a sentence for each column that is not used because another one means the same."""
    found = []
    for other, kept in report.displaced.items():
        what = FIELD_LABELS.get(report.columns.get(kept) or "", "the same")
        if f"column:{kept}" in answers and f"column:{other}" not in answers:
            found.append(f"“{other}” was used for {what}. Now “{kept}” is, and “{other}” is not used.")
        else:
            found.append(f"“{kept}” and “{other}” both mean {what}: “{kept}” is used, “{other}” is not.")
    return found


def _column(header: str, field: str, key: str, labels: Mapping[str, str]) -> None:
    """Draw the select box of one column; a choice becomes an answer and the file is read again."""
    state.show(key, field)
    options = list(labels) if field in labels else [*labels, field]
    st.selectbox(
        plain(heading(header)) or "(no name)",
        options,
        format_func=lambda option: labels.get(option) or FIELD_LABELS.get(option, option),
        key=key,
        on_change=_take,
        args=(f"column:{header}", key),
    )


def _take(answer: str, key: str) -> None:
    state.answer(answer, state.shown(key))


def _sample(values: tuple[str, ...]) -> str:
    """Return the first values of a column.

    >>> _sample(("18.4", "17")), _sample(())
    ('18.4 · 17', 'no values')
    """
    return " · ".join(values) or "no values"
