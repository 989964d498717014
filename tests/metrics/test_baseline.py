"""Against what is a rep's pillar held, and which pillar is furthest behind it?"""

import numpy as np
import pytest

from dashboard.metrics.baseline import baselines, smallest
from dashboard.model.cards import Basis
from dashboard.model.errors import BadSetting
from dashboard.model.pillars import PILLARS
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
    """The closed set is covered by the cases above."""
    assert {basis for _, basis, _ in FIRST_CHOICES} == set(Basis)


@pytest.mark.parametrize("basis", list(Basis))
def test_a_setting_insists_on_a_basis(basis):
    """With everything there, the basis asked for is used; with nothing there, the default, said so."""
    rich, poor = team(5, industry=INDUSTRY, network=PEERS), team(4, role="-")
    assert held(rich, Settings(baseline=basis))[0] == basis
    assert held(poor, Settings(baseline=basis))[0] == Basis.DEFAULT


def test_an_unknown_basis_is_refused_in_a_sentence():
    """The sentence names the choices."""
    with pytest.raises(BadSetting, match="choose one of auto, industry, network, role, team, default"):
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


@pytest.mark.parametrize("place", range(4))
def test_the_furthest_behind_is_the_weakest(place):
    """Each pillar can be the weakest; the gap is its distance to the baseline."""
    gaps = np.full((1, 4), 1.0)
    gaps[0, place] = -2.5
    pillar, gap = smallest(gaps)
    assert (pillar[0], gap[0]) == (PILLARS[place], -2.5)


def test_nothing_known_has_no_weakest():
    """Missing is not the weakest."""
    pillar, gap = smallest(np.full((1, 4), np.nan))
    assert pillar[0] is None
    assert np.isnan(gap[0])
