"""What of a week's reviews belongs into the rep's note, and what never does?"""

from datetime import UTC, date, datetime

import pytest

from dashboard.desk.spoken import spoken
from dashboard.model.commitments import Commitment
from dashboard.model.pillars import Pillar
from dashboard.model.reviews import Talk
from dashboard.sample.team import sample_batch
from dashboard.store.commitments import agree
from dashboard.store.engine import open_store
from dashboard.store.imports import commit
from dashboard.store.reviews import end_review, open_review
from tests.store.talks import write

WEEK, AT = date(2026, 11, 16), datetime(2026, 11, 16, 9, tzinfo=UTC)
REP = "lars-sokolov"


@pytest.fixture
def store(tmp_path):
    """The sample team's store."""
    engine = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    commit(engine, sample_batch(last_week=WEEK, weeks=2), who="test", at=AT)
    return engine


def test_before_any_review_nothing_was_said(store):
    """No note has words that nobody wrote."""
    assert spoken(store, WEEK) == {}


def test_the_words_for_the_rep_and_the_agreement_are_told(store):
    """Open or ended; what was only for the manager is not there."""
    review = open_review(store, WEEK, None, who="test", at=AT)
    write(store, review.review_id, Talk(REP, "tired of it all", "well done"), at=AT)
    made = Commitment("c1", REP, Pillar.PEOPLE, "Open five profiles.", WEEK, WEEK, review_id=review.review_id)
    agree(store, made, who="test", at=AT)
    end_review(store, review.review_id, {}, at=AT)
    found = spoken(store, WEEK)
    assert (found[REP].shared, [one.commitment for one in found[REP].agreed]) == ("well done", [made])
    assert "tired" not in str(found)
    assert spoken(store, date(2026, 11, 9)) == {}


def test_of_two_reviews_of_a_week_the_newer_words_count(store):
    """A blank in the newer one takes nothing away."""
    for hour, words in ((9, "first"), (10, "second"), (11, " ")):
        at = AT.replace(hour=hour)
        review = open_review(store, WEEK, None, who="test", at=at)
        write(store, review.review_id, Talk(REP, shared=words), at=at)
        end_review(store, review.review_id, {}, at=at)
    assert spoken(store, WEEK)[REP].shared == "second"
