"""How often is a verdict wrong, and how often is a change found? In simulated teams."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dashboard.metrics.effect import Asked, effects
from dashboard.metrics.history import History
from dashboard.metrics.jumps import SPAN, estimates
from dashboard.metrics.signals import signals
from dashboard.metrics.week import column, week_table
from dashboard.model.cards import Verdict
from dashboard.model.pillars import PILLARS
from dashboard.model.settings import Settings
from tests.calibration.simulated import Rng, World, as_read, history, ramp, untouched, weeks_of
from tests.metrics.drawn import DEFAULTS

SETTINGS = Settings()
LOOKED = (20, 27, 33)
"""Weeks in which untouched teams are looked at: far enough apart to say something new."""
END = 24
"""The week in which what happens is complete."""
TOOK = (1, 2, 3, 4)
LARGE, MIDDLE = (2.0, 3.5), (1.5, 2.0)
FORMULA = 0.07


@dataclass(frozen=True)
class Rate:
    """How often something happened in how many cases."""

    hits: int
    cases: int

    @property
    def share(self) -> float:
        """The share, 0-1 (NaN without a case)."""
        return self.hits / self.cases if self.cases else float("nan")

    def __str__(self) -> str:
        return f"{self.share:.2%}"


def rate(marks: Iterable[np.ndarray]) -> Rate:
    """Return how many of all marks are true."""
    every = np.concatenate([np.asarray(each, dtype=bool).ravel() for each in marks])
    return Rate(int(every.sum()), len(every))


def moved(told: History, world: World, place: int) -> tuple[np.ndarray, np.ndarray]:
    """Return who is scored in a week, and by rep and pillar (the total last) who is said to be up or down."""
    table = week_table(told, weeks_of(world)[place], SETTINGS, DEFAULTS)
    said = [table[column(name, "verdict")].isin([Verdict.UP, Verdict.DOWN]) for name in (*PILLARS, "total")]
    return (table["state"] == "scored").to_numpy(), np.column_stack(said)


@dataclass(frozen=True)
class Alarms:
    """False alarms per rep and week on the total and on any pillar, and false shifts per team and look (34 weeks)."""

    total: Rate
    pillar: Rate
    shifts: float


def false_alarms(world: World, runs: int, seed: int) -> Alarms:
    """Return how often somebody is said to have moved when nothing happened."""
    rng = np.random.default_rng([seed, 1])
    total, pillar, shifts = [], [], []
    for _ in range(runs):
        told = history(as_read(untouched(world, rng).points, world, rng), world)
        for place in LOOKED:
            scored, said = moved(told, world, place)
            total.append(said[scored, -1])
            pillar.append(said[scored, :-1].any(axis=1))
        shifts.append(len(signals(told, weeks_of(world)[LOOKED[-1]], SETTINGS).shifts))
    return Alarms(rate(total), rate(pillar), float(np.mean(shifts)))


def found(world: World, runs: int, seed: int, between: tuple[float, float], share: float = 0.01) -> tuple[Rate, Rate]:
    """Return how often a lasting change on a pillar is found within three weeks of its end: by us, knowing the noise.

    Two reps of each team gain or lose points over one to four weeks. Whoever knows the noise raises false alarms on any
    pillar at the given share.
    """
    rng = np.random.default_rng([seed, 2])
    bound = known_bound(world, seed, share)
    ours, known = [], []
    for _ in range(runs):
        truth = untouched(world, rng)
        points, who, pillar = truth.points.copy(), *_chosen(world, rng)
        for rep, at in zip(who, pillar, strict=True):
            size = rng.uniform(*between) * rng.choice([-1, 1])
            points[rep, at] += ramp(world.weeks, END, int(rng.choice(TOOK)), size)
        read = as_read(points, world, rng)
        told = history(read, world)
        weeks = range(END, END + 4)
        ours.append(np.any([moved(told, world, place)[1][who, pillar] for place in weeks], axis=0))
        noise = truth.stick[who, pillar], truth.size[who, pillar]
        known.append(np.any([strength(read[who, pillar], *noise, world, end) > bound for end in weeks], axis=0))
    return rate(ours), rate(known)


def _chosen(world: World, rng: Rng) -> tuple[np.ndarray, np.ndarray]:
    """Return two reps of every team and a pillar for each."""
    first = np.arange(world.teams) * world.reps
    who = np.concatenate([start + rng.choice(world.reps, 2, replace=False) for start in first])
    return who, rng.integers(len(PILLARS), size=len(who))


def strength(series: np.ndarray, stick: np.ndarray, size: np.ndarray, world: World, end: int) -> np.ndarray:
    """Return how many standard deviations the best shape up to a week stands out, for whoever knows the noise."""
    rounding = 10.0 ** (-2 * world.decimals) / 12
    newest = series[:, max(0, end - SPAN + 1) : end + 1]
    sizes, z = estimates(newest, stick, size, rounding)
    strong = np.where(np.isnan(z) | (np.abs(sizes) < SETTINGS.min_change_pillar), 0.0, np.abs(z)).max(axis=1)
    return np.where(np.isnan(newest[:, -1]), 0.0, strong)


def known_bound(world: World, seed: int, share: float) -> float:
    """Return how far out whoever knows the noise must look to raise as many false alarms over the four pillars."""
    rng = np.random.default_rng([seed, 3])
    many = replace(world, teams=max(1, 1400 // world.reps))
    truth = untouched(many, rng)
    read = as_read(truth.points, many, rng).reshape(-1, world.weeks)
    noise = truth.stick.ravel(), truth.size.ravel()
    ends = [strength(read, *noise, world, end).reshape(-1, len(PILLARS)).max(axis=1) for end in LOOKED]
    return float(np.quantile(np.concatenate(ends), 1 - max(share, 1e-3)))


@dataclass(frozen=True)
class Shifted:
    """How often a shift is marked on every pillar it moved, and individual alarms in the weeks after it."""

    marked: Rate
    alarms: Rate


def formula(world: World, runs: int, seed: int, pillars: Sequence[int] = (0, 1, 2, 3)) -> Shifted:
    """Return what is said when the formula gives or takes 7 % of some pillars for everybody at once."""
    rng = np.random.default_rng([seed, 4])
    marked, alarms = [], []
    for _ in range(runs):
        points = untouched(world, rng).points
        points[:, list(pillars), END:] *= 1 + FORMULA * rng.choice([-1, 1])
        told = history(as_read(points, world, rng), world)
        for place in (END, END + 1, END + 3):
            scored, said = moved(told, world, place)
            alarms.append(said[scored].any(axis=1))
        shifts = signals(told, weeks_of(world)[END + 3], SETTINGS).shifts
        seen = [each.pillar for each in shifts if each.week == weeks_of(world)[END]]
        marked.append(np.array([PILLARS[place] in seen for place in pillars]))
    return Shifted(rate(marked), rate(alarms))


@dataclass(frozen=True)
class Dipped:
    """How often a dip is told while it lasts, and how often the way back is celebrated as a rise."""

    told: Rate
    praised: Rate


LASTED = (2, 3, 4, 5)


def dips(world: World, runs: int, seed: int) -> Dipped:
    """Return what is said of two reps of each team who lapse on a pillar for two to five weeks and come back."""
    rng = np.random.default_rng([seed, 6])
    told, praised = [], []
    for _ in range(runs):
        points, who, pillar = untouched(world, rng).points, *_chosen(world, rng)
        for rep, at in zip(who, pillar, strict=True):
            points[rep, at, END - int(rng.choice(LASTED)) : END] -= rng.uniform(*LARGE)
        seen = history(as_read(points, world, rng), world)
        said = [_verdicts(seen, world, place)[who, pillar] for place in range(END - 2, END + 4)]
        told.append((said[0] == Verdict.DOWN) | (said[1] == Verdict.DOWN))
        praised.append(np.any([each == Verdict.UP for each in said[2:]], axis=0))
    return Dipped(rate(told), rate(praised))


def _verdicts(told: History, world: World, place: int) -> np.ndarray:
    table = week_table(told, weeks_of(world)[place], SETTINGS, DEFAULTS)
    return table[[column(name, "verdict") for name in PILLARS]].to_numpy(dtype=object)


@dataclass(frozen=True)
class Estimated:
    """The mean error of the estimated effect in points, its standard error, and how often the interval held."""

    bias: float
    error: float
    cover: Rate


SELECTED = ("random", "lowest", "just fell")
LATER = 4
COACHED = 3


def coached(world: World, runs: int, seed: int, select: str) -> Estimated:
    """Return how far the estimated effect of coaching is off, when the coached are chosen for how they stand.

    Each gains 0, 1 or 2 points over three weeks; the effect is read four weeks after the start.
    """
    rng = np.random.default_rng([seed, 5])
    errors, held = [], []
    for _ in range(runs):
        points, pillar, true = untouched(world, rng).points, int(rng.integers(4)), float(rng.integers(3))
        before = as_read(points, world, rng)
        who = _selected(before[:, pillar, END - LATER : END + 1], select, rng)
        points[who, pillar] += ramp(world.weeks, END + 3, 3, true)
        keep = np.zeros((len(points), world.weeks), dtype=bool)
        keep[who, END], keep[who, END + LATER] = True, True
        read = as_read(points, world, rng, keep)
        weeks = weeks_of(world)
        asked = [Asked(f"r{rep:04}", PILLARS[pillar], weeks[END], weeks[END + LATER]) for rep in who]
        for told in effects(history(read, world), asked, weeks[-1], SETTINGS):
            if told.net_change is not None and told.interval is not None:
                errors.append(told.net_change - true)
                held.append(told.interval[0] <= true <= told.interval[1])
    return Estimated(float(np.mean(errors)), float(np.std(errors) / len(errors) ** 0.5), rate([np.array(held)]))


def _selected(window: np.ndarray, select: str, rng: Rng) -> np.ndarray:
    """Return three reps by their readings up to the start: at random, the lowest, or who just fell most."""
    if select == "random":
        return rng.choice(len(window), COACHED, replace=False)
    worth = window[:, -1] if select == "lowest" else window[:, -1] - window[:, 0]
    return np.argsort(np.where(np.isnan(worth), np.inf, worth))[:COACHED]
