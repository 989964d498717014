"""Which teammate could show how it is done? For the pillar a rep is furthest behind on, somebody clearly above."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from dashboard.coaching.conversation import before_the_score
from dashboard.coaching.points import points
from dashboard.coaching.prompts import chosen_pillar
from dashboard.model.cards import Flag, Queue, RepCard, State, Verdict
from dashboard.model.pillars import LABELS, Pillar
from dashboard.model.settings import Settings

CLEARLY = 2.0
"""Smallest changes of a pillar worth mentioning that a mentor stands above: both may be off by one (ours)."""
USUAL = Settings()

Team = tuple[str, Pillar]


def mentors(cards: Sequence[RepCard], queue: Queue, settings: Settings = USUAL) -> Mapping[str, RepCard]:
    """Return each rep's mentor by rep id: the teammate who is highest on the rep's weakest pillar, and clearly above.

    A mentor is of the same team, scored, not new, not behind the own baseline on the pillar, not falling there, and
    not to be talked to about it. Of the up to three to talk to first no two have the same one. Reps without a pillar
    behind, and those with nobody to ask, are not in it.
    """
    called = {reason.rep_id for reason in (*queue.coach, *queue.worth)}
    able, by_id = _able(cards, called), {card.rep_id: card for card in cards}
    found: dict[str, RepCard] = {}
    for reason in queue.coach:
        taken = [held.rep_id for held in found.values()]
        if (card := by_id.get(reason.rep_id)) and (asked := _first(card, able, settings, taken)):
            found[card.rep_id] = asked
    first = {reason.rep_id for reason in queue.coach}
    others = {card.rep_id: _first(card, able, settings, ()) for card in cards if card.rep_id not in first}
    return found | {rep_id: asked for rep_id, asked in others.items() if asked}


def in_words(card: RepCard, asked: RepCard | None) -> str:
    """Return whom to ask, on which pillar and why; empty where there is nobody."""
    if asked is None or card.weakest is None:
        return ""
    pillar = card.weakest.pillar
    theirs, own = asked.pillars[pillar].score or 0.0, card.pillars[pillar].score or 0.0
    lead = f"{points(theirs)} on {LABELS[pillar].lower()}, {points(theirs - own)} points above"
    return f"{asked.name} could show how: {lead}"


def _able(cards: Sequence[RepCard], called: Collection[str]) -> Mapping[Team, list[RepCard]]:
    """Return who could teach each pillar in each team, the highest first; `called` are those worth a talk."""
    found: dict[Team, list[RepCard]] = defaultdict(list)
    for card in cards:
        for pillar in card.pillars:
            learns = card.rep_id in called and pillar is chosen_pillar(card) and not before_the_score(card)
            if _can_teach(card, pillar) and not learns:
                found[card.team or "", pillar].append(card)
    for (_, pillar), held in found.items():
        held.sort(key=lambda card: (-(card.pillars[pillar].score or 0.0), card.name.casefold(), card.rep_id))
    return found


def _can_teach(card: RepCard, pillar: Pillar) -> bool:
    held = card.pillars[pillar]
    known = card.state is State.SCORED and Flag.NEW_STARTER not in card.flags and held.score is not None
    return known and (held.gap is None or held.gap >= 0) and held.verdict is not Verdict.DOWN


def _first(
    card: RepCard, able: Mapping[Team, Sequence[RepCard]], settings: Settings, taken: Collection[str]
) -> RepCard | None:
    """Return the highest who is free and clearly above; below the first who is not, nobody is."""
    if card.state is not State.SCORED or card.weakest is None or card.weakest.gap >= 0:
        return None
    pillar = card.weakest.pillar
    least = (card.pillars[pillar].score or 0.0) + CLEARLY * settings.min_change_pillar
    free = (one for one in able.get((card.team or "", pillar), ()) if one.rep_id not in {*taken, card.rep_id})
    best = next(free, None)
    return best if best and (best.pillars[pillar].score or 0.0) >= least else None
