"""When did most reps move together? LinkedIn has changed its formula and moved everyone at once.

Each week's moves of all reps are held against the usual spread of such moves: their median, and the share of their
level they have in common (a formula that is 7 % stricter takes more from those who have more). What comes before a
shift is restated as if the new formula had held then, so that nobody is judged by it.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

import numpy as np

from dashboard.metrics.grid import Floats, Marks, Whole, last_weeks
from dashboard.metrics.groups import group_medians
from dashboard.metrics.history import History
from dashboard.metrics.panel import WEEKS, Panel, add_up, panel, roundings
from dashboard.metrics.scores import PILLAR_PART, TOTAL
from dashboard.metrics.standing import away
from dashboard.model.cards import Shift
from dashboard.model.pillars import PILLARS

FEWEST = 5
"""Reps that must have moved to speak of a team (a small group's median is nearly anybody's)."""
CLEAR = 3.8
"""Standard errors by which a common move must stand out (one in 6,900 by chance)."""
ALONG = 1.0
"""Standard errors that are enough for a pillar where the total has moved clearly in the same direction."""
MOST = 0.6
"""Share of reps that must have moved in the same direction."""
CARRIED = 4
"""Weeks a rep's last value stands in for missing ones."""
LEAST_SPREAD = 0.15
"""Points: moves are never taken to be steadier than this, or rounding alone would look like a team moving."""
SMALL = 1.3
"""Reps that a median of its own costs: the usual distance from it in n reps is that much of n too small (simulated)."""
FAR = 3.0
"""Usual spreads beyond which a move counts no more: one rep's jump is not the team's."""
FLATTER = 0.9
"""A shift takes from each in proportion to the level, unless equal points for all leave this share of the squares."""
KEPT, STEPS = "shifts", "steps"


@dataclass(frozen=True)
class Common:
    """The common moves by group, measure and week: `move` in points, `factor` of the level, `z` of the clearer one.

    `share` of the reps went along, `count` have a move, and `proportional` fits them better than equal points for all.
    """

    move: Floats
    factor: Floats
    z: Floats
    share: Floats
    count: Floats
    proportional: Marks


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
    moves, before = _moves(block)
    common = _common(moves, before, _spread(moves, rounding or roundings(block.points), codes), codes)
    found = _marked(common)
    told, (common, marked) = _told(block, common, found), _lent(common, found)
    points, steps = block.points.copy(), []
    for place in np.flatnonzero(marked.any(axis=(0, 1))):
        step = _step(block.weeks[place], common, marked, codes, place)
        rows = np.flatnonzero(np.any((step.factor != 1) | (step.move != 0), axis=1))
        points[rows, :, :place] = _restate(points[rows, :, :place], step.factor[rows], step.move[rows])
        steps.append(step)
    return Restated(replace(block, points=points), told, marked[codes], tuple(steps))


def alone(block: Panel) -> Marks:
    """Mark by rep whose group has so many moves in every week that it goes along with no others."""
    _, codes = np.unique(block.groups, return_inverse=True)
    count = _sums((~np.isnan(_moves(block)[0])).astype(float), codes)
    begun = _sums((~np.isnan(block.points)).any(axis=1).astype(float), codes).cumsum(axis=1)
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


def _spread(moves: Floats, rounding: tuple[float, float], codes: Whole) -> Floats:
    """Return, by group and measure, the usual spread of a rep's weekly moves beside the others', in points.

    It is the median's, made larger in small groups, whose median is one of their own moves, and for scores in whole
    points, whose median often is 0, that of the moves up to FAR points.
    """
    count, measures, weeks = moves.shape
    off = np.abs(moves - np.nan_to_num(_medians(moves, codes))[codes])
    if 12 * rounding[0] < 1:
        every = off.transpose(0, 2, 1).reshape(count * weeks, measures)
        median, _ = group_medians(every, np.repeat(codes, weeks))
        usual = 1.4826 * _firsts(median.reshape(count, weeks, measures)[:, 0], codes)
        known = _sums((~np.isnan(off)).astype(float), codes)
        reps = known.sum(axis=2) / np.maximum((known > 0).sum(axis=2), 1)
        return np.maximum(np.nan_to_num(usual) * reps / np.maximum(reps - SMALL, 1), LEAST_SPREAD)
    squares = _sums(np.minimum(np.nan_to_num(off), FAR) ** 2, codes).sum(axis=2)
    known = _sums((~np.isnan(off)).astype(float), codes).sum(axis=2)
    return np.maximum(np.sqrt(squares / np.maximum(known, 1)), LEAST_SPREAD)


def _sums(values: Floats, codes: Whole) -> Floats:
    """Return the sums over the reps of each group."""
    order = np.argsort(codes, kind="stable")
    return np.add.reduceat(values[order], np.flatnonzero(np.diff(codes[order], prepend=-1)), axis=0)


def _medians(values: Floats, codes: Whole) -> Floats:
    """Return the medians over the reps of each group, NaN where nobody is known."""
    median, _ = group_medians(values.reshape(len(values), -1), codes)
    return _firsts(median, codes).reshape(-1, *values.shape[1:])


def _firsts(values: Floats, codes: Whole) -> Floats:
    """Return one row of each group."""
    return values[np.unique(codes, return_index=True)[1]]


def _common(moves: Floats, before: Floats, spread: Floats, codes: Whole) -> Common:
    known, size = ~np.isnan(moves), spread[:, :, None]
    count = _sums(known.astype(float), codes)
    middle, root = np.nan_to_num(_medians(moves, codes)), np.sqrt(np.maximum(count, 1))
    off = np.clip(np.nan_to_num(moves - middle[codes]), -FAR * size[codes], FAR * size[codes])
    near, held = np.where(known, off + middle[codes], 0.0), np.where(known, before, 0.0)
    mean, power = _sums(near, codes) / root**2, np.maximum(_sums(held**2, codes), 1e-9)
    factor = _sums(held * near, codes) / power
    ways = np.where(known, 1 + np.sign(near) * np.sign(factor[codes]), 0.0)  # along 2, not at all 1, against 0
    flat = _sums((near - np.where(known, mean[codes], 0.0)) ** 2, codes)
    proportional = flat >= FLATTER * _sums((near - factor[codes] * held) ** 2, codes)
    z_move, z_factor = middle / (1.2533 * size) * root, factor * np.sqrt(power) / size
    z = np.where(count >= FEWEST, np.where(np.abs(z_factor) > np.abs(z_move), z_factor, z_move), 0.0)
    share = _sums(ways, codes) / 2 / root**2
    return Common(np.where(middle == 0, mean, middle), factor, z, share, count, proportional)


def _marked(common: Common) -> Marks:
    """Mark where a group moved together; a pillar also where it went along with a clear total."""
    direction = np.sign(common.factor)
    clear = (np.abs(common.z) >= CLEAR) & (common.share >= MOST) & (np.sign(common.z) == direction)
    with_total = clear[:, [TOTAL]] & (direction == direction[:, [TOTAL]])
    return clear | (with_total & (np.abs(common.z) >= ALONG) & (common.share > 0.5))


def _most(common: Common, marked: Marks) -> tuple[Marks, Floats]:
    """Return where the marked groups are half of all reps who have a move, and what each group counts there."""
    weight = np.where(marked, common.count, 0.0)
    return 2 * weight.sum(axis=0) >= np.maximum(common.count.sum(axis=0), 1), weight


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
