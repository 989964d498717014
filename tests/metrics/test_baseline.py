"""Against what is a rep's pillar held, and which pillar is furthest behind it?"""

import numpy as np
import pytest

from dashboard.metrics.baseline import NEAREST, baselines, own_best
from dashboard.model.cards import Basis
from dashboard.model.errors import BadSetting
from dashboard.model.settings import Settings
from tests.metrics.drawn import DEFAULTS, WEEK, history

OWN = "industry_brand industry_people industry_insights industry_relationships"
NETWORK = OWN.replace("industry", "network")
HEADER = f"rep_id week brand people insights relationships {OWN} {NETWORK}"
NONE = "- - - -"


def team(size, role="AE", **first):
    """Return a history of `size` mates with scores 1, 2, 3 ... on every pillar; keywords draw the first's averages."""
    names = [f"rep{number}" for number in range(1, size + 1)]
    lines = [f"{name} 11-16 {n} {n} {n} {n} {NONE} {NONE}" for n, name in enumerate(names, start=1)]
    averages = f"{first.get('industry', NONE)} {first.get('network', NONE)}"
    lines[0] = f"rep1 11-16 1 1 1 1 {averages}"
    reps = "\n".join(["rep_id team role", *(f"{name} North {role}" for name in names)])
    return history(reps, "\n".join([HEADER, *lines]))


def held(told, settings=None, scored=None):
    """Return the basis and the points of the first rep."""
    scored = np.full(len(told.reps), True) if scored is None else scored
    found = baselines(told, WEEK, scored, settings or Settings(), DEFAULTS)
    return found.basis[0], found.points[0].tolist()


INDUSTRY, PEERS = "11 5 2 15", "13 4 2 16"
FIRST_CHOICES = [
    (team(5, industry=INDUSTRY, network=PEERS), Basis.INDUSTRY, [11, 5, 2, 15]),
    (team(5, network=PEERS), Basis.NETWORK, [13, 4, 2, 16]),
    (team(5), Basis.ROLE, [3, 3, 3, 3]),  # the median of 1 ... 5
    (team(5, role="-"), Basis.TEAM, [3, 3, 3, 3]),
    (team(4), Basis.DEFAULT, [11.8, 5.4, 2.1, 15.2]),  # four are too few for a median
]


@pytest.mark.parametrize(("told", "basis", "points"), FIRST_CHOICES)
def test_auto_takes_the_first_basis_there_is(told, basis, points):
    """Own averages, then five of the same role, then five of the team, then the default."""
    assert held(told) == (basis, points)


def test_every_basis_can_be_reached():
    """What is tried by itself is covered by the cases above."""
    assert tuple(basis for _, basis, _ in FIRST_CHOICES) == NEAREST


@pytest.mark.parametrize("basis", [*NEAREST, Basis.RAMP])
def test_a_setting_insists_on_a_basis(basis):
    """With everything there, the basis asked for is used; with nothing there, the default, said so."""
    rich, poor = team(5, industry=INDUSTRY, network=PEERS), team(4, role="-")
    assert held(rich, Settings(baseline=basis))[0] == basis
    assert held(poor, Settings(baseline=basis))[0] == Basis.DEFAULT


def test_an_unknown_basis_is_refused_in_a_sentence():
    """The sentence names the choices."""
    with pytest.raises(BadSetting, match="choose one of auto, industry, network, ramp, role, team"):
        held(team(1), Settings(baseline="moon"))


def test_averages_that_cover_only_some_pillars_are_no_basis():
    """Gaps against different yardsticks cannot be compared: the team's medians are taken for all four."""
    assert held(team(5, role="-", industry="11 - 2 15"))[0] == Basis.TEAM


def test_a_pillar_without_a_score_needs_no_average():
    """Anna has no insights score, so the missing insights average is no obstacle."""
    told = history("rep_id\nanna", f"{HEADER}\nanna 11-16 1 1 - 1 11 5 - 15 {NONE}")
    basis, points = held(told)
    assert basis == Basis.INDUSTRY
    np.testing.assert_equal(points, [11, 5, np.nan, 15])


def test_mates_without_a_score_are_in_no_median():
    """The fifth is on leave: four are left, too few."""
    scored = np.array([True, True, True, True, False])
    assert held(team(5), scored=scored)[0] == Basis.DEFAULT
    assert held(team(6), scored=np.array([True] * 5 + [False])) == (Basis.ROLE, [3, 3, 3, 3])


def test_the_same_role_in_another_team_is_no_peer():
    """Four AEs here and four there are not five, and neither team has five either."""
    lines = [f"n{n} 11-16 {n} {n} {n} {n} {NONE} {NONE}" for n in range(1, 5)]
    lines += [f"s{n} 11-16 9 9 9 9 {NONE} {NONE}" for n in range(1, 5)]
    reps = ["rep_id team role", *(f"n{n} North AE" for n in range(1, 5)), *(f"s{n} South AE" for n in range(1, 5))]
    assert held(history("\n".join(reps), "\n".join([HEADER, *lines])))[0] == Basis.DEFAULT


def test_who_has_no_pillar_score_has_no_baseline():
    """A total alone says nothing about pillars."""
    basis, points = held(history("rep_id\nanna", "rep_id week total\nanna 11-16 50"))
    assert basis is None
    assert np.isnan(points).all()


def test_the_number_of_peers_is_a_setting():
    """With three needed, four mates are enough: the median of 1 ... 4 is 2.5."""
    assert held(team(4), Settings(min_peers=3)) == (Basis.ROLE, [2.5] * 4)


def test_the_target_is_a_setting():
    """Four points to aim for."""
    assert held(team(1), Settings(baseline="target")) == (Basis.TARGET, [20.0, 8.0, 5.0, 20.0])
    assert held(team(1), Settings(baseline="target", targets=(1.0, 2.0, 3.0, 4.0)))[1] == [1.0, 2.0, 3.0, 4.0]


def test_the_own_best_is_the_highest_median_of_twelve_weeks():
    """Twelve weeks around 9, before them twelve around 11: 11, though one week stood at 20."""
    past = np.full((1, 5, 24), 9.0)
    past[:, :, :12] = 11.0
    past[:, :, 3] = 20.0
    found = baselines(team(1), WEEK, np.full(1, True), Settings(baseline="own_best"), DEFAULTS, past)
    assert (found.basis[0], found.points[0].tolist()) == (Basis.OWN_BEST, [11.0] * 4)


def test_the_own_best_needs_six_readings():
    """Five readings within twelve weeks make no median, and the default takes its place."""
    past = np.full((1, 4, 12), np.nan)
    past[:, :, :5] = 10.0
    assert np.isnan(own_best(past)).all()
    assert held(team(1), Settings(baseline="own_best"))[0] == Basis.DEFAULT


def started(new, settled):
    """Return a team of one role with some who started in August, scores 1, 2 ..., and some long before, scores 20."""
    days = {f"n{n}": "2026-08-03" for n in range(1, new + 1)} | {f"s{n}": "2021-03-01" for n in range(1, settled + 1)}
    scores = {rep: 20 if rep.startswith("s") else int(rep[1:]) for rep in days}
    lines = [f"{rep} 11-16 {n} {n} {n} {n} {NONE} {NONE}" for rep, n in scores.items()]
    reps = ["rep_id team role started_on", *(f"{rep} North AE {day}" for rep, day in days.items())]
    return history("\n".join(reps), "\n".join([HEADER, *lines]))


def test_new_reps_are_held_against_new_ones_where_there_are_enough():
    """Five of the same half year have a median of 3 of their own; with four it is that of the whole role."""
    ramp = Settings(baseline="ramp")
    assert held(started(5, 5), ramp) == (Basis.RAMP, [3.0] * 4)
    assert held(started(4, 7), ramp) == (Basis.ROLE, [20.0] * 4)


def test_a_median_says_how_many_made_it():
    """Six mates make a median; an average of the own file is none."""
    found = baselines(team(6), WEEK, np.full(6, True), Settings(), DEFAULTS)
    assert found.peers.tolist() == [6.0] * 6
    found = baselines(team(5, industry=INDUSTRY), WEEK, np.full(5, True), Settings(baseline="industry"), DEFAULTS)
    assert np.isnan(found.peers[0])
