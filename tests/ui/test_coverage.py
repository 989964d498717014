"""Is the share of talks said with what it leaves out?"""

from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd

from dashboard.metrics.coverage import Covered, Share, Third
from dashboard.model.commitments import Commitment
from dashboard.model.pillars import Pillar
from dashboard.model.reviews import Review
from dashboard.ui.coverage import outside, spent, talks_of

SHARES = (
    Share(Third.TOP, 1, 0.25, 30, 0.6, 1),
    Share(Third.MIDDLE, 3, 0.75, 20, 0.4, 1),
    Share(Third.BOTTOM, 0, 0, 0, 0, 0),
)


def test_talks_and_minutes_of_a_third_are_said_with_their_base():
    """Two of the four talks have minutes: no share is said of so little; of three talks all have them."""
    assert spent(SHARES[0], SHARES) == "1 of 4 talks; 30 of the 50 minutes noted"
    assert spent(SHARES[2], SHARES) == "0 of 4 talks; none of the 50 minutes noted"
    every = (Share(Third.TOP, 1, 1 / 3, 30, 0.6, 1), Share(Third.MIDDLE, 2, 2 / 3, 20, 0.4, 2))
    assert spent(every[0], every) == "1 of 3 talks; 30 of 50 minutes (60%)"


def test_a_talk_counts_once_in_the_week_of_its_review():
    """However late what was agreed in it was written down; without a review its own day counts."""
    day, week = date(2026, 11, 22), date(2026, 11, 9)
    made = Commitment("one", "ida", Pillar.BRAND, "Post.", day, date(2026, 12, 14), review_id="r1")
    review = Review("r1", week, None, datetime(2026, 11, 22, 9, tzinfo=UTC), "test")
    assert talks_of([made, replace(made, review_id=None)], [review]) == [("ida", week), ("ida", day)]


def test_without_minutes_only_talks_are_counted():
    """No minute is invented."""
    assert spent(Share(Third.TOP, 1, 1.0, None, None, 0), [Share(Third.TOP, 1, 1.0, None, None, 0)]) == "1 of 1 talk"


def test_talks_in_no_third_are_counted():
    """Five talks, of which four could be placed."""
    words = [[Covered.COACHED] * 5 + [Covered.SKIPPED]]
    assert "1 of 5 talks are in no third" in outside(pd.DataFrame(words, columns=[date(2026, 11, 16)] * 6), SHARES)
    assert outside(pd.DataFrame([[Covered.COACHED] * 4]), SHARES) == ""
