"""Is the verdict of a commitment right where the truth is known? Seeded teams, the lowest three of fourteen coached."""

from collections import Counter
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from dashboard.metrics.history import History
from dashboard.metrics.ledger import judge
from dashboard.model.commitments import Commitment, Done
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from dashboard.model.tables import ACTIVITY, PIPELINE, READING_VALUES, REPS, SCORES

REPS_OF_TEAM, WEEKS, START, LOOK = 14, 31, 26, 30
LAST = date(2026, 11, 16)
DAYS = [LAST - timedelta(weeks=WEEKS - 1 - place) for place in range(WEEKS)]
IDS = [f"rep-{number:02d}" for number in range(REPS_OF_TEAM)]


def path(chance: np.random.Generator) -> np.ndarray:
    """Return points by rep, pillar and week: sticky noise around a level of the rep's own."""
    shape = (REPS_OF_TEAM, len(SCORES), 1)
    stick, size = chance.uniform(0, 0.95, shape), chance.uniform(0.2, 0.4, shape)
    wobble = np.zeros((REPS_OF_TEAM, len(SCORES), WEEKS + 60))
    pushed = chance.normal(size=wobble.shape) * size
    for week in range(1, wobble.shape[2]):
        wobble[:, :, week] = stick[:, :, 0] * wobble[:, :, week - 1] + pushed[:, :, week]
    return chance.normal([12, 6, 5, 15], 1.5, shape[:2])[:, :, None] + wobble[:, :, 60:]


def told(points: np.ndarray) -> History:
    """Return a history of these points."""
    rows = pd.DataFrame({"rep_id": np.repeat(IDS, WEEKS), "week": pd.to_datetime(DAYS * REPS_OF_TEAM)})
    values = {name: points[:, place].reshape(-1) for place, name in enumerate(SCORES)}
    rows = rows.assign(date=rows["week"], **values).reindex(columns=["rep_id", "week", "date", *READING_VALUES])
    rows = rows.assign(total=rows[list(SCORES)].sum(axis=1, skipna=False))
    reps = pd.DataFrame({"rep_id": IDS, "name": IDS, "team": "North"}).reindex(columns=list(REPS))
    return History(reps, rows, pd.DataFrame(columns=list(PIPELINE)), pd.DataFrame(columns=list(ACTIVITY)))


def verdicts(gain: float, factor: float = 1.0, teams: int = 20) -> Counter[str]:
    """Return the verdicts on brand, gained over three weeks; `factor` is a change of the formula in the second week."""
    found: Counter[str] = Counter()
    for seed in range(teams):
        points = path(np.random.default_rng(seed))
        lowest = np.argsort(points[:, 0, START])[:3]
        points[lowest, 0] += gain * np.clip((np.arange(WEEKS) - START) / 3, 0, 1)
        points[:, :, START + 2 :] *= factor
        made = [
            Commitment(str(rep), IDS[rep], Pillar.BRAND, "x", DAYS[START], DAYS[LOOK], done=Done.DONE) for rep in lowest
        ]
        judged = judge(told(np.round(points, 2)), made, LAST, Settings())
        found.update(one.outcome.value for one in judged)
    return found


@pytest.mark.parametrize("factor", [1.0, 0.93])
def test_what_did_nothing_is_seldom_praised_or_blamed(factor):
    """The lowest rise by themselves: of 60 without any effect a twentieth may be called worked, or worse, by chance."""
    found = verdicts(0.0, factor)
    assert found["worked"] <= 7
    assert found["worse"] <= 7


@pytest.mark.parametrize("factor", [1.0, 0.93])
def test_two_points_are_found(factor):
    """Nearly always, also through a formula that takes 7 % from everybody meanwhile."""
    found = verdicts(2.0, factor)
    assert found["worked"] >= 54
    assert found["no_effect"] + found["worse"] == 0
