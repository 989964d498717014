"""Where would the pillars of a team be at a look, had nothing been agreed at the start? And where are they?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.metrics.forecast import forecast
from dashboard.metrics.grid import Floats, Marks, Whole
from dashboard.metrics.jumps import jumps
from dashboard.metrics.looks import Look
from dashboard.metrics.noise import Noise, noise
from dashboard.metrics.panel import Panel, levels
from dashboard.metrics.scores import PILLAR_PART
from dashboard.metrics.signals import CLEAR_CHANCE
from dashboard.model.pillars import PILLARS


@dataclass(frozen=True)
class Path:
    """What is asked of a look: the reps at some places of its blocks, from the week at a place, on these pillars."""

    look: Look
    rows: Whole
    start: int
    pillars: tuple[int, ...]


@dataclass(frozen=True)
class Team:
    """A team from a start to a look: `rows` are places in the block, the rest is by rep and pillar, in points.

    `off` is how far the reading lies from the forecast and `variance` how uncertain that is; `comeback` is how much of
    it would be gone if a clear jump just before the start came back by itself; `known` are the weeks of history.
    """

    rows: Whole
    off: Floats
    variance: Floats
    comeback: Floats
    known: Whole
    counted: Marks


def teams(paths: Sequence[Path], least: float) -> list[Team]:
    """Return what became of each team; `least` is the smallest change of a pillar worth mentioning.

    Those from the same place to the same place are worked out together.
    """
    alike: dict[tuple[int, int, float, tuple[int, ...]], list[int]] = {}
    for place, path in enumerate(paths):
        weeks = path.look.block.points.shape[2]
        alike.setdefault((path.start, weeks, path.look.rounding[0], path.pillars), []).append(place)
    found: dict[int, Team] = {}
    for places in alike.values():
        found |= zip(places, _together([paths[place] for place in places], least), strict=True)
    return [found[place] for place in range(len(paths))]


def _together(paths: Sequence[Path], least: float) -> list[Team]:
    """Return the forecasts of each path's reps from its start to its look, beside what came of them."""
    first, count = paths[0], len(PILLARS)
    points = np.concatenate([path.look.block.points[path.rows] for path in paths])
    counted = np.concatenate([path.look.block.counted[path.rows] for path in paths])
    group = np.repeat(np.arange(len(paths)), [len(path.rows) for path in paths])
    here, series = _beside_others(Panel(first.look.block.week, points, counted, group), first.start)
    # Everybody's pillars tell the noise; forecast are only those that are asked for, which is most of the work.
    asked = (np.arange(len(points))[:, None] * count + first.pillars).ravel()
    rounding = first.look.rounding[0]
    found, chosen = Noise(noise(series, rounding, np.repeat(group, count)).weights[asked]), series[asked]
    path = forecast(chosen, found, rounding, points.shape[2] - 1 - first.start)
    jumped = jumps(chosen, found, rounding, least)
    comeback = np.where(jumped.chance < CLEAR_CHANCE, -np.nan_to_num(jumped.size), 0.0)
    parts = (
        here - _placed(path.mean, asked, here),
        _placed(path.variance, asked, here),
        _placed(comeback, asked, here),
        (~np.isnan(series)).sum(axis=1).reshape(-1, count),
        counted[:, -1],
    )
    ends = np.flatnonzero(np.diff(group)) + 1
    split = zip(*(np.split(part, ends) for part in parts), strict=True)
    return [Team(path.rows, *own) for path, own in zip(paths, split, strict=True)]


def _beside_others(block: Panel, start: int) -> tuple[Floats, Floats]:
    """Return the pillars at the look and, a row per rep and pillar, up to the start; the team's level is taken off."""
    before = block.upto(start)
    level = levels(before)
    series = (before.points - level)[:, PILLAR_PART].reshape(-1, start + 1)
    return block.points[:, PILLAR_PART, -1] - level[:, PILLAR_PART, -1], series


def _placed(values: Floats, places: Whole, like: Floats) -> Floats:
    """Return values at their places by rep and pillar, NaN elsewhere."""
    found = np.full(like.size, np.nan)
    found[places] = values
    return found.reshape(like.shape)
