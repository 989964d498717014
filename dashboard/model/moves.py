"""How far did a number move beyond noise, and over how many weeks?"""

from dataclasses import dataclass

SHOWN = 4
"""Weeks of the change that every page shows; a change told over others says so."""


@dataclass(frozen=True)
class Moved:
    """What a verdict *up* or *down* tells: points, net of the team where there is one, and over how many weeks."""

    points: float
    weeks: int = SHOWN
