"""A claimed pace is a range with a grade; the rep's own says when the next band comes, or that it does not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.coaching.pace import (
    CLAIMS,
    GRADE,
    Claim,
    actual,
    claimed,
    expected,
    next_band,
    path,
    reach,
    so_far,
    start_of,
)
from dashboard.coaching.prompt import Grade
from dashboard.model.bands import CUTS, Band
from dashboard.model.pace import Slope

MONDAY = date(2026, 11, 2)


def slope(low: float, high: float) -> Slope:
    """Return the slope of eight full weeks."""
    return Slope((low + high) / 2, low, high, 8, 8)


def test_the_claims_are_those_of_the_articles() -> None:
    """+10 to +20 in 14 days from below 40, +15 to +25 in 30 days: practitioner articles, grade B."""
    assert list(CLAIMS) == [Claim(10, 20, 14, 40), Claim(15, 25, 30)]
    assert GRADE is Grade.ARTICLES
    assert "a claim, not a measurement" in claimed(35.0)
    assert "+10 to +20 in 14 days" in claimed(39.9)
    assert "14 days" not in claimed(40.0)


@pytest.mark.parametrize(
    ("start", "day", "low", "high"),
    [
        (35, 0, 35, 35),
        (35, 7, 40, 45),  # half of the first 14 days
        (35, 14, 45, 55),
        (35, 22, 47.5, 57.5),  # half of the way from day 14 to day 30
        (35, 30, 50, 60),
        (35, 99, 50, 60),  # nothing is claimed beyond
        (50, 15, 57.5, 62.5),  # from 40 on only the thirty days count
        (80, 30, 95, 100),  # no further than the scale
    ],
)
def test_the_claim_runs_straight_between_its_days(start: float, day: int, low: float, high: float) -> None:
    """Worked out by hand."""
    assert expected(start, day)[1:] == pytest.approx((low, high))


def test_the_path_has_a_corner_for_every_claim_that_holds() -> None:
    """From below 40 both, else one."""
    assert [each.day for each in path(39.0)] == [0, 14, 30]
    assert [each.day for each in path(40.0)] == [0, 30]


@pytest.mark.parametrize(("now", "where"), [(51.0, "below"), (57.5, "within"), (62.5, "within"), (63.0, "above")])
def test_what_was_gained_stands_beside_the_claim(now: float, where: str) -> None:
    """From 50, on day 15: +7.5 to +12.5 is claimed."""
    assert f"{where} what is claimed by day 15" in so_far(50.0, now, 15)


def test_a_plan_starts_from_the_newest_total_up_to_its_week() -> None:
    """Not from one of a later week, nor from one over four weeks old."""
    trend = tuple((MONDAY + timedelta(weeks=at), total) for at, total in enumerate((40.0, 41.0, None, 43.0)))
    assert start_of(trend, MONDAY + timedelta(days=2)) == 40.0
    assert start_of(trend, MONDAY + timedelta(weeks=2)) == 41.0
    assert start_of(trend, MONDAY - timedelta(days=1)) is None
    assert start_of(trend, MONDAY + timedelta(weeks=9)) is None


def test_who_has_too_few_readings_has_no_pace() -> None:
    """It is said; nothing is made up."""
    assert "too few readings" in actual(None)
    assert next_band(47.0, None, CUTS) == ""
    assert next_band(None, slope(1, 2), CUTS) == ""


@pytest.mark.parametrize(
    ("total", "low", "high", "soonest", "latest"),
    [
        (47, 0.5, 1.0, 3, 6),  # 3 points at 1.0 and at 0.5 a week
        (47, 0.7, 0.9, 4, 5),  # begun weeks count: 3.3 and 4.3
        (49.99, 1.0, 2.0, 1, 1),
        (47, 0.05, 1.0, 3, None),  # 60 weeks are no plan
        (47, -0.5, 0.5, 6, None),
        (47, -1.0, 0.0, None, None),
        (31, 0.01, 0.1, None, None),
    ],
)
def test_the_next_band_comes_in_a_range_of_weeks(
    total: float, low: float, high: float, soonest: int | None, latest: int | None
) -> None:
    """At the fast and at the slow end of the interval."""
    found = reach(total, slope(low, high), CUTS)
    assert found is not None
    assert (found.band, found.soonest, found.latest) == (Band.ACTIVE, soonest, latest)


@pytest.mark.parametrize(
    ("total", "low", "high", "said"),
    [
        (47, 0.5, 1.0, "3 to 6 weeks at this pace."),
        (49.9, 1.0, 2.0, "1 week at this pace."),
        (47, 0.05, 1.0, "3 weeks to more than a year at this pace."),
        (47, -0.5, 0.5, "not at this pace, which noise alone could give; 6 weeks at the fastest."),
        (47, -1.0, -0.2, "not at this pace."),
        (75, 0.1, 0.5, "The highest band is reached."),
    ],
)
def test_or_not_at_this_pace(total: float, low: float, high: float, said: str) -> None:
    """A line that is level within noise reaches nothing."""
    assert next_band(total, slope(low, high), CUTS).endswith(said)


def test_a_pace_that_does_not_go_on_promises_nothing() -> None:
    """Neither the way back after a dip nor a rise that has ended is a number of weeks; a fall stays what it is."""
    rises = slope(0.5, 1.0)
    assert "a way back after a dip, no pace to go on." in next_band(47.0, replace(rises, back=True), CUTS)
    assert "hardly rise any more" in next_band(47.0, replace(rises, still=True), CUTS)
    assert next_band(47.0, replace(slope(-1.0, -0.2), still=True), CUTS).endswith("not at this pace.")


def test_the_cuts_are_the_managers() -> None:
    """With active from 48 on, 47 is a point away."""
    assert "active (from 48) is 1.0 points away" in next_band(47.0, slope(0.5, 1.0), (30, 48, 70))
