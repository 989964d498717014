"""How much would a talk help this rep now, and on what evidence? Only facts that noise cannot explain count.

Evidence is of two kinds: a signal in the score, and a need beside it, what is missing between pipeline and quota.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from dashboard.coaching.against import AGAINST, against
from dashboard.coaching.clear import UNSURE, is_behind, is_unsure
from dashboard.coaching.money import compact
from dashboard.coaching.words import CONVERSATION, four_weeks, own_change, points, settled, stand
from dashboard.model.cards import Corner, Flag, PillarCard, PipelineCard, RepCard, Verdict, Weakest
from dashboard.model.near import NEAR_ATTAINMENT
from dashboard.model.pillars import LABELS
from dashboard.model.settings import Settings

USUAL_COVERAGE = 3.0
"""Times what is left of the quota: below it, winning a third of the open pipeline misses the quota (our inference)."""
SERIOUS_COVERAGE = 2.0
"""Below it even winning half of the open pipeline misses the quota (our inference)."""

FULL_DROP = 3.0
FULL_GAP = 4.0
"""Smallest changes worth mentioning that count as one whole need (our inference)."""
TINY = 0.1
"""Points: a smallest change of none at all, which the settings allow, still has a size to be weighed by."""
WHOLE = 1.0
"""A need that no rise of the score outweighs."""

PROVISIONAL = 0.5
"""What a verdict weighs that rests on under twelve weeks of scores."""
LEAST_SURE = 0.5
"""What a pillar behind weighs at least, however close the call which pillar is the weakest: one of them is behind."""

FOREMOST = 2
"""So many facts are one sentence; more would not be read."""

NOT_CONVERTING = 0.5
BOTH_LOW = 0.25
"""What a corner weighs beside the facts that put the rep there (our inference; it only orders the queue)."""


class Kind(StrEnum):
    """Whether evidence lies in the score, or in what is missing between pipeline and quota."""

    SIGNAL = "signal"
    NEED = "need"


class Evidence(NamedTuple):
    """One fact that calls for a talk: its weight (1 = a whole need), and its words, made only where they are said."""

    weight: float
    say: Callable[[], str]
    kind: Kind = Kind.NEED


Fact = Callable[[RepCard, Settings], Evidence | None]


def drop(card: RepCard, settings: Settings) -> Evidence | None:
    """Return a fall of the total beyond noise and beyond the team's own, in points over four weeks."""
    change = own_change(card)
    if card.verdict is not Verdict.DOWN or change is None:
        return None
    sure = PROVISIONAL if Flag.PROVISIONAL in card.flags else 1.0
    weight = -change / (FULL_DROP * max(settings.min_change_total, TINY))
    return Evidence(weight * sure, partial(_fell, card), Kind.SIGNAL)


def _fell(card: RepCard) -> str:
    few = ", provisional with under twelve weeks of scores" if Flag.PROVISIONAL in card.flags else ""
    return f"{four_weeks(card, 'down')}{few}"


def slump(card: RepCard, settings: Settings) -> Evidence | None:
    """Return the pillar that fell furthest beyond noise, where the total does not tell it already."""
    down = [held for held in card.pillars.values() if held.verdict is Verdict.DOWN and own_change(held) is not None]
    if not down or drop(card, settings):
        return None
    held = min(down, key=lambda one: own_change(one) or 0.0)
    weight = -(own_change(held) or 0.0) / (FULL_DROP * max(settings.min_change_pillar, TINY))
    sure = PROVISIONAL if Flag.PROVISIONAL in card.flags else 1.0
    return Evidence(max(weight, 0.0) * sure, partial(_slumped, card, held), Kind.SIGNAL)


def _slumped(card: RepCard, held: PillarCard) -> str:
    few = ", provisional with under twelve weeks of scores" if Flag.PROVISIONAL in card.flags else ""
    return f"{LABELS[held.pillar].lower()} {four_weeks(card, 'down', held)}{few}"


def gap(card: RepCard, settings: Settings) -> Evidence | None:
    """Return a weakest pillar further below its baseline than the smallest change worth mentioning, and surely so."""
    if card.weakest is None or not is_behind(card, settings):
        return None
    behind, sure = -card.weakest.gap, card.weakest.confidence
    weight = behind / (FULL_GAP * max(settings.min_change_pillar, TINY))
    return Evidence(
        weight * max(1.0 if sure is None else sure, LEAST_SURE), partial(_behind, card, card.weakest), Kind.SIGNAL
    )


def _behind(card: RepCard, weakest: Weakest) -> str:
    other = f" (or {LABELS[weakest.runner_up].lower()}, too close to call)" if weakest.runner_up else ""
    held = card.pillars.get(weakest.pillar)
    below = against(held, weakest.basis) if held else AGAINST[weakest.basis]
    return f"{LABELS[weakest.pillar].lower()} {points(-weakest.gap)} points below {below}{other}"


def unsure(card: RepCard, settings: Settings) -> str:
    """Return a gap that is no reason by itself, since the wobble of the scores may explain it; empty without one."""
    if card.weakest is None or not is_unsure(card, settings):
        return ""
    return f"{_behind(card, card.weakest)} is {UNSURE}, so no reason by itself"


def thin_pipeline(card: RepCard, settings: Settings) -> Evidence | None:
    """Return an open pipeline (main currency) that covers less of what is left of the quota than is usual."""
    return _pipeline_below(card, USUAL_COVERAGE)


def serious_pipeline(card: RepCard, settings: Settings) -> Evidence | None:
    """Return an open pipeline (main currency) so thin that good results so far do not outweigh it."""
    return _pipeline_below(card, SERIOUS_COVERAGE)


def _pipeline_below(card: RepCard, least: float) -> Evidence | None:
    """Return the pipeline if it covers less; judged as it is said, with one decimal."""
    held = card.pipeline
    if held is None or held.coverage is None or round(held.coverage, 1) >= least:
        return None
    return Evidence((USUAL_COVERAGE - max(held.coverage, 0.0)) / USUAL_COVERAGE, partial(_covers, held, held.coverage))


def _covers(held: PipelineCard, coverage: float) -> str:
    opened, left = compact(held.open_pipeline, held.currency), compact(held.remaining, held.currency)
    times = f"{coverage:.1f} times" if round(coverage, 1) else "next to nothing of"
    covers = f"open pipeline of {opened} covers {times} the {left} left of the quota"
    return f"{covers}, where {USUAL_COVERAGE:g} times is usual"


def not_converting(card: RepCard, settings: Settings) -> Evidence | None:
    """Return a score well above its line with results well below theirs."""
    return Evidence(NOT_CONVERTING, lambda: f"{stand(card)}: {CONVERSATION}")


def both_low(card: RepCard, settings: Settings) -> Evidence | None:
    """Return score and results well below their lines."""
    return Evidence(BOTH_LOW, partial(stand, card))


USUAL_FACTS: tuple[Fact, ...] = (drop, slump, gap, thin_pipeline)
HIGH_RESULTS: tuple[Fact, ...] = (drop, slump, serious_pipeline)
FACTS: dict[Corner | None, tuple[Fact, ...]] = {
    None: USUAL_FACTS,
    Corner.BUILD_HABITS: (*USUAL_FACTS, both_low),
    Corner.CONVERT: (drop, slump, thin_pipeline, not_converting),
    Corner.LEAVE_ALONE: HIGH_RESULTS,
    Corner.MENTOR: HIGH_RESULTS,
}
"""What counts as evidence in each corner, in the order it is said; None stands for no corner and for near a line.

With a high score a pillar behind is no reason for a talk; with high results an unusual pipeline alone is none either.
"""


def evidence(card: RepCard, settings: Settings) -> tuple[Evidence, ...]:
    """Return what calls for a talk with the rep, a drop first; empty where nothing does."""
    facts = HIGH_RESULTS if _only_the_score_is_near(card, settings) else FACTS[settled(card)]
    found = (fact(card, settings) for fact in facts)
    return tuple(fact for fact in found if fact)


def counting(card: RepCard, settings: Settings) -> tuple[Evidence, ...]:
    """Return the evidence of the kinds that the settings do not leave out: what weighs nothing calls nobody."""
    weights = {Kind.NEED: settings.weight_need, Kind.SIGNAL: settings.weight_signal}
    return tuple(fact for fact in evidence(card, settings) if weights[fact.kind])


def _only_the_score_is_near(card: RepCard, settings: Settings) -> bool:
    """Tell whether the score alone is near its line, with results above theirs: on either side of it they are high.

    Without this the wobble of a score would turn leaving alone into a talk about a pillar behind.
    """
    lines, reached = card.cuts, card.pipeline.attainment if card.pipeline else None
    if Flag.NEAR_LINE not in card.flags or lines is None or card.total is None or reached is None:
        return False
    high = round(reached - lines.attainment, 6) >= NEAR_ATTAINMENT
    return high and round(abs(card.total - lines.ssi), 6) < settings.min_change_total


def need(card: RepCard, settings: Settings) -> float:
    """Return how much the evidence weighs: 0 is none, 1 a whole need."""
    return sum(fact.weight for fact in evidence(card, settings))


def presses(card: RepCard, settings: Settings) -> bool:
    """Tell whether the need outweighs a rise of the score: serious pipeline, a whole need, results that do not follow.

    A rise says nothing against these: the score is an input, and what it is for is still missing.
    """
    serious = serious_pipeline(card, settings) is not None
    return serious or settled(card) is Corner.CONVERT or need(card, settings) >= WHOLE


def foremost(card: RepCard, settings: Settings) -> str:
    """Return the evidence that weighs most in words: one sentence, and what it leaves out can be opened."""
    found = counting(card, settings)
    most = sorted(found, key=lambda fact: -fact.weight)[:FOREMOST]
    return "; ".join(fact.say() for fact in found if fact in most)
