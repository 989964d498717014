"""With whom is a rep alike, of the same role and the same time on the team? Like is ranked with like."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from dashboard.metrics.baseline import ramping
from dashboard.metrics.history import History

FEWEST = 2
"""One rep alone has nobody to be ranked among."""


class Alike(NamedTuple):
    """One group: the role, and whether its reps are in their first half-year on the team."""

    role: str
    ramping: bool


def alike(history: History, week: date, among: Collection[str]) -> dict[Alike, tuple[str, ...]]:
    """Return the ids of the reps `among` by group, of two or more, by role; reps without a role are in none.

    Without a day of start nobody is taken to be new.
    """
    found: dict[Alike, tuple[str, ...]] = {}
    roles, ids = history.reps["role"].tolist(), history.reps["rep_id"].tolist()
    for rep_id, role, new in zip(ids, roles, ramping(history, week).tolist(), strict=True):
        if isinstance(role, str) and rep_id in among:
            group = Alike(role, new)
            found[group] = (*found.get(group, ()), rep_id)
    return {group: found[group] for group in sorted(found) if len(found[group]) >= FEWEST}
