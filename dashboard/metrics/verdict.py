"""What does a change of four weeks mean: the rep's own, the team's, or noise?"""

import numpy as np

from dashboard.metrics.grid import Floats, Marks, Words, choose
from dashboard.metrics.spans import Told
from dashboard.model.cards import Verdict
from dashboard.model.moves import SHOWN

TEAMS_PART = 0.5
"""Share of a change that must be the team's own move for it to be called so."""


def verdicts(
    score: Floats,
    change_4w: Floats,
    net_change_4w: Floats,
    beyond: Floats,
    judged: Marks,
    minimum: float | Floats,
    apart: bool | Marks = False,
    near: bool | Marks = False,
    alone: bool | Marks = True,
) -> Words:
    """Return the Verdict of each number; all in points, `minimum` being the smallest change worth mentioning.

    `beyond` is +1 or -1 where noise does not explain what happened (metrics.signals), `judged` marks who has enough
    history. *Up* and *down* need both, and over the four weeks shown a net change of the minimum in the same
    direction, of which the rep `alone` makes the minimum too, unless what happened stands `apart` from these weeks;
    where there is no team to compare with, the change speaks for itself. `with_team` is a change that is large but
    mostly the team's. `near` marks where a reading of about four weeks ago stands for a missing one.

    >>> yes, one = np.array([True]), np.array([1.0])
    >>> verdicts(np.array([50.0]), np.array([3.0]), np.array([2.5]), one, yes, 2.0).tolist()
    [<Verdict.UP: 'up'>]
    >>> verdicts(np.array([50.0]), np.array([3.0]), np.array([2.5]), one * 0, yes, 2.0).tolist()
    [<Verdict.STEADY: 'steady'>]
    """
    own = np.where(np.isnan(net_change_4w), change_4w, net_change_4w)
    team = change_4w - own
    moved = (beyond != 0) & ((shows(own, beyond, minimum) & np.asarray(alone)) | np.asarray(apart))
    along = (np.abs(change_4w) >= minimum) & (team * change_4w > 0) & (np.abs(team) >= TEAMS_PART * np.abs(change_4w))
    early = ~judged | (np.isnan(change_4w) & ~moved & ~np.asarray(near))
    cases = [np.isnan(score), early, moved & (beyond > 0), moved, along]
    words = (Verdict.MISSING, Verdict.TOO_EARLY, Verdict.UP, Verdict.DOWN, Verdict.WITH_TEAM, Verdict.STEADY)
    return choose(words, np.select(cases, list(range(len(cases))), len(cases)))


def shows(own: Floats, beyond: Floats, minimum: float | Floats) -> Marks:
    """Tell where a move shows over four weeks: their net change reaches the minimum in the same direction."""
    return (np.abs(own) >= minimum) & (np.sign(own) == beyond)


def measured(
    verdict: Words, moves: Told, own: Floats, minimum: float | Floats, alone: bool | Marks = True
) -> tuple[Floats, Floats]:
    """Return by how many points what is *up* or *down* moved, and over how many weeks; NaN for every other verdict.

    Where it shows over the four weeks the points are the change shown there, `own`, net of the team if there is one.
    """
    moved = (verdict == Verdict.UP) | (verdict == Verdict.DOWN)
    seen = shows(own, moves.way, minimum) & np.asarray(alone)
    points, weeks = np.where(seen, own, moves.points), np.where(seen, SHOWN, moves.weeks)
    return np.where(moved, np.round(points, 6), np.nan), np.where(moved, weeks, np.nan)
