"""Against what is a rep's pillar held?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from dashboard.metrics.formula import EVER, carried, steps_since
from dashboard.metrics.grid import NOWHERE, Days, Floats, Marks, Whole, Words, choose
from dashboard.metrics.groups import group_medians, middles, only
from dashboard.metrics.history import History
from dashboard.metrics.scores import PILLAR_PART
from dashboard.model.benchmark import Defaults
from dashboard.model.cards import Basis
from dashboard.model.errors import BadSetting
from dashboard.model.pillars import PILLARS, Pillar
from dashboard.model.settings import Settings

AUTO = "auto"
NEAREST = (Basis.INDUSTRY, Basis.NETWORK, Basis.ROLE, Basis.TEAM, Basis.DEFAULT)
"""What "auto" tries, best first."""
RAMPING = np.timedelta64(7 * 26, "D")
"""Time on the team within which a rep is held against others who are new, too (ours: half a year)."""
BLOCK, FEWEST = 12, 6
"""Weeks that make one median of the own best, and the readings it needs at least."""


@dataclass(frozen=True)
class Baselines:
    """Per rep: one basis for all four pillars (None: no pillar score), the points of each pillar on it, and `peers`.

    `peers` is how many readings made the median, NaN where the basis is none. `carried` is by pillar a Carried where
    shifts of the formula moved the points, or, of a target, would have: that stays where it was set.
    """

    basis: Words
    points: Floats
    peers: Floats
    carried: Words


def baselines(
    history: History,
    week: date,
    scored: Marks,
    settings: Settings,
    defaults: Mapping[Pillar, float],
    past: Floats | None = None,
) -> Baselines:
    """Return each rep's baselines in points (0-25), from the first basis that covers all pillars the rep has.

    One basis for all pillars: gaps against different yardsticks cannot be compared. `past` are the points by rep,
    measure and week the own best is taken from. Raises BadSetting if `settings.baseline` is neither "auto" nor a Basis;
    a basis insisted on gives way to the default where it is missing.
    """
    order = basis_order(settings.baseline)
    own = history.scores.at(week)[:, PILLAR_PART]
    offers = _offers(history, week, scored, settings, defaults, past)
    covers = np.column_stack([(np.isnan(own) | ~np.isnan(offers[basis][0])).all(axis=1) for basis in order])
    choice = np.where(np.isnan(own).all(axis=1), NOWHERE, covers.argmax(axis=1))
    values = np.stack([*(offers[basis][0] for basis in order), np.full(own.shape, np.nan)])
    peers = np.stack([*(offers[basis][1] for basis in order), np.full(len(own), np.nan)])
    rows = np.arange(len(own))
    basis = choose(order, choice)
    since = _since(history, week, basis, settings, defaults)
    steps = steps_since(history, week, since, settings.min_peers)
    points, moved = carried(values[choice, rows], steps, since)
    fixed = (basis == Basis.TARGET)[:, None]
    return Baselines(basis, np.where(fixed, values[choice, rows], points), peers[choice, rows], moved)


def _since(history: History, week: date, basis: Words, settings: Settings, defaults: Mapping[Pillar, float]) -> Days:
    """Return by rep the day from which on a shift of the formula moves what the rep is held against."""
    since = np.full(len(basis), np.datetime64(week, "D"))
    taken = defaults.taken if isinstance(defaults, Defaults) else None
    since[basis == Basis.DEFAULT] = EVER if taken is None else taken
    since[basis == Basis.TARGET] = settings.targets_from or EVER
    for group in (Basis.INDUSTRY, Basis.NETWORK):
        rows = np.flatnonzero(basis == group)
        since[rows] = _unchanged_since(history, week, group, rows)
    return since


def _unchanged_since(history: History, week: date, group: Basis, rows: Whole) -> Days:
    """Return the week from which on each rep's averages have been the same to the decimals: read then, and not since.

    Averages that are read anew move with the formula by themselves.
    """
    place = history.scores.grid.place(week)
    if place < 0 or not len(rows):
        return np.full(len(rows), np.datetime64(week, "D"))
    found = history.scores.grid.rows[: place + 1, rows]
    names = [f"{group}_{pillar}" for pillar in PILLARS]
    read = history.readings[names].to_numpy(dtype=float)[found]
    read[found < 0] = np.nan
    missing = np.isnan(read)
    same = ((read == read[-1]) | missing | missing[-1]).all(axis=2)
    run = np.logical_and.accumulate(same[::-1], axis=0)[::-1] & ~missing.all(axis=2)
    return history.scores.grid.weeks[run.argmax(axis=0)]


def basis_order(setting: str) -> tuple[Basis, ...]:
    """Return which bases are tried, best first.

    >>> [basis.value for basis in basis_order("team")], [basis.value for basis in basis_order("ramp")]
    (['team', 'default'], ['ramp', 'role', 'team', 'default'])
    """
    if setting == AUTO:
        return NEAREST
    if setting not in tuple(Basis):
        choices = ", ".join((AUTO, *Basis))
        raise BadSetting(name="baseline", value=f'"{setting}"', reason=f"choose one of {choices}.")
    wider = (Basis.ROLE, Basis.TEAM) if setting == Basis.RAMP else ()
    return tuple(dict.fromkeys((Basis(setting), *wider, Basis.DEFAULT)))


Offer = tuple[Floats, Floats]
"""Points by rep and pillar, and by rep how many readings made them (NaN: no median)."""


def _offers(
    history: History,
    week: date,
    scored: Marks,
    settings: Settings,
    defaults: Mapping[Pillar, float],
    past: Floats | None,
) -> dict[Basis, Offer]:
    own, few = only(history.scores.at(week)[:, PILLAR_PART], scored), settings.min_peers
    count = len(own)
    with_role = history.reps["role"].notna().to_numpy(dtype=bool)
    like_me = history.roles * 2 + ramping(history, week)
    plain = {
        Basis.INDUSTRY: _averages(history, week, "industry"),
        Basis.NETWORK: _averages(history, week, "network"),
        Basis.OWN_BEST: np.full(own.shape, np.nan) if past is None else own_best(past[:, PILLAR_PART]),
        Basis.TARGET: np.tile(np.array(settings.targets, dtype=float), (count, 1)),
        Basis.DEFAULT: np.tile([float(defaults[pillar]) for pillar in PILLARS], (count, 1)),
    }
    medians = {
        Basis.RAMP: _peers(only(own, with_role), like_me, few),
        Basis.ROLE: _peers(only(own, with_role), history.roles, few),
        Basis.TEAM: _peers(own, history.teams, few),
    }
    return {basis: (points, np.full(count, np.nan)) for basis, points in plain.items()} | medians


def _averages(history: History, week: date, group: str) -> Floats:
    return np.column_stack([history.scores.column(f"{group}_{pillar}", week) for pillar in PILLARS])


def _peers(own: Floats, groups: Whole, min_peers: int) -> Offer:
    median, count = group_medians(own, groups)
    return np.where(count >= min_peers, median, np.nan), count.max(axis=1, initial=0)


def ramping(history: History, week: date) -> Marks:
    """Mark who started less than half a year ago; without a day of start nobody is taken to be new."""
    started = pd.to_datetime(history.reps["started_on"], errors="coerce", format="ISO8601").to_numpy()
    return np.datetime64(week, "D") - started.astype("datetime64[D]") < RAMPING


def own_best(past: Floats) -> Floats:
    """Return by rep and pillar the highest median of twelve weeks, counted back from the newest, in points.

    A median needs six readings; the twelve weeks of one do not overlap those of the next.

    >>> own_best(np.array([[[8.0] * 12 + [10.0] * 12 + [9.0] * 12]])).tolist()
    [[10.0]]
    """
    best = np.full(past.shape[:2], np.nan)
    for end in range(past.shape[2], 0, -BLOCK):
        block = past[:, :, max(0, end - BLOCK) : end]
        enough = (~np.isnan(block)).sum(axis=2) >= FEWEST
        best = np.fmax(best, np.where(enough, middles(block), np.nan))
    return best
