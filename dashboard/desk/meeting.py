"""Who is talked with in a weekly review, in which order, and what was said to them before?"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol

from dashboard.model.cards import Queue, RepCard, State
from dashboard.model.commitments import Commitment, Done, Judged, Outcome, Why
from dashboard.model.reviews import Review, Talk, Talked

LIVE_FOR = timedelta(weeks=4)
"""So long after the day of the look a commitment is still talked about; older ones stand on the rep's page."""


class Reviewed(Protocol):
    """What of a week's review the order is made of: the cards and the queue."""

    @property
    def cards(self) -> Sequence[RepCard]:
        """The reps of the week."""
        ...

    @property
    def queue(self) -> Queue:
        """Whom the week calls for what with."""
        ...


def order(review: Reviewed, talks: Mapping[str, Talk], *, everybody: bool) -> tuple[str, ...]:
    """Return the ids of those to talk with: the first three, or everybody still on the team by what the week calls for.

    Whom something was written down about stays in the list, whatever the queue says by now.
    """
    queued = _ids(review.queue, everybody)
    others = [card.rep_id for card in review.cards if _belongs(card, talks, everybody)]
    here = {card.rep_id for card in review.cards}
    return tuple(rep_id for rep_id in dict.fromkeys([*queued, *others]) if rep_id in here)


def _ids(queue: Queue, everybody: bool) -> list[str]:
    lists = [queue.coach]
    if everybody:
        lists += [queue.worth, queue.pipeline, queue.celebrate, queue.mentor, queue.leave_alone]
    return [reason.rep_id for reasons in lists for reason in reasons]


def _belongs(card: RepCard, talks: Mapping[str, Talk], everybody: bool) -> bool:
    return card.rep_id in talks or (everybody and card.state is not State.LEFT)


def first_open(order: Sequence[str], talks: Mapping[str, Talk]) -> str | None:
    """Return whom to go on with: the first nobody has talked with yet, None when everybody was.

    >>> first_open(["ida", "sam"], {"ida": Talk("ida", talked=Talked.COACHED)})
    'sam'
    """
    return next((rep_id for rep_id in order if talked(talks, rep_id) is Talked.OPEN), None)


def talked(talks: Mapping[str, Talk], rep_id: str) -> Talked:
    """Return what became of the talk with a rep; open where nothing was written down."""
    return talks[rep_id].talked if rep_id in talks else Talked.OPEN


def said_before(judged: Sequence[Judged], review: Review, rep_id: str | None = None) -> list[Judged]:
    """Return what had been agreed before a review and is still to be talked about, the newest first, with one rep.

    That is what nobody has said a word about, what still runs, and what was to be looked at in the last four weeks.
    """
    theirs = [one for one in judged if rep_id in (None, one.commitment.rep_id)]
    live = [one for one in theirs if not _of(one.commitment, review) and _live(one, review.week)]
    return sorted(live, key=lambda one: (one.commitment.agreed_on, one.commitment.check_on), reverse=True)


def _live(one: Judged, week: date) -> bool:
    made = one.commitment
    return made.done is Done.UNKNOWN or made.check_on + LIVE_FOR >= week or one.checked_week == week


def _of(made: Commitment, review: Review) -> bool:
    return made.review_id == review.review_id


def agreed_in(made: Sequence[Commitment], review: Review, rep_id: str | None = None) -> list[Commitment]:
    """Return what was agreed in a review, with one rep if one is named."""
    return [one for one in made if _of(one, review) and rep_id in (None, one.rep_id)]


def with_those_of(judged: Sequence[Judged], made: Sequence[Commitment]) -> list[Judged]:
    """Return the verdicts together with what was only just agreed and nobody could judge yet."""
    known = {one.commitment.commitment_id for one in judged}
    new = [one for one in made if one.commitment_id not in known]
    return [*judged, *(Judged(one, Outcome.TOO_EARLY, why=Why.NOT_DUE) for one in new)]


def merged(now: str, seen: str, mine: str) -> str:
    r"""Return a text that two wrote on: mine, unless what I had seen is no longer what stands there; then both.

    >>> merged("call", "call", "call back"), merged("she rang", "", "he wrote")
    ('call back', 'she rang\n\nhe wrote')
    """
    if now == seen or now in mine:
        return mine
    return now if mine in now else f"{now.rstrip()}\n\n{mine}"


def before(reviews: Sequence[Review], week: date, team: str | None) -> Review | None:
    """Return the last ended review of a team before a week; `reviews` are the newest first."""
    return next((one for one in reviews if one.ended and one.team == team and one.week < week), None)
