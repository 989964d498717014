"""What does this week call for with one rep? The one place that decides; every page, list and note asks here.

A rule looks at a card and either calls or passes; the first that calls decides. A new rule is one function and one
line in RULES. The guide tells the rules in words (dashboard/guide/method.md, "Whom to talk to").
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from dashboard.coaching.doubt import doubt
from dashboard.coaching.need import counting, evidence, foremost, gap, presses, thin_pipeline, unsure
from dashboard.coaching.praise import quota, rise, risen
from dashboard.coaching.words import BORROW, FLAGS, NOT_SCORED, TEACH, begun, settled, stand, state, without_score
from dashboard.model.cards import Corner, Flag, RepCard, State
from dashboard.model.settings import Settings


class Call(StrEnum):
    """What a week calls for with a rep; `none` is nothing beyond the usual."""

    COACH = "coach"
    CELEBRATE = "celebrate"
    LEAVE_ALONE = "leave_alone"
    MENTOR = "mentor"
    PIPELINE = "pipeline"
    NONE = "none"


LABELS: dict[Call, str] = {
    Call.COACH: "worth a talk",
    Call.CELEBRATE: "celebrate",
    Call.LEAVE_ALONE: "leave alone",
    Call.MENTOR: "ask to help a teammate",
    Call.PIPELINE: "talk about the pipeline",
    Call.NONE: "nothing pressing",
}
"""Each call in a word or two."""


@dataclass(frozen=True)
class Advice:
    """What the week calls for with one rep, and why, in one sentence."""

    call: Call
    reason: str


Rule = Callable[[RepCard, Settings], Advice | None]


def advise(card: RepCard, settings: Settings) -> Advice:
    """Return what the week calls for with a rep; nothing is said that noise could explain."""
    found = (rule(card, settings) for rule in RULES)
    return next((advice for advice in found if advice), Advice(Call.NONE, _quiet(card, settings)))


def _said(call: Call, words: str) -> Advice:
    return Advice(call, f"{begun(words)}.")


def gone(card: RepCard, settings: Settings) -> Advice | None:
    """Call for nothing with whoever has left."""
    return Advice(Call.NONE, state(card)) if card.state is State.LEFT else None


def rests(card: RepCard, settings: Settings) -> Advice | None:
    """Leave alone whoever is on leave, or has too short a history to be judged."""
    if card.state is State.ON_LEAVE:
        return Advice(Call.LEAVE_ALONE, f"{NOT_SCORED[card.state]}.")
    new = Flag.NEW_STARTER in card.flags and card.state is State.SCORED
    return Advice(Call.LEAVE_ALONE, FLAGS[Flag.NEW_STARTER]) if new else None


def met(card: RepCard, settings: Settings) -> Advice | None:
    """Celebrate a met quota, also where there is no score, and the rise that came with it."""
    parts = [part for part in (quota(card), rise(card)) if part]
    return _said(Call.CELEBRATE, "; ".join(parts)) if quota(card) else None


def unscored(card: RepCard, settings: Settings) -> Advice | None:
    """Without a score call for a talk about a thin pipeline, or for nothing: what is not known is not coached."""
    if card.state is State.SCORED:
        return None
    thin = thin_pipeline(card, settings)
    if thin is None:
        return Advice(Call.NONE, state(card))
    return _said(Call.PIPELINE, f"{without_score(card)}. {begun(thin.say())}")


def pressing(card: RepCard, settings: Settings) -> Advice | None:
    """Call for a talk where the need outweighs a rise; the rise is said beside it."""
    if not (presses(card, settings) and counting(card, settings)):
        return None
    though = f", though {rise(card)}" if risen(card) else ""
    return _said(Call.COACH, f"{foremost(card, settings)}{though}")


def rose(card: RepCard, settings: Settings) -> Advice | None:
    """Celebrate a rise beyond noise, and say what is still behind."""
    behind = gap(card, settings)
    still = f"; what is left: {behind.say()}" if behind else ""
    return _said(Call.CELEBRATE, f"{rise(card)}{still}") if risen(card) else None


def works_anyway(card: RepCard, settings: Settings) -> Advice | None:
    """Leave alone whoever has the results without the score, unless there is evidence for a talk, or doubt."""
    if settled(card) is not Corner.LEAVE_ALONE or evidence(card, settings) or doubt(card, settings):
        return None
    return _said(Call.LEAVE_ALONE, f"{stand(card)}: {BORROW}")


def needy(card: RepCard, settings: Settings) -> Advice | None:
    """Call for a talk where there is any evidence for one."""
    return _said(Call.COACH, foremost(card, settings)) if counting(card, settings) else None


def teaches(card: RepCard, settings: Settings) -> Advice | None:
    """Ask whoever has both score and results to help, where nothing speaks against building on them."""
    able = settled(card) is Corner.MENTOR and not doubt(card, settings)
    return _said(Call.MENTOR, f"{stand(card)}: {TEACH}") if able else None


def not_yet(card: RepCard, settings: Settings) -> Advice | None:
    """Call for nothing with whoever has results that cannot be built on yet, and say why."""
    if settled(card) not in (Corner.LEAVE_ALONE, Corner.MENTOR):
        return None
    return _said(Call.NONE, f"{stand(card)}, but {doubt(card, settings)}")


RULES: tuple[Rule, ...] = (gone, rests, met, unscored, pressing, rose, works_anyway, needy, teaches, not_yet)


def _quiet(card: RepCard, settings: Settings) -> str:
    near, small = Flag.NEAR_LINE in card.flags, unsure(card, settings)
    quiet = f"Nothing stands out beyond noise{', and the corner is too close to call' if near else ''}"
    return f"{quiet}{f'; {small}' if small else ''}."
