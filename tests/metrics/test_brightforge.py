"""Do the figures of a whole fictional team come out as worked out by hand?

Pillars of 9 November 2026 and totals four weeks earlier, as in the team files' own list of expected figures.
"""

from datetime import date

import pytest

from dashboard.metrics.cards import cards
from dashboard.metrics.leaderboard import Sort, leaderboard
from dashboard.metrics.team import movers, team_card
from dashboard.metrics.week import week_table
from dashboard.model.cards import Basis, State, Verdict
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from tests.metrics.drawn import DEFAULTS, by_id, history

WEEK = date(2026, 11, 9)
NAMES = ("anna", "jose", "siobhan", "wei", "priya", "tom", "thomas", "lukasz")
REPS = "\n".join(["rep_id", *NAMES, "marie"])
READINGS = """
    rep_id   week  brand people insights relationships total
    anna     11-09 18.61 10.90  12.47    20.78         -
    jose     11-09 15.47 11.79   8.47    18.10         -
    siobhan  11-09 21.42  7.82  11.10    22.55         -
    wei      11-09 11.88 14.50   5.82    13.86         -
    priya    11-09 21.45 13.40  14.49    23.96         -
    tom      11-09 12.80  8.86   9.08    15.23         -
    thomas   11-09 16.79 13.49   9.96    17.97         -
    lukasz   11-09 19.81  8.11  13.72    17.31         -
    anna     10-12 -     -      -        -             60.42
    siobhan  10-12 -     -      -        -             62.82
    wei      10-12 -     -      -        -             41.88
    priya    10-12 -     -      -        -             73.60
    tom      10-12 -     -      -        -             45.05
    thomas   10-12 -     -      -        -             57.82
    lukasz   10-12 -     -      -        -             55.79
    marie    10-26 10    10     10       10            -
"""
TOLD = history(REPS, READINGS)
CARDS = by_id(cards(TOLD, WEEK, Settings(), DEFAULTS))

# The seven known changes in order: -0.30 0.07 0.39 0.92 2.34 3.16 4.18, so the team's move is 0.92. Two weeks of
# scores say nothing of anybody's usual wobble, so no change is judged.
EXPECTED = {
    # rep: total, change, net = change - 0.92, verdict, lowest raw pillar
    "anna": (62.76, 2.34, 1.42, Verdict.TOO_EARLY, "people"),
    "jose": (53.83, None, None, Verdict.TOO_EARLY, "insights"),
    "siobhan": (62.89, 0.07, -0.85, Verdict.TOO_EARLY, "people"),
    "wei": (46.06, 4.18, 3.26, Verdict.TOO_EARLY, "insights"),
    "priya": (73.30, -0.30, -1.22, Verdict.TOO_EARLY, "people"),
    "tom": (45.97, 0.92, 0.00, Verdict.TOO_EARLY, "people"),
    "thomas": (58.21, 0.39, -0.53, Verdict.TOO_EARLY, "insights"),
    "lukasz": (58.95, 3.16, 2.24, Verdict.TOO_EARLY, "people"),
}

# Medians of the eight: brand (16.79 + 18.61) / 2, people (10.90 + 11.79) / 2, insights (9.96 + 11.10) / 2,
# relationships (17.97 + 18.10) / 2.
MEDIANS = (17.70, 11.345, 10.53, 18.035)


@pytest.mark.parametrize("rep_id", NAMES)
def test_totals_changes_and_lowest_pillars_are_those_of_the_list(rep_id):
    """Missing four weeks ago (José) is no change, not a change of 0."""
    card = CARDS[rep_id]
    told = (card.total, card.change_4w, card.net_change_4w, card.verdict, card.lowest and card.lowest.pillar)
    assert told == EXPECTED[rep_id]


def test_the_team_of_eight_is_its_own_baseline():
    """No averages and no roles in the file, but eight scored mates."""
    anna = CARDS["anna"].pillars.values()
    assert [pillar.baseline for pillar in anna] == pytest.approx(MEDIANS)
    assert {pillar.baseline_source for pillar in anna} == {Basis.TEAM}


def test_the_weakest_pillar_is_the_furthest_behind_the_team_not_the_lowest():
    """José: brand 15.47 - 17.70 = -2.23 is further behind than insights 8.47 - 10.53 = -2.06, his lowest."""
    weakest = CARDS["jose"].weakest
    assert weakest is not None
    assert weakest.confidence is not None
    assert (weakest.pillar, weakest.basis, weakest.gap) == (Pillar.BRAND, Basis.TEAM, -2.23)
    assert (weakest.runner_up, weakest.confidence < 0.8) == (Pillar.INSIGHTS, True)


def test_the_rep_who_has_gone_quiet_is_missing_and_in_no_figure():
    """Nine reps, eight scored; median total (58.21 + 58.95) / 2 = 58.58, median change 0.92, 3 weeks of readings."""
    assert CARDS["marie"].state is State.MISSING
    team = team_card(TOLD, list(CARDS.values()), WEEK, None)
    assert (team.reps, team.scored, team.weeks_of_history) == (9, 8, 3)
    assert (team.median_total, team.median_change_4w, team.median_change_1w) == (58.58, 0.92, None)


def test_after_two_weeks_of_scores_nobody_is_a_mover():
    """Wei's +3.26 net stands in the list, and may still be the usual wobble."""
    moved = movers(list(CARDS.values()))
    assert (moved.up, moved.down, moved.with_team) == ((), (), ())


def test_the_leaderboard_begins_with_the_most_improved():
    """By net change, then those without one (José before the rep without a score); by score Priya leads."""
    table = week_table(TOLD, WEEK, Settings(), DEFAULTS)
    board = leaderboard(table, settings=Settings(min_change_total=0.0))
    assert board["rep_id"].tolist() == ["wei", "lukasz", "anna", "tom", "thomas", "siobhan", "priya", "jose", "marie"]
    assert board["rank"].tolist()[:7] == [1, 2, 3, 4, 5, 6, 7]
    assert board["rank"].isna().tolist()[7:] == [True, True]
    by_score = leaderboard(table, Sort.SCORE)
    assert by_score["rep_id"].tolist()[:3] == ["priya", "siobhan", "anna"]
