"""How fast does a score move?"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Slope:
    """Points a week of one score, with the 90 % interval, over so many weeks (`readings` of them known).

    `back`: the rise only came back after a dip; `still`: it stands still in the newest weeks. Neither goes on so.
    """

    per_week: float
    low: float
    high: float
    weeks: int
    readings: int
    back: bool = False
    still: bool = False
