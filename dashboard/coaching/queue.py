"""Whom should the manager talk to first, whom celebrate, and whom leave alone? One sentence of evidence each."""

from collections.abc import Callable, Sequence

from dashboard.coaching.need import need, sentence
from dashboard.coaching.words import FLAGS, NOT_SCORED, own_change, points, signed
from dashboard.model.cards import Corner, Flag, PillarCard, Queue, Reason, RepCard, State, Verdict
from dashboard.model.pillars import LABELS
from dashboard.model.settings import Settings

MOST = 3
"""At most three calls to action: more are not followed."""

Sentence = Callable[[RepCard], str]


def queue(cards: Sequence[RepCard], settings: Settings) -> Queue:
    """Return the week's queue; a rep stands in one list at most, and nothing is said that noise could explain.

    Rest comes before praise and praise before coaching: absent and new reps first, then a net rise or a met quota,
    then results without the score. Of the rest, the (at most three) scored reps with the greatest need are coached.
    """
    resting = _reasons(cards, _rests)
    celebrated = _reasons(_without(cards, resting), _celebrated)
    left = _reasons(_without(cards, (*resting, *celebrated)), _works_anyway)
    open_to = _without(cards, (*resting, *celebrated, *left))
    return Queue(_coached(open_to, settings), celebrated, (*left, *resting))


def _reasons(cards: Sequence[RepCard], why: Sentence) -> tuple[Reason, ...]:
    found = [(card, why(card)) for card in cards]
    return tuple(Reason(card.rep_id, card.name, said) for card, said in found if said)


def _without(cards: Sequence[RepCard], placed: Sequence[Reason]) -> list[RepCard]:
    gone = {reason.rep_id for reason in placed}
    return [card for card in cards if card.rep_id not in gone]


def _rests(card: RepCard) -> str:
    if card.state is State.ON_LEAVE:
        return f"{NOT_SCORED[card.state]}."
    is_new = Flag.NEW_STARTER in card.flags and card.state is State.SCORED
    return FLAGS[Flag.NEW_STARTER] if is_new else ""


def _celebrated(card: RepCard) -> str:
    if card.state is State.LEFT:
        return ""
    parts = [_rise(card), _quota(card)]
    words = "; ".join(part for part in parts if part)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _rise(card: RepCard) -> str:
    change = own_change(card)
    if card.verdict is not Verdict.UP or change is None:
        return ""
    net = " net of the team" if card.net_change_4w is not None else ""
    return f"up {points(change)} points{net} in four weeks{_most_on(card)}"


def _most_on(card: RepCard) -> str:
    risen = [(change, held) for held in card.pillars.values() if (change := _risen(held)) is not None]
    if not risen:
        return ""
    change, held = max(risen, key=lambda pair: pair[0])
    return f", most on {LABELS[held.pillar].lower()} ({signed(change)})"


def _risen(held: PillarCard) -> float | None:
    return own_change(held) if held.verdict is Verdict.UP else None


def _quota(card: RepCard) -> str:
    if Flag.QUOTA_MET not in card.flags:
        return ""
    reached = card.pipeline.attainment if card.pipeline else None
    return "quota met" if reached is None else f"quota met, {reached:.0%} attained"


def _works_anyway(card: RepCard) -> str:
    if card.corner is not Corner.LEAVE_ALONE or card.state is not State.SCORED or card.total is None:
        return ""
    reached = card.pipeline.attainment if card.pipeline else None
    results = "results" if reached is None else f"{reached:.0%} of quota"
    halves = f"SSI {points(card.total)} is in the lower half, {results} in the upper"
    return f"{halves}: leave the method alone and ask to borrow it."


def _coached(cards: Sequence[RepCard], settings: Settings) -> tuple[Reason, ...]:
    needs = [(need(card, settings), card) for card in cards if card.state is State.SCORED]
    first = sorted(((much, card) for much, card in needs if much > 0), key=lambda pair: (-pair[0], pair[1].rep_id))
    return tuple(Reason(card.rep_id, card.name, sentence(card, settings)) for _, card in first[:MOST])
