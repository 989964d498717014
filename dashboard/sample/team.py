"""What does the sample team's history look like, as the tables of the house?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Final

import numpy as np
import pandas as pd

from dashboard.model.pillars import PILLARS
from dashboard.model.problems import FileReport, Person, Problem
from dashboard.model.tables import ACTIVITY, PIPELINE, READINGS
from dashboard.model.weeks import monday
from dashboard.sample.activity import activity
from dashboard.sample.long import NAME, Long
from dashboard.sample.pipeline import pipeline
from dashboard.sample.roster import present, roster
from dashboard.sample.scores import scores

AVERAGES_EVERY = 7
"""One rep in seven wrote down the averages LinkedIn shows; the others are held against their team."""
INDUSTRY: Final = np.array([11.8, 5.4, 2.1, 15.2])
NETWORK: Final = np.array([13.2, 4.4, 2.4, 16.3])
"""The few averages LinkedIn was seen to display, per pillar."""


@dataclass(frozen=True)
class SampleBatch:
    """An invented import: the same tables a file gives, and no problems."""

    files: tuple[FileReport, ...]
    readings: pd.DataFrame
    pipeline: pd.DataFrame
    activity: pd.DataFrame
    people: tuple[Person, ...]
    problems: tuple[Problem, ...] = ()


def sample_batch(*, reps: int = 14, weeks: int = 26, seed: int = 7, last_week: date) -> SampleBatch:
    """Return `reps` invented people over `weeks` weeks up to the week of `last_week`; the same for the same seed."""
    last = monday(last_week)
    mondays = [last - timedelta(weeks=weeks - 1 - week) for week in range(weeks)]
    who = roster(reps, seed, last)
    at_work = present(who, weeks)
    points = scores(who, weeks, seed, at_work)
    level = _levels(points)
    long = Long(who, mondays, at_work)
    readings = long.table(_reading_values(points), ~np.isnan(points.sum(axis=2)), READINGS)
    snapshots = long.table(pipeline(who, mondays, seed, at_work, level), at_work, PIPELINE)
    counts = long.table(activity(who, weeks, seed, level), at_work, ACTIVITY)
    report = _report((reps, weeks, seed, last.isoformat()), at_work)
    return SampleBatch((report,), readings, snapshots, counts, who.people)


def _levels(points: np.ndarray) -> np.ndarray:
    """Return each rep's mean total in standard deviations of the team, 0 for who has none."""
    totals = points.sum(axis=2)
    known = ~np.isnan(totals)
    means = np.where(known, totals, 0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    scored = known.any(axis=1)
    spread = means[scored].std() if scored.any() else 0.0
    return np.where(scored, (means - means[scored].mean()) / spread, 0.0) if spread else np.zeros(len(means))


def _reading_values(points: np.ndarray) -> Mapping[str, np.ndarray]:
    """Return every column of readings as reps x weeks."""
    totals = points.sum(axis=2)
    values = {pillar.value: points[:, :, place] for place, pillar in enumerate(PILLARS)}
    values |= {"total": totals, "reported_total": np.round(totals)}
    values["industry_top_percent"] = _top_percent(totals, INDUSTRY.sum())
    values["network_top_percent"] = _top_percent(totals, NETWORK.sum())
    shown = (np.arange(len(points)) % AVERAGES_EVERY == 0)[:, None] & ~np.isnan(totals)
    for group, averages in (("industry", INDUSTRY), ("network", NETWORK)):
        for pillar, average in zip(PILLARS, averages, strict=True):
            values[f"{group}_{pillar}"] = np.where(shown, average, np.nan)
    return values


def _top_percent(totals: np.ndarray, average: float) -> np.ndarray:
    """Return "Top N %" (lower is better): 50 at the average, 9 at 52.6 in an industry of 34, as was once seen."""
    return np.clip(np.round(50 * np.exp((average - totals) * 0.092)), 1, 99)


def _report(arguments: tuple[object, ...], at_work: np.ndarray) -> FileReport:
    """Return the report of a file that was made up; its signature is what it was made from."""
    rows = int(at_work.sum())
    signature = sha256(repr(arguments).encode()).hexdigest()
    return FileReport(NAME, "sample", None, None, None, "rep_week", {}, rows, rows, (), signature, {})
