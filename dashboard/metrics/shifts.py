"""When did most reps move together? LinkedIn has changed its formula and moved everyone at once.

Each week's moves of all reps are held against the usual spread of such moves (metrics.together): their mean, and the
share of their level they have in common (a formula that is 7 % stricter takes more from those who have more). What
comes before a shift is restated as if the new formula had held then, so that nobody is judged by it.
"""

import math
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np

from dashboard.metrics.grid import Floats, Marks, Whole, last_weeks
from dashboard.metrics.history import History
from dashboard.metrics.panel import WEEKS, Panel, add_up, panel, roundings
from dashboard.metrics.scores import PILLAR_PART, TOTAL
from dashboard.metrics.standing import away
from dashboard.metrics.together import FEWEST, LEAST_SPREAD, WHOLE, Common, far, in_common, sums, usual_spread
from dashboard.model.cards import Shift
from dashboard.model.pillars import PILLARS

CLEAR, CLEAR_WHOLE = 3.8, 3.4
"""Standard errors by which a common move must stand out (one in 6,900 by chance); for scores in whole points less, as
these leave less to be seen, and hardly more is marked by chance (simulated)."""
LEAST, LEAST_TOTAL = 0.3, 0.6
"""Points by which a pillar and the total must move at least: 7 % of people at the industry's 5.4 are 0.38."""
ALONG, REST = 1.0, np.array([3.4, 2.5, 1.0, 0.0, np.inf])
"""Standard errors that are enough for a pillar where the total has moved clearly in the same direction, and those by
which what is left of that must stand out, without the pillars that are clear: none, one, two, three, all four."""
MEDIAN = 2.5
"""Standard errors by which the median rep must have moved too: some who step up are no team."""
MOST = 0.6
"""Share of reps that must have moved in the same direction."""
CARRIED = 4
"""Weeks a rep's last value stands in for missing ones."""
KEPT, STEPS = "shifts", "steps"


class Step(NamedTuple):
    """What a week's shift made of what was read before it: points x `factor` + `move`, by rep and measure."""

    week: date
    factor: Floats
    move: Floats


class Restated(NamedTuple):
    """The block as if the newest formula had always held, the shifts (the oldest first), and where they were marked.

    `marked` is by rep, measure and week; the shifts told are those that moved at least half of the reps of the block,
    the `steps` are those of each rep's own group, the oldest first.
    """

    panel: Panel
    shifts: tuple[Shift, ...]
    marked: Marks
    steps: tuple[Step, ...] = ()


def restated(block: Panel, rounding: tuple[float, float] | None = None) -> Restated:
    """Return the block restated for what each group of it did together, each group looked at by itself.

    Groups with too few moves to be looked at go along with what most of all the others did. `rounding` is that of the
    block (panel.roundings) unless given.
    """
    if not len(block.points):
        return Restated(block, (), np.zeros(block.points.shape, dtype=bool))
    _, codes = np.unique(block.groups, return_inverse=True)
    together, found = _marked(*_moves(block), (rounding or roundings(block.points))[0], codes)
    told, (lent, marked) = _told(block, together, found), _lent(together, found)
    points, steps = block.points.copy(), []
    for place in np.flatnonzero(marked.any(axis=(0, 1))):
        step = _step(block.weeks[place], lent, marked, codes, place)
        rows = np.flatnonzero(np.any((step.factor != 1) | (step.move != 0), axis=1))
        points[rows, :, :place] = _restate(points[rows, :, :place], step.factor[rows], step.move[rows])
        steps.append(step)
    return Restated(replace(block, points=points), told, marked[codes], tuple(steps))


def alone(block: Panel) -> Marks:
    """Mark by rep whose group has so many moves in every week that it goes along with no others."""
    _, codes = np.unique(block.groups, return_inverse=True)
    count = sums((~np.isnan(_moves(block)[0])).astype(float), codes)
    begun = sums((~np.isnan(block.points)).any(axis=1).astype(float), codes).cumsum(axis=1)
    earlier = np.concatenate([np.zeros((len(begun), 1)), begun[:, :-1]], axis=1) > 0
    few = (count < FEWEST) & earlier[:, None, :]
    return ~np.any(few, axis=(1, 2))[codes]


def shifts_until(history: History, week: date) -> tuple[Shift, ...]:
    """Return the shifts of the weeks looked back from a week (panel.WEEKS), the oldest first; later ones are unknown.

    What metrics.signals has found already for that week is not looked for again. A team too small to be looked at
    goes along with everybody.
    """
    if history.around is not None:
        return shifts_until(history.around, week)
    if (KEPT, week) not in history.kept:
        days = np.array(last_weeks(week, WEEKS), dtype="datetime64[D]")
        remember(history, week, restated(panel(history, week, away(history, days), min_peers=FEWEST)))
    return history.kept[KEPT, week]


def remember(history: History, week: date, found: Restated) -> None:
    """Keep the shifts known in a week, and what they made of the points, with the history they were found in."""
    history.kept[KEPT, week] = found.shifts
    history.kept[STEPS, week] = found.steps


def _moves(block: Panel) -> tuple[Floats, Floats]:
    """Return, by rep, measure and week, the move since the last known value, and that value."""
    points = np.where(block.counted[:, None, :], block.points, np.nan)
    before = np.full(points.shape, np.nan)
    for back in range(1, CARRIED + 1):
        earlier = np.full(points.shape, np.nan)
        earlier[:, :, back:] = points[:, :, :-back]
        before = np.where(np.isnan(before), earlier, before)
    return points - before, before


def _marked(moves: Floats, before: Floats, rounding: float, codes: Whole) -> tuple[Common, Marks]:
    """Return what each group did together, and mark where it did so clearly.

    A pillar is marked too where it goes along with a clear total, if the clear pillars do not account for that alone.
    """
    unit = math.sqrt(12 * rounding)
    spread = usual_spread(moves, unit, codes)[:, :, None]
    alone = far(moves, spread, codes)
    alone[:, TOTAL] |= alone[:, PILLAR_PART].any(axis=1)
    found = in_common(moves, before, spread, codes, alone, unit)
    clear = _clear(found, CLEAR_WHOLE if unit >= WHOLE else CLEAR)
    rest = np.sign(found.factor) * _rest(moves, before, spread, codes, alone, ~clear[:, PILLAR_PART])
    enough = REST[clear[:, PILLAR_PART].sum(axis=1, keepdims=True)]
    same = np.sign(found.factor) == np.sign(found.factor[:, [TOTAL]])
    with_total = clear[:, [TOTAL]] & same & (rest >= enough)
    return found, clear | (with_total & (np.abs(found.z) >= ALONG) & (found.share > 0.5))


def _clear(found: Common, least: float) -> Marks:
    """Mark where a group moved together by itself: clearly, most of it, and by enough points to speak of."""
    points, way = np.maximum(np.abs(found.move), np.abs(found.mean)), np.sign(found.factor)
    enough = points >= np.array([*[LEAST] * len(PILLARS), LEAST_TOTAL])[:, None]
    together = (found.share >= MOST) & ~found.split
    return enough & together & (way * found.z >= least) & (way * found.z_median >= MEDIAN)


def _rest(moves: Floats, before: Floats, spread: Floats, codes: Whole, alone: Marks, among: Marks) -> Floats:
    """Return by group and week (one measure) how clearly the pillars `among` those of the group moved, all together."""
    size = np.sqrt(np.where(among, spread[:, PILLAR_PART] ** 2, 0.0).sum(axis=1, keepdims=True))
    left, held = (_left(each[:, PILLAR_PART], among[codes]) for each in (moves, before))
    return in_common(left, held, np.maximum(size, LEAST_SPREAD), codes, alone[:, [TOTAL]]).z


def _left(points: Floats, rest: Marks) -> Floats:
    """Return the sum of the pillars that are left, by rep and week (one measure)."""
    return np.where(rest, points, 0.0).sum(axis=1, keepdims=True)


def _most(found: Common, marked: Marks) -> tuple[Marks, Floats]:
    """Return where the marked groups are half of all reps who have a move, and what each group counts there."""
    weight = np.where(marked, found.count, 0.0)
    return 2 * weight.sum(axis=0) >= np.maximum(found.count.sum(axis=0), 1), weight


def _lent(common: Common, marked: Marks) -> tuple[Common, Marks]:
    """Return the moves and their marks with those of the others where a group has too few moves of its own."""
    most, weight = _most(common, marked)
    small = (common.count < FEWEST) & most & ~marked
    whole = np.maximum(weight.sum(axis=0), 1)
    move, factor = (np.where(small, (weight * each).sum(axis=0) / whole, each) for each in (common.move, common.factor))
    usual = 2 * (weight * common.proportional).sum(axis=0) >= whole
    proportional = np.where(small, usual, common.proportional)
    return replace(common, move=move, factor=factor, proportional=proportional), marked | small


def _step(week: date, common: Common, marked: Marks, codes: Whole, place: int) -> Step:
    scaled = marked[:, :, place] & common.proportional[:, :, place]
    factor = np.where(scaled, 1 + common.factor[:, :, place], 1.0)[codes]
    return Step(week, factor, np.where(marked[:, :, place] & ~scaled, common.move[:, :, place], 0.0)[codes])


def _restate(points: Floats, factor: Floats, move: Floats) -> Floats:
    return add_up(points, points * factor[:, :, None] + move[:, :, None])


def _told(block: Panel, common: Common, marked: Marks) -> tuple[Shift, ...]:
    """Return the shifts that moved at least half of the block's reps with a reading, as the mean of their groups."""
    most, weight = _most(common, marked)
    move, share = (
        (weight * each).sum(axis=0) / np.maximum(weight.sum(axis=0), 1) for each in (common.move, common.share)
    )
    return tuple(
        Shift(PILLARS[at], block.weeks[place], round(float(move[at, place]), 6), round(float(share[at, place]), 6))
        for place, at in np.argwhere(most[PILLAR_PART].T)
    )
