"""Where would a number be some weeks on, if nothing were done?"""

import numpy as np
import pytest
from scipy import linalg

from dashboard.metrics.forecast import forecast, of_stick
from dashboard.metrics.noise import noise

RNG = np.random.default_rng(11)
SERIES = 12 + np.cumsum(RNG.normal(0, 0.3, (5, 20)), axis=1)


def kriged(series, stick, size, rounding, ahead):
    """Return mean and variance by ordinary kriging: the bordered system of equations (Cressie 1993, 3.2)."""
    seen = np.flatnonzero(~np.isnan(series))
    whole = size**2 / (1 - stick**2) * linalg.toeplitz(stick ** np.arange(len(series) + ahead, dtype=float))
    inner = whole[np.ix_(seen, seen)] + rounding * np.eye(len(seen))
    towards = whole[seen, len(series) - 1 + ahead]
    bordered = np.block([[inner, np.ones((len(seen), 1))], [np.ones((1, len(seen))), np.zeros((1, 1))]])
    weights = linalg.solve(bordered, np.append(towards, 1.0))
    variance = whole[0, 0] + rounding - weights @ np.append(towards, 1.0)
    return weights[:-1] @ series[seen], variance


@pytest.mark.parametrize(("stick", "ahead"), [(0.0, 4), (0.5, 1), (0.87, 4), (0.97, 8)])
def test_the_forecast_is_that_of_ordinary_kriging(stick, ahead):
    """The same numbers by another way, with scipy's solver; two weeks are missing."""
    holes = SERIES.copy()
    holes[:, [4, 18]] = np.nan
    told = of_stick(holes, stick, np.full(5, 0.3), 0.001, ahead)
    others = [kriged(row, stick, 0.3, 0.001, ahead) for row in holes]
    assert told.mean == pytest.approx([mean for mean, _ in others], abs=1e-4)
    assert told.variance == pytest.approx([variance for _, variance in others], abs=1e-4)


def test_a_low_reading_is_expected_to_come_back_and_the_more_so_the_longer_one_waits():
    """Two points below the usual level: part of it is expected back after one week, more after eight."""
    calm = np.tile(10 + RNG.normal(0, 0.3, 25), (2, 1))
    low = np.column_stack([calm, [8.0, 8.0]])
    found = noise(low, 0.0)
    soon, late = forecast(low, found, 0.0, 1).mean[0], forecast(low, found, 0.0, 8).mean[0]
    assert 8.0 < soon < late < 10.2


def test_without_readings_nothing_is_certain():
    """No week at all is no error; the variance is beyond bounds."""
    empty = np.full((1, 10), np.nan)
    assert forecast(empty, noise(empty, 0.0), 0.0, 4).variance[0] > 1e4
