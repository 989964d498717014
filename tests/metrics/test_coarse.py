"""How likely is a series of sticky noise that is read in whole points?"""

import numpy as np
import pytest
from scipy import linalg, stats

from dashboard.metrics import noise as method
from dashboard.metrics.coarse import Grid, likelihood
from dashboard.metrics.noise import FREEDOM, SIZES, STICKS, noise
from tests.metrics.test_noise import wandering

ROUNDING = 1 / 12
GRID = Grid(*(each.ravel() for each in np.meshgrid(STICKS, SIZES, indexing="ij")), FREEDOM)


def dense(points, stick, size):
    """Return the log likelihood by Cholesky's factor of the whole covariance, up to a constant; the mean is unknown."""
    there = np.flatnonzero(~np.isnan(points))
    covariance = size**2 / (1 - stick**2) * stick ** np.abs(there[:, None] - there) + np.eye(len(there)) * ROUNDING
    factor = np.linalg.cholesky(covariance)
    read, one = linalg.solve_triangular(factor, np.column_stack([points[there], np.ones(len(there))]), lower=True).T
    new = read - one * (read @ one) / (one @ one)
    told = stats.t.logpdf(new, FREEDOM, scale=np.sqrt((FREEDOM - 2) / FREEDOM)).sum()
    return told - np.log(np.diag(factor)).sum() - 0.5 * np.log(one @ one)


@pytest.mark.parametrize("missing", [0.0, 0.25])
def test_the_likelihood_is_that_of_the_whole_covariance(missing):
    """Against scipy's density of Student's t, at what is new in each reading by Cholesky's factor."""
    rng = np.random.default_rng(3)
    series = np.round(wandering(0.8, 0.4, count=2, weeks=30))
    series[rng.random(series.shape) < missing] = np.nan
    told = likelihood(series, ROUNDING, GRID)
    for row, points in enumerate(series):
        some = slice(None, None, 7)
        other = np.array([dense(points, *place) for place in zip(GRID.stick[some], GRID.size[some], strict=True)])
        assert told[row, some] - told[row, 0] == pytest.approx(other - other[0], abs=0.01)


@pytest.mark.parametrize(("stick", "size"), [(0.0, 0.4), (0.5, 0.4), (0.8, 0.3), (0.9, 0.2), (0.95, 0.4)])
def test_rounding_hides_no_stickiness(stick, size):
    """From 120 series of 36 weeks in whole points: the stickiness to 0.12, the size to a quarter of itself."""
    spread = np.random.default_rng(2).uniform(-3, 3, (120, 1))
    found = noise(np.round(wandering(stick, size, count=120) + spread), ROUNDING)
    assert found.stick.mean() == pytest.approx(stick, abs=0.12)
    assert found.size.mean() == pytest.approx(size, rel=0.25)


def test_without_rounding_both_ways_are_one(monkeypatch):
    """The filter and the steps from week to week give the same noise."""
    series = wandering(0.6, 0.3)
    steps = noise(series, 1e-6)
    monkeypatch.setattr(method, "COARSE", 0.0)
    filtered = noise(series, 1e-6)
    assert np.abs(filtered.stick - steps.stick).max() < 0.02
    assert np.abs(filtered.size - steps.size).max() < 0.02


def test_nobody_and_no_weeks_are_no_error():
    """Empty is no error, and a series without a reading says nothing."""
    assert likelihood(np.empty((0, 5)), ROUNDING, GRID).shape == (0, len(GRID.stick))
    silent = likelihood(np.full((1, 5), np.nan), ROUNDING, GRID)
    assert np.ptp(silent) == pytest.approx(0)
