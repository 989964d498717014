"""Which notes does the manager take along this week, with the edits made, and in which format?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from dashboard.coaching.prompt import Prompt
from dashboard.desk.meeting import standing, with_those_of
from dashboard.exports.bundle import bundle as zipped
from dashboard.exports.formats import WRITERS, writer_of
from dashboard.exports.note import Note, Said, build
from dashboard.model.cards import RepCard, State
from dashboard.model.commitments import Judged
from dashboard.model.errors import EmptyDesk, UnknownRep

ZIP = "zip"
FORMATS: tuple[str, ...] = (*WRITERS, ZIP)
"""Everything `bundle` writes."""


class Reviewed(Protocol):
    """What a week's review has that a note needs: the cards, by rep id the prompts and the mentor, and the verdicts."""

    @property
    def cards(self) -> Sequence[RepCard]:
        """The reps of the week."""
        ...

    @property
    def prompts(self) -> Mapping[str, Sequence[Prompt]]:
        """The prompts chosen for each rep, by rep id."""
        ...

    @property
    def mentors(self) -> Mapping[str, RepCard]:
        """Who could help each rep with the weakest pillar, by rep id."""
        ...

    @property
    def judged(self) -> Sequence[Judged]:
        """What was agreed up to the week, with what came of it."""
        ...


def notes(
    review: Reviewed,
    as_of: date,
    edited: Mapping[str, str] | None = None,
    rep_id: str | None = None,
    said: Mapping[str, Said] | None = None,
) -> list[Note]:
    """Return the notes of everybody still on the team, or of one rep; `edited` is the manager's Markdown by rep id.

    `said` is what was said to each in the week's review for them to read, by rep id. What stands agreed, in that review
    or before, is in every note.
    UnknownRep is raised where no rep has the id.
    """
    if rep_id is None:
        chosen = [card for card in review.cards if card.state is not State.LEFT]
    else:
        chosen = [card for card in review.cards if card.rep_id == rep_id]
        if not chosen:
            raise UnknownRep(rep=rep_id)
    told = said or {}
    built = [_built(review, card, as_of, told.get(card.rep_id, Said())) for card in chosen]
    return [replace(note, markdown=(edited or {}).get(note.rep_id, note.markdown)) for note in built]


def _built(review: Reviewed, card: RepCard, as_of: date, said: Said) -> Note:
    asked = review.mentors.get(card.rep_id)
    prompts = review.prompts.get(card.rep_id, ())
    told = replace(said, agreed=_agreed(review, card, said.agreed))
    return build(card, prompts, as_of=as_of, said=told, mentor=asked.name if asked else None)


def _agreed(review: Reviewed, card: RepCard, new: Sequence[Judged]) -> tuple[Judged, ...]:
    """Return what stands agreed with a rep; `new` is what the week's own verdicts may not know of yet."""
    theirs = [one for one in review.judged if one.commitment.rep_id == card.rep_id]
    return tuple(standing(with_those_of(theirs, [one.commitment for one in new]), card.week))


def bundle(notes: Sequence[Note], format: str) -> bytes:
    """Return the notes in one file: a document that holds them all, or for "zip" a file per rep.

    BadFormat says which formats exist; EmptyDesk is raised where there is no note to write.
    """
    if not notes:
        raise EmptyDesk
    if format == ZIP:
        return zipped(notes)
    return writer_of(format, (ZIP,))(notes)
