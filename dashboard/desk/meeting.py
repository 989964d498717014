"""Who is talked with in a weekly review, in which order, and what was said to them before?"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol

from dashboard.coaching.due import due
from dashboard.model.cards import Queue, RepCard, State
from dashboard.model.commitments import Commitment, Done, Judged, Outcome, Why
from dashboard.model.reviews import Review, Talk, Talked

AGREED, LOOK, WORD, READING = "agreed last time", "look due", "the rep's word due", "waits for a reading"
"""Why somebody is talked with before the queue: what was agreed in the last review, and what is due or waited for."""
AWAY = (State.LEFT, State.ON_LEAVE)
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


def order(
    review: Reviewed, talks: Mapping[str, Talk], *, everybody: bool, awaited: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the ids of those to talk with: the first three, or everybody still on the team by what the week calls for.

    Those `awaited`, with whom something was agreed, come before them. Whom something was written down about stays in
    the list, whatever the queue says by now.
    """
    there = {card.rep_id for card in review.cards if card.state not in AWAY}
    queued = [*(rep_id for rep_id in awaited if rep_id in there), *_ids(review.queue, everybody)]
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


def awaited(judged: Sequence[Judged], week: date, last: Collection[str], this: str | None = None) -> dict[str, str]:
    """Return whom a week's review has to come back to, each with the reason in words.

    That is who agreed to something in the reviews before (their ids are `last`) or in the week before, and who has
    something due for a look; `this` is the id of the review itself, whose own agreements are news.
    """
    known = [one for one in judged if this is None or one.commitment.review_id != this]
    agreed = {one.commitment.rep_id: AGREED for one in known if agreed_last(one.commitment, week, last)}
    looks: dict[str, str] = {}
    for one in due(known, week):
        looks.setdefault(one.commitment.rep_id, _looked(one, week))
    return {**agreed, **{rep_id: why for rep_id, why in looks.items() if rep_id not in agreed}}


def _looked(one: Judged, week: date) -> str:
    """Return what something worth a look in a week asks for: a look, else the reading or the word it waits for."""
    if one.why is Why.NO_READING:
        return READING
    return WORD if one.checked_week != week and one.commitment.done is Done.UNKNOWN else LOOK


def agreed_last(made: Commitment, week: date, last: Collection[str]) -> bool:
    """Tell whether something was agreed in one of the reviews `last`, or on a day of the week before (its Monday)."""
    return made.review_id in last or week - timedelta(weeks=1) <= made.agreed_on < week


def last_reviews(reviews: Sequence[Review], week: date, team: str | None) -> tuple[str, ...]:
    """Return the ids of the reviews of a team's newest week reviewed before this one, ended or not."""
    theirs = [one for one in reviews if one.team == team and one.week < week]
    newest = max((one.week for one in theirs), default=None)
    return tuple(one.review_id for one in theirs if one.week == newest)


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


def as_talked(said: Sequence[Judged], people: Sequence[str]) -> list[Judged]:
    """Return what had been agreed in the order of those to talk with (ids), that with others last."""
    place = {rep_id: number for number, rep_id in enumerate(people)}
    return sorted(said, key=lambda one: place.get(one.commitment.rep_id, len(place)))


def standing(judged: Sequence[Judged], week: date) -> list[Judged]:
    """Return what stands agreed in a week, the newest first, whether in a review or without one.

    That is what is still to be talked about, and what runs on to a later day.
    """
    found = [one for one in judged if _live(one, week) or (one.commitment.until or week) > week]
    return sorted(found, key=lambda one: (one.commitment.agreed_on, one.commitment.check_on), reverse=True)


def _live(one: Judged, week: date) -> bool:
    made = one.commitment
    return made.done is Done.UNKNOWN or made.check_on + LIVE_FOR >= week or one.checked_week == week


def going_on(one: Judged) -> bool:
    """Tell whether what was agreed still runs: nobody said that it was not done, and no look was taken yet."""
    return one.checked_week is None and one.commitment.done is not Done.NOT_DONE and one.why is not Why.NONE_CAME


def _of(made: Commitment, review: Review) -> bool:
    return made.review_id == review.review_id


def agreed_in(made: Sequence[Commitment], review: Review, rep_id: str | None = None) -> list[Commitment]:
    """Return what was agreed in a review, with one rep if one is named."""
    return [one for one in made if _of(one, review) and rep_id in (None, one.rep_id)]


def with_those_of(judged: Sequence[Judged], made: Sequence[Commitment]) -> list[Judged]:
    """Return the verdicts together with what was only just agreed and nobody could judge yet."""
    known = {one.commitment.commitment_id for one in judged}
    new = [one for one in made if one.commitment_id not in known]
    return [*judged, *map(unjudged, new)]


def unjudged(made: Commitment) -> Judged:
    """Return a commitment that was only just made."""
    return Judged(made, Outcome.TOO_EARLY, why=Why.NOT_DUE if made.pillar else Why.CONVERSATION)


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
