"""What was said in a week's reviews that belongs into the rep's note: the words for the rep, and what was agreed?"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Engine

from dashboard.desk.meeting import with_those_of
from dashboard.exports.note import Said
from dashboard.model.commitments import Commitment
from dashboard.store import commitments as ledger
from dashboard.store.reviews import list_reviews, talks


def spoken(engine: Engine, week: date) -> Mapping[str, Said]:
    """Return what each rep was told in the reviews of a week (its Monday); of several the newest words.

    What the manager wrote only for themselves is not in it. What was agreed in them has no verdict here.
    """
    reviews = [one.review_id for one in reversed(list_reviews(engine)) if one.week == week]
    if not reviews:
        return {}
    words = {rep: talk.shared for one in reviews for rep, talk in talks(engine, one).items() if talk.shared.strip()}
    made: dict[str, list[Commitment]] = {}
    for one in ledger.commitments(engine):
        if one.review_id in reviews:
            made.setdefault(one.rep_id, []).append(one)
    return {rep: Said(words.get(rep, ""), tuple(with_those_of((), made.get(rep, ())))) for rep in {**words, **made}}
