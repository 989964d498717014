"""What pace do others claim, what pace is the rep's, and when is the next band reached?

A claim is a claim: it stands as a range with its grade beside the actual line, and nothing is promised by it.
"""

from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from dashboard.coaching.points import points, signed
from dashboard.coaching.prompt import GRADES, Grade
from dashboard.coaching.step import LAST_DAY
from dashboard.model.bands import BANDS, Band, band_of
from dashboard.model.pace import Slope
from dashboard.model.pillars import TOTAL_MAX
from dashboard.model.weeks import monday


class Claim(NamedTuple):
    """What is claimed: `low` to `high` points on the total after so many days, from below a total if one is named."""

    low: float
    high: float
    days: int
    below: float | None = None


CLAIMS = (Claim(10, 20, 14, below=40), Claim(15, 25, LAST_DAY))
"""Practitioner articles: +10 to +20 in 14 days when starting below 40, +15 to +25 in 30 days of steady habits."""
GRADE = Grade.ARTICLES

A_YEAR = 52
"""Weeks; what would take longer is no plan (ours)."""


class Expected(NamedTuple):
    """Between which totals a plan would stand on a day of it, if the claim held."""

    day: int
    low: float
    high: float


def path(start: float) -> tuple[Expected, ...]:
    """Return the claimed range at the start of a plan and at each day a claim names, in points of 0-100.

    >>> [tuple(each) for each in path(35.0)]
    [(0, 35.0, 35.0), (14, 45.0, 55.0), (30, 50.0, 60.0)]
    >>> [tuple(each) for each in path(90.0)]
    [(0, 90.0, 90.0), (30, 100.0, 100.0)]
    """
    held = (claim for claim in CLAIMS if claim.below is None or start < claim.below)
    named = (Expected(one.days, min(start + one.low, TOTAL_MAX), min(start + one.high, TOTAL_MAX)) for one in held)
    return Expected(0, start, start), *named


def expected(start: float, day: int) -> Expected:
    """Return the claimed range on a day of the plan, on straight lines between the days claims name, level after.

    >>> tuple(expected(50.0, 15)), tuple(expected(50.0, 40))
    ((15, 57.5, 62.5), (40, 65.0, 75.0))
    """
    known = path(start)
    after = next((each for each in known if each.day >= day), known[-1])
    before = max((each for each in known if each.day <= day), default=known[0])
    share = 0.0 if after.day <= before.day else (day - before.day) / (after.day - before.day)
    low, high = (before[at] + share * (after[at] - before[at]) for at in (1, 2))
    return Expected(day, low, high)


def claimed(start: float) -> str:
    """Return what is claimed for the plan, as a range with its grade.

    >>> claimed(50.0).partition(" (")[0]
    'Claimed for 30 days of steady habits: +15 to +25 points'
    """
    early = CLAIMS[0]
    first = "" if start >= (early.below or 0) else f", of these +{early.low:g} to +{early.high:g} in {early.days} days"
    last = CLAIMS[-1]
    said = f"Claimed for {last.days} days of steady habits: +{last.low:g} to +{last.high:g} points{first}"
    return f"{said} (grade {GRADE}, {GRADES[GRADE]}; a claim, not a measurement)."


def start_of(trend: tuple[tuple[date, float | None], ...], began: date) -> float | None:
    """Return the newest total (points) of the weeks up to the one in which a plan began, at most four weeks old."""
    first = monday(began)
    known = [
        (week, total) for week, total in trend if total is not None and first - timedelta(weeks=4) <= week <= first
    ]
    return known[-1][1] if known else None


def so_far(start: float, now: float, day: int) -> str:
    """Return how far the total came since the start of the plan, beside the claim for that day.

    >>> so_far(50.0, 51.2, 15)
    'Since the start: +1.2 points, below what is claimed by day 15 (+7.5 to +12.5).'
    """
    claim, gained = expected(start, day), now - start
    low, high = claim.low - start, claim.high - start
    where = "below" if round(gained, 1) < round(low, 1) else "above" if round(gained, 1) > round(high, 1) else "within"
    return (
        f"Since the start: {signed(gained)} points, {where} what is claimed by day {day} "
        f"({signed(low)} to {signed(high)})."
    )


def actual(slope: Slope | None) -> str:
    """Return the rep's own pace with its 90 % interval.

    >>> actual(Slope(0.42, -0.1, 0.94, 8, 8))
    'Actual: +0.4 points a week over the last 8 weeks (90 % interval −0.1 to +0.9).'
    """
    if slope is None:
        return "Actual: too few readings to tell a pace; six of the last eight weeks are needed."
    between = f"90 % interval {signed(slope.low)} to {signed(slope.high)}"
    return f"Actual: {signed(slope.per_week)} points a week over the last {slope.weeks} weeks ({between})."


class Reach(NamedTuple):
    """The next band: from which total it begins, how many points are missing, and in how many weeks it is reached.

    `latest` is None where the slow end of the interval never gets there, `soonest` where not even the fast end does.
    """

    band: Band
    cut: float
    missing: float
    soonest: int | None
    latest: int | None


def reach(total: float, slope: Slope, cuts: tuple[float, float, float]) -> Reach | None:
    """Return when the next band is reached at the rep's own pace; None in the highest."""
    place = BANDS.index(band_of(total, cuts))
    if place == len(cuts):
        return None
    missing = cuts[place] - total
    soonest, latest = (_weeks(missing, pace) for pace in (slope.high, slope.low))
    return Reach(BANDS[place + 1], cuts[place], missing, soonest, latest)


def _weeks(missing: float, pace: float) -> int | None:
    weeks = missing / pace if pace > 0 else None
    return None if weeks is None or weeks > A_YEAR else max(ceil(round(weeks, 6)), 1)


def next_band(total: float | None, slope: Slope | None, cuts: tuple[float, float, float]) -> str:
    """Return when the next band is reached, as a range of weeks, or that it is not at this pace.

    >>> next_band(47.0, Slope(0.75, 0.5, 1.0, 8, 8), (30, 50, 70))
    'The band active (from 50) is 3.0 points away: 3 to 6 weeks at this pace.'
    >>> next_band(47.0, Slope(-1.0, -1.5, -0.5, 8, 8), (30, 50, 70))
    'The band active (from 50) is 3.0 points away: not at this pace.'
    >>> next_band(47.0, Slope(0.75, 0.5, 1.0, 8, 8, back=True), (30, 50, 70))
    'The band active (from 50) is 3.0 points away: the last 8 weeks are a way back after a dip, no pace to go on.'
    """
    if total is None or slope is None:
        return ""
    found = reach(total, slope, cuts)
    if found is None:
        return "The highest band is reached."
    away = f"The band {found.band} (from {found.cut:g}) is {points(found.missing)} points away"
    if found.soonest is None:
        return f"{away}: not at this pace."
    return f"{away}: {_when(found, slope)}."


def _when(found: Reach, slope: Slope) -> str:
    """Return in how many weeks a band is reached at a pace that rises, or why that is not to be said."""
    soonest = f"{found.soonest} week{'' if found.soonest == 1 else 's'}"
    if slope.back:
        return f"the last {slope.weeks} weeks are a way back after a dip, no pace to go on"
    if slope.low <= 0:
        return f"not at this pace, which noise alone could give; {soonest} at the fastest"
    if slope.still:
        return f"the newest weeks hardly rise any more, so the pace of the last {slope.weeks} promises nothing"
    if found.latest is None:
        return f"{found.soonest} weeks to more than a year at this pace"
    return f"{soonest if found.soonest == found.latest else f'{found.soonest} to {found.latest} weeks'} at this pace"
