"""Which prompts fit a rep's pillar, band and seat; and how does one sound in a sentence?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dashboard.coaching.conversation import before_the_score, untried
from dashboard.coaching.habits import fresh
from dashboard.coaching.playbook import Playbook
from dashboard.coaching.prompt import GRADES, Effect, Grade, Licence, Per, Prompt
from dashboard.model.bands import BANDS, CUTS, Band, pillar_band
from dashboard.model.cards import RepCard
from dashboard.model.commitments import Judged
from dashboard.model.pillars import Pillar

MOST = 3
"""One skill at a time, and at most three calls to action."""

PER: dict[Per, str] = {Per.DAY: "a day", Per.WEEK: "a week", Per.ONCE: "once"}

WAY: dict[Licence, str] = {
    Licence.ANY: "works with any seat",
    Licence.NAVIGATOR: "needs Sales Navigator",
    Licence.FREE: "works without Sales Navigator",
}
"""For whom a prompt is, in words."""


def prompts_for(
    card: RepCard,
    playbook: Playbook,
    pillar: Pillar | None = None,
    most: int = MOST,
    cuts: tuple[float, float, float] = CUTS,
    tried: Sequence[Judged] = (),
) -> tuple[Prompt, ...]:
    """Return at most `most` prompts for one pillar (the weakest if none is named), in the playbook's order.

    Where no pillar is named and results do not follow the score, they are about the conversation. Empty where the
    pillar has no score: what is not known is not coached. `cuts` part the bands, on the scale of 100. `tried` is what
    this rep tried: what did nothing is left out and the next one offered, from the nearest other band once the rep's
    own has none left. What is claimed for a total below some points is quoted to nobody above.
    """
    if pillar is None and playbook.conversation and before_the_score(card):
        return untried(playbook.conversation, tried)[:most]
    chosen = pillar or chosen_pillar(card)
    band = _band(card, chosen, cuts) if chosen else None
    if chosen is None or band is None:
        return ()
    left = fresh(playbook.of(chosen, band, card.licence), tried)
    found = left or fresh(_beyond(card, playbook, chosen, band), tried)
    return tuple(_as_claimed(prompt, card) for prompt in found[:most])


def _as_claimed(prompt: Prompt, card: RepCard) -> Prompt:
    """Return the prompt without an effect that nobody claims for a total like the rep's."""
    below = prompt.effect.below if prompt.effect else None
    applies = below is None or (card.total is not None and card.total < below)
    return prompt if applies else replace(prompt, effect=None)


def _beyond(card: RepCard, playbook: Playbook, pillar: Pillar, band: Band) -> tuple[Prompt, ...]:
    """Return the pillar's prompts for other bands, the nearest band first."""
    nearest = sorted(BANDS, key=lambda other: abs(BANDS.index(other) - BANDS.index(band)))
    found = (prompt for other in nearest for prompt in playbook.of(pillar, other, card.licence))
    return tuple(dict.fromkeys(found))


def chosen_pillar(card: RepCard) -> Pillar | None:
    """Return the pillar to coach: the weakest against its baseline, else the lowest, None without scores."""
    if card.weakest:
        return card.weakest.pillar
    return card.lowest.pillar if card.lowest else None


def _band(card: RepCard, pillar: Pillar, cuts: tuple[float, float, float]) -> Band | None:
    held = card.pillars.get(pillar)
    return None if held is None or held.score is None else pillar_band(held.score, cuts)


def dose(prompt: Prompt) -> str:
    """Return what a prompt takes and when to look again, such as "15 minutes a day; check again after 14 days"."""
    return f"{prompt.minutes} minutes {PER[prompt.per]}; check again {after(prompt.check_after_days)}"


def after(days: int) -> str:
    """Return a delay as one says it.

    >>> after(2), after(14)
    ('after 48 hours', 'after 14 days')
    """
    return f"after {days * 24} hours" if days < 3 else f"after {days} days"


def check_on(prompt: Prompt, agreed_on: date) -> date:
    """Return the day to look again; a weekend moves to the Monday after."""
    day = agreed_on + timedelta(days=prompt.check_after_days)
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def claim(prompt: Prompt) -> str:
    """Return what is claimed for a prompt, as a range with its grade and source; said where no figure is claimed."""
    said = f"{in_words(prompt.effect)} (a claim, not a measurement)" if prompt.effect else "no figure is claimed"
    return f"{said}; grade {grade(prompt.grade)}"


def in_words(effect: Effect) -> str:
    """Return a claimed effect as a range of points.

    >>> in_words(Effect(8, 12, "total", "days", "while the profile has gaps"))
    '+8 to +12 points on the total within days, while the profile has gaps'
    """
    given = f", {effect.given}" if effect.given else ""
    return f"+{effect.low:g} to +{effect.high:g} points on the {effect.on} within {effect.within}{given}"


def grade(letter: Grade) -> str:
    """Return a grade of evidence with its meaning.

    >>> grade(Grade.ARTICLES)
    'B (practitioner articles)'
    """
    return f"{letter} ({GRADES[letter]})"
