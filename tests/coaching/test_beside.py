"""Is it said beside whom a rep's change is judged?"""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.coaching import beside, words
from dashboard.model.cards import Compared, Verdict
from tests.coaching.cards import card

FELL = card(change_4w=-5.9, net_change_4w=-7.1, verdict=Verdict.DOWN)


def test_a_change_says_net_of_whom_it_is():
    """Net of everybody is no net of the team."""
    everybody = replace(FELL, compared_with=Compared.EVERYBODY)
    team = replace(FELL, compared_with=Compared.TEAM)
    assert words.change(everybody) == "Down 5.9 points in four weeks, −7.1 points net of everybody."
    assert words.change(team) == "Down 5.9 points in four weeks, −7.1 points net of the team."
    assert "too few of the team" in beside.compared(everybody)
    assert beside.compared(team) == "Compared with the median change of the team."


def test_compared_with_nobody_nothing_is_said():
    """A rep alone has no net change."""
    assert beside.compared(replace(FELL, net_change_4w=None)) == ""


def test_every_comparison_has_a_sentence():
    """Closed sets are told completely."""
    assert set(beside.SENTENCES) == set(Compared)


@pytest.mark.parametrize(("scores", "said"), [(7, "No reading four weeks ago."), (5, "Too early to judge")])
def test_one_missing_reading_is_not_called_too_early(scores, said):
    """With a long history only the reading of four weeks ago is missing."""
    trend = tuple((date(2026, 9, 7), 50.0) for _ in range(scores))
    unread = card(change_4w=None, net_change_4w=None, verdict=Verdict.TOO_EARLY, trend=trend)
    assert words.change(unread).startswith(said)
    assert beside.unread(unread) is (scores == 7)


def test_a_way_back_is_said_to_be_one():
    """Six points up after a dip are neither a rise nor the usual wobble."""
    back = card(change_4w=6.6, net_change_4w=7.5, verdict=Verdict.STEADY, back=True)
    assert words.change(back).endswith("which only brings it back to where it was.")
    assert "ups and downs" in words.change(replace(back, back=False))
