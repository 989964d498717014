"""Which points does each rep have in each week?

Scores are sticky: each pillar follows an AR(1) around the rep's own level. A steady user's wobble on a pillar was
seen at 0.7 points over three weeks; innovations of 0.2-0.4 points with a memory of 0.9 give that.
"""

from typing import Final

import numpy as np

from dashboard.model.pillars import PILLAR_MAX, PILLARS, Pillar
from dashboard.sample.roster import Roster, Story

MEAN_TOTAL, SPREAD_TOTAL = 54.0, 8.0
RANGE_TOTAL: Final = (42.0, 68.0)
SHARES: Final = np.array([0.315, 0.185, 0.165, 0.335])
"""How a total spreads over the pillars: insights and people lag for nearly everyone, as in the industry averages."""
SPREAD_PILLAR = 1.2
MEMORY = 0.9
INNOVATION: Final = (0.2, 0.4)
DRIFT = 0.005
SHIFT_PILLAR, SHIFT, SHIFT_WEEKS_AGO = Pillar.RELATIONSHIPS, 0.07, 2
"""Three weeks' figures stand after the formula shift: everyone 7 % lower on one pillar, as seen once in 2017."""
GAP_SHARE, GAPS_BEFORE = 0.015, 6
FLOOR, CEILING = 0.3, PILLAR_MAX - 0.4


def scores(who: Roster, weeks: int, seed: int, at_work: np.ndarray) -> np.ndarray:
    """Return points of 0-25 to two decimals as reps x weeks x pillars, NaN where there is no reading."""
    rng = np.random.default_rng([seed, 3])
    points = _levels(rng, len(who.people))[:, None, :] + _noise(rng, len(who.people), weeks) + _stories(who, weeks)
    points += (np.arange(weeks) * DRIFT)[None, :, None]
    points[:, max(weeks - 1 - SHIFT_WEEKS_AGO, 1) :, PILLARS.index(SHIFT_PILLAR)] *= 1 - SHIFT
    points = np.round(np.clip(points, FLOOR, CEILING), 2)
    points[~at_work | _gaps(rng, at_work.shape)] = np.nan
    return points


def _levels(rng: np.random.Generator, reps: int) -> np.ndarray:
    """Return each rep's usual points per pillar, reps x pillars."""
    totals = np.clip(rng.normal(MEAN_TOTAL, SPREAD_TOTAL, reps), *RANGE_TOTAL)
    return totals[:, None] * SHARES + rng.normal(0, SPREAD_PILLAR, (reps, len(PILLARS)))


def _noise(rng: np.random.Generator, reps: int, weeks: int) -> np.ndarray:
    """Return the wobble around the level, reps x weeks x pillars, already settled in the first week."""
    size = rng.uniform(*INNOVATION, (reps, 1, 1))
    steps = rng.standard_normal((reps, weeks, len(PILLARS))) * size
    steps[:, 0] /= np.sqrt(1 - MEMORY**2)
    for week in range(1, weeks):
        steps[:, week] += MEMORY * steps[:, week - 1]
    return steps


def _stories(who: Roster, weeks: int) -> np.ndarray:
    """Return what the stories add, reps x weeks x pillars, in points."""
    added = np.zeros((len(who.people), weeks, len(PILLARS)))
    ago = np.arange(weeks)[::-1]
    for story, (curve, weights) in _curves(ago).items():
        added[who.told(story)] += curve[:, None] * np.array(weights)
    return added


def _curves(ago: np.ndarray) -> dict[Story, tuple[np.ndarray, tuple[float, ...]]]:
    """Return each story as points over time (by weeks ago) and its weight on the four pillars."""
    climb = np.clip(9 - ago, 0, 8) / 8 - 0.7
    slide = 0.5 - np.clip(11 - ago, 0, 11) / 11
    dip = -np.where((ago >= 3) & (ago <= 6), 1.0, 0.0)
    ramp = -np.clip(ago, 0, 4) / 4
    return {
        Story.IMPROVING: (climb, (0.5, 1.5, 5.0, 0.5)),
        Story.SLIDING: (slide, (1.0, 3.0, 3.5, 1.5)),
        Story.REBOUND: (dip, (0.5, 2.5, 2.5, 1.0)),
        Story.NEW_STARTER: (ramp, (3.0, 1.5, 1.5, 2.0)),
    }


def _gaps(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    """Return the readings nobody wrote down, reps x weeks: none in the recent weeks, so that changes can be told."""
    gaps = rng.random(shape) < GAP_SHARE
    gaps[:, max(shape[1] - GAPS_BEFORE, 0) :] = False
    return gaps
