"""What to ask where the score is fine and the results do not follow? About the deals first, not for more score."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dashboard.coaching import fields
from dashboard.coaching.fields import Check
from dashboard.coaching.prompt import Grade, Licence, Per, Prompt
from dashboard.coaching.words import settled
from dashboard.model.cards import Corner, RepCard
from dashboard.model.commitments import Judged

WHY = "The score is above the line and the results are below theirs: more score is not what is missing."

_KEPT = ("id", "question", "behaviour", "minutes", "per", "check_after_days", "grade", "source")
REQUIRED: dict[str, Check] = {name: fields.REQUIRED[name] for name in _KEPT}
FIELDS: dict[str, Check] = REQUIRED | {"limits": fields.text}


def before_the_score(card: RepCard) -> bool:
    """Tell whether a talk is about the conversation, not the score: a clearly high score with clearly low results.

    >>> from datetime import date
    >>> from dashboard.model.cards import State
    >>> before_the_score(RepCard("ida", "Ida", date(2026, 11, 16), State.SCORED, corner=Corner.CONVERT))
    True
    """
    return settled(card) is Corner.CONVERT


def untried(prompts: Sequence[Prompt], tried: Iterable[Judged]) -> tuple[Prompt, ...]:
    """Return the prompts that were not agreed on yet, all once each was: no score tells whether one had an effect."""
    known = {one.commitment.prompt_id for one in tried}
    return tuple(prompt for prompt in prompts if prompt.id not in known) or tuple(prompts)


def made(entry: Mapping[str, Any]) -> Prompt:
    """Return the prompt of an entry whose fields were checked; it is for no pillar, any band and any seat."""
    return Prompt(
        **{field: entry[field].strip() for field in ("id", "question", "behaviour", "source")},
        pillar=None,
        bands=(),
        licence=Licence.ANY,
        minutes=entry["minutes"],
        per=Per(entry["per"]),
        check_after_days=entry["check_after_days"],
        grade=Grade(entry["grade"]),
        limits=entry.get("limits", ""),
    )
