"""Which of the numbers of a week changed beyond the rep's own noise and beyond the team's move?"""

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from dashboard.metrics.grid import Floats, Marks, last_weeks
from dashboard.metrics.history import History
from dashboard.metrics.jumps import jumps
from dashboard.metrics.noise import Noise, noise
from dashboard.metrics.panel import WEEKS, Panel, net, panel, roundings
from dashboard.metrics.rebound import rebounds
from dashboard.metrics.scores import PILLAR_PART, TOTAL
from dashboard.metrics.shifts import remember, restated
from dashboard.metrics.slides import slides
from dashboard.metrics.spans import Told, told
from dashboard.metrics.standing import away
from dashboard.model.cards import Shift
from dashboard.model.pillars import PILLARS
from dashboard.model.settings import Settings

FEWEST_WEEKS, SETTLED_WEEKS = 6, 12
"""Weeks with a score below which nothing is judged, and below which every judgement is provisional."""
COARSE = 0.4
"""Part of a step of rounding that is no change: it comes to the minimum on top."""
EASED, STICKY = 1.6, 0.85
"""Standard deviations (and steps of rounding) by which less is enough the less a pillar sticks, and more beyond."""
LENT = 0.25
"""Part of the noise held against a change that is the team's: the own weeks alone often hide how much sticks."""
NEAR = (3, 6)
"""Weeks ago between which a reading stands near the one of four weeks ago."""
STRICT, BESIDE_SHIFT, AFTER_SHIFT = 3.1, 3.6, 4.0
"""Standard deviations of noise a change must exceed: 1 in 520 by chance; chosen by simulation (tests/calibration).

For the weeks after a shift of the formula it is more, since how much it took from each is only estimated, and for the
pillars it left alone a little more.
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
    """By rep and measure: `moves` are those beyond noise, `judged` marks where there is enough history to tell.

    `near` marks where there is a reading of about four weeks ago, `back` where a move only brought the number back to
    where it was before a dip or a spike.

    `plain` is restated for shifts, `block` is net of the team as well; `noise` is that of the pillars (four a rep) and
    of the totals, and `rounding` what rounding adds to it, in points squared.
    """

    moves: Told
    back: Marks
    judged: Marks
    near: Marks
    provisional: Marks
    shifts: tuple[Shift, ...]
    plain: Panel
    block: Panel
    noise: tuple[Noise, Noise]
    rounding: tuple[float, float]

    @property
    def beyond(self) -> Floats:
        """+1 or -1 by rep and measure where the number moved beyond noise, else 0."""
        return self.moves.way

    @property
    def wobble(self) -> Floats:
        """The variance of one reading of a pillar around its usual level, by rep and pillar, in points squared."""
        return (self.noise[0].spread + self.rounding[0]).reshape(len(self.provisional), len(PILLARS))


def signals(history: History, week: date, settings: Settings) -> Signals:
    """Return what is signal and what is noise in a week; nothing after it is looked at. The last answer is kept."""
    asked, found = (week, settings), history.kept.get(KEPT)
    if found is None or found[0] != asked:
        found = history.kept[KEPT] = (asked, _heard(history, week, settings))
    return found[1]


def _heard(history: History, week: date, settings: Settings) -> Signals:
    weeks = np.array(last_weeks(week, WEEKS), dtype="datetime64[D]")
    raw = panel(history, week, away(history, weeks), settings.min_peers)
    found = restated(raw)
    plain, shifts, marked, _ = found
    remember(history, week, found)
    block, rounding = net(plain), roundings(raw.points)
    noises = usual(block, raw, rounding)
    moves, back = _told(block, noises, rounding, settings, _strict(marked))
    known = (~np.isnan(raw.points)).sum(axis=2)
    weeks_known = known.max(axis=1)
    return Signals(
        moves=moves,
        back=back,
        judged=known >= FEWEST_WEEKS,
        near=np.any(~np.isnan(raw.points[:, :, -1 - NEAR[1] : -NEAR[0]]), axis=2),
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


def _told(
    block: Panel, noises: tuple[Noise, Noise], rounding: tuple[float, float], settings: Settings, strict: Floats
) -> tuple[Told, Marks]:
    """Return what is told by rep and measure, and where a move only undid one before it; `strict` likewise."""
    count = len(block.points)
    step = np.sqrt(12 * rounding[0])
    least = settings.min_change_pillar + COARSE * step, settings.min_change_total + COARSE * step
    lent = noises[0].lent(np.repeat(block.groups, len(PILLARS)), LENT), noises[1].lent(block.groups, LENT)
    clear = strict[:, PILLAR_PART].ravel() + EASED * step * (lent[0].stick - STICKY)
    pillars, undone = _moved(_pillars(block.points), lent[0], rounding[0], least[0], clear)
    total, back = _moved(block.points[:, TOTAL], lent[1], rounding[1], least[1], strict[:, TOTAL])
    slid = slides(block.points[:, TOTAL], block.groups, rounding[1], least[1])
    long = slid.apart & ~total.apart & (slid.way == total.way)
    total = total.filled(slid, ~back & (long | (total.way == 0)))
    found = pillars.reshaped(count, len(PILLARS)).beside(total)
    return found, np.column_stack([undone.reshape(count, len(PILLARS)), back])


def _strict(marked: Marks) -> Floats:
    """Return by rep and measure by how many standard deviations a change must stand out to be told."""
    fresh = np.any(marked[:, :, -SHIFT_FRESH - 1 :], axis=2)[:, PILLAR_PART]
    near = np.any(fresh, axis=1, keepdims=True)
    pillars = np.where(fresh, AFTER_SHIFT, np.where(near, BESIDE_SHIFT, STRICT))
    return np.concatenate([pillars, np.where(near, AFTER_SHIFT, STRICT)], axis=1)


def _moved(series: Floats, found: Noise, rounding: float, least: float, strict: Floats) -> tuple[Told, Marks]:
    moved = told(series, jumps(series, found, rounding, least), strict, least)
    back = rebounds(series, found, rounding, moved.way, least)
    return moved.only(~back), back
