"""What was agreed, and what is needed to judge it? The same for the screen and the command line."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from pandas import DataFrame
from sqlalchemy import Engine

from dashboard.coaching.cues import parted
from dashboard.coaching.fair import fair_check
from dashboard.coaching.playbook import Playbook
from dashboard.metrics.counted import WEEKS
from dashboard.metrics.history import History
from dashboard.metrics.path import START_WITHIN
from dashboard.model.commitments import Commitment
from dashboard.model.errors import BadCommitment
from dashboard.model.pillars import CONVERSATION, PILLARS, Pillar
from dashboard.store import commitments as stored
from dashboard.store import history as tables
from dashboard.store.reviews import last_coached


class Said(NamedTuple):
    """What was said up to a week: what was agreed, who was coached when, and the counts that speak of it, if any."""

    commitments: tuple[Commitment, ...]
    coached: Mapping[str, date]
    activity: DataFrame | None


def said(engine: Engine, history: History, week: date, team: str | None) -> Said:
    """Return what was said to the reps of a history up to a week (its Monday)."""
    ids = set(history.reps["rep_id"])
    every = stored.commitments(engine, list(ids))
    made = tuple(known_at(every, week, history.scores.weeks.astype(object)))
    coached = {rep: day for rep, day in last_coached(engine, before=week).items() if rep in ids}
    return Said(made, coached, _counted(engine, history, every, team))


def _counted(engine: Engine, history: History, every: Sequence[Commitment], team: str | None) -> DataFrame | None:
    """Return the counts that speak of all these commitments, read once for a history."""
    key = ("counted", tuple((made.rep_id, made.agreed_on) for made in every))
    if key not in history.kept:
        history.kept[key] = counted(engine, every, team)
    return history.kept[key]


def said_key(engine: Engine, week: date) -> tuple[str, tuple[tuple[str, date], ...]]:
    """Return what tells what was said up to a week from what was said before: a key for what is made of it."""
    return stored.commitments_revision(engine), tuple(last_coached(engine, before=week).items())


def known_at(commitments: Iterable[Commitment], week: date, weeks: Collection[date]) -> list[Commitment]:
    """Return what was agreed before the next week with scores began; for the newest, everything.

    A review held on a Monday, before the new scores have come, is one of the week before.
    """
    later = min((one for one in weeks if one > week), default=None)
    return [made for made in commitments if later is None or made.agreed_on < later]


def counted(engine: Engine, commitments: Sequence[Commitment], team: str | None) -> DataFrame | None:
    """Return the counts of the usage export that speak of these commitments, None where there are none to look for."""
    if not commitments:
        return None
    first = min(made.agreed_on for made in commitments) - timedelta(weeks=WEEKS + 1)
    found = tables.activity(engine, team=team, since=first)
    return found[found["rep_id"].isin({made.rep_id for made in commitments})]


def draw_up(engine: Engine, made: Commitment, playbook: Playbook, check_on: date | None = None) -> Commitment:
    """Return a commitment ready to keep: with an id, where the pillar stands, and the day on which a look is fair.

    `made.check_on` does not count: it is `check_on`, else what the prompt or the pillar usually takes. A cue takes the
    place of the one the prompt's own text begins with.
    """
    prompt = playbook.find(made.prompt_id) if made.prompt_id else None
    day = check_on or fair_check(made.pillar, made.agreed_on, prompt)
    start = made.start_value if made.start_value is not None else standing(engine, made)
    own = made.cue.strip() and prompt is not None and made.behaviour == prompt.behaviour
    text = parted(made.behaviour)[1] if own else made.behaviour
    return replace(made, commitment_id=stored.new_id(), check_on=day, start_value=start, behaviour=text)


def standing(engine: Engine, made: Commitment) -> float | None:
    """Return the points of the pillar in the newest reading up to the day of the agreement, at most four weeks old."""
    if made.pillar is None:
        return None
    found = tables.readings_of(engine, [made.rep_id], made.agreed_on - START_WITHIN, made.agreed_on)
    days = found["date"].dt.date
    fair = found[(days <= made.agreed_on) & (days >= made.agreed_on - START_WITHIN)]
    known = fair.sort_values("date")[made.pillar.value].dropna()
    return float(known.iloc[-1]) if len(known) else None


def behaviour(
    playbook: Playbook, text: str, pillar: Pillar | None, *, conversation: bool = False
) -> tuple[str, Pillar | None, str | None]:
    """Return the behaviour, its pillar, and the id of its prompt where the text is one of the playbook's ids.

    What is about the `conversation` with buyers, as some prompts are, has no pillar. Raises BadCommitment where the
    text is missing, where neither is said, or where it is another one than the prompt's.
    """
    if not text.strip():
        raise BadCommitment(reason=stored.SAYS_NOTHING)
    prompt = playbook.find(text.strip())
    if prompt and (pillar not in (None, prompt.pillar) or (conversation and prompt.pillar)):
        own, other = (one or CONVERSATION.lower() for one in (prompt.pillar, pillar))
        raise BadCommitment(reason=f"{prompt.id} is a prompt for {own}, not for {other}.")
    if prompt:
        return prompt.behaviour, prompt.pillar, prompt.id
    if pillar is None and not conversation:
        raise BadCommitment(reason=f"say for which pillar it is: {', '.join(PILLARS)}; or that it is for conversation.")
    if pillar and conversation:
        raise BadCommitment(reason=f"it is for {pillar} or for conversation, not for both.")
    return text.strip(), pillar, None
