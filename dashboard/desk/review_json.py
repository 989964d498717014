"""What does a week's review look like as JSON?

Missing is null, never 0; points and amounts have three decimals, fractions of a quota six; weeks are ISO Mondays.
"""

from typing import Any, Final

from dashboard.desk.review import WeekReview
from dashboard.model.cards import Factor, PillarCard, PipelineCard, Queue, Reason, RepCard, Shift, TeamCard
from dashboard.model.carried import Carried
from dashboard.model.commitments import Judged, Record
from dashboard.model.tables import PIPELINE_VALUES

Shape = dict[str, Any]

FRACTIONS: Final = frozenset({"attainment", "coverage"})
COUNTS: Final = frozenset({"meetings", *(name for name in PIPELINE_VALUES if name.startswith("deals_"))})
PIPELINE: Final = ("open_pipeline", "weighted_pipeline", "won", "quota", "remaining", "coverage")
PIPELINE_FIELDS: Final = tuple(dict.fromkeys((*PIPELINE, *PIPELINE_VALUES)))


def review_json(review: WeekReview) -> Shape:
    """Return the review as the command line prints it."""
    team = review.team
    return {
        "week": team.week.isoformat(),
        "weeks_of_history": team.weeks_of_history,
        "team": _team(team),
        "reps": [_rep(card, review) for card in review.cards],
        "queue": _queue(review.queue),
        "commitments": [judged_json(one) for one in review.judged],
        "records": [record_json(one) for one in review.records],
    }


def _team(team: TeamCard) -> Shape:
    return {
        "name": team.name,
        "reps": team.reps,
        "scored": team.scored,
        "median_total": _round(team.median_total),
        "median_change_1w": _round(team.median_change_1w),
        "median_change_4w": _round(team.median_change_4w),
        "shifts": [_shift(shift) for shift in team.shifts],
    }


def _shift(shift: Shift) -> Shape:
    return {
        "pillar": str(shift.pillar),
        "week": shift.week.isoformat(),
        "median_change": _round(shift.median_change),
        "share_of_reps": _round(shift.share_of_reps),
    }


def _rep(card: RepCard, review: WeekReview) -> Shape:
    weakest, lowest, mentor = card.weakest, card.lowest, review.mentors.get(card.rep_id)
    return {
        "rep_id": card.rep_id,
        "name": card.name,
        "state": str(card.state),
        "total": _round(card.total),
        "band": _text(card.band),
        "rank": card.rank,
        **_changes(card),
        "back": card.back,
        "change_shift": carried_json(card.change_carried),
        "compared_with": _text(card.compared_with),
        "pillars": {str(pillar): _pillar(held) for pillar, held in card.pillars.items()},
        "weakest": weakest
        and {
            "pillar": str(weakest.pillar),
            "basis": str(weakest.basis),
            "gap": _round(weakest.gap),
            "confidence": _round(weakest.confidence),
            "runner_up": _text(weakest.runner_up),
            "behind": _round(weakest.behind),
        },
        "lowest": lowest and {"pillar": str(lowest.pillar), "score": _round(lowest.score)},
        "pipeline": card.pipeline and _pipeline(card.pipeline),
        "other_pipelines": [_pipeline(other) for other in card.pipelines[1:]],
        "corner": _text(card.corner),
        "flags": [str(flag) for flag in card.flags],
        "prompts": [prompt.id for prompt in review.prompts.get(card.rep_id, ())],
        "mentor": mentor and mentor.rep_id,
    }


def _changes(held: RepCard | PillarCard) -> Shape:
    return {
        "change_1w": _round(held.change_1w),
        "change_4w": _round(held.change_4w),
        "net_change_4w": _round(held.net_change_4w),
        "verdict": str(held.verdict),
        "moved": held.moved and {"points": _round(held.moved.points), "weeks": held.moved.weeks},
    }


def _pillar(held: PillarCard) -> Shape:
    return {
        "score": _round(held.score),
        **_changes(held),
        "baseline": _round(held.baseline),
        "baseline_source": _text(held.baseline_source),
        "gap": _round(held.gap),
        "baseline_shift": carried_json(held.carried),
        "back": held.back,
    }


def carried_json(moved: Carried | None) -> Shape | None:
    """Return how far shifts of the formula carried a number, in points, and their weeks."""
    if moved is None:
        return None
    return {"points": _round(moved.points), "weeks": [week.isoformat() for week in moved.weeks]}


def _pipeline(line: PipelineCard) -> Shape:
    """Return one currency's pipeline; a currency that is not known is null."""
    values = {name: _value(name, getattr(line, name)) for name in PIPELINE_FIELDS}
    return {"currency": line.currency or None, "week": line.week.isoformat(), **values}


def _value(name: str, value: float | None) -> float | int | None:
    if value is not None and name in COUNTS and value == int(value):
        return int(value)
    return _round(value, 6 if name in FRACTIONS else 3)


def _round(value: float | None, decimals: int = 3) -> float | None:
    """Return a rounded value, never "-0.0"."""
    return None if value is None else round(value, decimals) + 0.0


def _text(word: str | None) -> str | None:
    return None if word is None else str(word)


def _queue(queue: Queue) -> Shape:
    lists = {"coach": queue.coach, "celebrate": queue.celebrate, "leave_alone": queue.leave_alone}
    return {name: [_reason(reason) for reason in reasons] for name, reasons in lists.items()}


def _reason(reason: Reason) -> Shape:
    said: Shape = {"rep_id": reason.rep_id, "reason": reason.reason}
    return said | {"factors": [_factor(one) for one in reason.factors]} if reason.factors else said


def _factor(one: Factor) -> Shape:
    return {"name": one.name, "value": _round(one.value), "weight": _round(one.weight), "words": one.words}


def judged_json(one: Judged) -> Shape:
    """Return a commitment with its verdict; points have three decimals."""
    made = one.commitment
    return {
        "id": made.commitment_id,
        "rep_id": made.rep_id,
        "pillar": _text(made.pillar),
        "behaviour": made.behaviour,
        "cue": made.cue,
        "accounts": made.accounts,
        "prompt_id": made.prompt_id,
        "agreed_on": made.agreed_on.isoformat(),
        "check_on": made.check_on.isoformat(),
        "until": made.until and made.until.isoformat(),
        "done": str(made.done),
        "start_value": _round(made.start_value),
        "value": _round(one.value),
        "change": _round(one.change),
        "change_shift": carried_json(one.carried),
        "expected": _round(one.expected),
        "expected_from": _parts(one),
        "team_change": _round(one.team_change),
        "net_change": _round(one.net_change),
        "interval": one.interval and [_round(one.interval[0]), _round(one.interval[1])],
        "verdict": str(one.outcome),
        "why": _text(one.why),
        "checked_week": one.checked_week and one.checked_week.isoformat(),
        "counts": [
            {"activity": count.activity, "before": _round(count.before), "after": _round(count.after)}
            for count in one.counts
        ],
    }


def _parts(one: Judged) -> Shape | None:
    """Return the parts of what was expected, in points: the first four add up."""
    if one.forecast is None:
        return None
    parts = {"readings": one.forecast, "shift": one.shift, "mates": one.mates, "trend": one.trend}
    parts |= {"eight_week_mean": one.usual, "going_on": one.going_on}
    return {name: _round(value) for name, value in parts.items()}


def record_json(found: Record) -> Shape:
    """Return what one behaviour did in the team."""
    return {
        "behaviour": found.behaviour,
        "pillar": str(found.pillar),
        "prompt_id": found.prompt_id,
        "cases": found.cases,
        "median": _round(found.median),
        "worked": found.worked,
    }
