"""Is every reason for a missing score said, with since when and what to do?"""

from datetime import date

import pytest

from dashboard.model.cards import RepCard, State
from dashboard.ui import absent

MONDAY, BEFORE = date(2026, 11, 16), date(2026, 10, 12)
WITHOUT = [state for state in State if state is not State.SCORED]


def card(state: State, last: date | None = None) -> RepCard:
    """Return the card of a rep in a state, 64.9 points five weeks ago if there was a score."""
    return RepCard("ida-lund", "Ida Lund", MONDAY, state, last_scored=last, trend=((BEFORE, 64.9), (MONDAY, None)))


@pytest.mark.parametrize("state", WITHOUT)
def test_every_state_has_a_title_and_something_to_do(state):
    """The box is never empty."""
    assert absent.TITLES[state]
    assert absent.NEXT[state] in absent.sentence(card(state))


def test_the_last_score_is_told_with_its_age():
    """Points, week and weeks since."""
    told = absent.sentence(card(State.MISSING, BEFORE))
    assert told.startswith(
        "The last score, 64.9 of 100 points, is of the week of 12 Oct 2026, 5 weeks before this one."
    )
    assert absent.short(card(State.MISSING, BEFORE)) == "64.9 in the week of 12 Oct 2026"


def test_who_never_had_a_score_has_no_last_one():
    """And no zero either."""
    assert absent.sentence(card(State.NOT_ONBOARDED)).startswith("No file on this desk has a score for this rep.")
    assert absent.short(card(State.NOT_ONBOARDED)) == "no score so far"
    assert absent.title(card(State.MISSING)) == "No score so far"
    assert absent.title(card(State.MISSING, BEFORE)) == "No score this week"


def test_a_total_without_pillars_says_what_to_add():
    """The pillars stand on the same page as the total."""
    told = absent.pillars(RepCard("ida-lund", "Ida Lund", MONDAY, State.SCORED, total=61.0))
    assert "Only the total is known this week (61.0 of 100 points)" in told
