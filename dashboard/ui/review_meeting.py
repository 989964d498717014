"""How does the meeting go: step by step through those to talk with, to its end?"""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.desk.meeting import agreed_in, as_talked, awaited, before, going_on, last_reviews, order, said_before
from dashboard.desk.review import WeekReview
from dashboard.model.cards import RepCard
from dashboard.model.reviews import Review, Talk
from dashboard.store import commitments as ledger
from dashboard.store import reviews as stored
from dashboard.ui import (
    cached,
    filters,
    review_agree,
    review_done,
    review_end,
    review_notes,
    review_start,
    review_steps,
    review_talk,
)
from dashboard.ui.cached import Desk
from dashboard.ui.review_open import about, day


def draw(at: Desk, review: Review, week: WeekReview, reviews: Sequence[Review]) -> None:
    """Draw the step the meeting is at."""
    talks = stored.talks(at.engine, review.review_id)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{about(week)} · begun {day(review.opened_at)}", width="stretch")
        everybody = review_steps.everybody()
    said, earlier = said_before(week.judged, review), before(reviews, review.week, review.team)
    first = awaited(week.judged, review.week, last_reviews(reviews, review.week, review.team), review.review_id)
    people = order(week, talks, everybody=everybody, awaited=first)
    steps = review_steps.places(people, opening=bool(said))
    here = review_steps.position(review, steps, talks)
    cards = {card.rep_id: card for card in week.cards}
    names = filters.rep_labels(week.cards)
    review_steps.progress(steps, names, talks, here, first)
    review_steps.arrows(steps, talks, here)
    if here in cards:
        _step(at, review, week, earlier, talks, cards[here], _following(steps, here))
    elif here == review_steps.START:
        review_start.draw(at, as_talked(said, people), earlier, names)
    else:
        review_end.draw(at, review, week, talks, people)


def _following(steps: Sequence[str], here: str) -> str:
    """Return where the meeting goes after a rep.

    >>> _following(["ida", "sam", "end"], "ida")
    'sam'
    """
    return steps[steps.index(here) + 1]


def _step(
    at: Desk,
    review: Review,
    week: WeekReview,
    earlier: Review | None,
    talks: Mapping[str, Talk],
    card: RepCard,
    following: str,
) -> None:
    talk = talks.get(card.rep_id, Talk(card.rep_id))
    said = stored.talks(at.engine, earlier.review_id).get(card.rep_id) if earlier else None
    settings = cached.settings(at)
    review_talk.who(card)
    review_talk.last_time(at, said_before(week.judged, review, card.rep_id), said, earlier)
    review_talk.facts(card, settings, week.queue)
    review_talk.prompts(week, card)
    st.subheader("Notes", icon=":material/edit_note:")
    review_notes.boxes(at, review, talk)
    agreed = agreed_in(ledger.commitments(at.engine, [card.rep_id]), review)
    running = [one.commitment for one in said_before(week.judged, review, card.rep_id) if going_on(one)]
    review_agree.draw(at, review, card, week.prompts.get(card.rep_id, ()), agreed, running)
    review_done.draw(at, review, talk, following)
