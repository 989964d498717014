"""How far did each rep move, and how far beyond what the whole team did?"""

import numpy as np

from dashboard.metrics.grid import Floats, Marks, Whole
from dashboard.metrics.groups import group_medians, only

OTHERS_NEEDED = 2
"""One rep alone has no team to be compared with: below two known changes the net change is missing."""
MATES_NEEDED = 3
"""Known changes a team needs in a week: with fewer the middle one is nearly anybody's."""
LATELY = 5
"""Weeks (this one and the four before) in which a score makes a rep one of the team, whoever misses a week."""


def net_of_team(
    change: Floats, scored: Marks, teams: Whole, min_peers: int, lately: Marks | None = None
) -> tuple[Floats, Marks]:
    """Return each change less the median change of the rep's scored team mates, in points, and where it is the team's.

    The rep is one of them. Where fewer than `min_peers` of the team were scored `lately` (unless given: this week), or
    fewer than three have a known change, the median of everybody takes the team's place. Reps without a score are in
    no median. LinkedIn has moved everyone at once: only the rest is the rep's own.

    >>> change = np.array([[4.0], [1.0], [1.0], [1.0], [2.0]])
    >>> net_of_team(change, np.full(5, True), np.zeros(5, dtype=int), 5)[0].ravel().tolist()
    [3.0, 0.0, 0.0, 0.0, 1.0]
    """
    counted = only(change, scored)
    team, in_team = group_medians(counted, teams)
    everybody, in_all = group_medians(counted, np.zeros(len(change), dtype=np.intp))
    fallback = np.where(in_all >= OTHERS_NEEDED, everybody, np.nan)
    size = np.bincount(teams, weights=scored if lately is None else lately, minlength=1)[teams]
    mates = (size >= min_peers)[:, None] & (in_team >= max(min(min_peers, MATES_NEEDED), OTHERS_NEEDED))
    return np.round(change - np.where(mates, team, fallback), 6), mates
