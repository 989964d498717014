"""How does a note become the manager's own: read, edited, taken along?

While the text is being edited there is nothing to download, so no file can lack what was typed last: leaving the text
hands it over, and only then is the note drawn as it is, with the files of exactly that text.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import streamlit as st

from dashboard.desk.notes import ZIP, bundle, notes
from dashboard.desk.review import WeekReview
from dashboard.desk.spoken import spoken
from dashboard.exports.bundle import file_stems
from dashboard.exports.formats import MIME_TYPES
from dashboard.exports.note import Note, Said
from dashboard.model.cards import RepCard, State
from dashboard.ui import review_words, state
from dashboard.ui.cached import Desk
from dashboard.ui.readable import readable
from dashboard.ui.say import plain

FORMATS = {"docx": "Word", "md": "Markdown", "html": "Web page", "xlsx": "Excel"}

OPEN = "notes_open"
"""Under what the session keeps which note's text is open for editing."""

READ = 800
"""Pixels across a note: longer lines are hard to follow."""

KEPT = "Your own text. It is kept while this tab stays open; reloading the page brings back the facts."
HINT = "A heading begins with #, an item of a list with a dash, and **two stars** on each side make words bold."


def today() -> date:
    """Return the day on the wall."""
    return datetime.now(UTC).astimezone().date()


def edits(review: WeekReview) -> dict[str, str]:
    """Return the texts edited in this tab, by rep id."""
    told = {card.rep_id: state.edited(card.rep_id, card.week) for card in review.cards}
    return {rep_id: text for rep_id, text in told.items() if text is not None}


def draw(at: Desk, review: WeekReview, card: RepCard) -> None:
    """Draw one rep's note: its text while it is being edited, else the note as it is read, and its files."""
    said = spoken(at.engine, review.team.week)
    facts = notes(review, today(), rep_id=card.rep_id, said=said)[0]
    own = state.edited(facts.rep_id, facts.week)
    if state.shown(OPEN) == _key(facts):
        st.empty()  # in place of the files of the text before, which would be there to click until the run has ended
        _editor(facts, own)
    else:
        note = facts if own is None else replace(facts, markdown=own)
        _downloads(review, note, said)
        review_words.draw(at, review.team.week, card.rep_id)
        _buttons(facts, own)
        with st.container(width=READ):
            _paper(note.markdown)


def _key(note: Note) -> str:
    return f"notes_text_{note.rep_id}_{note.week.isoformat()}"


def _buttons(facts: Note, own: str | None) -> None:
    """Draw what can be done with the text; the way back is always there, so that nothing moves under the pointer."""
    opened = state.shown(OPEN) == _key(facts)
    with st.container(horizontal=True):
        st.button(
            "Done" if opened else "Edit the text",
            key="notes_done" if opened else "notes_edit",
            type="primary" if opened else "secondary",
            icon=":material/check:" if opened else ":material/edit:",
            on_click=state.show,
            args=(OPEN, None if opened else _key(facts)),
        )
        st.button(
            "Go back to the facts",
            key="notes_reset",
            icon=":material/restart_alt:",
            disabled=own is None,
            on_click=_reset,
            args=(facts,),
        )
    st.caption(KEPT if own is not None else HINT if opened else "The facts of the week, not edited.")


def _editor(facts: Note, own: str | None) -> None:
    """Draw the text and, beside it, how it will be read; the text is set only where the session has another one."""
    key, text = _key(facts), facts.markdown if own is None else own
    _buttons(facts, own)
    if state.shown(key) != text:
        state.show(key, text)
    with st.grid(2, min_column_width=400, gap="medium"):
        st.text_area("Text of the note (Markdown)", key=key, height=640, on_change=_take, args=(facts,))
        with st.container(gap="xsmall"):
            st.caption("As it will be read, once you leave the text")
            _paper(text, height=610)


def _take(facts: Note) -> None:
    """Keep what was written, unless it is what the facts say anyway."""
    text = state.shown(_key(facts))
    state.edit(facts.rep_id, facts.week, None if text == facts.markdown else text)


def _reset(facts: Note) -> None:
    """Go back to the facts, whether or not what was typed last has been taken already."""
    if state.shown(_key(facts)) is not None:
        state.show(_key(facts), facts.markdown)
    state.edit(facts.rep_id, facts.week, None)


def _paper(text: str, height: int | None = None) -> None:
    with st.container(border=True, height=height or "content"):
        st.markdown(readable(text))


def _downloads(review: WeekReview, note: Note, said: Mapping[str, Said]) -> None:
    """Offer this note in each format, and all notes at once; files are built on the click."""
    week, kept = review.team.week.isoformat(), edits(review)
    with st.grid(2, min_column_width=400, gap="medium"):
        with st.container(border=True, gap="small"):
            st.markdown("**Take this note along**")
            with st.container(horizontal=True):
                for kind, name in FORMATS.items():
                    _download(name, partial(bundle, [note], kind), f"{file_stems([note])[0]}.{kind}", kind, "one")
        with st.container(border=True, gap="small"):
            st.markdown(f"**Or the notes of all {_here(review)} reps shown, with your own texts**")
            with st.container(horizontal=True):
                for name, kind in (("ZIP, a file per rep", ZIP), ("One Word document", "docx")):
                    build = partial(everybody, review, kept, kind, said)
                    _download(name, build, f"{week}-notes.{kind}", kind, "all")


def _here(review: WeekReview) -> int:
    return sum(card.state is not State.LEFT for card in review.cards)


def everybody(
    review: WeekReview, edited: Mapping[str, str], kind: str, said: Mapping[str, Said] | None = None
) -> bytes:
    """Return the notes of everybody in one file; built on the click, where the session is out of reach."""
    return bundle(notes(review, today(), edited, said=said), kind)


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
