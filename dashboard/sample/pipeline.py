"""What stands in each rep's pipeline at the end of each week?

Quotas hold for a quarter; what is won grows within the quarter and starts again with the next. Skill follows the
score only loosely: the four corners of SSI x attainment are all filled, as they are in real teams.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

import numpy as np

from dashboard.sample.roster import ROLES, Roster, Story

QUOTAS: Final = {ROLES[0]: 400_000.0, ROLES[1]: 260_000.0}
QUARTER_WEEKS = 13
WINS_A_WEEK = 0.8
SKILL: Final = (0.75, 0.28)
SKILL_FROM_SCORE = 0.3
SLIDING_SKILL, IMPROVING_SKILL = 0.6, 1.15
COVER: Final = (1.8, 4.0)
MEETINGS_A_WEEK = 4.0
TENTHS, HUNDREDS, THOUSANDS = 50.0, 100.0, 5_000.0


def pipeline(
    who: Roster, mondays: list[date], seed: int, at_work: np.ndarray, level: np.ndarray
) -> Mapping[str, np.ndarray]:
    """Return each pipeline column as reps x weeks; `level` is each rep's score in standard deviations."""
    rng = np.random.default_rng([seed, 4])
    quarter, progress = _quarters(mondays)
    skill = _skill(rng, who, level)
    quota = _quota(rng, who, quarter)
    won = _won(rng, quota * skill[:, None], quarter, progress, at_work)
    opened = _open(rng, quota * skill[:, None])
    return {
        "open_pipeline": opened,
        "weighted_pipeline": _to(opened * rng.uniform(0.25, 0.42, opened.shape), HUNDREDS),
        "won": won,
        "quota": quota,
        "attainment": np.round(won / quota, 4),
        "meetings": rng.poisson(MEETINGS_A_WEEK * np.clip(1 + 0.25 * level[:, None], 0.3, 2.0), opened.shape) * 1.0,
    }


def _skill(rng: np.random.Generator, who: Roster, level: np.ndarray) -> np.ndarray:
    """Return which part of the quota each rep tends to win in a quarter (0.15-1.5)."""
    usual = rng.normal(*SKILL, len(level)) + SKILL_FROM_SCORE * SKILL[1] * level
    usual *= np.where(who.told(Story.SLIDING), SLIDING_SKILL, 1) * np.where(
        who.told(Story.IMPROVING), IMPROVING_SKILL, 1
    )
    return np.clip(usual, 0.15, 1.5)


def _quarters(mondays: list[date]) -> tuple[np.ndarray, np.ndarray]:
    """Return the running number of each week's quarter and how much of the quarter has passed (0-1)."""
    number = np.array([day.year * 4 + (day.month - 1) // 3 for day in mondays])
    starts = [date(day.year, (day.month - 1) // 3 * 3 + 1, 1) for day in mondays]
    passed = np.array([(day - start).days / 91 for day, start in zip(mondays, starts, strict=True)])
    return number - number[0], passed


def _quota(rng: np.random.Generator, who: Roster, quarter: np.ndarray) -> np.ndarray:
    """Return the quota of the week's quarter, 3 % higher from quarter to quarter, in steps of 5,000."""
    usual = np.array([QUOTAS.get(person.role or "", QUOTAS[ROLES[0]]) for person in who.people])
    own = usual * rng.uniform(0.85, 1.2, len(usual))
    return _to(own[:, None] * 1.03**quarter, THOUSANDS)


def _won(
    rng: np.random.Generator, aim: np.ndarray, quarter: np.ndarray, progress: np.ndarray, at_work: np.ndarray
) -> np.ndarray:
    """Return what was won since the quarter began; `aim` is what the rep would win in a whole one."""
    deals = rng.poisson(WINS_A_WEEK, aim.shape)
    size = aim / (WINS_A_WEEK * QUARTER_WEEKS) * rng.lognormal(-0.08, 0.4, aim.shape)
    wins = _to(deals * size * at_work, TENTHS)
    wins[:, 0] += _to(aim[:, 0] * progress[0] * at_work[:, 0], TENTHS)
    total = np.cumsum(wins, axis=1)
    first = np.searchsorted(quarter, quarter)
    return total - (total - wins)[:, first]


def _open(rng: np.random.Generator, aim: np.ndarray) -> np.ndarray:
    """Return the open pipeline: some times the aim, moving slowly from week to week."""
    reps, weeks = aim.shape
    moves = rng.normal(0, 0.06, (reps, weeks))
    for week in range(1, weeks):
        moves[:, week] += 0.92 * moves[:, week - 1]
    return _to(aim * rng.uniform(*COVER, (reps, 1)) * np.exp(moves), HUNDREDS)


def _to(amounts: np.ndarray, step: float) -> np.ndarray:
    """Return amounts rounded to whole steps of money."""
    return np.round(amounts / step) * step
