"""The desk hands out the week's notes as edited, for one rep or all, in every format."""

from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from dashboard.coaching.prompt import Prompt
from dashboard.desk.notes import FORMATS, bundle, notes
from dashboard.exports.formats import NOTE_FORMATS
from dashboard.exports.note import Said
from dashboard.model.cards import RepCard, State
from dashboard.model.commitments import Commitment, Done, Judged, Outcome, Why
from dashboard.model.errors import BadFormat, EmptyDesk, UnknownRep
from dashboard.model.pillars import Pillar
from tests.coaching.cards import card, unscored

AS_OF = date(2026, 11, 23)


@dataclass(frozen=True)
class Review:
    """A week with three reps, one of whom has left."""

    cards: tuple[RepCard, ...] = (
        card(),
        unscored(State.ON_LEAVE, rep_id="tom-okafor", name="Tom Okafor"),
        unscored(State.LEFT, rep_id="gone-ito", name="Gone Ito"),
    )
    prompts: dict[str, tuple[Prompt, ...]] = field(default_factory=dict)
    mentors: dict[str, RepCard] = field(default_factory=dict)
    judged: tuple[Judged, ...] = ()


def test_everybody_still_on_the_team_has_a_note() -> None:
    """Whoever left has none; whoever is on leave has one that says so."""
    found = notes(Review(), AS_OF)
    assert [note.rep_id for note in found] == ["priya-raman", "tom-okafor"]
    assert "On leave" in found[1].markdown


def test_a_mentor_is_named_without_a_number() -> None:
    """Who could help stands in the note by name alone, and only in the note of the rep it is for."""
    mentors = {"priya-raman": card(rep_id="bo-*lund*", name="Bo *Lund*", total=71.3)}
    priya, tom = notes(Review(mentors=mentors), AS_OF)
    assert "Bo \\*Lund\\* could show how it is done on people: worth asking for an hour." in priya.markdown
    assert "71.3" not in priya.markdown
    assert "could show" not in tom.markdown


def made(name: str, agreed: date, check: date, **changed) -> Judged:
    """Return a commitment of the first rep that is not judged yet."""
    kept = Commitment(name, "priya-raman", Pillar.PEOPLE, f"{name}.", agreed, check, **changed)
    return Judged(kept, Outcome.TOO_EARLY, why=Why.NOT_DUE)


def test_every_later_note_has_what_stands_agreed() -> None:
    """The newest first, whether agreed in this week's review or before; what is done and long looked at is left out."""
    week = card().week
    old = made("Long ago", date(2026, 6, 1), date(2026, 6, 15), done=Done.DONE)
    unsaid = made("Unsaid", date(2026, 7, 6), date(2026, 7, 20))
    runs = made("Runs on", date(2026, 8, 3), date(2026, 8, 17), done=Done.DONE, until=date(2027, 1, 29))
    new = made("New", week, date(2026, 12, 14))
    priya, tom = notes(Review(judged=(old, unsaid, runs)), AS_OF, said={"priya-raman": Said(agreed=(new,))})
    told = [line for line in priya.markdown.partition("## What we agreed")[2].splitlines() if line.startswith("- ")]
    assert told == ["- New.", "- Runs on. Until 29 Jan 2027.", "- Unsaid."]
    assert "Long ago" not in priya.markdown
    assert "Unsaid" not in tom.markdown
    assert "What exactly, and how often: …" in tom.markdown


def test_one_rep_can_be_asked_for() -> None:
    """An id nobody has is refused in a sentence."""
    assert [note.rep_id for note in notes(Review(), AS_OF, rep_id="gone-ito")] == ["gone-ito"]
    with pytest.raises(UnknownRep, match='No rep "nobody" is on the desk'):
        notes(Review(), AS_OF, rep_id="nobody")


def test_edits_replace_the_text_and_nothing_else() -> None:
    """The other reps keep their notes."""
    mine = notes(Review(), AS_OF, {"priya-raman": "# Mine\n"})
    assert mine[0].markdown == "# Mine\n"
    assert mine[1] == notes(Review(), AS_OF)[1]


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_holds_all_notes(kind: str) -> None:
    """One file, deterministic, whichever the format."""
    found = notes(Review(), AS_OF)
    assert bundle(found, kind) == bundle(found, kind)
    assert len(bundle(found, kind)) > len(bundle(found[:1], kind))


def test_a_document_of_all_notes_has_each_once() -> None:
    """Two reps, two titles."""
    paper = Document(BytesIO(bundle(notes(Review(), AS_OF), "docx")))
    titles = [line.text for line in paper.paragraphs if line.style and line.style.name == "Heading 1"]
    assert titles == ["Coaching note: Priya Raman", "Coaching note: Tom Okafor"]


def test_a_zip_has_a_file_per_rep_and_format() -> None:
    """As Markdown to keep and as Word to send."""
    names = ZipFile(BytesIO(bundle(notes(Review(), AS_OF), "zip"))).namelist()
    assert names[::2] == ["2026-11-16-priya-raman.md", "2026-11-16-tom-okafor.md"]


def test_a_single_note_is_what_the_format_writes() -> None:
    """Asked for one rep, the document is that note alone."""
    found = notes(Review(), AS_OF, rep_id="priya-raman")
    assert all(bundle(found, kind) == write(found[0]) for kind, write in NOTE_FORMATS.items())


def test_no_note_and_no_such_format_are_refused_in_a_sentence() -> None:
    """Nothing to write, or nothing to write it with."""
    with pytest.raises(EmptyDesk):
        bundle([], "md")
    with pytest.raises(BadFormat, match="choose one of md, html, docx, xlsx, zip"):
        bundle(notes(Review(), AS_OF), "pdf")
