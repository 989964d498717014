"""Where does a rep stand in SSI x attainment, and where do high and low part?"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.metrics.grid import NOWHERE, Floats, Marks, Words, choose
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


def corners(total: Floats, attainment: Floats, scored: Marks, min_peers: int) -> Corners:
    """Return each scored rep's corner; high means at or above the median of the reps of the view with both numbers.

    Where fewer than `min_peers` have both, high begins at 50 points and at half of the quota. One pair of cuts for the
    whole view: a picture in which a rep stands on the wrong side of its own line is not believed.

    >>> both = corners(np.array([60.0, 40.0]), np.array([0.2, 0.9]), np.array([True, True]), 5)
    >>> both.corner.tolist()
    [<Corner.CONVERT: 'convert'>, <Corner.LEAVE_ALONE: 'leave_alone'>]
    """
    has_both = scored & ~np.isnan(total) & ~np.isnan(attainment)
    known = np.column_stack([total, attainment])[has_both]
    ssi, quota = np.median(known, axis=0) if len(known) >= min_peers else (SSI_CUT, ATTAINMENT_CUT)
    place = 2 * (total >= ssi).astype(int) + (attainment >= quota)
    everywhere = np.ones(len(total))
    return Corners(choose(_CORNERS, np.where(has_both, place, NOWHERE)), ssi * everywhere, quota * everywhere)


@dataclass(frozen=True)
class Cuts:
    """Where the corners of a picture part: points, and a fraction of the quota."""

    ssi: float
    attainment: float


def cuts(points: pd.DataFrame) -> Cuts:
    """Return the cuts of the reps in one picture (rows of `scatter`).

    >>> cuts(pd.DataFrame({"ssi_cut": [55.0, 55.0], "attainment_cut": [0.4, 0.4]}))
    Cuts(ssi=55.0, attainment=0.4)
    """
    if points.empty:
        return Cuts(SSI_CUT, ATTAINMENT_CUT)
    return Cuts(float(points["ssi_cut"].iloc[0]), float(points["attainment_cut"].iloc[0]))
