"""Is what is said in a review kept at once, and frozen when it ends?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.model.errors import ReviewEnded, UnknownReview
from dashboard.model.reviews import Talk, Talked
from dashboard.store.engine import revision
from dashboard.store.reviews import (
    change_talk,
    end_review,
    find_review,
    last_coached,
    list_reviews,
    open_review,
    talked_minutes,
    talked_weeks,
    talks,
)
from tests.store.batches import AT
from tests.store.talks import write

WEEK = date(2026, 11, 16)


def begun(store, week=WEEK, team=None, at=AT):
    """Begin a review."""
    return open_review(store, week, team, who="Dana", at=at)


def test_an_open_review_is_gone_on_with(store):
    """Opened again, the week and team have the same review; another team has its own."""
    assert begun(store) == begun(store, at=AT + timedelta(hours=1))
    assert begun(store, team="North").review_id != begun(store).review_id
    assert len(list_reviews(store)) == 2


def test_a_talk_is_kept_at_once_and_the_newest_counts(store):
    """What is typed is there for whoever opens the store next; numbers made from files are not made anew for it."""
    review, before = begun(store), revision(store)
    write(store, review.review_id, Talk("ida", private="tired", talked=Talked.COACHED), at=AT)
    write(store, review.review_id, Talk("ida", "tired", "well done", Talked.COACHED, 10), at=AT)
    assert talks(store, review.review_id) == {"ida": Talk("ida", "tired", "well done", Talked.COACHED, 10)}
    assert revision(store) == before


def test_an_ended_review_is_frozen(store):
    """Nothing can be written any more; what stood there is there; the next begun is a new one."""
    review = begun(store)
    end_review(store, review.review_id, {"reps": [{"rep_id": "ida", "total": 51.5}]}, at=AT)
    found = find_review(store, review.review_id)
    assert found.ended
    assert found.frozen == {"reps": [{"rep_id": "ida", "total": 51.5}]}
    with pytest.raises(ReviewEnded, match="16 Nov 2026 has ended"):
        write(store, review.review_id, Talk("ida"), at=AT)
    with pytest.raises(ReviewEnded):
        end_review(store, review.review_id, {}, at=AT)
    assert begun(store).review_id != review.review_id


def test_an_unknown_review_is_told(store):
    """One sentence, nothing written."""
    with pytest.raises(UnknownReview):
        write(store, "nobody", Talk("ida"), at=AT)
    assert talks(store, "nobody") == {}


def test_when_each_rep_was_coached_last(store):
    """Only weeks before the one asked for count, and only talks that took place."""
    for weeks, talked in ((3, Talked.COACHED), (2, Talked.SKIPPED), (0, Talked.COACHED)):
        review = begun(store, WEEK - timedelta(weeks=weeks))
        write(store, review.review_id, Talk("ida", talked=talked), at=AT)
    assert last_coached(store, WEEK) == {"ida": WEEK - timedelta(weeks=3)}
    assert last_coached(store, WEEK + timedelta(weeks=1)) == {"ida": WEEK}
    assert [talked for _, _, talked in talked_weeks(store)] == [Talked.COACHED, Talked.SKIPPED, Talked.COACHED]


def test_two_who_write_at_once_see_each_other_s_words(store):
    """A change is made of what stands there when it is kept, not of what its writer saw before."""
    review = begun(store)
    write(store, review.review_id, Talk("ida", private="hers"), at=AT)
    kept = change_talk(store, review.review_id, "ida", lambda now: replace(now, shared=f"after {now.private}"), at=AT)
    assert kept == Talk("ida", private="hers", shared="after hers")
    assert talks(store, review.review_id)["ida"].saved_at == AT


def test_minutes_are_those_that_were_noted(store):
    """Two reviews of one week add up; a talk without minutes is not one of zero."""
    first, second = begun(store), begun(store, team="North")
    write(store, first.review_id, Talk("ida", talked=Talked.COACHED, minutes=20), at=AT)
    write(store, second.review_id, Talk("ida", talked=Talked.COACHED, minutes=10), at=AT)
    write(store, first.review_id, Talk("leo", talked=Talked.COACHED), at=AT)
    assert talked_minutes(store) == {("ida", WEEK): 30}
