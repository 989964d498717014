"""Which of the numbers of a week changed beyond the rep's own noise and beyond the team's move?"""

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from dashboard.metrics.grid import Floats, Marks, last_weeks
from dashboard.metrics.history import History
from dashboard.metrics.jumps import jumps
from dashboard.metrics.noise import Noise, noise
from dashboard.metrics.normal import outside
from dashboard.metrics.panel import WEEKS, Panel, net, panel, roundings
from dashboard.metrics.rebound import rebounds
from dashboard.metrics.scores import PILLAR_PART, TOTAL
from dashboard.metrics.shifts import remember, restated
from dashboard.metrics.slides import slides
from dashboard.metrics.standing import away
from dashboard.model.cards import Shift
from dashboard.model.pillars import PILLARS
from dashboard.model.settings import Settings

FEWEST_WEEKS, SETTLED_WEEKS = 6, 12
"""Weeks with a score below which nothing is judged, and below which every judgement is provisional."""
STRICT, AFTER_SHIFT = 3.2, 4.0
"""Standard deviations of noise a change must exceed: 1 in 730 by chance; chosen by simulation (tests/calibration).

For the weeks after a shift of the formula it is more, since how much it took from each is only estimated.
"""
CLEAR_CHANCE = math.erfc(STRICT / math.sqrt(2))
SHIFT_FRESH = 6
"""Weeks after a shift in which the changes looked for may reach back to it."""
SETTLING = 4
"""The newest weeks say nothing of the usual noise: a change in them would hide itself."""
FLAT = 4
"""Weeks in which all four pillars are the same to the decimals: what stands there was not read anew."""
KEPT = "signals"


@dataclass(frozen=True)
class Signals:
    """By rep and measure: `beyond` is +1 or -1 where the number moved beyond noise, else 0; `judged` where it can be.

    `back` marks where a move only brought the number back to where it was before a dip or a spike.

    `plain` is restated for shifts, `block` is net of the team as well; `noise` is that of the pillars (four a rep) and
    of the totals, and `rounding` what rounding adds to it, in points squared.
    """

    beyond: Floats
    back: Marks
    judged: Marks
    provisional: Marks
    shifts: tuple[Shift, ...]
    plain: Panel
    block: Panel
    noise: tuple[Noise, Noise]
    rounding: tuple[float, float]

    @property
    def wobble(self) -> Floats:
        """The variance of one reading of a pillar around its usual level, by rep and pillar, in points squared."""
        usual = self.noise[0]
        return (usual.size**2 / (1 - usual.stick**2) + self.rounding[0]).reshape(len(self.provisional), len(PILLARS))


def signals(history: History, week: date, settings: Settings) -> Signals:
    """Return what is signal and what is noise in a week; nothing after it is looked at. The last answer is kept."""
    asked = (week, settings)
    if KEPT not in history.kept or history.kept[KEPT][0] != asked:
        history.kept[KEPT] = (asked, _heard(history, week, settings))
    return history.kept[KEPT][1]


def _heard(history: History, week: date, settings: Settings) -> Signals:
    weeks = np.array(last_weeks(week, WEEKS), dtype="datetime64[D]")
    raw = panel(history, week, away(history, weeks), settings.min_peers)
    found = restated(raw)
    plain, shifts, marked, _ = found
    remember(history, week, found)
    block, rounding = net(plain), roundings(raw.points)
    noises = usual(block, raw, rounding)
    beyond, back = _beyond(block, noises, rounding, settings, _chances(marked))
    known = (~np.isnan(raw.points)).sum(axis=2)
    weeks_known = known.max(axis=1)
    return Signals(
        beyond=beyond,
        back=back,
        judged=known >= FEWEST_WEEKS,
        provisional=(weeks_known >= FEWEST_WEEKS) & (weeks_known < SETTLED_WEEKS),
        shifts=shifts,
        plain=plain,
        block=block,
        noise=noises,
        rounding=rounding,
    )


def usual(block: Panel, raw: Panel, rounding: tuple[float, float]) -> tuple[Noise, Noise]:
    """Return how the pillars (rep by rep, four each) and the totals wobble when nothing happens."""
    points = np.where(_copied(raw.points)[:, None, :], np.nan, block.points)
    if points.shape[2] - SETTLING > FEWEST_WEEKS:
        points = points[:, :, :-SETTLING]
    pillars = noise(_pillars(points), rounding[0], np.repeat(block.groups, len(PILLARS)))
    return pillars, noise(points[:, TOTAL], rounding[1], block.groups)


def _pillars(points: Floats) -> Floats:
    return points[:, PILLAR_PART].reshape(-1, points.shape[2])


def _copied(points: Floats) -> Marks:
    """Mark the weeks of a rep in a run of four or more in which no pillar has moved by a decimal."""
    same = np.zeros((len(points), points.shape[2]), dtype=bool)
    same[:, 1:] = (np.diff(points[:, PILLAR_PART], axis=2) == 0).all(axis=1)
    run = np.zeros_like(same, dtype=int)
    for place in range(1, same.shape[1]):
        run[:, place] = np.where(same[:, place], run[:, place - 1] + 1, 0)
    for place in range(same.shape[1] - 2, -1, -1):
        run[:, place] = np.where(same[:, place] & same[:, place + 1], run[:, place + 1], run[:, place])
    return run >= FLAT - 1


def _beyond(
    block: Panel, noises: tuple[Noise, Noise], rounding: tuple[float, float], settings: Settings, chances: Floats
) -> tuple[Floats, Marks]:
    """Return +1, -1 or 0 by rep and measure, and where a move only undid one before it; `chances` likewise."""
    count = len(block.points)
    coarse = np.sqrt(12 * rounding[0]) / 2  # half a step of rounding is no change
    least = settings.min_change_pillar + coarse
    pillars = _moved(_pillars(block.points), noises[0], rounding[0], least, chances[:, PILLAR_PART].ravel())
    total = _moved(block.points[:, TOTAL], noises[1], rounding[1], settings.min_change_total, chances[:, TOTAL])
    beyond, back = (
        np.column_stack([each.reshape(count, len(PILLARS)), all_]) for each, all_ in zip(pillars, total, strict=True)
    )
    return _with_slides(np.where(back, 0.0, beyond), back.astype(bool), block, rounding[1], settings), back.astype(bool)


def _with_slides(beyond: Floats, back: Marks, block: Panel, rounding: float, settings: Settings) -> Floats:
    """Return the same with the totals that slid over more weeks (metrics.slides), where nothing else is told."""
    slid = slides(block.points[:, TOTAL], block.groups, rounding, settings.min_change_total)
    quiet = (beyond[:, TOTAL] == 0) & ~back[:, TOTAL]
    return np.column_stack([beyond[:, PILLAR_PART], np.where(quiet, slid, beyond[:, TOTAL])])


def _chances(marked: Marks) -> Floats:
    """Return by rep and measure how unlikely a change must be by noise alone to be told."""
    fresh = np.any(marked[:, :, -SHIFT_FRESH - 1 :], axis=2)
    total = np.any(fresh, axis=1, keepdims=True)
    return outside(np.where(np.concatenate([fresh[:, PILLAR_PART], total], axis=1), AFTER_SHIFT, STRICT))


def _moved(series: Floats, found: Noise, rounding: float, least: float, chance: Floats) -> tuple[Floats, Marks]:
    jumped = jumps(series, found, rounding, least)
    moved = np.where(jumped.chance < chance, np.sign(np.nan_to_num(jumped.size)), 0.0)
    return moved, rebounds(series, found, rounding, moved, least)
