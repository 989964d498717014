"""What is a step of the 30-day plan, and what may stand in each field of it?"""

from dataclasses import dataclass

from dashboard.coaching import fields
from dashboard.coaching.fields import Check
from dashboard.coaching.prompt import Licence, Per, ways
from dashboard.model.pillars import PILLARS, Pillar

LAST_DAY = 30
WEEKS = 4
"""Days 22 to 30 are the fourth week: the last two days belong to it."""
RESERVED = "begun"
"""No step bears this name: under it the store keeps that a plan was begun."""


@dataclass(frozen=True)
class Step:
    """One step: from which to which day of the plan (1-30), what to do, and the minutes it takes per `per`.

    `pillar` is None where it serves all four; a step that is only for a pillar `behind` is for reps with that pillar
    among the two furthest behind.
    """

    id: str
    days: tuple[int, int]
    text: str
    minutes: int
    per: Per
    licence: Licence = Licence.ANY
    pillar: Pillar | None = None
    behind: bool = False

    @property
    def week(self) -> int:
        """The week of the plan, 1-4, in which the step begins.

        >>> Step("a", (22, 30), "Hold.", 5, Per.DAY).week, Step("b", (29, 30), "Close.", 5, Per.ONCE).week
        (4, 4)
        """
        return min((self.days[0] - 1) // 7 + 1, WEEKS)

    def serves(self, licence: str | None) -> bool:
        """Return whether a rep with this licence can follow the step."""
        return self.licence in ways(licence)


def span(value: object) -> str | None:
    """Check that the value is a first and a last day.

    >>> span([7, 4])
    '[7, 4] is no span of days; allowed: first and last day from 1 to 30, such as [4, 7]'
    """
    whole = isinstance(value, list) and len(value) == 2 and all(type(day) is int for day in value)
    if whole and 1 <= value[0] <= value[1] <= LAST_DAY:
        return None
    return f"{value!r} is no span of days; allowed: first and last day from 1 to {LAST_DAY}, such as [4, 7]"


def name(value: object) -> str | None:
    """Check that the value can serve as an id of a step.

    >>> name("begun")
    '"begun" is kept for the start of a plan; allowed: any other id'
    """
    return (
        f'"{RESERVED}" is kept for the start of a plan; allowed: any other id'
        if value == RESERVED
        else fields.name(value)
    )


def yes_or_no(value: object) -> str | None:
    """Check that the value is true or false.

    >>> yes_or_no("yes")
    "'yes' is neither; allowed: true or false"
    """
    return None if isinstance(value, bool) else f"{value!r} is neither; allowed: true or false"


REQUIRED: dict[str, Check] = {
    "id": name,
    "days": span,
    "text": fields.text,
    "minutes": fields.within(fields.MINUTES, "minutes"),
    "per": fields.one_of(Per),
}
OPTIONAL: dict[str, Check] = {
    "licence": fields.one_of(Licence),
    "pillar": fields.one_of(PILLARS),
    "behind": yes_or_no,
}
FIELDS: dict[str, Check] = REQUIRED | OPTIONAL


def made(entry: dict) -> Step:
    """Return the step of an entry whose fields were checked."""
    return Step(
        entry["id"].strip(),
        (entry["days"][0], entry["days"][1]),
        entry["text"].strip(),
        entry["minutes"],
        Per(entry["per"]),
        Licence(entry.get("licence", Licence.ANY)),
        Pillar(entry["pillar"]) if "pillar" in entry else None,
        entry.get("behind", False),
    )
