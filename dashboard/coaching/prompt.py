"""What is a coaching prompt: a question to ask, a behaviour to agree on, and what is claimed for it?"""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.model.bands import Band
from dashboard.model.pillars import Pillar


class Licence(StrEnum):
    """Whose way a prompt describes: everybody's, a Navigator seat's, or a free seat's."""

    ANY = "any"
    NAVIGATOR = "navigator"
    FREE = "free"


class Per(StrEnum):
    """How often the minutes of a prompt are spent."""

    DAY = "day"
    WEEK = "week"
    ONCE = "once"


class Grade(StrEnum):
    """Whose word stands behind a prompt, from the strongest to the weakest."""

    LINKEDIN = "A"
    ARTICLES = "B"
    BLOGS = "C"
    INFERENCE = "I"


GRADES: dict[Grade, str] = {
    Grade.LINKEDIN: "LinkedIn's own pages",
    Grade.ARTICLES: "practitioner articles",
    Grade.BLOGS: "practitioner blogs",
    Grade.INFERENCE: "our inference",
}
"""What each grade means, in words."""


@dataclass(frozen=True)
class Effect:
    """What others claim: `low` to `high` points on the "total" or the "pillar" (`on`), in what time, `given` what.

    Nobody claims it from a total of `below` points on (None: for any total).
    """

    low: float
    high: float
    on: str
    within: str
    given: str = ""
    below: float | None = None


@dataclass(frozen=True)
class Prompt:
    """One entry of the playbook; `minutes` are per `per`, `grade` speaks of the effect if claimed, else of the link.

    `pillar` is None where it is about the conversation with buyers and not about the score.
    """

    id: str
    pillar: Pillar | None
    bands: tuple[Band, ...]
    licence: Licence
    question: str
    behaviour: str
    minutes: int
    per: Per
    check_after_days: int
    grade: Grade
    source: str
    effect: Effect | None = None
    limits: str = ""

    def serves(self, licence: str | None) -> bool:
        """Return whether a rep with this licence can follow the prompt."""
        return self.licence in ways(licence)


def ways(licence: str | None) -> tuple[Licence, Licence]:
    """Return the kinds of prompt open to a licence; where it is unknown, the free way, which nobody lacks.

    >>> ways("navigator") == (Licence.ANY, Licence.NAVIGATOR), ways(None) == (Licence.ANY, Licence.FREE)
    (True, True)
    """
    return Licence.ANY, Licence.NAVIGATOR if licence == Licence.NAVIGATOR else Licence.FREE
