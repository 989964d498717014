"""Teams whose scores wobble as scores do, and to which something happens that we know of.

Each pillar follows an AR(1) around the rep's own level, is rounded as files are, and weeks are missing.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from dashboard.metrics.history import History
from dashboard.model.tables import ACTIVITY, PIPELINE, READING_VALUES, REPS, SCORES

Rng = np.random.Generator
LAST = date(2026, 11, 16)
LEVELS = (12.0, 9.0, 7.0, 14.0)
PERSONAL = 2.5
STICKS, SIZES = (0.0, 0.95), (0.2, 0.4)


@dataclass(frozen=True)
class World:
    """What teams are like: `stick` is the stickiness of all noise (None: any between 0 and .95).

    `alike` says whether one stickiness and size holds for a whole team or each series has its own; `personal` is the
    standard deviation of the reps' levels, in points.
    """

    reps: int = 14
    weeks: int = 34
    teams: int = 1
    decimals: int = 2
    missing: float = 0.05
    stick: float | None = None
    alike: bool = False
    personal: float = PERSONAL

    @property
    def shape(self) -> tuple[int, int, int]:
        """Reps of all teams, pillars, weeks."""
        return self.reps * self.teams, len(LEVELS), self.weeks


@dataclass(frozen=True)
class Truth:
    """Points by rep, pillar and week before rounding, and the stickiness and size of the noise by rep and pillar."""

    points: np.ndarray
    stick: np.ndarray
    size: np.ndarray


def untouched(world: World, rng: Rng) -> Truth:
    """Return teams to which nothing happens."""
    count, pillars, weeks = world.shape
    stick, size = _noise(world, rng, STICKS), _noise(world, rng, SIZES)
    if world.stick is not None:
        stick = np.full_like(stick, world.stick)
    steps = rng.standard_normal((count, pillars, weeks)) * size[:, :, None]
    steps[:, :, 0] /= np.sqrt(1 - stick**2)
    for week in range(1, weeks):
        steps[:, :, week] += stick * steps[:, :, week - 1]
    level = np.array(LEVELS) + rng.normal(0, world.personal, (count, pillars))
    return Truth(level[:, :, None] + steps, stick, size)


def _noise(world: World, rng: Rng, between: tuple[float, float]) -> np.ndarray:
    count, pillars, _ = world.shape
    if world.alike:
        return np.repeat(rng.uniform(*between, (world.teams, 1)), world.reps, axis=0) * np.ones((1, pillars))
    return rng.uniform(*between, (count, pillars))


def ramp(weeks: int, end: int, took: int, size: float) -> np.ndarray:
    """Return a lasting change by week: begun `took` weeks before its end, complete in the week of its end."""
    return size * np.clip((np.arange(weeks) - end + took) / took, 0, 1)


def as_read(points: np.ndarray, world: World, rng: Rng, keep: np.ndarray | None = None) -> np.ndarray:
    """Return points as a file has them: between 0 and 25, rounded, some weeks missing (never those to `keep`)."""
    gone = rng.random((len(points), 1, points.shape[2])) < world.missing
    if keep is not None:
        gone &= ~keep[:, None, :]
    return np.where(gone, np.nan, np.round(np.clip(points, 0, 25), world.decimals))


def weeks_of(world: World) -> list[date]:
    """Return the Mondays, oldest first."""
    return [LAST - timedelta(weeks=back) for back in range(world.weeks - 1, -1, -1)]


def table(read: np.ndarray, world: World) -> pd.DataFrame:
    """Return readings with a rep's name and a week a row, as they stand in a file."""
    names = [f"r{rep:04}" for rep in range(len(read))]
    rows = pd.DataFrame({"rep_id": np.repeat(names, world.weeks)})
    rows["week"] = np.tile(pd.to_datetime(weeks_of(world)).astype("datetime64[us]"), len(read))
    for place, pillar in enumerate(SCORES):
        rows[pillar] = read[:, place].ravel()
    return rows[rows[SCORES[0]].notna()].reset_index(drop=True)


def history(read: np.ndarray, world: World) -> History:
    """Return the history a store of these readings would have."""
    rows = table(read, world)
    rows["total"] = rows[list(SCORES)].sum(axis=1)
    rows = rows.reindex(columns=["rep_id", "week", "date", *READING_VALUES, "total", "source"]).assign(
        date=rows["week"]
    )
    reps = pd.DataFrame({name: [None] * len(read) for name in REPS})
    reps["rep_id"] = reps["name"] = [f"r{rep:04}" for rep in range(len(read))]
    reps["team"] = [f"team {rep // world.reps}" for rep in range(len(read))]
    numbers = dict.fromkeys((*READING_VALUES, *SCORES), "float64")
    rows = rows.astype({name: kind for name, kind in numbers.items() if name in rows})
    nothing = [pd.DataFrame({name: pd.Series(dtype="float64") for name in names}) for names in (PIPELINE, ACTIVITY)]
    nothing = [empty.assign(week=pd.to_datetime(empty["week"])) for empty in nothing]
    return History(reps, rows, nothing[0], nothing[1])
