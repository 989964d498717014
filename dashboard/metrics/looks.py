"""What was known in the week of a look, of the reps who are looked at and of those they are compared with?

Many looks are made ready together, which is many times as fast as one by one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

import numpy as np

from dashboard.metrics.changes import LATELY
from dashboard.metrics.grid import Days, Floats, Marks, Whole, last_weeks
from dashboard.metrics.history import History
from dashboard.metrics.panel import WEEKS, Panel, comparable, panel, unit, variances
from dashboard.metrics.scores import PILLAR_PART, TOTAL
from dashboard.metrics.shifts import alone, restated
from dashboard.metrics.standing import away
from dashboard.model.settings import Settings

MOST = 120
"""Reps of a group looked at: more say little more of what the group did."""
AT_ONCE = 2048
"""Reps restated at once: memory stays small."""
KEPT = "known until"

Rounding = tuple[float, float]


@dataclass(frozen=True)
class Look:
    """The reps at the places `rows` of the history: their points as read, and restated for shifts of the formula.

    `rounding` is the variance that rounding gives to a pillar and to a total, in points squared.
    """

    rows: Whole
    raw: Panel
    block: Panel
    rounding: Rounding

    def place(self, row: int) -> int:
        """Return where in the blocks a rep stands, by the place in the history."""
        return int(np.searchsorted(self.rows, row))


def looks(history: History, wanted: Mapping[date, Whole], settings: Settings) -> Iterable[dict[date, Look]]:
    """Yield, some at a time, what was known in each week of these reps (places in the history) and of their groups."""
    waiting: dict[date, Look] = {}
    for week in sorted(wanted):
        look = _as_read(history, week, wanted[week], settings)
        if sum(len(one.rows) for one in waiting.values()) + len(look.rows) > AT_ONCE and waiting:
            yield _restated(history, waiting, settings)
            waiting = {}
        waiting[week] = look
    if waiting:
        yield _restated(history, waiting, settings)


def known_until(history: History, week: date) -> bytes:
    """Return what tells all that a look at a week is made of from all that another history knew up to that week."""
    weeks = history.scores.grid.weeks
    if KEPT not in history.kept:
        history.kept[KEPT] = tuple(_running(history, weeks))
    return history.kept[KEPT][np.searchsorted(weeks, np.datetime64(week, "D"), side="right")]


def _running(history: History, weeks: Days) -> Iterable[bytes]:
    """Yield what tells nothing known yet, and then what tells all that is known up to each week.

    Who has no score yet is nobody; only large groups are thinned out by how many there are.
    """
    names = list(zip(history.reps["rep_id"].tolist(), history.reps["team"].tolist(), strict=True))
    known = blake2b(repr(names if len(names) > MOST else ()).encode(), digest_size=16)
    yield known.digest()
    before = np.zeros(len(names), dtype=bool)
    for place, gone in enumerate(away(history, weeks)):
        there = history.scores.last[place] >= 0
        known.update(repr([names[row] for row in np.flatnonzero(there & ~before)]).encode())
        for told in (weeks[place], history.scores.at(weeks[place].astype(object))[there], gone[there]):
            known.update(told.tobytes())
        before = there
        yield known.copy().digest()


def _as_read(history: History, week: date, wanted: Whole, settings: Settings) -> Look:
    """Return the look without anything restated: what metrics.panel says of the groups of the wanted reps."""
    weeks, known = last_weeks(week, WEEKS), history.scores.weeks_until(week)
    begun = [day for day in weeks if len(known) and np.datetime64(day, "D") >= known[0]] or weeks
    there = ~away(history, np.array(begun, dtype="datetime64[D]")).T
    groups = comparable(history.teams, history.scores.block(weeks[-LATELY:]), there[:, -1], settings.min_peers)
    rows = np.flatnonzero(np.isin(groups, groups[wanted]))
    block = Panel(week, history.scores.block(begun, rows), there[rows], groups[rows])
    return Look(rows, block, block, _rounding(history, begun))


def _rounding(history: History, weeks: Sequence[date]) -> Rounding:
    """Return the variance of rounding of everybody's points in these weeks."""
    known = history.kept.setdefault("units", {})
    for week in weeks:
        if week not in known:
            points = history.scores.at(week)
            known[week] = (unit(points[:, PILLAR_PART]), unit(points[:, TOTAL]))
    return variances(*(min(each) for each in zip(*(known[week] for week in weeks), strict=True)))


def _restated(history: History, waiting: Mapping[date, Look], settings: Settings) -> dict[date, Look]:
    """Return the looks with their points restated, those of the same number of weeks and rounding together."""
    alike: dict[tuple[int, Rounding], list[date]] = {}
    for week, look in waiting.items():
        alike.setdefault((look.raw.points.shape[2], look.rounding), []).append(week)
    found: dict[date, Look] = {}
    for (_, rounding), weeks in alike.items():
        points, by_themselves = _together([waiting[week].raw for week in weeks], rounding)
        for week, own, apart in zip(weeks, points, by_themselves, strict=True):
            look = waiting[week]
            block = Panel(week, own if apart.all() else _among_all(history, look, settings), *_others(look))
            found[week] = Look(look.rows, look.raw, block, rounding)
    return found


def _others(look: Look) -> tuple[Marks, Whole]:
    return look.raw.counted, look.raw.groups


def _together(blocks: Sequence[Panel], rounding: Rounding) -> tuple[list[Floats], list[Marks]]:
    """Return each block's points restated as if it were alone, and by rep whether nobody else had a say in it."""
    apart = max(int(block.groups.max(initial=0)) for block in blocks) + 1
    groups = np.concatenate([block.groups + apart * place for place, block in enumerate(blocks)])
    points, counted = (np.concatenate([getattr(block, name) for block in blocks]) for name in ("points", "counted"))
    whole = Panel(blocks[0].week, points, counted, groups)
    ends = np.cumsum([len(block.points) for block in blocks])[:-1]
    return np.split(restated(whole, rounding).panel.points, ends), np.split(alone(whole), ends)


def _among_all(history: History, look: Look, settings: Settings) -> Floats:
    """Return the points restated among all reps, of whom most have a say in what a small group goes along with."""
    days = np.array(last_weeks(look.raw.week, WEEKS), dtype="datetime64[D]")
    everybody = panel(history, look.raw.week, away(history, days), settings.min_peers)
    return restated(everybody, look.rounding).panel.points[look.rows]
