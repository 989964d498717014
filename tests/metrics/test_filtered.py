"""Is coarse rounding told apart from what is new in a week?"""

import numpy as np
import pytest
from scipy.stats import multivariate_normal

from dashboard.metrics import noise as method
from dashboard.metrics.filtered import news
from dashboard.metrics.jumps import covariance
from dashboard.metrics.noise import noise
from tests.metrics.test_noise import wandering

NAN = np.nan


def test_the_news_of_all_weeks_have_the_likelihood_of_the_series():
    """Against scipy's density of the whole series under the same covariance, one week missing."""
    series = np.array([[0.4, -0.2, NAN, 0.3, 0.9]])
    found = news(series, 0.7, np.array([0.3]), 1 / 12)
    spread = covariance(np.array([0.7]), np.array([0.3]), 5)[0] + np.eye(5) / 12
    known = [0, 1, 3, 4]
    told = multivariate_normal(np.zeros(4), spread[np.ix_(known, known)]).logpdf(series[0, known])
    rest, width = found.rest[known, 0, 0], found.spread[known, 0, 0]
    assert told == pytest.approx(-0.5 * (rest**2 / width + np.log(2 * np.pi * width)).sum())


def test_without_rounding_both_ways_are_one(monkeypatch):
    """The filter and the steps from week to week give the same noise."""
    series = wandering(0.6, 0.3)
    steps = noise(series, 1e-6)
    monkeypatch.setattr(method, "COARSE", 0.0)
    filtered = noise(series, 1e-6)
    assert np.abs(filtered.stick - steps.stick).max() < 0.01
    assert np.abs(filtered.size - steps.size).max() < 0.01


@pytest.mark.parametrize("stick", [0.8, 0.95])
def test_whole_points_do_not_hide_how_much_sticks(stick):
    """Eighty series of 36 weeks, innovations of 0.3 points."""
    found = noise(np.round(10.3 + wandering(stick, 0.3)), 1 / 12)
    assert found.stick.mean() == pytest.approx(stick, abs=0.1)
    assert found.size.mean() == pytest.approx(0.3, abs=0.05)
