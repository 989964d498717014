"""What is a pillar held against where the team says nothing, and how old is that?"""

from collections.abc import Mapping
from datetime import date

from dashboard.model.pillars import Pillar


class Defaults(dict[Pillar, float]):
    """The default baseline of each pillar (points of 0-25), and the day it was read; None is before any week known.

    >>> Defaults({Pillar.BRAND: 11.8}, date(2026, 11, 2)).taken
    datetime.date(2026, 11, 2)
    """

    def __init__(self, points: Mapping[Pillar, float], taken: date | None = None) -> None:
        """Keep the points beside the day."""
        super().__init__(points)
        self.taken = taken
