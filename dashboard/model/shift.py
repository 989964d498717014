"""When did most of a team move together?"""

from dataclasses import dataclass
from datetime import date

from dashboard.model.pillars import Pillar


@dataclass(frozen=True)
class Shift:
    """A pillar on which most of the team moved together in a week: median change in points, share of reps 0-1."""

    pillar: Pillar
    week: date
    median_change: float
    share_of_reps: float
