"""How do files get from the manager's hand to the desk: handed over, looked at, imported, taken back?"""

from datetime import UTC, datetime

import streamlit as st

from dashboard.desk import imports
from dashboard.ingest.load import Loaded
from dashboard.model.people import tidy
from dashboard.store import imports as stored
from dashboard.store.imports import MOST_PROBLEMS, ImportRecord
from dashboard.ui import cached, go, state
from dashboard.ui.cached import Desk
from dashboard.ui.problems import problems
from dashboard.ui.say import plain
from dashboard.ui.state import Upload

WHO = "app"
PASTED = "pasted table"


def sources(where: str) -> None:
    """Draw the uploader and the paste box; whatever comes in opens the import page."""
    files, text = f"{where}_files_{state.mark()}", f"{where}_text_{state.mark()}"
    st.file_uploader(
        "Files: CSV, Excel, OpenDocument, web pages, JSON",
        accept_multiple_files=True,
        key=files,
        on_change=_take_files,
        args=(files,),
        help="Several files are read as one set: scores in one, pipeline in another, people matched across them.",
    )
    with st.expander("Paste from a spreadsheet", icon=":material/content_paste:"):
        st.text_area(
            "Cells with their header row", key=text, height=140, placeholder="Name\tBrand\tPeople\tInsights\t…"
        )
        st.button("Read what I pasted", key=f"{where}_paste", on_click=_take_text, args=(text,))


def _take_files(key: str) -> None:
    """Keep what was uploaded; runs before the page does."""
    today = datetime.now(UTC).astimezone().date()
    state.look_at(tuple(Upload(file.name, file.getvalue(), today) for file in state.shown(key) or ()))
    if state.uploads():
        go.to("import")


def _take_text(key: str) -> None:
    text = state.shown(key) or ""
    if tidy(text):
        today = datetime.now(UTC).astimezone().date()
        state.look_at((Upload(PASTED, text.encode(), today),))
        go.to("import")


def start_over() -> None:
    """Put the files away without importing them."""
    state.finish(None)


def run(at: Desk) -> None:
    """Import the files being looked at in one transaction and keep what became of it for the next run."""
    loaded = cached.read(at, state.uploads(), state.answers())
    rows = len(loaded.readings) + len(loaded.pipeline) + len(loaded.activity)
    with st.spinner(f"Importing {rows:,} rows …", show_time=True):
        state.finish(imports.store(at.engine, loaded, who=WHO, at=datetime.now(UTC)))
    st.rerun()


def remember(at: Desk, loaded: Loaded) -> None:
    """Keep what was answered about files that hold nothing new; runs before the page does."""
    imports.store(at.engine, loaded, who=WHO, at=datetime.now(UTC))
    state.finish(None)
    st.toast("The answers are remembered for the next file of this layout.", icon=":material/bookmark_added:")


def undo(at: Desk, record: ImportRecord) -> None:
    """Take an import back."""
    stored.undo(at.engine, record.import_id, at=datetime.now(UTC))
    state.finish(None)
    st.rerun()


def history(at: Desk) -> None:
    """Draw the import history, newest first, with a way to take each import back."""
    records = stored.list_imports(at.engine)
    if not records:
        st.caption("Nothing was imported yet.")
    for record in records[:12]:
        _record(at, record)
    if len(records) > 12:
        st.caption(f"Older ones, {len(records) - 12:,} in number, are listed by `ssi-coach imports`.")


def _record(at: Desk, record: ImportRecord) -> None:
    with st.container(border=True):
        told, done = st.columns([5, 2], vertical_alignment="center")
    with told, st.container(gap="xsmall"):
        st.markdown(f"**{plain(', '.join(record.files) or 'no file')}**")
        st.caption(f"{_when(record.at)} · {plain(by(record.who))} · {_did(record)}")
    with done, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        if record.problems:
            label = f"Worth a look ({record.problems:,})"
            if st.button(label, key=f"found_{record.import_id}", type="tertiary"):
                _found(at, record)
        if record.undone_at is None:
            with st.popover("Take back", key=f"undo_{record.import_id}", width="content"):
                st.markdown(_undoes(record))
                if st.button("Take this import back", key=f"undo_now_{record.import_id}", type="primary"):
                    undo(at, record)
        else:
            st.badge("Taken back", color="gray", icon=":material/undo:")


@st.dialog("Worth a look in this import", width="large", icon=":material/rule:")
def _found(at: Desk, record: ImportRecord) -> None:
    """Draw what was found wrong when an import of the history was read."""
    found = stored.problems_of(at.engine, record.import_id)
    st.caption(f"{plain(', '.join(record.files))} · {_when(record.at)}")
    if record.problems > len(found):
        st.caption(f"The first {MOST_PROBLEMS} of {record.problems:,} were kept.")
    problems(found)


def _when(at: datetime) -> str:
    """Return a moment as the reader's clock says it."""
    here = at.replace(tzinfo=at.tzinfo or UTC).astimezone()
    return f"{here.day} {here:%b %Y, %H:%M}"


def by(who: str) -> str:
    """Return where an import was made, and by whom if that is known.

    >>> by("app"), by("mara")
    ('here in the app', 'on the command line by mara')
    """
    return "here in the app" if who == WHO else f"on the command line by {who}"


def _undoes(record: ImportRecord) -> str:
    """Return what taking an import back does."""
    changed = f" What it changed or filled in ({record.changed:,}) will be as before." if record.changed else ""
    added = f"What it added ({record.added:,}) will no longer count." if record.added else ""
    return f"{added}{changed}".strip()


def _did(record: ImportRecord) -> str:
    changed = f", {record.changed:,} changed or filled in" if record.changed else ""
    return f"{record.added:,} added{changed}"
