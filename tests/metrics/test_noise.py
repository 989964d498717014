"""How does a rep's number wobble when nothing happens?"""

import numpy as np
import pytest
from scipy import stats

from dashboard.metrics.noise import FREEDOM, SIZES, STICKS, Noise, _likelihood, noise


def wandering(stick, size, count=80, weeks=36, seed=1):
    """Return series of sticky noise around ten points."""
    rng = np.random.default_rng(seed)
    steps = rng.standard_normal((count, weeks)) * size
    steps[:, 0] /= np.sqrt(1 - stick**2)
    for week in range(1, weeks):
        steps[:, week] += stick * steps[:, week - 1]
    return 10 + steps


@pytest.mark.parametrize("stick", [0.0, 0.5, 0.8, 0.93])
@pytest.mark.parametrize("size", [0.2, 0.4])
def test_stickiness_and_size_of_a_team_are_found(stick, size):
    """From eighty series of 36 weeks: the stickiness to a tenth, the size to a fifth of itself, rather too large."""
    found = noise(wandering(stick, size), 0.0)
    assert found.stick.mean() == pytest.approx(stick, abs=0.1)
    assert found.size.mean() == pytest.approx(size, rel=0.2)


def test_the_likelihood_is_that_of_students_t():
    """Against scipy's density, for a series whose mean is known to lie at zero by symmetry."""
    series = np.array([[0.3, -0.2, 0.4, -0.4, 0.2, -0.3, 0.3, -0.3]])
    told = _likelihood(series, 0.0)[0, list(STICKS).index(0.0)]
    width = SIZES * np.sqrt((FREEDOM - 2) / FREEDOM)
    plain = [stats.t.logpdf(series[0], FREEDOM, scale=each).sum() for each in width]
    mean_unknown = np.log(SIZES) - 0.5 * np.log(series.shape[1])
    other = np.array(plain) + mean_unknown
    assert told - told[0] == pytest.approx(other - other[0], abs=1e-3)


def test_one_jump_does_not_make_a_rep_noisy():
    """A step of three points hardly changes what is held to be the usual wobble."""
    calm = wandering(0.5, 0.3)
    jumped = calm.copy()
    jumped[0, 20:] += 3
    assert noise(jumped, 0.0).size[0] == pytest.approx(noise(calm, 0.0).size[0], rel=0.35)


def test_a_short_series_borrows_from_its_own_group():
    """Four weeks of a rep count as those of the rep's team do, not as those of a wilder one."""
    calm, wild = wandering(0.5, 0.15), wandering(0.5, 0.6, seed=2)
    short = calm[:1, :4]
    padded = np.concatenate([np.full((1, 32), np.nan), short], axis=1)
    groups = np.repeat([1, 2, 1], [80, 80, 1])
    found = noise(np.concatenate([calm, wild, padded]), 0.0, groups)
    assert found.size[-1] == pytest.approx(found.size[:80].mean(), rel=0.3)
    assert found.size[80:160].mean() > 0.5


def test_the_weights_of_the_grid_add_up():
    """Each series is certain to be somewhere on it, also without any week; no series, no noise."""
    series = np.concatenate([wandering(0.5, 0.3, count=3), np.full((1, 36), np.nan)])
    assert noise(series, 0.0).weights.sum(axis=(1, 2)) == pytest.approx(np.ones(4))
    assert len(noise(np.empty((0, 10)), 0.0).size) == 0


@pytest.mark.parametrize("size", [1.5, 4.0])
def test_a_wide_swing_is_known_as_that(size):
    """Readings that have nothing to do with the week before wobble by what they do, to a quarter."""
    assert noise(wandering(0.0, size), 0.0).size.mean() == pytest.approx(size, rel=0.25)


def test_a_wobble_grows_with_the_weeks_between():
    """Over one week innovations alone; over many the square root of twice the variance."""
    found = noise(wandering(0.8, 0.3), 0.0)
    assert found.wobble(1).mean() == pytest.approx(0.3 * np.sqrt(2 / 1.8), rel=0.15)
    assert (found.wobble(8) > found.wobble(1)).all()


def test_what_is_lent_comes_from_the_mean_of_the_own_group():
    """Half of the own weights and half of the group's mean, whatever the order of the series."""
    weights = np.stack([np.full((2, 2), share) for share in (0.1, 0.5, 0.3, 0.9)])
    lent = Noise(weights).lent(np.array([1, 0, 1, 0]), 0.5)
    assert lent.weights[:, 0, 0].round(9).tolist() == [0.15, 0.6, 0.25, 0.8]
    assert Noise(weights[:0]).lent(np.array([], dtype=int), 0.5).weights.shape == (0, 2, 2)
