"""Can the numbers be true? Each reading is held against the one of the week before, in the files or on the desk.

What looks odd is stored all the same and told, since a leap may be real; whoever knows the rep can say.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.ingest.findings import MOST_OF_A_KIND, Findings
from dashboard.ingest.steps import Steps
from dashboard.model.columns import FIELD_LABELS
from dashboard.model.settings import Settings
from dashboard.model.tables import SCORES

_JUMP = 10.0
"""Points a pillar or the total seldom moves in a week: steady habits are said to bring 15-25 in a month (ours)."""
_FELL = Settings.min_change_total
"""A total that falls by more than this has fallen beyond noise."""
_MANY = 3
"""So many reps with unchanged whole numbers are a finding if they are half of the week; fewer are rounding (ours)."""
_TINY = 1e-9
_RANKS = ("industry_top_percent", "network_top_percent")


Describe = Callable[[Steps, int, str | None], str]


class Odd(NamedTuple):
    """One odd value: which reading of the steps, and of which field (None: the whole row)."""

    place: int
    field: str | None


def tell_odd(steps: Steps, findings: Sequence[Findings]) -> None:
    """Report leaps, weeks that only repeat the week before, and ranks that get better while the score falls."""
    if not steps.any:
        return
    _report("big_jump", _jumps(steps), _moved, steps, findings)
    same = _same(steps)
    if same.any():
        whole = _whole(steps)
        again = [Odd(place, None) for place in _first(steps, same & ~whole)]
        _report("same_as_last_week", again, _repeated(steps, same & ~whole), steps, findings)
        _tell_whole_weeks(steps, same & whole, findings)
    _report("rank_against_score", _ranks(steps), _climbed, steps, findings)


def _report(code: str, odd: Sequence[Odd], describe: Describe, steps: Steps, findings: Sequence[Findings]) -> None:
    """Report odd values by file and column, each in the row where it stands, with its own week."""
    columns: dict[tuple[int, str | None], list[Odd]] = {}
    for one in odd:
        columns.setdefault((steps.part(one.place, one.field), one.field), []).append(one)
    for (part, field), own in columns.items():
        told, shown = findings[part], own[:MOST_OF_A_KIND]
        start = len(told.problems)
        rows = [steps.row(one.place, one.field) for one in own]
        told.tell_all(code, _column(told, field), rows, [describe(steps, *one) for one in shown])
        pillar = FIELD_LABELS[field] if field in SCORES else None
        for at, one in enumerate(shown, start):
            week = str(np.datetime64(int(steps.weeks[one.place]), "D"))
            told.problems[at] = replace(told.problems[at], week=week, pillar=pillar)


def _column(told: Findings, field: str | None) -> str | None:
    """Return the heading of a field; the total that is the pillars' sum has none unless the file has one."""
    return told.column("reported_total" if field == "total" else field) if field else None


def _jumps(steps: Steps) -> list[Odd]:
    """Return the pillars that moved by more than 10 points; the total only where no pillar did."""
    jumped = {field: _leaps(steps, field) for field in (*SCORES, "total")}
    jumped["total"] &= ~np.logical_or.reduce([jumped[field] for field in SCORES])
    return [Odd(place, field) for field, marked in jumped.items() for place in _first(steps, marked)]


def _leaps(steps: Steps, field: str) -> np.ndarray:
    """Mark the values of these files that leapt, but for those that only come back from a leap of these files."""
    now, before = steps.points[field], steps.before(field)
    leapt = np.abs(now - before) > _JUMP + _TINY
    if not leapt.any():
        return leapt
    came_back = steps.was(leapt & steps.own) & (np.abs(now - steps.before(field, back=2)) <= _JUMP + _TINY)
    return leapt & steps.own & ~came_back


def _moved(steps: Steps, place: int, field: str | None) -> str:
    """Return a leap in words."""
    now, before = _both(steps, place, field or "")
    label = FIELD_LABELS.get(field or "", "total")
    return f"{steps.rep(place)}, {label}: {now:.4g} after {before:.4g} {steps.when_before(place)} ({now - before:+.4g})"


def _same(steps: Steps) -> np.ndarray:
    """Mark the readings of these files whose four pillars are those of the week before."""
    same = [np.abs(steps.points[field] - steps.before(field)) < _TINY for field in SCORES]
    return np.logical_and.reduce(same) & steps.own & steps.a_week


def _whole(steps: Steps) -> np.ndarray:
    """Mark the readings whose four pillars are whole numbers: rounded, so that the same again says little."""
    return np.logical_and.reduce([steps.points[field] % 1 == 0 for field in SCORES])


def _repeated(steps: Steps, same: np.ndarray) -> Describe:
    """Return what puts into words that a reading is that of the week before, and with how many reps it is so."""
    in_week, of = steps.per_week(same), steps.per_week(steps.a_week & steps.own)

    def described(steps: Steps, place: int, _field: str | None) -> str:
        """Return one of them in words."""
        return f"{_pillars(steps, place)} as {steps.when_before(place)}{_others(in_week[place], of[place])}"

    return described


def _pillars(steps: Steps, place: int) -> str:
    """Return whose four pillars they are, and their points."""
    points = ", ".join(f"{steps.points[field][place]:.6g}" for field in SCORES)
    return f"{steps.rep(place)}: {points}"


def _others(same: int, of: int) -> str:
    """Return with how many reps of the week it is so.

    >>> _others(1, 9), _others(3, 9)
    ('', '; so with 3 of 9 reps that week')
    """
    return f"; so with {same} of {of} reps that week" if same > 1 else ""


def _tell_whole_weeks(steps: Steps, same: np.ndarray, findings: Sequence[Findings]) -> None:
    """Report each week in which at least half of the reps have the whole numbers of the week before."""
    if same.sum() < _MANY:
        return
    in_week, of = steps.per_week(same), steps.per_week(steps.a_week & steps.own)
    many = np.flatnonzero(same & (in_week >= _MANY) & (in_week * 2 >= of))
    weeks = pd.Series(steps.weeks[many]).drop_duplicates().index
    for place in many[weeks][:MOST_OF_A_KIND]:
        found = f"{in_week[place]} of {of[place]} reps have the same four numbers as {steps.when_before(place)}"
        findings[steps.part(place)].tell("unchanged_week", steps.row(place), None, found)


def _ranks(steps: Steps) -> list[Odd]:
    """Return the ranks that got better (smaller) while the total fell."""
    fell = steps.own & (steps.points["total"] - steps.before("total") < -_FELL - _TINY)
    return [
        Odd(place, field)
        for field in _RANKS
        for place in _first(steps, fell & (steps.points[field] < steps.before(field) - _TINY))
    ]


def _climbed(steps: Steps, place: int, field: str | None) -> str:
    """Return a better rank beside a lower score in words."""
    both = (_both(steps, place, name) for name in (field or "", "total"))
    rank, total = (f"{now:.4g} after {before:.4g}" for now, before in both)
    return f"{steps.rep(place)}: top {rank} % {steps.when_before(place)}, with a total of {total}"


def _both(steps: Steps, place: int, field: str) -> tuple[float, float]:
    """Return a value and the one before it."""
    return steps.points[field][place], steps.points[field][steps.previous[place]]


def _first(steps: Steps, marked: np.ndarray) -> list[int]:
    """Return the places that are marked, in the order of the files' rows."""
    return steps.in_order(np.flatnonzero(marked))
