"""In which order should reps be talked to? Evidence, times how much a talk changes, times how long ago the last was.

Two factors are evidence and add up (need and signal), two say when it is worth acting on and multiply. Each has a
weight in the settings: evidence is multiplied by it, the others are raised to it, so that 0 leaves a factor out and 2
lets it count double. A new factor is one function and one line in FACTORS.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import prod
from typing import NamedTuple

from dashboard.coaching.need import USUAL_COVERAGE, Evidence, Kind, evidence, unsure
from dashboard.coaching.standing import coachability, places
from dashboard.coaching.words import begun
from dashboard.model.cards import Factor, RepCard
from dashboard.model.settings import Settings

NEVER = 8
"""Weeks without a talk that count in full, as no talk at all does (ours: two habits of four weeks each)."""


@dataclass(frozen=True)
class Around:
    """What is known around a rep: the thresholds, the week of each rep's last talk, and each one's place in the team.

    A place is between 0, the lowest total, and 1, the highest; reps of a team too small for places have none.
    """

    settings: Settings = field(default_factory=Settings)
    coached: Mapping[str, date] = field(default_factory=dict)
    places: Mapping[str, float] = field(default_factory=dict)


class Seen(NamedTuple):
    """One rep with the evidence for a talk, and what is known around."""

    card: RepCard
    evidence: tuple[Evidence, ...]
    known: Around

    def weighs(self, kind: Kind) -> float:
        """Return how much the evidence of one kind weighs."""
        return sum(fact.weight for fact in self.evidence if fact.kind is kind)

    def says(self, kind: Kind) -> str:
        """Return the evidence of one kind in words; empty without any."""
        return "; ".join(fact.say() for fact in self.evidence if fact.kind is kind)


class Kept(NamedTuple):
    """One factor of FACTORS: its name, the setting with its weight, whether it adds up, its value, and its words."""

    name: str
    setting: str
    adds: bool
    value: Callable[[Seen], float]
    words: Callable[[Seen], str]


def around(cards: Iterable[RepCard], settings: Settings, coached: Mapping[str, date]) -> Around:
    """Return what is known around each of these reps."""
    return Around(settings, coached, places(cards, settings.min_peers))


def _seen(card: RepCard, known: Around) -> Seen:
    return Seen(card, evidence(card, known.settings), known)


def _needed(rep: Seen) -> float:
    return rep.weighs(Kind.NEED)


def _needed_words(rep: Seen) -> str:
    if said := rep.says(Kind.NEED):
        return said
    held = rep.card.pipeline
    if held is None or held.coverage is None:
        return "no quota left to win is known"
    return f"the open pipeline covers {held.coverage:.1f} times what is left of the quota; {USUAL_COVERAGE:g} is usual"


def _signal(rep: Seen) -> float:
    return rep.weighs(Kind.SIGNAL)


def _signal_words(rep: Seen) -> str:
    small = unsure(rep.card, rep.known.settings)
    return rep.says(Kind.SIGNAL) or f"nothing in the score beyond noise{f'; {small}' if small else ''}"


def _coachable(rep: Seen) -> float:
    return coachability(rep.card, rep.known.places)[0]


def _coachable_words(rep: Seen) -> str:
    return coachability(rep.card, rep.known.places)[1]


def _weeks_since(rep: Seen) -> int | None:
    """Return the whole weeks since the last talk, None where there was none."""
    last = rep.known.coached.get(rep.card.rep_id)
    return None if last is None else max((rep.card.week - last).days // 7, 0)


def _waiting(rep: Seen) -> float:
    weeks = _weeks_since(rep)
    return 1.0 if weeks is None else min(weeks, NEVER) / NEVER


def _waiting_words(rep: Seen) -> str:
    weeks = _weeks_since(rep)
    if weeks is None:
        return "no talk so far"
    return f"the last talk was {'a week' if weeks == 1 else f'{weeks} weeks'} ago" if weeks else "talked to this week"


FACTORS: tuple[Kept, ...] = (
    Kept("Need", "weight_need", True, _needed, _needed_words),
    Kept("Signal", "weight_signal", True, _signal, _signal_words),
    Kept("Middle of the team", "weight_coachability", False, _coachable, _coachable_words),
    Kept("Time since the last talk", "weight_waiting", False, _waiting, _waiting_words),
)


def priority(card: RepCard, known: Around) -> float:
    """Return how early in the week the talk should be: the higher the earlier, 0 where nothing calls for one."""
    rep = _seen(card, known)
    held = [(kept, kept.value(rep), getattr(known.settings, kept.setting)) for kept in FACTORS]
    summed = sum(value * weight for kept, value, weight in held if kept.adds)
    return summed * prod(value**weight for kept, value, weight in held if not kept.adds)


def factors(card: RepCard, known: Around) -> tuple[Factor, ...]:
    """Return what the priority is made of, each factor with its value, its weight and its words."""
    rep = _seen(card, known)
    return tuple(_factor(kept, rep) for kept in FACTORS)


def _factor(kept: Kept, rep: Seen) -> Factor:
    weight = getattr(rep.known.settings, kept.setting)
    return Factor(kept.name, round(kept.value(rep), 3), weight, f"{begun(kept.words(rep))}.")


def worked_out(found: Sequence[Factor]) -> str:
    """Return how the factors come to a priority, in the figures that are shown; empty without factors.

    >>> held = zip(FACTORS, (0.0, 0.465, 0.9, 0.95), (1, 1, 1, 2))
    >>> worked_out([Factor(kept.name, value, weight, ".") for kept, value, weight in held])
    '(0 + 0.465) × 0.9 × 0.95² = 0.378'
    """
    adds = {kept.name: kept.adds for kept in FACTORS}
    summed = [one for one in found if adds[one.name]]
    others = [one for one in found if not adds[one.name] and one.weight]
    if not found:
        return ""
    result = sum(one.value * one.weight for one in summed) * prod(one.value**one.weight for one in others)
    terms = " + ".join(_term(one) for one in summed if one.weight) or "0"
    return " × ".join([f"({terms})", *(_power(one) for one in others)]) + f" = {worth(result)}"


def worth(value: float) -> str:
    """Return a factor with as many decimals as it needs to be multiplied out, at most three.

    >>> worth(0.465), worth(0.95), worth(1.0), worth(0.0)
    ('0.465', '0.95', '1', '0')
    """
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _term(one: Factor) -> str:
    return worth(one.value) if one.weight == 1 else f"{one.weight:g} × {worth(one.value)}"


def _power(one: Factor) -> str:
    if one.weight == 1:
        return worth(one.value)
    return f"{worth(one.value)}²" if one.weight == 2 else f"{worth(one.value)} to the power of {one.weight:g}"
