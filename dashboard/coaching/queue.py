"""Whom should the manager talk to first, whom celebrate, and whom leave alone? One sentence of evidence each."""

from collections.abc import Sequence

from dashboard.coaching.call import Advice, Call, advise
from dashboard.coaching.priority import priority
from dashboard.model.cards import Queue, Reason, RepCard
from dashboard.model.settings import Settings

MOST = 3
"""At most three calls to action: more are not followed."""


def queue(cards: Sequence[RepCard], settings: Settings) -> Queue:
    """Return the week's queue: each rep in the list its one call names, or in none.

    Of those worth a talk the (at most three) with the highest priority are listed, the highest first.
    """
    called = [(card, advise(card, settings)) for card in cards]
    coach = [(card, advice) for card, advice in called if advice.call is Call.COACH]
    coach.sort(key=lambda pair: (-priority(pair[0], settings), pair[0].rep_id))
    lists = ([pair for pair in called if pair[1].call is call] for call in (Call.CELEBRATE, Call.LEAVE_ALONE))
    return Queue(_reasons(coach[:MOST]), *map(_reasons, lists))


def _reasons(called: Sequence[tuple[RepCard, Advice]]) -> tuple[Reason, ...]:
    return tuple(Reason(card.rep_id, card.name, advice.reason) for card, advice in called)
