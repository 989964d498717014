"""Is it said beside whom a rep's change is judged?"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.coaching import beside, words
from dashboard.model.cards import Compared, Verdict
from dashboard.model.pillars import Pillar
from tests.coaching.cards import card, pillar_card

FELL = card(change_4w=-5.9, net_change_4w=-7.1, verdict=Verdict.DOWN)


def test_a_change_says_net_of_whom_it_is():
    """Net of everybody is no net of the team."""
    everybody = replace(FELL, compared_with=Compared.EVERYBODY)
    team = replace(FELL, compared_with=Compared.TEAM)
    assert words.change(everybody) == "Down 5.9 points in four weeks, −7.1 points net of everybody."
    assert words.change(team) == "Down 5.9 points in four weeks, −7.1 points net of the team."
    assert "too few of the team" in beside.compared(everybody)
    assert beside.compared(team) == "Compared with the median change of the team."


def test_pillars_drops_and_moves_with_all_name_the_same_group():
    """Wherever a change is net of everybody, it is said so."""
    held = pillar_card(Pillar.BRAND, verdict=Verdict.DOWN, change_4w=-2.4, net_change_4w=-2.1)
    rep = replace(FELL, compared_with=Compared.EVERYBODY, pillars={Pillar.BRAND: held})
    assert words.moved(rep) == "Moved beyond noise in four weeks: brand −2.1 points net of everybody."
    assert words.four_weeks(rep, "down") == "down 7.1 points net of everybody in four weeks"
    assert words.four_weeks(rep, "down", held) == "down 2.1 points net of everybody in four weeks"
    along = replace(rep, verdict=Verdict.WITH_TEAM, change_4w=-5.0, net_change_4w=-0.3)
    assert words.change(along).endswith("mostly with everybody: −0.3 points net of them.")


def test_no_sentence_says_the_team_where_it_is_everybody():
    """A phrase of its own for the group is found here: each goes through coaching/beside.py."""
    root = Path(words.__file__).parents[1]
    sources = [path for room in ("coaching", "ui", "exports", "cli", "views") for path in (root / room).glob("*.py")]
    fixed = [path.name for path in sources if re.search(r"net of (the|its) team", _code(path.read_text("utf-8")))]
    assert fixed == []


def _code(text):
    """Return a module without its docstrings."""
    return re.sub(r'""".*?"""', "", text, flags=re.DOTALL)


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
