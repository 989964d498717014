"""What speaks against building on good results yet? Nobody is left alone or asked to help for one deal."""

from itertools import pairwise

from dashboard.coaching.need import thin_pipeline
from dashboard.coaching.words import own_change
from dashboard.model.cards import Flag, RepCard
from dashboard.model.settings import Settings

RUNNING = 3
"""Weeks running in which a score that falls each time is still falling, though none of it is beyond noise (ours)."""
BARELY = "not clearly so for four weeks yet"
FALLS = "the score still falls"
STILL = 0.5
"""Share of the smallest change of a total by which it still falls: a fall that was told is not over by a tenth less."""


def doubt(card: RepCard, settings: Settings) -> str:
    """Return what speaks against building on results above their line; empty where nothing does."""
    if falls(card, settings):
        return FALLS
    if Flag.BARELY_ABOVE in card.flags:
        return BARELY
    thin = thin_pipeline(card, settings)
    return f"the {thin.say()}" if thin else ""


def falls(card: RepCard, settings: Settings) -> bool:
    """Tell whether the total lost half its minimum in four weeks, a pillar all of its own, or the total thrice running.

    Both are net of the team. That is less than it takes to be told: no talk about a fall turns into leaving alone when
    the fall becomes a little smaller.

    >>> from datetime import date
    >>> from dashboard.model.cards import State
    >>> weeks = [date(2026, 10, 26), date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)]
    >>> sliding = tuple(zip(weeks, (40.1, 39.6, 39.1, 38.5)))
    >>> falls(RepCard("ida", "Ida", weeks[-1], State.SCORED, trend=sliding), Settings())
    True
    """
    own = own_change(card)
    lost = [change for held in card.pillars.values() if (change := own_change(held)) is not None]
    if own is not None and own <= -STILL * settings.min_change_total:
        return True
    if min(lost, default=0.0) <= -settings.min_change_pillar:
        return True
    last = [points for _, points in card.trend[-RUNNING - 1 :] if points is not None]
    return len(last) == RUNNING + 1 and all(later < earlier for earlier, later in pairwise(last))
