"""Did a number only come back to where it was before a dip, or a spike?"""

import numpy as np
import pytest

from dashboard.metrics.noise import noise
from dashboard.metrics.rebound import rebounds
from dashboard.model.cards import Verdict
from tests.metrics.drawn import USUAL_WEEKS, weekly
from tests.metrics.test_team import made

CALM = np.tile(10 + np.random.default_rng(3).normal(0, 0.25, 24), (1, 1))


def marked(series, sign):
    """Return whether the move in the newest weeks is called a way back."""
    return rebounds(series, noise(CALM, 0.0), 0.0, np.array([float(sign)]), 1.0)[0]


def dipped(size, lasted, ago):
    """Return a calm series with a dip of so many points, weeks long, which ended so many weeks ago."""
    series = CALM.copy()
    series[0, 24 - ago - lasted : 24 - ago] -= size
    return series


@pytest.mark.parametrize("lasted", [1, 2, 4, 6])
@pytest.mark.parametrize("size", [2.5, -2.5])
def test_the_way_back_is_no_change_of_its_own(size, lasted):
    """A dip, or a spike, of one to six weeks that ended two weeks ago."""
    assert marked(dipped(size, lasted, 2), np.sign(size))


def test_what_goes_beyond_the_level_before_is_a_change():
    """Two points down and then five up: three more than before."""
    series = dipped(2, 3, 3)
    series[0, -3:] += 3
    assert not marked(series, 1)


def test_one_reading_a_little_beyond_the_level_before_is_no_change_yet():
    """Its wobble explains it: 0.7 points beyond, where a reading wobbles by 0.5."""
    rough = np.tile(10 + np.random.default_rng(3).normal(0, 0.5, 24), (1, 1))
    series = rough.copy()
    series[0, -5:-1] -= 3.0
    series[0, -1] = 11.1
    moved = rebounds(series, noise(rough, 0.0), 0.0, np.array([1.0]), 1.0)[0]
    series[0, -1] = 13.0
    assert moved
    assert not rebounds(series, noise(rough, 0.0), 0.0, np.array([1.0]), 1.0)[0]


def test_a_rise_without_a_dip_is_a_change():
    """Nothing was to be undone."""
    series = CALM.copy()
    series[0, -3:] += 2
    assert not marked(series, 1)


def test_nothing_moved_is_nothing_back():
    """Series without a verdict are not looked at."""
    assert not marked(dipped(2.5, 3, 2), 0)


def test_a_rebound_is_not_celebrated_on_the_card():
    """Three weeks six points lower, then as ever: down while it lasts, steady after, though four weeks are +6."""
    others = {rep: f"{usual} 50.1 49.9 50.2 50.0 49.9" for rep, usual in USUAL_WEEKS.items() if rep != "a"}
    low = {card.rep_id: card for card in made(weekly(**others, a=f"{USUAL_WEEKS['a']} 50.2 49.8 44 44.2 43.9"))}
    back = {card.rep_id: card for card in made(weekly(**others, a=f"{USUAL_WEEKS['a']} 44 44.2 43.9 44.1 50.1"))}
    assert low["a"].verdict is Verdict.DOWN
    assert back["a"].verdict is Verdict.STEADY
    assert not low["a"].back
    assert back["a"].net_change_4w is not None
    assert back["a"].net_change_4w > 5
