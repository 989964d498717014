"""How sure is it which pillar is furthest behind, in words?"""

from dashboard.coaching.clear import is_behind
from dashboard.coaching.words import begun
from dashboard.model.cards import RepCard, Weakest
from dashboard.model.pillars import LABELS
from dashboard.model.settings import Settings

USUAL = Settings()


def closeness(card: RepCard, settings: Settings = USUAL) -> str:
    """Return how sure it is which pillar is the furthest behind, or that it is too close to call; empty if unknown.

    Where the gap is nothing beside the wobble, nothing about it is called sure.
    """
    held = card.weakest
    if held is None or held.gap >= 0 or held.confidence is None:
        return ""
    if held.runner_up is None:
        sure = f"Beside the usual wobble that is {share(held.confidence)} sure."
        return sure if is_behind(card, settings) else ""
    return f"{begun(either(held))}, too close to call ({share(held.confidence)} sure): either is a fair place to start."


def either(weakest: Weakest) -> str:
    """Return the pillar furthest behind, with the other one it may be instead.

    >>> from dashboard.model.cards import Basis
    >>> from dashboard.model.pillars import Pillar
    >>> either(Weakest(Pillar.INSIGHTS, Basis.TEAM, -2.0, 0.6, Pillar.PEOPLE))
    'insights or people'
    """
    names = (weakest.pillar, weakest.runner_up)
    return " or ".join(LABELS[name].lower() for name in names if name)


def share(likely: float) -> str:
    """Return a chance as a percentage that never claims to be certain.

    >>> share(0.62), share(0.999)
    ('62%', 'over 99%')
    """
    return "over 99%" if likely > 0.99 else f"{likely:.0%}"
