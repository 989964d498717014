"""Whom should the manager talk to first, and what does the week call for with the others? One reason each."""

from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.coaching.call import LABELS, Advice, Call, advise
from dashboard.coaching.priority import Around, around, factors, priority
from dashboard.model.cards import Queue, Reason, RepCard
from dashboard.model.settings import Settings

FIRST = "talk first"
"""What the first of those worth a talk are called, on every page."""
MOST = 3
"""At most three calls to action: more are not followed."""


NOBODY: Mapping[str, date] = {}


def queue(cards: Sequence[RepCard], settings: Settings, coached: Mapping[str, date] = NOBODY) -> Queue:
    """Return the week's queue: each rep in the list its one call names, or in none where nothing is called for.

    Those worth a talk are in order of priority, the highest first: at most three to talk to first, then the rest.
    `coached` is the week of each rep's last talk before this one; who is not in it had none.
    """
    called = [(card, advise(card, settings)) for card in cards]
    known = around(cards, settings, coached)
    coach = [(card, advice) for card, advice in called if advice.call is Call.COACH]
    coach.sort(key=lambda pair: (-priority(pair[0], known), pair[0].rep_id))
    reasons = tuple(_opened(card, advice, known) for card, advice in coach)
    return Queue(
        coach=reasons[:MOST],
        worth=reasons[MOST:],
        celebrate=_of(Call.CELEBRATE, called),
        leave_alone=_of(Call.LEAVE_ALONE, called),
        pipeline=_of(Call.PIPELINE, called),
        mentor=_of(Call.MENTOR, called),
    )


def named(found: Queue, rep_id: str, call: Call) -> str:
    """Return what a rep's call is called, on every page in the same words.

    >>> named(Queue(), "ida", Call.COACH), named(Queue(coach=(Reason("ida", "Ida", "."),)), "ida", Call.COACH)
    ('worth a talk', 'talk first')
    """
    return FIRST if any(reason.rep_id == rep_id for reason in found.coach) else LABELS[call]


def _of(call: Call, called: Sequence[tuple[RepCard, Advice]]) -> tuple[Reason, ...]:
    return tuple(Reason(card.rep_id, card.name, advice.reason) for card, advice in called if advice.call is call)


def _opened(card: RepCard, advice: Advice, known: Around) -> Reason:
    return Reason(card.rep_id, card.name, advice.reason, factors(card, known))
