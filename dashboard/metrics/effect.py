"""Did a pillar move by more than it would have without coaching?

Whoever is coached for being low, or for having just fallen, tends to rise anyway (regression to the mean: Galton 1886).
So the path without coaching is forecast from the readings up to the start (metrics.forecast), and what the team mates
did beyond their own forecasts is taken off. After a clear drop nobody knows whether it would have come back by itself:
the interval holds both.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from dashboard.metrics.forecast import forecast
from dashboard.metrics.grid import Floats, Marks, Whole, last_weeks
from dashboard.metrics.history import History
from dashboard.metrics.jumps import jumps
from dashboard.metrics.noise import Noise, noise
from dashboard.metrics.normal import NINETY
from dashboard.metrics.panel import WEEKS, Panel, levels, panel, roundings
from dashboard.metrics.scores import PILLAR_PART
from dashboard.metrics.shifts import restated
from dashboard.metrics.signals import CLEAR_CHANCE, FEWEST_WEEKS
from dashboard.metrics.standing import away
from dashboard.model.pillars import PILLARS, Pillar
from dashboard.model.settings import Settings

MATES = 2
"""With fewer team mates than this without a commitment of their own, the whole team is the comparison."""
MOST = 120
"""Team mates looked at: more say little more of the team's move."""


@dataclass(frozen=True)
class Asked:
    """Whose pillar, from the week of the reading at the start to the week of the look (Mondays)."""

    rep_id: str
    pillar: Pillar
    start: date
    check: date


@dataclass(frozen=True)
class Effect:
    """What became of a pillar, in points: None where it cannot be told.

    `value` is the reading at the look, `change` the plain difference from the start, `expected` the value without
    coaching (the rep's own forecast and the team's move), `net_change` what is left, `interval` its 90 % interval, and
    `team_change` how far the team mates moved beyond their own forecasts (None: nobody to compare with). `shift` is
    what changes of the formula between start and look made of the reading at the start.
    """

    value: float | None = None
    change: float | None = None
    expected: float | None = None
    net_change: float | None = None
    interval: tuple[float, float] | None = None
    team_change: float | None = None
    shift: float = 0.0


@dataclass(frozen=True)
class _Team:
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


@dataclass(frozen=True)
class _Look:
    """What is known in the week of a look: the block as read, restated for shifts, and where each rep stands in it."""

    raw: Panel
    block: Panel
    rows: dict[str, int]
    asked: Sequence[Asked]
    least: float
    rounding: float

    @property
    def pillars(self) -> list[int]:
        """The places of the pillars that are asked for."""
        return sorted({PILLARS.index(one.pillar) for one in self.asked})

    def place(self, one: Asked) -> tuple[int, int] | None:
        """Return the rep's row and the place of the start's week, None where either is not known."""
        row, weeks = self.rows.get(one.rep_id), self.block.weeks
        return (row, weeks.index(one.start)) if row is not None and one.start in weeks[:-1] else None


def effects(history: History, asked: Sequence[Asked], week: date, settings: Settings) -> list[Effect]:
    """Return the effect of each, in the order given, as of its look, or of the week if that is earlier.

    Nothing after that is looked at. Whoever else is asked for on the same pillar at the time is no comparison.
    """
    found: dict[Asked, Effect] = {}
    for looked in sorted({min(one.check, week) for one in asked}):
        look = _look(history, asked, looked, settings)
        found |= _as_of(look, [one for one in asked if min(one.check, week) == looked])
    return [found[one] for one in asked]


def _look(history: History, asked: Sequence[Asked], looked: date, settings: Settings) -> _Look:
    weeks = np.array(last_weeks(looked, WEEKS), dtype="datetime64[D]")
    raw = panel(history, looked, away(history, weeks), settings.min_peers)
    rows = {str(rep_id): row for row, rep_id in enumerate(history.reps["rep_id"])}
    block, least = restated(raw)[0], settings.min_change_pillar
    return _Look(raw, block, rows, asked, least, roundings(block.points)[0])


def _as_of(look: _Look, asked: Sequence[Asked]) -> dict[Asked, Effect]:
    teams: dict[tuple[int, int], _Team] = {}
    found = {}
    for one in asked:
        place = look.place(one)
        if place is None:
            found[one] = Effect()
            continue
        row, start = place
        group = (int(look.block.groups[row]), start)
        teams[group] = teams.get(group) or _team(look, *group)
        found[one] = _effect(look, one, place, teams[group])
    return found


def _team(look: _Look, group: int, start: int) -> _Team:
    """Return the forecasts of a group's reps from a start to the look, beside what came of them."""
    block, count = look.block, len(PILLARS)
    wanted = [look.rows[one.rep_id] for one in look.asked if one.rep_id in look.rows]
    rows = _members(block.groups == group, np.array(wanted, dtype=int))
    before = Panel(block.weeks[start], block.points[rows, :, : start + 1], block.counted[rows, : start + 1], 0 * rows)
    level = levels(before)
    series = (before.points - level)[:, PILLAR_PART].reshape(-1, start + 1)
    # Everybody's pillars tell the noise; forecast are only those that are asked for, which is most of the work.
    asked = (np.arange(len(rows))[:, None] * count + look.pillars).ravel()
    found, chosen = Noise(noise(series, look.rounding).weights[asked]), series[asked]
    path = forecast(chosen, found, look.rounding, block.points.shape[2] - 1 - start)
    jumped = jumps(chosen, found, look.rounding, look.least)
    comeback = np.where(jumped.chance < CLEAR_CHANCE, -np.nan_to_num(jumped.size), 0.0)
    here = block.points[rows][:, PILLAR_PART, -1] - level[:, PILLAR_PART, -1]
    return _Team(
        rows=rows,
        off=here - _placed(path.mean, asked, here),
        variance=_placed(path.variance, asked, here),
        comeback=_placed(comeback, asked, here),
        known=(~np.isnan(series)).sum(axis=1).reshape(-1, count),
        counted=block.counted[rows, -1],
    )


def _placed(values: Floats, places: Whole, like: Floats) -> Floats:
    """Return values at their places by rep and pillar, NaN elsewhere."""
    found = np.full(like.size, np.nan)
    found[places] = values
    return found.reshape(like.shape)


def _members(group: Marks, wanted: Whole) -> Whole:
    """Return the places of a group, thinned out where it is very large, and of the wanted ones in it."""
    rows = np.flatnonzero(group)
    thin = rows[:: max(1, len(rows) // MOST)]
    return np.union1d(thin, wanted[group[wanted]])


def _effect(look: _Look, one: Asked, place: tuple[int, int], team: _Team) -> Effect:
    (row, start), pillar = place, PILLARS.index(one.pillar)
    own = int(np.flatnonzero(team.rows == row)[0])
    began, value = look.raw.points[row, pillar, start], look.raw.points[row, pillar, -1]
    if np.isnan(began) or np.isnan(value):
        return Effect()
    change = round(float(value - began), 6)
    shift = round(float(look.block.points[row, pillar, start] - began), 6)
    if team.known[own, pillar] < FEWEST_WEEKS:
        return Effect(float(value), change, shift=shift)
    moved, doubt = _mates(team, pillar, _busy(look, one)[team.rows])
    net = float(team.off[own, pillar] - (moved or 0.0))
    width = NINETY * math.sqrt(team.variance[own, pillar] + doubt)
    back = float(team.comeback[own, pillar])
    middle = round(net - back / 2, 6)
    interval = (round(net - max(back, 0.0) - width, 6), round(net - min(back, 0.0) + width, 6))
    return Effect(float(value), change, round(float(value) - middle, 6), middle, interval, moved, shift)


def _busy(look: _Look, one: Asked) -> Marks:
    """Mark who is coached on the same pillar at the time, the rep included."""
    busy = np.zeros(len(look.block.points), dtype=bool)
    for other in look.asked:
        together = other.start < one.check and one.start < other.check
        if other.pillar == one.pillar and together and other.rep_id in look.rows:
            busy[look.rows[other.rep_id]] = True
    return busy


def _mates(team: _Team, pillar: int, busy: Marks) -> tuple[float | None, float]:
    """Return how far the team moved beyond its forecasts, in points, and the variance of that; None without a team."""
    known = team.counted & ~np.isnan(team.off[:, pillar]) & (team.known[:, pillar] >= FEWEST_WEEKS)
    free = known & ~busy
    mates = free if free.sum() >= MATES else known
    if mates.sum() < MATES:
        return None, 0.0
    doubt = math.pi / 2 * float(team.variance[mates, pillar].mean()) / int(mates.sum())
    return round(float(np.median(team.off[mates, pillar])), 6), doubt
