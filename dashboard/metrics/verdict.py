"""What does a change of four weeks mean?

The minimum version: a smallest change worth mentioning, and the team's own move taken off.
"""

import numpy as np

from dashboard.metrics.grid import Floats, Words, choose
from dashboard.model.cards import Verdict


def verdicts(score: Floats, change_4w: Floats, net_change_4w: Floats, minimum: float | Floats) -> Words:
    """Return the Verdict of each number; all in points, `minimum` being the smallest change worth mentioning.

    `with_team` is a change that is large but not the rep's own: what is left after the team's move is small, or points
    the other way. Where there is no team to compare with, the change speaks for itself.

    >>> verdicts(np.array([50.0, 50.0, 50.0]), np.array([3.0, 3.0, np.nan]), np.array([2.5, 0.5, np.nan]), 2.0).tolist()
    [<Verdict.UP: 'up'>, <Verdict.WITH_TEAM: 'with_team'>, <Verdict.TOO_EARLY: 'too_early'>]
    """
    moved = np.abs(change_4w) >= minimum
    own = np.isnan(net_change_4w) | ((np.abs(net_change_4w) >= minimum) & (net_change_4w * change_4w > 0))
    cases = [np.isnan(score), np.isnan(change_4w), moved & own & (change_4w > 0), moved & own, moved]
    words = (Verdict.MISSING, Verdict.TOO_EARLY, Verdict.UP, Verdict.DOWN, Verdict.WITH_TEAM, Verdict.STEADY)
    return choose(words, np.select(cases, list(range(len(cases))), len(cases)))
