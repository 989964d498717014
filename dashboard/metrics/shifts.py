"""When did most reps move together? LinkedIn has changed its formula and moved everyone at once.

Each week's moves of all reps are held against the usual spread of such moves: their median, and the share of their
level they have in common (a formula that is 7 % stricter takes more from those who have more). What comes before a
shift is restated as if the new formula had held then, so that nobody is judged by it.
"""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from dashboard.metrics.grid import Floats, last_weeks
from dashboard.metrics.history import History
from dashboard.metrics.panel import WEEKS, Panel, add_up, panel, roundings
from dashboard.metrics.scores import MEASURES, PILLAR_PART, TOTAL
from dashboard.metrics.standing import away
from dashboard.model.cards import Shift
from dashboard.model.pillars import PILLARS

FEWEST = 5
"""Reps that must have moved to speak of a team (a small group's median is nearly anybody's)."""
CLEAR = 4.2
"""Standard errors by which a common move must stand out (one in 37,000 by chance)."""
ALONG = 1.0
"""Standard errors that are enough for a pillar where the total has moved clearly in the same direction."""
MOST = 0.6
"""Share of reps that must have moved in the same direction."""
CARRIED = 4
"""Weeks a rep's last value stands in for missing ones."""
LEAST_SPREAD = 0.15
"""Points: moves are never taken to be steadier than this, or rounding alone would look like a team moving."""
FAR = 3.0
"""Usual spreads beyond which a move counts no more: one rep's jump is not the team's."""
FLATTER = 0.9
"""A shift takes from each in proportion to the level, unless equal points for all leave this share of the squares."""
KEPT = "shifts"


@dataclass(frozen=True)
class Common:
    """One week's common move by measure: median points, share of the level, their z values, and who went along."""

    move: Floats
    factor: Floats
    z_move: Floats
    z_factor: Floats
    share: Floats
    proportional: np.ndarray

    @property
    def z(self) -> Floats:
        """The larger of both z values, by measure."""
        return np.where(np.abs(self.z_factor) > np.abs(self.z_move), self.z_factor, self.z_move)


def restated(block: Panel) -> tuple[Panel, tuple[Shift, ...]]:
    """Return the block as if the newest formula had always held, and the shifts found in it, the oldest first."""
    moves, before = _moves(block)
    spread = _spread(moves, roundings(block.points))
    points, found = block.points.copy(), []
    for place in range(1, points.shape[2]):
        common = _common(moves[:, :, place], before[:, :, place], spread)
        marked = _marked(common)
        if marked.any():
            points[:, :, :place] = _restate(points[:, :, :place], common, marked)
            found += _told(block.weeks[place], common, marked)
    return replace(block, points=points), tuple(found)


def shifts_until(history: History, week: date) -> tuple[Shift, ...]:
    """Return the shifts of the weeks looked back from a week (panel.WEEKS), the oldest first; later ones are unknown.

    What metrics.signals has found already for that week is not looked for again.
    """
    if (KEPT, week) not in history.kept:
        days = np.array(last_weeks(week, WEEKS), dtype="datetime64[D]")
        remember(history, week, restated(panel(history, week, away(history, days), min_peers=FEWEST))[1])
    return history.kept[KEPT, week]


def remember(history: History, week: date, shifts: tuple[Shift, ...]) -> None:
    """Keep the shifts known in a week with the history they were found in."""
    history.kept[KEPT, week] = shifts


def _moves(block: Panel) -> tuple[Floats, Floats]:
    """Return, by rep, measure and week, the move since the last known value, and that value."""
    points = np.where(block.counted[:, None, :], block.points, np.nan)
    before = np.full(points.shape, np.nan)
    for back in range(1, CARRIED + 1):
        earlier = np.full(points.shape, np.nan)
        earlier[:, :, back:] = points[:, :, :-back]
        before = np.where(np.isnan(before), earlier, before)
    return points - before, before


def _spread(moves: Floats, rounding: tuple[float, float]) -> Floats:
    """Return, by measure, the usual spread of a rep's weekly moves beside the others', in points.

    It is the median's, and for scores in whole points, whose median often is 0, that of the moves up to FAR points.
    """
    off = np.abs(moves - np.nan_to_num(_median(moves, 0))[None]).transpose(1, 0, 2).reshape(len(MEASURES), -1)
    if 12 * rounding[0] < 1:
        return np.maximum(np.nan_to_num(1.4826 * _median(off, 1)), LEAST_SPREAD)
    squares = np.minimum(np.nan_to_num(off), FAR) ** 2
    return np.maximum(np.sqrt(squares.sum(axis=1) / np.maximum((~np.isnan(off)).sum(axis=1), 1)), LEAST_SPREAD)


def _median(values: Floats, axis: int) -> Floats:
    if not values.shape[axis]:
        return np.full(np.delete(values.shape, axis), np.nan)
    known = np.sort(values, axis=axis)  # missing values come last
    count = (~np.isnan(values)).sum(axis=axis)
    low = np.take_along_axis(known, np.expand_dims(np.maximum(count - 1, 0) // 2, axis), axis)
    high_place = np.minimum(count // 2, values.shape[axis] - 1)
    high = np.take_along_axis(known, np.expand_dims(high_place, axis), axis)
    return ((low + high) / 2).squeeze(axis)


def _common(moves: Floats, before: Floats, spread: Floats) -> Common:
    known, count = ~np.isnan(moves), (~np.isnan(moves)).sum(axis=0)
    middle, root = np.nan_to_num(_median(moves, 0)), np.sqrt(np.maximum(count, 1))
    near = np.where(known, np.clip(np.nan_to_num(moves - middle), -FAR * spread, FAR * spread) + middle, 0.0)
    held = np.where(known, before, 0.0)
    mean, power = near.sum(axis=0) / root**2, np.maximum((held**2).sum(axis=0), 1e-9)
    factor = (held * near).sum(axis=0) / power
    z_move = np.where(count >= FEWEST, middle / (1.2533 * spread) * root, 0.0)
    z_factor = np.where(count >= FEWEST, factor * np.sqrt(power) / spread, 0.0)
    ways = np.where(known, 1 + np.sign(near) * np.sign(factor), 0.0)  # along 2, not at all 1, against 0
    flat = ((near - np.where(known, mean, 0.0)) ** 2).sum(axis=0)
    proportional = flat >= FLATTER * ((near - factor * held) ** 2).sum(axis=0)
    move = np.where(middle == 0, mean, middle)
    return Common(move, factor, z_move, z_factor, ways.sum(axis=0) / 2 / root**2, proportional)


def _marked(common: Common) -> np.ndarray:
    """Mark the measures on which the team moved together; a pillar also where it went along with a clear total."""
    direction = np.sign(common.factor)
    clear = (np.abs(common.z) >= CLEAR) & (common.share >= MOST) & (np.sign(common.z) == direction)
    along = clear[TOTAL] & (direction == direction[TOTAL]) & (np.abs(common.z) >= ALONG) & (common.share > 0.5)
    return clear | along


def _restate(points: Floats, common: Common, marked: np.ndarray) -> Floats:
    factor = np.where(marked & common.proportional, 1 + common.factor, 1.0)
    move = np.where(marked & ~common.proportional, common.move, 0.0)
    return add_up(points, points * factor[None, :, None] + move[None, :, None])


def _told(week: date, common: Common, marked: np.ndarray) -> list[Shift]:
    places = np.flatnonzero(marked[PILLAR_PART])
    return [
        Shift(PILLARS[at], week, round(float(common.move[at]), 6), round(float(common.share[at]), 6)) for at in places
    ]
