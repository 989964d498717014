"""Did a number really change in the last weeks?"""

import numpy as np
import pytest
from scipy import linalg

from dashboard.metrics.jumps import SPAN, covariance, estimates, jumps, shapes
from dashboard.metrics.noise import noise

RNG = np.random.default_rng(2)


def generalised(series, stick, size, rounding, shape):
    """Return the estimate and its z value by least squares on whitened weeks (Aitken 1935), with scipy's solver."""
    seen = ~np.isnan(series)
    spread = size**2 / (1 - stick**2) * linalg.toeplitz(stick ** np.arange(SPAN, dtype=float)) + rounding * np.eye(SPAN)
    white = linalg.cholesky(spread[np.ix_(seen, seen)], lower=True)
    design = linalg.solve_triangular(white, np.column_stack([np.ones(seen.sum()), shape[seen]]), lower=True)
    found = linalg.lstsq(design, linalg.solve_triangular(white, series[seen], lower=True))[0]
    return found[1], found[1] / np.sqrt(linalg.inv(design.T @ design)[1, 1])


@pytest.mark.parametrize(("stick", "rounding"), [(0.0, 0.0), (0.5, 0.001), (0.93, 0.083)])
def test_estimates_are_those_of_generalised_least_squares(stick, rounding):
    """For each shape the same size and z value as on whitened weeks; two weeks are missing."""
    series = 10 + np.cumsum(RNG.normal(0, 0.3, (3, SPAN)), axis=1)
    series[:, [3, 9]] = np.nan
    points, z = estimates(series, np.full(3, stick), np.full(3, 0.3), rounding)
    for row in range(3):
        other = [generalised(series[row], stick, 0.3, rounding, shape) for shape in shapes()]
        assert points[row] == pytest.approx([each[0] for each in other], abs=1e-4)
        assert z[row] == pytest.approx([each[1] for each in other], abs=1e-3)


def test_deviations_go_together_by_how_sticky_they_are():
    """A stickiness of one half: half of the variance a week apart, a quarter two weeks apart."""
    told = covariance(np.array([0.5]), np.array([0.3]), 3)[0]
    assert told[0] / told[0, 0] == pytest.approx([1, 0.5, 0.25])


def test_a_step_is_found_with_its_size():
    """Two points more for three weeks, beside a wobble of a quarter."""
    series = np.tile(10 + RNG.normal(0, 0.25, 24), (2, 1))
    usual = noise(series, 0.0)
    series[0, -3:] += 2
    found = jumps(series, usual, 0.0, 1.0)
    assert found.size[0] == pytest.approx(2, abs=0.4)
    assert found.chance[0] < 1e-3
    assert np.isnan(found.size[1])
    assert found.chance[1] == 1


@pytest.mark.parametrize("series", [np.full((1, 20), np.nan), np.full((1, 3), 10.0), np.full((1, 30), 10.0)])
def test_nothing_short_and_flat_have_no_jump(series):
    """Missing weeks, three weeks, a flat line: no error, no change."""
    found = jumps(series, noise(series, 0.0), 0.0, 1.0)
    assert (np.isnan(found.size[0]), found.chance[0]) == (True, 1.0)


def test_without_a_score_now_there_is_no_jump():
    """Two points down until last week, nothing this week: not said."""
    series = np.tile(10 + RNG.normal(0, 0.25, 24), (1, 1))
    series[0, -4:] -= 3
    series[0, -1] = np.nan
    assert jumps(series, noise(series, 0.0), 0.0, 1.0).chance[0] == 1.0
