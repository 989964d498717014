"""How sure is it which pillar is furthest behind, in words?"""

from dashboard.coaching.words import begun
from dashboard.model.cards import RepCard, Weakest
from dashboard.model.pillars import LABELS


def closeness(card: RepCard) -> str:
    """Return how sure it is which pillar is the furthest behind, or that it is too close to call; empty if unknown."""
    held = card.weakest
    if held is None or held.gap >= 0 or held.confidence is None:
        return ""
    if held.runner_up is None:
        return f"Beside the usual wobble that is {share(held.confidence)} sure."
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
