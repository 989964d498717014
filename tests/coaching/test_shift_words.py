"""Is it said plainly that the whole team moved, and only while it matters?"""

from datetime import date, timedelta

import pytest

from dashboard.coaching.shift_words import WHY, by_week, crossed, of_week, part, recent, since
from dashboard.model.cards import Shift
from dashboard.model.pillars import Pillar

WEEK = date(2026, 11, 16)


def shift(weeks_ago: int, pillar: Pillar = Pillar.BRAND, share: float = 0.9) -> Shift:
    """Return a move of -1.2 points so many weeks ago."""
    return Shift(pillar, WEEK - timedelta(weeks=weeks_ago), -1.2, share)


def test_each_week_is_one_sentence_with_all_its_pillars():
    """Two pillars of one week stand together; the oldest week comes first."""
    told = by_week([shift(1), shift(6), shift(1, Pillar.PEOPLE)])
    assert list(told) == [WEEK - timedelta(weeks=6), WEEK - timedelta(weeks=1)]
    assert "brand −1.2, people −1.2 points" in told[WEEK - timedelta(weeks=1)]


@pytest.mark.parametrize(("share", "said"), [(1.0, "the whole team"), (0.83, "8 in 10"), (0.6, "6 in 10")])
def test_the_share_is_said_in_round_numbers(share: float, said: str):
    """Of twelve reps ten are 8 in 10 or more."""
    assert said in of_week([shift(0, share=share)])


def test_why_one_rep_s_part_is_another_number_is_said_once():
    """The median of all is told of the week; a rep's own part goes by level and team."""
    assert "at the median" in of_week([shift(0)])
    assert "level and team" in WHY


def test_only_the_four_weeks_of_a_change_are_spoken_of():
    """A shift four weeks back is outside the change over four weeks, one three weeks back inside."""
    assert recent([shift(4), shift(3), shift(0)], WEEK) == (shift(3), shift(0))


def test_a_shift_between_two_weeks_is_said_beside_their_difference():
    """One of the weeks after the first, with its points; where none lies between them nothing is said."""
    told = [shift(9), shift(2), shift(2, Pillar.PEOPLE)]
    passed = since(told, WEEK - timedelta(weeks=4))
    assert passed == tuple(told[1:])
    assert crossed(passed).startswith("A shift of the formula lies between the two")
    assert "brand −1.2, people −1.2 points" in crossed(passed)
    assert crossed(told).startswith("Shifts of the formula lie between the two")
    assert (part(passed), part(passed, Pillar.BRAND), part(passed, Pillar.INSIGHTS)) == ("about −2.4", "about −1.2", "")
    assert (crossed(()), since(told, WEEK)) == ("", ())
