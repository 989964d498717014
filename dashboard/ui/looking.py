"""What is seen of the files before they are imported: questions first, then what was understood, then what changes?"""

import streamlit as st

from dashboard.desk.asked import together
from dashboard.desk.import_words import ahead
from dashboard.desk.imports import settled, to_remember
from dashboard.ingest.load import Loaded
from dashboard.ui import cached, correcting, file_day, importing, mapping, periods, planned, problems, questions, state
from dashboard.ui.cached import Desk
from dashboard.ui.note_desk import today
from dashboard.ui.say import listed, plain


def through(at: Desk) -> None:
    """Draw everything about the files being looked at, down to the one button that imports them."""
    loaded = cached.read(at, state.uploads(), state.answers())
    _head(loaded)
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
    _import(at, loaded)


def _head(loaded: Loaded) -> None:
    """Draw which files are looked at, the day of those whose rows have none, and a way to put them away."""
    names = listed([upload.name for upload in state.uploads()])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.markdown(f"Looking at **{plain(names)}**. Nothing is stored yet.", width="stretch")
        file_day.days(loaded.problems)
        st.button("Start over", key="import_start_over", icon=":material/close:", on_click=importing.start_over)


LATER = ("link", "source", "value")
"""Kinds of questions asked once the rows were read."""
PENDING = "Until it is imported this is kept in this tab only: reloading the page forgets the files and the answers."
AGAIN = "The next file with these columns is read as you said here, without asking."


def _understood(loaded: Loaded) -> None:
    if loaded.files:
        st.header("What was understood", icon=":material/check:")
    refused = {refusal.file for refusal in loaded.refused}
    asked = {question.file for question in loaded.questions if question.key.partition(":")[0] not in LATER}
    with st.grid(2, min_column_width=420) if len(loaded.files) > 1 else st.container():
        for number, report in enumerate(loaded.files):
            mapping.understood(
                report, number, loaded.problems, refused=report.name in refused, waiting=report.name in asked
            )


def _import(at: Desk, loaded: Loaded) -> None:
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
    plan = cached.plan(at, state.uploads(), state.answers())
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
    far = ahead(loaded, today())
    if far:
        st.warning(far, icon=":material/event_upcoming:")
    if st.button("Import", key="import_now", type="primary", icon=":material/save_alt:"):
        importing.run(at)
    st.caption(PENDING)
