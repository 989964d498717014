"""Do the counts of the usage export show that something was done more often?"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.coaching.playbook import load_playbook
from dashboard.metrics.counted import OF_PILLAR, OF_PROMPT, activities, by_rep, counts
from dashboard.model.commitments import Commitment, Count
from dashboard.model.pillars import PILLARS, Pillar
from dashboard.model.tables import ACTIVITY, ACTIVITY_VALUES
from tests.metrics.drawn import drawn

PLAYBOOK = Path(__file__).resolve().parents[2] / "data" / "playbook.toml"
MONDAY = date(2026, 10, 19)
MADE = Commitment("one", "ida", Pillar.RELATIONSHIPS, "three requests a day", MONDAY, date(2026, 11, 16))
DRAWN = """
rep_id week  connections searches
ida    09-14 90          1
ida    09-21 2           1
ida    09-28 -           1
ida    10-05 4           1
ida    10-12 3           1
ida    10-19 9           1
ida    10-26 12          1
ida    11-16 0           1
ben    10-12 70          1
"""
OWN = by_rep(drawn(DRAWN, ACTIVITY))["ida"]


def test_the_means_of_the_weeks_before_and_since():
    """Four weeks before: 2, 4, 3, one missing; from the Monday of the agreement on: 9 and 12, four weeks at most."""
    assert counts(OWN, MADE, date(2026, 11, 16)) == (Count("connections", 3.0, 10.5),)


def test_nothing_after_the_week_is_counted():
    """As of the first week there is only that one."""
    assert counts(OWN, MADE, MONDAY) == (Count("connections", 3.0, 9.0),)
    assert counts(OWN, MADE, date(2026, 10, 12)) == (Count("connections", 3.0, None),)


def test_the_week_in_which_it_was_agreed_is_neither():
    """Agreed on a Thursday, that week is half before and half since: 12 and 0 remain."""
    thursday = replace(MADE, agreed_on=date(2026, 10, 22))
    assert counts(OWN, thursday, date(2026, 11, 16)) == (Count("connections", 3.0, 6.0),)


def test_counts_no_export_has_are_left_out():
    """Nobody counted this rep's messages; no export at all is nobody's counts."""
    assert counts(OWN, replace(MADE, pillar=Pillar.INSIGHTS), date(2026, 11, 16)) == ()
    assert by_rep(drawn("rep_id week", ACTIVITY)) == {}


@pytest.mark.parametrize("pillar", PILLARS)
def test_every_pillar_has_counts(pillar):
    """A behaviour in the manager's own words is held against what is counted of its pillar."""
    assert set(activities(replace(MADE, pillar=pillar))) <= set(ACTIVITY_VALUES)
    assert OF_PILLAR[pillar]


def test_prompts_with_counts_of_their_own_are_in_the_playbook():
    """An id that changes there changes here."""
    playbook = load_playbook(PLAYBOOK)
    assert [prompt for prompt in OF_PROMPT if playbook.find(prompt) is None] == []
    assert set().union(*OF_PROMPT.values()) <= set(ACTIVITY_VALUES)
