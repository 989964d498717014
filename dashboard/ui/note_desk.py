"""How does a note become the manager's own: text to edit, a preview, and files built only when asked for?"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial

import streamlit as st

from dashboard.desk.notes import ZIP, bundle, notes
from dashboard.desk.review import WeekReview
from dashboard.exports.bundle import file_stems
from dashboard.exports.formats import MIME_TYPES
from dashboard.exports.note import Note
from dashboard.model.cards import RepCard
from dashboard.ui import state
from dashboard.ui.say import plain

FORMATS = {"docx": "Word", "md": "Markdown", "html": "Web page", "xlsx": "Excel"}


def today() -> date:
    """Return the day on the wall."""
    return datetime.now(UTC).astimezone().date()


def edits(review: WeekReview) -> dict[str, str]:
    """Return the texts edited in this tab, by rep id."""
    told = {card.rep_id: state.edited(card.rep_id, card.week) for card in review.cards}
    return {rep_id: text for rep_id, text in told.items() if text is not None}


def note_of(review: WeekReview, card: RepCard) -> Note:
    """Return one rep's note, with the edits made in this tab."""
    return notes(review, today(), edits(review), card.rep_id)[0]


def editor(note: Note) -> None:
    """Draw the note's text to be edited; what is written is kept for this tab and every download."""
    key = f"notes_text_{note.rep_id}_{note.week.isoformat()}"
    state.show(key, note.markdown)
    st.text_area(
        "Text of the note (Markdown)",
        key=key,
        height=638,
        on_change=_take,
        args=(note.rep_id, note.week, key),
        help="Headings begin with #, lists with a dash; every format says the same.",
    )
    if state.edited(note.rep_id, note.week) is not None:
        st.button(
            "Go back to the facts",
            key="notes_reset",
            icon=":material/restart_alt:",
            on_click=state.edit,
            args=(note.rep_id, note.week, None),
        )


def _take(rep_id: str, week: date, key: str) -> None:
    state.edit(rep_id, week, state.shown(key))


def preview(note: Note) -> None:
    """Draw the note as it will be read."""
    st.caption("As it will be read")
    with st.container(border=True, height=600):
        st.markdown(readable(note.markdown))


def readable(markdown: str) -> str:
    """Return a note as the screen is to show it: amounts are no formulas, and boxes to tick are signs.

    >>> readable("- [ ] $45,000")
    '- ☐ \\\\$45,000'
    """
    return markdown.replace("$", r"\$").replace("- [ ]", "- ☐").replace("- [x]", "- ☑")


def downloads(review: WeekReview, note: Note) -> None:
    """Offer this note in each format, and all notes at once; files are built on the click."""
    with st.container(horizontal=True):
        for kind, name in FORMATS.items():
            _download(name, partial(bundle, [note], kind), f"{file_stems([note])[0]}.{kind}", kind, "one")
    st.caption(f"Or the notes of all {len(review.cards)} reps of this view at once, your edits included:")
    week, kept = review.team.week.isoformat(), edits(review)
    with st.container(horizontal=True):
        _download("ZIP, a file per rep", partial(everybody, review, kept, ZIP), f"{week}-notes.zip", ZIP, "all")
        _download("One Word document", partial(everybody, review, kept, "docx"), f"{week}-notes.docx", "docx", "all")


def everybody(review: WeekReview, edited: Mapping[str, str], kind: str) -> bytes:
    """Return the notes of everybody in one file; built on the click, where the session is out of reach."""
    return bundle(notes(review, today(), edited), kind)


def _download(name: str, build: Callable[[], bytes], file: str, kind: str, which: str) -> None:
    st.download_button(
        plain(name),
        build,
        file,
        MIME_TYPES[kind],
        key=f"notes_{which}_{kind}",
        on_click="ignore",
        icon=":material/download:",
    )
