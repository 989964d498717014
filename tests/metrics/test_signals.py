"""What the others do is not the rep's own: whoever stood still neither fell nor rose."""

import numpy as np
import pytest

from dashboard.metrics.scores import SCORES
from dashboard.metrics.week import column, week_table
from dashboard.model.cards import Verdict
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from tests.calibration.simulated import World, as_read, history, ramp, untouched, weeks_of
from tests.metrics.drawn import DEFAULTS

WORLD = World(reps=10, weeks=34, stick=0.5)
END, HALF = 25, 5


@pytest.fixture(scope="module")
def verdicts() -> np.ndarray:
    """Verdicts on insights and the reps' own changes after half of a team gained 2.5 points, by team, week and rep."""
    found = []
    for seed in range(12):
        rng = np.random.default_rng(seed)
        points = untouched(WORLD, rng).points
        points[:HALF, SCORES.index("insights")] += ramp(WORLD.weeks, END, 1, 2.5)
        known = history(as_read(points, WORLD, rng), WORLD)
        for week in weeks_of(WORLD)[END : END + 4]:
            table = week_table(known, week, Settings(), DEFAULTS)
            own = table[column(Pillar.INSIGHTS, "change_4w")].to_numpy(dtype=float)
            found.append(np.stack([table[column(Pillar.INSIGHTS, "verdict")].to_numpy(dtype=object), own]))
    return np.stack(found)


def test_who_stood_still_is_not_down_when_half_of_the_team_rises(verdicts: np.ndarray):
    """The middle of the team lies between those who rose and those who did not: its own move is nobody's fall.

    Without a look at the rep's own points, and at the two camps, it was 24 %; who is missing can still make a majority.
    """
    others, own = verdicts[:, 0, HALF:], verdicts[:, 1, HALF:].astype(float)
    assert ((others == Verdict.DOWN) & (own > -1)).mean() < 0.09


def test_who_rises_with_half_of_the_team_is_seen(verdicts: np.ndarray):
    """Their own rise stays a rise for most: half of a team is no change of the formula."""
    gained = verdicts[:, 0, :HALF]
    assert ((gained == Verdict.UP) | (gained == Verdict.WITH_TEAM) | (gained == Verdict.MISSING)).mean() > 0.5
