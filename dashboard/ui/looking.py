"""What is seen of the files before they are imported: questions first, then what was understood, then what changes?"""

from datetime import date

import streamlit as st

from dashboard.desk.asked import together
from dashboard.desk.imports import settled, to_remember
from dashboard.ingest.load import Loaded
from dashboard.ui import cached, correcting, importing, mapping, periods, planned, problems, questions, state
from dashboard.ui.cached import Desk
from dashboard.ui.say import listed, plain


def through(at: Desk) -> None:
    """Draw everything about the files being looked at, down to the one button that imports them."""
    said = state.shown(DAY)
    as_of = said if isinstance(said, date) else None
    loaded = cached.read(at, state.uploads(), state.answers(), as_of)
    _head(asked=asks_for_day(loaded) or as_of is not None)
    problems.refused(loaded.refused)
    if loaded.questions:
        with st.container(border=True):
            alone = len(together(loaded.questions)) == 1
            st.header("First, a question" if alone else "First, a few questions", icon=":material/help:")
            questions.questions(loaded.questions)
    questions.answered(loaded.people)
    _understood(loaded)
    if loaded.problems:
        st.header("Worth a look", icon=":material/rule:")
        correcting.copies(loaded)
        problems.problems(loaded.problems, loaded.disputes)
    if len(loaded.readings) + len(loaded.pipeline) + len(loaded.activity):
        st.header("The numbers", icon=":material/table_view:")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            questions.currency(loaded)
            periods.choice(loaded)
        planned.numbers(loaded)
    _import(at, loaded, as_of)


def _head(*, asked: bool) -> None:
    """Draw which files are looked at, the day they speak of where they name none, and a way to put them away."""
    names = listed([upload.name for upload in state.uploads()])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.markdown(f"Looking at **{plain(names)}**. Nothing is stored yet.", width="stretch")
        if asked:
            state.begin(DAY, state.uploads()[0].modified)
            st.date_input("Day the files speak of", key=DAY, format="YYYY-MM-DD", width=220, help=AS_OF)
        st.button("Start over", key="import_start_over", icon=":material/close:", on_click=importing.start_over)


def asks_for_day(loaded: Loaded) -> bool:
    """Say whether a file names no day itself, so that the manager may have to."""
    given = any(one.code == "no_date_column" and one.found.endswith(UNSAID) for one in loaded.problems)
    return given or any(refusal.code == "no_week" for refusal in loaded.refused)


DAY = "import_as_of"
UNSAID = ("from the day given for the file", "from the day the file was last changed")
"""How the reader says that it found the day nowhere in the file; an upload was last changed on the day it came."""
PENDING = "Until it is imported this is kept in this tab only: reloading the page forgets the files and the answers."
AGAIN = "The next file with these columns is read as you said here, without asking."
AS_OF = "A file names no day itself, so this one counts: choose the day its numbers were taken."


def _understood(loaded: Loaded) -> None:
    if loaded.files:
        st.header("What was understood", icon=":material/check:")
    refused = {refusal.file for refusal in loaded.refused}
    asked = {question.file for question in loaded.questions}
    with st.grid(2, min_column_width=420) if len(loaded.files) > 1 else st.container():
        for number, report in enumerate(loaded.files):
            mapping.understood(
                report, number, loaded.problems, refused=report.name in refused, waiting=report.name in asked
            )


def _import(at: Desk, loaded: Loaded, as_of: date | None) -> None:
    """Draw what would change and the button that does it, or why it cannot be done yet."""
    if len(loaded.refused) == len(state.uploads()):
        also = "Say above what its columns are, or choose" if loaded.files else "Choose"
        st.caption(f"There is nothing to import here yet. {also} another file, or the same one saved again:")
        importing.sources(where="again")
        return
    if not settled(loaded):
        st.button("Import", key="import_now", type="primary", disabled=True)
        what = (
            "with an answer to each question above" if loaded.questions else "once the refused file is left out above"
        )
        st.caption(f"The import starts {what}. {PENDING}")
        return
    plan = cached.plan(at, state.uploads(), state.answers(), as_of)
    st.header("What would change", icon=":material/difference:")
    planned.counts(plan)
    planned.changes(plan)
    if not plan.added + plan.changed:
        planned.nothing_new()
        if to_remember(at.engine, loaded):
            st.button(
                "Remember the answers", key="import_remember", icon=":material/bookmark_added:", type="primary",
                on_click=importing.remember, args=(at, loaded), help=AGAIN,
            )  # fmt: skip
        return
    if st.button("Import", key="import_now", type="primary", icon=":material/save_alt:"):
        importing.run(at, as_of)
    st.caption(PENDING)
