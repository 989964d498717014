"""In which order should reps be talked to? A product of factors, each of which answers one question.

A new factor is one function and one line in FACTORS.
"""

from collections.abc import Callable
from math import prod

from dashboard.coaching.need import need
from dashboard.model.bands import Band
from dashboard.model.cards import RepCard
from dashboard.model.settings import Settings

COACHABLE: dict[Band | None, float] = {
    Band.STARTING: 0.9,
    Band.BUILDING: 1.0,
    Band.ACTIVE: 1.0,
    Band.LEADER: 0.5,
    None: 0.9,
}
"""The middle of a team repays coaching most (vendor research)."""


def coachability(card: RepCard, settings: Settings) -> float:
    """Return how much a talk is likely to change, from 0 to 1."""
    return COACHABLE[card.band]


FACTORS: tuple[Callable[[RepCard, Settings], float], ...] = (need, coachability)


def priority(card: RepCard, settings: Settings) -> float:
    """Return how early in the week the talk should be: the higher the earlier, 0 where nothing calls for one."""
    return prod(factor(card, settings) for factor in FACTORS)
