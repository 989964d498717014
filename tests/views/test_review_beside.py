"""Is it said where a shift of the formula lies between two reviews that are held beside each other?"""

import os
from datetime import UTC, date, datetime

import pytest

from dashboard.model.reviews import Talked
from dashboard.store.engine import open_store
from dashboard.store.reviews import end_review, open_review
from tests.views.conftest import calm, texts

THEN = datetime(2026, 11, 9, 9, tzinfo=UTC)


@pytest.mark.parametrize(("week", "said"), [(date(2026, 10, 26), True), (date(2026, 11, 9), False)])
def test_a_shift_between_two_reviews_is_said(opened, week, said):
    """The sample's formula shifted in the week of 2 November: a review of 26 October lies before it."""
    app = opened("a team", "review")
    engine = open_store(os.environ["SSI_COACH_DATABASE"])
    review = open_review(engine, week, None, who="test", at=THEN)
    lars = {"rep_id": "lars-sokolov", "name": "Lars Sokolov", "talked": Talked.COACHED.value}
    kept = {"name": "Lars Sokolov", "total": 44.0, "relationships": 14.5}
    end_review(engine, review.review_id, {"reps": [lars], "everybody": {"lars-sokolov": kept}}, at=THEN)
    app = calm(app.run())
    app = calm(app.button(key=f"review_read_{review.review_id}").click().run())
    app = calm(app.selectbox(key="review_beside").set_value("The week of 16 Nov 2026, as it is now").run())
    assert ("A shift of the formula lies between the two" in texts(app)) is said
    assert ("(formula about −1." in app.dataframe[0].value["Difference"][0]) is said
