"""How fast a total moves is told with an interval that holds, also where the wobble is sticky."""

import numpy as np
import pytest

from dashboard.metrics.noise import SIZES, STICKS
from dashboard.metrics.normal import NINETY
from dashboard.metrics.slope import FEWEST, SPAN, lines, slopes
from dashboard.model.settings import Settings
from tests.metrics.drawn import WEEK, totals

WEEKS = "09-28 10-05 10-12 10-19 10-26 11-02 11-09 11-16"


def sure(rows: int, stick: int, size: int) -> np.ndarray:
    """Return weights that know the noise: one stickiness and one size of the grid."""
    weights = np.zeros((rows, len(STICKS), len(SIZES)))
    weights[:, stick, size] = 1.0
    return weights


def test_a_line_without_stickiness_is_ordinary_least_squares():
    """The oracle is numpy's polynomial fit: 50, 51.5, 51, 53, 52.5 rise by 0.65 a week."""
    points = np.array([[50.0, 51.5, 51.0, 53.0, 52.5]])
    middle, spread = lines(points, sure(1, 0, 4), 1e-9)
    assert middle[0] == pytest.approx(np.polyfit(range(5), points[0], 1)[0]) == pytest.approx(0.65)
    assert spread[0] == pytest.approx(SIZES[4] / np.sqrt(10))  # sum of squares of -2..2 is 10


@pytest.mark.parametrize("stick", [2, 5])
def test_a_sticky_line_is_whitened_least_squares(stick: int):
    """The oracle: both sides multiplied by the inverse Cholesky factor, then numpy's least squares."""
    points = np.array([50.0, 50.8, 50.2, 51.9, 52.0, 51.1, 52.6, 53.0])
    weeks = np.arange(8)
    cover = SIZES[5] ** 2 * STICKS[stick] ** np.abs(np.subtract.outer(weeks, weeks)) / (1 - STICKS[stick] ** 2)
    white = np.linalg.inv(np.linalg.cholesky(cover + 0.01 * np.eye(8)))
    design = np.column_stack([np.ones(8), weeks])
    expected = np.linalg.lstsq(white @ design, white @ points)[0][1]
    error = np.sqrt(np.linalg.inv((white @ design).T @ (white @ design))[1, 1])
    middle, spread = lines(points[None], sure(1, stick, 5), 0.01)
    assert (middle[0], spread[0]) == (pytest.approx(expected), pytest.approx(error))


def test_a_missing_week_says_nothing():
    """Without the third week the line is that of the other four."""
    points = np.array([[50.0, 51.5, np.nan, 53.0, 52.5]])
    middle, _ = lines(points, sure(1, 0, 4), 1e-9)
    assert middle[0] == pytest.approx(np.polyfit([0, 1, 3, 4], [50, 51.5, 53, 52.5], 1)[0], abs=1e-5)


def test_the_interval_holds_where_nothing_happens():
    """Of 2,000 sticky walks without a trend (seed 7) nine in ten intervals hold zero; ordinary lines promise more."""
    chance = np.random.default_rng(7)
    walk = np.zeros((2_000, 40))
    for week in range(1, 40):
        walk[:, week] = STICKS[5] * walk[:, week - 1] + chance.normal(0, SIZES[5], 2_000)
    middle, spread = lines(50 + walk[:, -SPAN:], sure(2_000, 5, 5), 1e-6)
    assert np.mean(np.abs(middle) <= NINETY * spread) == pytest.approx(0.9, abs=0.025)
    weeks = np.arange(SPAN) - (SPAN - 1) / 2
    fitted = np.polynomial.polynomial.polyfit(weeks, walk[:, -SPAN:].T, 1)
    off = walk[:, -SPAN:].T - (fitted[0] + weeks[:, None] * fitted[1])
    plain = np.sqrt((off**2).sum(axis=0) / (SPAN - 2) / (weeks**2).sum())
    assert np.mean(np.abs(fitted[1]) <= NINETY * plain) < 0.75


def test_who_has_too_few_readings_has_no_line():
    """Six of the last eight weeks are needed; what comes later is not looked at."""
    told = totals(WEEKS, anna="50 50.5 51 51.5 52 52.5 53 53.5", ben="- - - 50 50 50 50 50", cy="- - 50 50 50 50 50 50")
    found = slopes(told, WEEK, Settings())
    assert set(found) == {"anna", "cy"}
    assert found["anna"].per_week == pytest.approx(0.5, abs=0.01)
    assert found["anna"].low < 0.5 < found["anna"].high
    assert (found["cy"].readings, found["cy"].weeks) == (FEWEST, SPAN)
