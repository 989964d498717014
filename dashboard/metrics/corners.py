"""Where does a rep stand in SSI x attainment, and where do high and low part?"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.metrics.grid import NOWHERE, Floats, Marks, Whole, Words, choose
from dashboard.metrics.groups import group_medians, only
from dashboard.model.cards import Corner

SSI_CUT = 50.0
"""Points: half of the scale, where fewer reps than a median needs have both numbers."""

ATTAINMENT_CUT = 0.5
"""Fraction of the quota, likewise."""

_CORNERS = (Corner.BUILD_HABITS, Corner.LEAVE_ALONE, Corner.CONVERT, Corner.MENTOR)


@dataclass(frozen=True)
class Corners:
    """Per rep: the corner (None without both numbers) and the cuts it was judged by (points, fraction)."""

    corner: Words
    ssi_cut: Floats
    attainment_cut: Floats


def corners(total: Floats, attainment: Floats, scored: Marks, teams: Whole, min_peers: int) -> Corners:
    """Return each scored rep's corner; high means at or above the team's median of the reps who have both numbers.

    Where fewer than `min_peers` of the team have both, high begins at 50 points and at half of the quota.

    >>> both = corners(np.array([60.0, 40.0]), np.array([0.2, 0.9]), np.array([True, True]), np.array([0, 0]), 5)
    >>> both.corner.tolist()
    [<Corner.CONVERT: 'convert'>, <Corner.LEAVE_ALONE: 'leave_alone'>]
    """
    has_both = scored & ~np.isnan(total) & ~np.isnan(attainment)
    medians, counts = group_medians(only(np.column_stack([total, attainment]), has_both), teams)
    cuts = np.where(counts >= min_peers, medians, [SSI_CUT, ATTAINMENT_CUT])
    place = 2 * (total >= cuts[:, 0]).astype(int) + (attainment >= cuts[:, 1])
    return Corners(choose(_CORNERS, np.where(has_both, place, NOWHERE)), cuts[:, 0], cuts[:, 1])


@dataclass(frozen=True)
class Cuts:
    """Where the corners of a picture part (points, fraction of the quota); `same` if all reps shown share them."""

    ssi: float
    attainment: float
    same: bool


def cuts(points: pd.DataFrame) -> Cuts:
    """Return the cuts of reps in one picture (rows of `scatter`): their own, or the middle of their teams' cuts.

    >>> cuts(pd.DataFrame({"ssi_cut": [50.0, 60.0], "attainment_cut": [0.5, 0.5]}))
    Cuts(ssi=55.0, attainment=0.5, same=False)
    """
    if points.empty:
        return Cuts(SSI_CUT, ATTAINMENT_CUT, same=True)
    pairs = points[["ssi_cut", "attainment_cut"]].drop_duplicates()
    return Cuts(float(pairs["ssi_cut"].median()), float(pairs["attainment_cut"].median()), same=len(pairs) == 1)
