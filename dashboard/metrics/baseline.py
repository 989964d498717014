"""Against what is a rep's pillar held, and which pillar is furthest behind it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from dashboard.metrics.grid import NOWHERE, Floats, Marks, Whole, Words, choose
from dashboard.metrics.groups import group_medians, only
from dashboard.metrics.history import History
from dashboard.metrics.scores import PILLAR_PART
from dashboard.model.cards import Basis
from dashboard.model.errors import BadSetting
from dashboard.model.pillars import PILLARS, Pillar
from dashboard.model.settings import Settings

AUTO = "auto"


@dataclass(frozen=True)
class Baselines:
    """Per rep: one basis for all four pillars (None: no pillar score) and the points of each pillar on it."""

    basis: Words
    points: Floats


def baselines(
    history: History, week: date, scored: Marks, settings: Settings, defaults: Mapping[Pillar, float]
) -> Baselines:
    """Return each rep's baselines in points (0-25), from the first basis that covers all pillars the rep has.

    One basis for all pillars: gaps against different yardsticks cannot be compared. Raises BadSetting if
    `settings.baseline` is neither "auto" nor a Basis; a basis insisted on gives way to the default where it is missing.
    """
    offers = _offers(history, week, scored, settings.min_peers, defaults)
    order = basis_order(settings.baseline)
    own = history.scores.at(week)[:, PILLAR_PART]
    covers = np.column_stack([(np.isnan(own) | ~np.isnan(offers[basis])).all(axis=1) for basis in order])
    choice = np.where(np.isnan(own).all(axis=1), NOWHERE, covers.argmax(axis=1))
    values = np.stack([*(offers[basis] for basis in order), np.full(own.shape, np.nan)])
    return Baselines(choose(order, choice), values[choice, np.arange(len(own))])


def basis_order(setting: str) -> tuple[Basis, ...]:
    """Return which bases are tried, best first.

    >>> basis_order("team")
    (<Basis.TEAM: 'team'>, <Basis.DEFAULT: 'default'>)
    """
    if setting == AUTO:
        return tuple(Basis)
    if setting not in tuple(Basis):
        choices = ", ".join((AUTO, *Basis))
        raise BadSetting(name="baseline", value=f'"{setting}"', reason=f"choose one of {choices}.")
    return tuple(dict.fromkeys((Basis(setting), Basis.DEFAULT)))


def _offers(
    history: History, week: date, scored: Marks, min_peers: int, defaults: Mapping[Pillar, float]
) -> dict[Basis, Floats]:
    own = only(history.scores.at(week)[:, PILLAR_PART], scored)
    role = _peers(own, history.roles, min_peers)
    return {
        Basis.INDUSTRY: _averages(history, week, "industry"),
        Basis.NETWORK: _averages(history, week, "network"),
        Basis.ROLE: only(role, history.reps["role"].notna().to_numpy(dtype=bool)),
        Basis.TEAM: _peers(own, history.teams, min_peers),
        Basis.DEFAULT: np.tile([float(defaults[pillar]) for pillar in PILLARS], (len(own), 1)),
    }


def _averages(history: History, week: date, group: str) -> Floats:
    return np.column_stack([history.scores.column(f"{group}_{pillar}", week) for pillar in PILLARS])


def _peers(own: Floats, groups: Whole, min_peers: int) -> Floats:
    median, count = group_medians(own, groups)
    return np.where(count >= min_peers, median, np.nan)


def smallest(values: Floats) -> tuple[Words, Floats]:
    """Return, for each rep, the pillar with the smallest value and that value (None, NaN where all are missing).

    Ties go to the pillar LinkedIn names first.

    >>> smallest(np.array([[3.0, -2.0, -2.0, np.nan]]))[0].tolist()
    [<Pillar.PEOPLE: 'people'>]
    """
    place = np.where(np.isnan(values), np.inf, values).argmin(axis=1)
    found = values[np.arange(len(values)), place]
    return choose(PILLARS, np.where(np.isnan(found), NOWHERE, place)), found
