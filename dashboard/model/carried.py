"""What have shifts of LinkedIn's formula made of a number that was taken before them?"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Carried:
    """How far shifts of the formula carried a number, in points, and the weeks (Mondays) of those shifts.

    Of a baseline it says how far it was moved; only a target stays where it was set, and its gap holds that much. Of a
    change it is the part that is the formula's.
    """

    points: float
    weeks: tuple[date, ...]
