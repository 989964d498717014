"""Did a pillar move by more than it would have without coaching?

Whoever is coached for being low, or for having just fallen, tends to rise anyway (regression to the mean: Galton 1886).
So the path without coaching is forecast from the readings up to the start (metrics.forecast), and what the team mates
did beyond their own forecasts is taken off. After a clear drop nobody knows whether it would have come back by itself:
the interval holds both.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

import numpy as np

from dashboard.metrics.grid import Marks, Whole
from dashboard.metrics.history import History
from dashboard.metrics.looks import MOST, Look, looks
from dashboard.metrics.normal import NINETY
from dashboard.metrics.signals import FEWEST_WEEKS
from dashboard.metrics.untouched import Path, Team, teams
from dashboard.model.pillars import PILLARS, Pillar
from dashboard.model.settings import Settings

MATES = 2
"""With fewer team mates than this without a commitment of their own, the whole team is the comparison."""


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
class Asking:
    """What is asked as of the week of a look (its Monday), and who else was coached meanwhile: no comparison."""

    look: date
    asked: tuple[Asked, ...]
    others: tuple[Asked, ...] = ()

    @property
    def everybody(self) -> tuple[Asked, ...]:
        """All that was tried meanwhile, asked for or not."""
        return self.asked + self.others


def effects(history: History, asked: Sequence[Asked], week: date, settings: Settings) -> list[Effect]:
    """Return the effect of each, in the order given, as of its look, or of the week if that is earlier.

    Nothing after that is looked at. Whoever else is asked for on the same pillar at the time is no comparison.
    """
    days = {one: min(one.check, week) for one in asked}
    askings = [
        Asking(day, tuple(one for one in days if days[one] == day), tuple(one for one in days if days[one] != day))
        for day in sorted(set(days.values()))
    ]
    every = [one for asking in askings for one in asking.asked]
    found = dict(zip(every, chain.from_iterable(effects_of(history, askings, settings)), strict=True))
    return [found[one] for one in asked]


def effects_of(history: History, askings: Sequence[Asking], settings: Settings) -> list[list[Effect]]:
    """Return, for each asking, the effect of each that is asked for; all at once is many times as fast."""
    places = history.places
    wanted: dict[date, set[int]] = {}
    for asking in askings:
        wanted.setdefault(asking.look, set()).update(_rows(asking.asked, places))
    found: dict[int, list[Effect]] = {}
    for known in looks(history, {look: np.array(sorted(rows), dtype=int) for look, rows in wanted.items()}, settings):
        ready = [number for number, asking in enumerate(askings) if asking.look in known]
        sought = [_Sought(askings[number], known[askings[number].look], places) for number in ready]
        found |= zip(ready, _answered(sought, settings.min_change_pillar), strict=True)
    return [found[number] for number in range(len(askings))]


def _rows(asked: Iterable[Asked], places: Mapping[str, int]) -> list[int]:
    return [places[one.rep_id] for one in asked if one.rep_id in places]


@dataclass(frozen=True)
class _Sought:
    """What is asked, what was known at its look, and where each rep stands in the history."""

    asking: Asking
    look: Look
    places: Mapping[str, int]

    def stand(self, one: Asked) -> tuple[int, int] | None:
        """Return where in the look the rep and the start's week are, None where either is not known."""
        row, weeks = self.places.get(one.rep_id), self.look.raw.weeks
        return (self.look.place(row), weeks.index(one.start)) if row is not None and one.start in weeks[:-1] else None

    def group(self, rep: int) -> int:
        """Return the number of the group of the rep at a place of the look."""
        return int(self.look.block.groups[rep])

    def path(self, rep: int, start: int) -> Path:
        """Return the path of a rep's group from a start on, with everybody in it who was coached meanwhile."""
        group = self.look.block.groups == self.group(rep)
        coached = np.isin(self.look.rows, _rows(self.asking.everybody, self.places))
        pillars = tuple(sorted({PILLARS.index(one.pillar) for one in self.asking.everybody}))
        return Path(self.look, _members(group, coached), start, pillars)

    def busy(self, one: Asked) -> Marks:
        """Mark in the look who is coached on the same pillar at the time, the rep included."""
        meanwhile = [
            other
            for other in self.asking.everybody
            if other.pillar == one.pillar and other.start < one.check and one.start < other.check
        ]
        return np.isin(self.look.rows, _rows(meanwhile, self.places))


def _members(group: Marks, coached: Marks) -> Whole:
    """Return the places of a group, thinned out where it is very large, and of the coached in it."""
    rows = np.flatnonzero(group)
    return np.union1d(rows[:: max(1, len(rows) // MOST)], np.flatnonzero(group & coached))


def _answered(sought: Sequence[_Sought], least: float) -> list[list[Effect]]:
    """Return the effects of each asking; all of a group are compared, from the same start on, with one team."""
    paths: dict[tuple[int, int, int], Path] = {}
    for number, one in enumerate(sought):
        for rep, start in filter(None, map(one.stand, one.asking.asked)):
            key = (number, one.group(rep), start)
            if key not in paths:
                paths[key] = one.path(rep, start)
    told = dict(zip(paths, teams(list(paths.values()), least), strict=True))
    return [
        [
            _effect(one, asked, lambda group, start, number=number: told[number, group, start])
            for asked in one.asking.asked
        ]
        for number, one in enumerate(sought)
    ]


def _effect(sought: _Sought, one: Asked, team_of: Callable[[int, int], Team]) -> Effect:
    stand = sought.stand(one)
    if stand is None:
        return Effect()
    look, (rep, start), pillar = sought.look, stand, PILLARS.index(one.pillar)
    team = team_of(sought.group(rep), start)
    own = int(np.searchsorted(team.rows, rep))
    began, value = look.raw.points[rep, pillar, start], look.raw.points[rep, pillar, -1]
    if np.isnan(began) or np.isnan(value):
        return Effect()
    change = round(float(value - began), 6)
    shift = round(float(look.block.points[rep, pillar, start] - began), 6)
    if team.known[own, pillar] < FEWEST_WEEKS:
        return Effect(float(value), change, shift=shift)
    moved, doubt = _mates(team, pillar, sought.busy(one)[team.rows])
    net = float(team.off[own, pillar] - (moved or 0.0))
    width = NINETY * math.sqrt(team.variance[own, pillar] + doubt)
    back = float(team.comeback[own, pillar])
    middle = round(net - back / 2, 6)
    interval = (round(net - max(back, 0.0) - width, 6), round(net - min(back, 0.0) + width, 6))
    return Effect(float(value), change, round(float(value) - middle, 6), middle, interval, moved, shift)


def _mates(team: Team, pillar: int, busy: Marks) -> tuple[float | None, float]:
    """Return how far the team moved beyond its forecasts, in points, and the variance of that; None without a team."""
    known = team.counted & ~np.isnan(team.off[:, pillar]) & (team.known[:, pillar] >= FEWEST_WEEKS)
    free = known & ~busy
    mates = free if free.sum() >= MATES else known
    if mates.sum() < MATES:
        return None, 0.0
    doubt = math.pi / 2 * float(team.variance[mates, pillar].mean()) / int(mates.sum())
    return round(float(np.median(team.off[mates, pillar])), 6), doubt
