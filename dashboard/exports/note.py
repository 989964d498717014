"""What does the manager take into the conversation? One page of Markdown per rep, which every format renders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.coaching.fair import talk_day
from dashboard.coaching.prompt import Prompt
from dashboard.exports import sections
from dashboard.exports.literal import clean
from dashboard.model.cards import RepCard
from dashboard.model.commitments import Judged
from dashboard.model.weeks import label


@dataclass(frozen=True)
class Note:
    """One rep's note for one week; `markdown` is the text, as built or as the manager edited it."""

    rep_id: str
    name: str
    week: date
    markdown: str

    @property
    def title(self) -> str:
        """The plain title, for the properties of a document."""
        return f"Coaching note: {clean(self.name)}, week of {label(self.week)}"


@dataclass(frozen=True)
class Said:
    """What was said to a rep: the manager's words for the rep in the week's review, and what stands agreed by then."""

    shared: str = ""
    agreed: tuple[Judged, ...] = ()


def build(
    card: RepCard, prompts: Sequence[Prompt], *, as_of: date, said: Said | None = None, mentor: str | None = None
) -> Note:
    """Return the note of one rep; `as_of` is the day it is written, of a week long past its Friday counts for the talk.

    `said` are the words of the week's review that are meant for the rep, where there was one, and what stands agreed;
    `mentor` is the name of a teammate who could help with the weakest pillar.
    """
    told, talk = said or Said(), talk_day(card.week, as_of)
    parts = (
        sections.title(card),
        sections.shared(told.shared),
        sections.facts(card),
        sections.pillars(card),
        sections.start(card, mentor),
        sections.ask(card, prompts, talk, told.agreed),
        sections.pipeline(card),
        sections.agreed(prompts, as_of, told.agreed, talk=talk),
        sections.footer(as_of),
    )
    text = "\n\n".join("\n".join(lines) for lines in parts if lines)
    return Note(card.rep_id, card.name, card.week, f"{text}\n")


def together(notes: Sequence[Note]) -> str:
    """Return the plain title of a document that holds these notes."""
    return notes[0].title if len(notes) == 1 else f"Coaching notes ({len(notes)})"
