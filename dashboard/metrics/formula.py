"""What have shifts of the formula made of points that were taken before them?

A benchmark is as old as the page it was read from. So that nobody falls behind it by LinkedIn's doing it is restated as
the history is (metrics.shifts), for every shift since, also those older than the weeks a rep's usual wobble is seen in.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from dashboard.metrics.grid import Days, Floats, Marks, Words, last_weeks
from dashboard.metrics.history import History
from dashboard.metrics.panel import WEEKS, Panel, panel
from dashboard.metrics.scores import PILLAR_PART
from dashboard.metrics.shifts import CARRIED, STEPS, Step, restated, shifts_until
from dashboard.metrics.standing import away
from dashboard.model.carried import Carried
from dashboard.model.pillars import PILLAR_MAX, PILLARS, Pillar

OLDER = "older steps"
STRIDE = WEEKS - CARRIED
"""Weeks of a block in which shifts are found: before them are those a first move is reckoned from."""
WITNESSES = 300
"""Reps who are looked at in any case: whose own group is too small goes along with what most of them did."""
ROW, MOST_IN_A_ROW = timedelta(weeks=5), 2
"""Moves the same way within so many weeks of one another of which more are no change of a formula (ours)."""
EVER = np.datetime64("0001-01-01", "D")
TOLD = 0.05
"""Points that are told of: less is rounded away."""


def steps_since(history: History, week: date, since: Days, min_peers: int) -> tuple[Step, ...]:
    """Return the shifts known by a week, the oldest first, as far back as the reps need them (`since`, by rep).

    Before the weeks looked back on (metrics.panel.WEEKS) the history is looked at block by block, each once: a shift
    that leaves those weeks is not forgotten. What a shift did is that of each rep's group at the time.
    """
    if history.around is not None:
        return _of_everybody(history, history.around, week, since, min_peers)
    shifts_until(history, week)
    known = history.scores.weeks_until(week)
    begun = known[0].astype(object) if len(known) else week
    border = begun if begun > week - timedelta(weeks=WEEKS) else week - timedelta(weeks=STRIDE - 1)
    lately = [step for step in history.kept[STEPS, week] if step.week >= border]
    needing = since < np.datetime64(border, "D")
    older = _older(history, begun, border, needing, min_peers) if needing.any() else ()
    return _not_in_a_row((*older, *lately))


def _not_in_a_row(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the shifts without those of groups that moved the same way again and again: that is their own doing.

    A formula is changed in a day. Readings of a week may lie before and after it, so two weeks may show it, not three.
    """
    ways = [np.sign(step.factor - 1 + step.move) for step in steps]
    kept = []
    for step, way in zip(steps, ways, strict=True):
        near = [other == way for then, other in zip(steps, ways, strict=True) if abs(then.week - step.week) <= ROW]
        single = (way != 0) & (np.sum(near, axis=0) <= MOST_IN_A_ROW)
        kept.append(Step(step.week, np.where(single, step.factor, 1.0), np.where(single, step.move, 0.0)))
    return tuple(step for step in kept if (step.factor != 1).any() or (step.move != 0).any())


def _of_everybody(history: History, around: History, week: date, since: Days, min_peers: int) -> tuple[Step, ...]:
    """Return the shifts known to everybody, for the reps of a team too small to be looked at by itself."""
    rows = {rep_id: row for row, rep_id in enumerate(around.reps["rep_id"])}
    places = np.array([rows[rep_id] for rep_id in history.reps["rep_id"]], dtype=int)
    wide = np.full(len(rows), np.datetime64(week, "D"))
    wide[places] = since
    found = steps_since(around, week, wide, min_peers)
    return tuple(Step(step.week, step.factor[places], step.move[places]) for step in found)


def _older(history: History, begun: date, border: date, needing: Marks, min_peers: int) -> Iterable[Step]:
    """Return the shifts before a week, for the groups of the reps who need them.

    The last block ends less than STRIDE weeks after the border, so before the week that is looked at.
    """
    end = begun + timedelta(weeks=WEEKS - 1)
    while begun < border:
        yield from (step for step in _block(history, end, needing, min_peers) if begun <= step.week < border)
        begun, end = end + timedelta(weeks=1), end + timedelta(weeks=STRIDE)


def _block(history: History, end: date, needing: Marks, min_peers: int) -> tuple[Step, ...]:
    """Return the shifts of one block, for the groups of the reps who need them; each is looked at once."""
    key = (OLDER, end, min_peers)
    if key not in history.kept:
        weeks = np.array(last_weeks(end, WEEKS), dtype="datetime64[D]")
        history.kept[key] = panel(history, end, away(history, weeks), min_peers).groups
    groups = history.kept[key]
    asked = np.unique(groups if len(groups) <= WITNESSES else np.concatenate([groups[needing], groups[:WITNESSES]]))
    key = (*key, tuple(asked.tolist()))
    if key not in history.kept:
        history.kept[key] = _of_groups(history, end, np.isin(groups, asked), min_peers)
    return history.kept[key]


def _of_groups(history: History, end: date, rows: Marks, min_peers: int) -> tuple[Step, ...]:
    """Return the shifts of some groups of a block; nothing is known to have moved the others."""
    weeks = np.array(last_weeks(end, WEEKS), dtype="datetime64[D]")
    block = panel(history, end, away(history, weeks), min_peers)
    found = restated(Panel(block.week, block.points[rows], block.counted[rows], block.groups[rows])).steps
    return tuple(Step(step.week, _spread(step.factor, rows, 1.0), _spread(step.move, rows, 0.0)) for step in found)


def _spread(values: Floats, rows: Marks, usual: float) -> Floats:
    spread = np.full((len(rows), values.shape[1]), usual)
    spread[rows] = values
    return spread


def carried(points: Floats, steps: Sequence[Step], since: Days) -> tuple[Floats, Words]:
    """Return points by rep and pillar as the formula of the newest shift has them, and how far that is.

    Points taken at a rep's `since` know every shift up to that day. How far is a Carried, None where it is nothing.
    """
    found, moved = points, np.zeros((len(steps), *points.shape), dtype=bool)
    for place, step in enumerate(steps):
        after = np.clip(found * step.factor[:, PILLAR_PART] + step.move[:, PILLAR_PART], 0.0, PILLAR_MAX)
        moved[place] = (since < np.datetime64(step.week, "D"))[:, None] & (after != found) & ~np.isnan(found)
        found = np.where(moved[place], after, found)
    return found, _told(found - points, moved, [step.week for step in steps])


class Span(NamedTuple):
    """Points a rep had on a pillar in a week, and until when shifts of the formula may have moved them (Mondays)."""

    rep_id: str
    pillar: Pillar
    points: float
    start: date
    end: date


def between(history: History, week: date, spans: Sequence[Span | None], min_peers: int) -> list[Carried | None]:
    """Return how far shifts known by a week carried the points of each span, None where it is nothing."""
    rows = {str(rep_id): row for row, rep_id in enumerate(history.reps["rep_id"])}
    known = [span for span in spans if span and span.rep_id in rows]
    if not known:
        return [None] * len(spans)
    since = np.full(len(rows), np.datetime64(week, "D"))
    np.minimum.at(since, [rows[span.rep_id] for span in known], np.array([span.start for span in known], since.dtype))
    steps = steps_since(history, week, since, min_peers)
    return [_between(span, rows[span.rep_id], steps) if span and span.rep_id in rows else None for span in spans]


def _between(span: Span, row: int, steps: Sequence[Step]) -> Carried | None:
    passed = [step for step in steps if span.start < step.week <= span.end]
    start = np.full((1, len(PILLARS)), np.nan)
    place = PILLARS.index(span.pillar)
    start[0, place] = span.points
    own = [Step(step.week, step.factor[[row]], step.move[[row]]) for step in passed]
    return carried(start, own, np.array([span.start], dtype="datetime64[D]"))[1][0, place]


def _told(off: Floats, moved: Marks, weeks: Sequence[date]) -> Words:
    told = np.full(off.shape, None, dtype=object)
    for rep, pillar in np.argwhere(np.abs(np.nan_to_num(off)) >= TOLD):
        names = (week for week, here in zip(weeks, moved[:, rep, pillar], strict=True) if here)
        told[rep, pillar] = Carried(round(float(off[rep, pillar]), 6), tuple(names))
    return told
