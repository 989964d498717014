"""Over which weeks is a change told: the four that are shown, or its own?"""

import numpy as np

from dashboard.metrics.jumps import Jumps
from dashboard.metrics.spans import change, told

NAN = np.nan
Z_3_4 = 0.00067
"""The chance of lying 3.4 standard deviations out."""


def one(series, *, weeks, chance, size=1.5):
    """Return what is told of one series whose best shape began so many weeks ago: way, points, weeks, apart."""
    found = Jumps(np.array([size]), np.array([chance]), np.array([weeks]))
    seen = told(np.array([series]), found, np.array([3.2]), 1.0)
    return seen.way[0], seen.points[0], seen.weeks[0], bool(seen.apart[0])


def test_what_shows_over_four_weeks_needs_no_more_than_what_is_strict():
    """The shape began three weeks ago; the pages show four. More clearly it stands apart from them as well."""
    series = [10, 10, 10, 10, 10, 11.5, 11.5, 11.5]
    assert one(series, weeks=3, chance=Z_3_4) == (1, 1.5, 3, False)
    assert one(series, weeks=3, chance=1e-5) == (1, 1.5, 3, True)


def test_what_began_earlier_must_be_clearer():
    """Six weeks ago, and level since: 3.6 standard deviations are needed, 3.4 are not enough."""
    series = [10.0, 11.0, 11.75, 11.5, 11.5, 11.5, 11.5]
    assert one(series, weeks=6, chance=Z_3_4)[0] == 0
    assert one(series, weeks=6, chance=1e-5) == (1, 1.5, 6, True)


def test_a_missing_start_is_replaced_by_the_reading_before():
    """Never by a later one, which may be part of the change."""
    assert one([9.75, NAN, NAN, NAN, 11.5, 11.5], weeks=4, chance=1e-5) == (1, 1.75, 5, True)


def test_a_change_that_cannot_be_subtracted_is_not_told():
    """No reading in the weeks before it, or too little from there to here."""
    assert one([NAN, NAN, NAN, 11.5, 11.5, 11.5], weeks=3, chance=1e-9)[0] == 0
    assert one([11.0, 11.0, 11.5, 11.5, 11.5, 11.5, 11.5, 11.5], weeks=5, chance=1e-9)[0] == 0


def test_a_change_over_weeks_before_the_first_is_missing():
    """A history of three weeks has no change over five."""
    points, _ = change(np.array([[1.0, 2.0, 3.0]]), np.array([5]), 2)
    assert np.isnan(points[0])
