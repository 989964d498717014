"""What is a weekly review made of?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class Talked(StrEnum):
    """What became of the talk with a rep in a review."""

    OPEN = "open"
    COACHED = "coached"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Talk:
    """What was written down about one rep in one review: `private` stays with the manager, `shared` goes to the rep.

    `saved_at` is when the store took it, None for what is not kept yet; `minutes` is how long the talk was.
    """

    rep_id: str
    private: str = ""
    shared: str = ""
    talked: Talked = Talked.OPEN
    minutes: int | None = None
    saved_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Review:
    """One weekly review of a team (None: everybody); once ended it is frozen: `frozen` is what stood there then."""

    review_id: str
    week: date
    team: str | None
    opened_at: datetime
    who: str
    ended_at: datetime | None = None
    frozen: Mapping[str, Any] | None = None

    @property
    def ended(self) -> bool:
        """Tell whether the review is frozen."""
        return self.ended_at is not None


@dataclass(frozen=True)
class Tick:
    """One step of a rep's 30-day plan that was done in a week."""

    rep_id: str
    plan_from: date
    step: str
    week: date
