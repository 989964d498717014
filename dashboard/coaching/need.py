"""How much would a talk help this rep now, and on what evidence? Only facts that noise cannot explain count."""

from collections.abc import Callable
from typing import NamedTuple

from dashboard.coaching.words import AGAINST, coverage, own_change, points
from dashboard.model.bands import Band
from dashboard.model.cards import RepCard, Verdict
from dashboard.model.pillars import LABELS
from dashboard.model.settings import Settings

THIN_COVERAGE = 3.0
"""Times what is left of the quota: below it, winning a third of the open pipeline misses the quota (our inference)."""

FULL_DROP = 3.0
FULL_GAP = 4.0
"""Smallest changes worth mentioning that count as one whole need (our inference; it only orders the queue)."""

BAND_WEIGHT: dict[Band | None, float] = {
    Band.STARTING: 0.9,
    Band.BUILDING: 1.0,
    Band.ACTIVE: 1.0,
    Band.LEADER: 0.5,
    None: 0.9,
}
"""The middle of a team repays coaching most (vendor research)."""


class Evidence(NamedTuple):
    """One fact that calls for a talk: its weight (1 = a whole need) and its words."""

    weight: float
    words: str


def drop(card: RepCard, settings: Settings) -> Evidence | None:
    """Return a fall of the total beyond noise and beyond the team's own, in points over four weeks."""
    change = own_change(card)
    if card.verdict is not Verdict.DOWN or change is None:
        return None
    net = " net of the team" if card.net_change_4w is not None else ""
    weight = -change / (FULL_DROP * settings.min_change_total)
    return Evidence(weight, f"down {points(-change)} points{net} in four weeks")


def gap(card: RepCard, settings: Settings) -> Evidence | None:
    """Return a weakest pillar that lies further below its baseline than the smallest change worth mentioning."""
    if card.weakest is None or -card.weakest.gap < settings.min_change_pillar:
        return None
    behind = -card.weakest.gap
    words = f"{LABELS[card.weakest.pillar].lower()} {points(behind)} points below {AGAINST[card.weakest.basis]}"
    return Evidence(behind / (FULL_GAP * settings.min_change_pillar), words)


def thin_pipeline(card: RepCard, settings: Settings) -> Evidence | None:
    """Return an open pipeline (main currency) that hardly covers what is left of the quota."""
    covered = card.pipeline.coverage if card.pipeline else None
    if card.pipeline is None or covered is None or covered >= THIN_COVERAGE:
        return None
    return Evidence((THIN_COVERAGE - max(covered, 0.0)) / THIN_COVERAGE, coverage(card.pipeline))


FACTS: tuple[Callable[[RepCard, Settings], Evidence | None], ...] = (drop, gap, thin_pipeline)


def evidence(card: RepCard, settings: Settings) -> tuple[Evidence, ...]:
    """Return what calls for a talk with the rep, a drop first; empty where nothing does."""
    found = (fact(card, settings) for fact in FACTS)
    return tuple(fact for fact in found if fact)


def need(card: RepCard, settings: Settings) -> float:
    """Return how much the evidence weighs (0 = none), the middle bands before the top."""
    return BAND_WEIGHT[card.band] * sum(fact.weight for fact in evidence(card, settings))


def sentence(card: RepCard, settings: Settings) -> str:
    """Return the evidence as one sentence with numbers and units."""
    words = "; ".join(fact.words for fact in evidence(card, settings))
    return f"{words[:1].upper()}{words[1:]}."
