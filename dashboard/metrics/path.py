"""Which readings matter for a commitment: at its start, at the first fair look, and the newest since?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from dashboard.metrics.grid import Days, Floats, Whole
from dashboard.metrics.history import History
from dashboard.model.commitments import Commitment
from dashboard.model.pillars import Pillar

FAIR_FOR = timedelta(weeks=4)
"""A reading later than this after the day of the look speaks of everything since, and no more of what was agreed."""
START_WITHIN = timedelta(weeks=4)
"""A reading older than this on the day of the agreement is no start (as a score goes stale after four weeks)."""


class Reading(NamedTuple):
    """One pillar of one rep, in points of 0-25: the week (its Monday) and the day it was read."""

    week: date
    day: date
    value: float


@dataclass(frozen=True)
class Path:
    """The readings that matter for one commitment: at its start, at the first fair look, and the newest since."""

    start: Reading | None
    fair: Reading | None
    newest: Reading | None


def path_of(history: History, made: Commitment, week: date) -> Path:
    """Return the readings that matter for a commitment as of a week (its Monday); none where no score speaks of it."""
    if made.pillar is None:
        return Path(None, None, None)
    told = [one for one in _readings(history, made) if one.week <= week]
    start = [one for one in told if made.agreed_on - START_WITHIN <= one.day <= made.agreed_on]
    since = [one for one in told if one.day > made.agreed_on and (not start or one.week > start[-1].week)]
    fair = [one for one in since if made.check_on <= one.day <= made.check_on + FAIR_FOR]
    return Path(start[-1] if start else None, fair[0] if fair else None, since[-1] if since else None)


def _readings(history: History, made: Commitment) -> tuple[Reading, ...]:
    """Return the readings of a rep's pillar, the oldest first; looked up once."""
    key = ("readings", made.rep_id, made.pillar)
    if key not in history.kept:
        (places, weeks, days), values = _places(history), _values(history, made.measured)
        rows = places.get(made.rep_id, np.array([], dtype=int))
        known = rows[~np.isnan(values[rows])]
        known = known[np.argsort(weeks[known], kind="stable")]
        found = zip(*(column[known].tolist() for column in (weeks, days, values)), strict=True)
        history.kept[key] = tuple(Reading(*one) for one in found)
    return history.kept[key]


def _places(history: History) -> tuple[Mapping[str, Whole], Days, Days]:
    """Return where each rep's readings stand, and week and day of every reading."""
    if "places" not in history.kept:
        weeks, days = (history.readings[name].to_numpy().astype("datetime64[D]") for name in ("week", "date"))
        places = history.readings.groupby("rep_id").indices
        history.kept["places"] = {str(rep_id): np.asarray(rows) for rep_id, rows in places.items()}, weeks, days
    return history.kept["places"]


def _values(history: History, pillar: Pillar) -> Floats:
    """Return the points of every reading of a pillar."""
    key = ("values", pillar)
    if key not in history.kept:
        history.kept[key] = history.readings[pillar.value].to_numpy(dtype=float)
    return history.kept[key]


def before_start(history: History, made: Commitment, start: Reading) -> list[tuple[date, float]]:
    """Return weeks and points of the rep's pillar up to and including the start, the oldest first."""
    return [(one.week, one.value) for one in _readings(history, made) if one.week <= start.week]
