"""How does the team stand, how fresh is it, and who moved?"""

from datetime import date, timedelta

import pytest

from dashboard.metrics.cards import cards
from dashboard.metrics.history import History
from dashboard.metrics.shifts import shifts_until
from dashboard.metrics.team import freshness, movers, newest_week, team_card, weeks_with_scores
from dashboard.model.cards import Verdict
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from tests.metrics.drawn import DEFAULTS, WEEK, history, then

REPS = """
    rep_id status
    anna   -
    ben    -
    quiet  -
    never  -
    away   on_leave
    gone   left
"""
READINGS = """
    rep_id week  date  total
    anna   10-19 10-19 50
    anna   11-09 11-09 51
    anna   11-16 11-17 53
    ben    11-16 11-16 60
    quiet  11-09 11-09 10
    away   11-09 11-09 99
    gone   10-19 10-19 1
    gone   11-09 11-09 1
    anna   11-23 11-23 70
"""


def made(told, week=WEEK):
    """Return the cards of the week."""
    return cards(told, week, Settings(), DEFAULTS)


def test_the_team_is_the_median_of_its_scored_reps():
    """Anna 53 and Ben 60: 56.5; only Anna has changes, +2 and +3; weeks with scores up to now: three."""
    told = history(REPS, READINGS)
    team = team_card(told, made(told), WEEK, "North")
    assert (team.name, team.week, team.reps, team.scored) == ("North", WEEK, 5, 2)
    assert (team.median_total, team.median_change_1w, team.median_change_4w) == (56.5, 2, 3)
    assert (team.weeks_of_history, team.shifts) == (3, ())


def test_nobody_scored_has_no_medians():
    """Missing, not 0."""
    told = history(REPS)
    team = team_card(told, made(told), WEEK, None)
    assert (team.reps, team.scored, team.median_total, team.median_change_4w) == (5, 0, None, None)


def test_freshness_names_the_newest_day_and_who_is_waited_for():
    """Up to the week the newest reading is of Tuesday the 17th; expected are all but the absent.

    Of the one who never had a score nothing says that none is to come.
    """
    told = history(REPS, READINGS)
    fresh = freshness(told, made(told), WEEK)
    assert (fresh.newest, fresh.scored, fresh.expected) == (date(2026, 11, 17), 2, 4)
    assert [card.rep_id for card in fresh.waiting] == ["quiet", "never"]
    assert [card.rep_id for card in fresh.excused] == ["away"]


def test_an_empty_desk_is_not_fresh():
    """No readings have no newest day."""
    told = history(REPS)
    assert freshness(told, made(told), WEEK).newest is None
    assert newest_week(told) is None
    assert weeks_with_scores(told) == []


def test_the_newest_week_is_the_newest_with_any_score():
    """A later week of blank rows does not count."""
    told = history(REPS, READINGS + "    anna 11-30 11-30 -\n")
    assert newest_week(told) == date(2026, 11, 23)
    assert weeks_with_scores(told)[0] == date(2026, 10, 19)


def test_movers_are_sorted_by_how_far_they_moved_by_themselves():
    """Changes +8, +3, 0, -1, -9: the team's move is 0 and two rose, one fell; a point less is the usual wobble."""
    told = then(a="58 58 58", b="53 53 53", c="50 50.1 50", d="49 49.2 49", e="41 41 41")
    moved = movers(made(told))
    assert [card.rep_id for card in moved.up] == ["a", "b"]
    assert [card.rep_id for card in moved.down] == ["e"]
    assert moved.with_team == ()


@pytest.mark.parametrize("shift", [5, -5])
def test_when_everybody_moves_nobody_is_a_mover(shift):
    """A formula shift of five points: all with the team."""
    told = then(**dict.fromkeys("abcde", f"{50 + shift} {50.2 + shift} {49.9 + shift}"))
    moved = movers(made(told))
    assert (moved.up, moved.down, len(moved.with_team)) == ((), (), 5)


FALL = " ".join(["20"] * 8 + ["16"] * 2)
BEFORE = WEEK - timedelta(weeks=1)


def test_a_week_in_which_the_team_moved_together_is_told_and_nobody_is_called_down():
    """Brand falls by 4 points for all five in the week of 9 November: one shift, no verdict of down."""
    told = brands(a=FALL, b=FALL, c=FALL, d=FALL, e=FALL)
    (shift,) = team_card(told, made(told), WEEK, None).shifts
    assert (shift.pillar, shift.week) == (Pillar.BRAND, BEFORE)
    assert (shift.median_change, shift.share_of_reps) == pytest.approx((-4, 1))
    assert {card.verdict for card in made(told)} == {Verdict.WITH_TEAM}


def test_a_shift_is_not_known_before_its_week():
    """Looked at a week earlier there is none; the same history answers for both weeks."""
    told = brands(a=FALL, b=FALL, c=FALL, d=FALL, e=FALL)
    earlier = BEFORE - timedelta(weeks=1)
    assert team_card(told, made(told, earlier), earlier, None).shifts == ()
    assert shifts_until(told, WEEK)[0].week == BEFORE
    assert shifts_until(told, earlier) == ()


def brands(**reps: str) -> History:
    """Return a history of brand points, ten weeks up to WEEK, the other pillars ten points each."""
    names = list(reps)
    lines = [
        f"{name} {WEEK - timedelta(weeks=9 - place):%m-%d} {points} 10 10 10"
        for name in names
        for place, points in enumerate(reps[name].split())
    ]
    header = "rep_id week brand people insights relationships"
    return history("\n".join(["rep_id team", *(f"{name} North" for name in names)]), "\n".join([header, *lines]))
