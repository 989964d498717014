"""What does a manager read in the terminal on a Monday morning?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.cli.commitment_words import due_text
from dashboard.cli.words import columns, count, one_line, points
from dashboard.coaching.call import LABELS as CALLS
from dashboard.coaching.call import Call
from dashboard.coaching.close import either
from dashboard.coaching.due import due
from dashboard.coaching.shift_words import WHY, by_week, recent
from dashboard.coaching.span import aside
from dashboard.coaching.words import begun
from dashboard.model.cards import Flag, Reason, RepCard, State, TeamCard, Verdict
from dashboard.model.weeks import label

if TYPE_CHECKING:
    from dashboard.desk.review import WeekReview

HEADING = ("rank", "rep", "SSI", "1 week", "4 weeks", "verdict", "band", "weakest pillar", "attainment")
NUMBERS = (0, 2, 3, 4, 8)
FEW = 3
"""Names that fit into a line of the team."""


def review_text(review: "WeekReview") -> str:
    """Return the week in paragraphs: the team, a row per rep, what was agreed, and the call for everybody."""
    queue = review.queue
    lists = {
        Call.COACH: queue.worth,
        Call.PIPELINE: queue.pipeline,
        Call.CELEBRATE: queue.celebrate,
        Call.MENTOR: queue.mentor,
        Call.LEAVE_ALONE: queue.leave_alone,
    }
    parts = [
        _team(review.team, review.cards),
        "\n".join(f"{sentence} {WHY}" for sentence in by_week(recent(review.team.shifts, review.team.week)).values()),
        _reps(review.cards),
        _reasons("Talk to first", queue.coach),
        due_text(due(review.judged, review.team.week), {card.rep_id: card.name for card in review.cards}),
        *(_reasons(CALLS[call].capitalize(), reasons) for call, reasons in lists.items()),
    ]
    return "\n\n".join(part for part in parts if part)


def _team(team: TeamCard, cards: Sequence[RepCard]) -> str:
    """Return how the team stands."""
    median = points(team.median_total) or "none"
    changes = f"{_change(team.median_change_1w)} in a week, {_change(team.median_change_4w)} in four"
    return (
        f"{team.name or 'Everybody'}, week of {label(team.week)}\n"
        f"  median SSI {median} ({changes})\n"
        f"  {team.scored} of {count(team.reps, 'rep')} scored{_without(cards)}, "
        f"{count(team.weeks_of_history, 'week')} of history{_provisional(cards)}"
    )


def _provisional(cards: Sequence[RepCard]) -> str:
    """Return of whom there is too little history for more than a provisional judgement; empty of nobody."""
    scored = [card for card in cards if card.state is State.SCORED]
    few = [one_line(card.name) for card in scored if Flag.PROVISIONAL in card.flags]
    names = ", ".join(few) if len(few) <= FEW else count(len(few), "rep")
    of = "" if len(few) == len(scored) else f" of {names}"
    return f"\n  under twelve weeks of scores{of}: every judgement of a change is provisional" if few else ""


def _change(value: float | None) -> str:
    text = points(value, signed=True)
    return {None: "unknown", "0.0": "no change"}.get(text, text or "")


def _without(cards: Sequence[RepCard]) -> str:
    """Return who has no score and why, where they are few."""
    absent = [card for card in cards if card.state not in (State.SCORED, State.LEFT)]
    names = [f"{one_line(card.name)}: {card.state.replace('_', ' ')}" for card in absent]
    return f" (not {', '.join(names)})" if 0 < len(names) <= FEW else ""


def _reps(cards: Sequence[RepCard]) -> str:
    """Return a row per rep in order; where nobody has a rank, as with ranks hidden, there is no column for it."""
    rows = [HEADING, *map(_row, sorted(cards, key=_place))]
    if any(card.rank for card in cards):
        return columns(rows, right=NUMBERS)
    return columns([row[1:] for row in rows], right=[place - 1 for place in NUMBERS if place])


def _place(card: RepCard) -> tuple[bool, float, str]:
    """Return where a rep stands in the list: by score, which the ranks go by, then those out of the ranks by name."""
    score = None if card.state is not State.SCORED or Flag.NEW_STARTER in card.flags else card.total
    return score is None, -round(score or 0.0, 3), card.name.casefold()


def _row(card: RepCard) -> tuple[str | None, ...]:
    scored = card.state is State.SCORED
    attained = card.pipeline.attainment if card.pipeline else None
    return (
        str(card.rank) if card.rank else None,
        card.name,
        points(card.total),
        points(card.change_1w, signed=True),
        points(card.change_4w, signed=True),
        _verdict(card),
        card.band or (None if scored else card.state.replace("_", " ")),
        f"{begun(either(card.weakest))} ({points(card.weakest.gap, signed=True)})" if card.weakest else None,
        None if attained is None else f"{attained:.0%}",
    )


def _verdict(card: RepCard) -> str | None:
    """Return what the change of four weeks means, marked where there is little history; None without a score."""
    if card.verdict is Verdict.MISSING:
        return None
    judged = card.verdict in (Verdict.UP, Verdict.DOWN) and Flag.PROVISIONAL in card.flags
    return f"{card.verdict.replace('_', ' ')}{aside(card)}{' (provisional)' if judged else ''}"


def _reasons(heading: str, reasons: Sequence[Reason]) -> str:
    """Return one queue: a name and a sentence a line."""
    return (
        "\n".join([heading, *(f"  {one_line(each.name)}: {one_line(each.reason)}" for each in reasons)])
        if reasons
        else ""
    )
