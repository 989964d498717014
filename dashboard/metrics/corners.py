"""Where does a rep stand in SSI x attainment, and where do high and low part?"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.metrics.grid import NOWHERE, Floats, Marks, Words, choose
from dashboard.model.cards import Corner, Cuts
from dashboard.model.near import NEAR_ATTAINMENT
from dashboard.model.settings import Settings

SSI_CUT = 50.0
"""Points: half of the scale, where fewer reps than a median needs have both numbers."""

ATTAINMENT_CUT = 0.5
"""Fraction of the quota, likewise."""

_CORNERS = (Corner.BUILD_HABITS, Corner.LEAVE_ALONE, Corner.CONVERT, Corner.MENTOR)


@dataclass(frozen=True)
class Corners:
    """Per rep: the corner (None without both numbers), whether it is too near a line to call; and the lines.

    `little` marks results so little above their line that two small deals could change the side.
    """

    corner: Words
    near: Marks
    little: Marks
    cuts: Cuts


def corners(
    total: Floats,
    attainment: Floats,
    shown: Marks,
    settings: Settings,
    counted: Marks | None = None,
    best: Floats | None = None,
) -> Corners:
    """Return the corner of each rep shown who has both numbers; on a line is high.

    The lines are the medians of the reps counted (all those shown unless given): of their totals, which is the median
    the week is headed by, and of their attainments. Fewer than `min_peers` of either: 50 points, half of the quota. One
    pair of lines for the whole view: a picture in which a rep stands on the wrong side of its own line is not believed.
    Near is closer than the smallest change of a total worth mentioning, or than NEAR_ATTAINMENT, or as far below the
    line for results once the best week is taken off (`best`: what it brought, as a fraction of the quota). Little is
    less than twice as far above it, or below it without the best week: between near and clear there is room for a
    small deal, so that none turns advice for low results into advice for high ones.

    >>> both = corners(np.array([60.0, 49.0]), np.array([0.2, 0.9]), np.array([True, True]), Settings())
    >>> both.corner.tolist(), both.near.tolist()
    ([<Corner.CONVERT: 'convert'>, <Corner.LEAVE_ALONE: 'leave_alone'>], [False, True])
    """
    known = ~np.isnan(total)
    reached, among = shown & known & ~np.isnan(attainment), known & (shown if counted is None else counted)
    cuts = _cuts(total[among], attainment[among & reached], settings.min_peers)
    place = 2 * (total >= cuts.ssi).astype(int) + (attainment >= cuts.attainment)
    near_ssi = _nearer(total, cuts.ssi, settings.min_change_total)
    by, rest = _lead(attainment, cuts.attainment, best)
    near = near_ssi | (np.abs(by) < NEAR_ATTAINMENT) | ((by >= 0) & (rest < -NEAR_ATTAINMENT))
    little = (by >= 0) & ((by < 2 * NEAR_ATTAINMENT) | (rest < 0))
    return Corners(choose(_CORNERS, np.where(reached, place, NOWHERE)), reached & near, reached & little, cuts)


def _lead(attainment: Floats, cut: float, best: Floats | None) -> tuple[Floats, Floats]:
    """Return by how much attainments lie above the line, with and without the best week, free of binary dust."""
    by = attainment - cut
    return np.round(by, 6), np.round(by - (0.0 if best is None else best), 6)


def _cuts(totals: Floats, attainments: Floats, min_peers: int) -> Cuts:
    many = len(totals) >= min_peers, len(attainments) >= min_peers
    ssi = float(np.median(totals)) if many[0] else SSI_CUT
    return Cuts(round(ssi, 6), float(np.median(attainments)) if many[1] else ATTAINMENT_CUT, all(many))


def _nearer(values: Floats, cut: float, than: float) -> Marks:
    """Mark what is nearer to the line, free of the dust of binary fractions."""
    return np.round(np.abs(values - cut), 6) < than


def cuts(rows: pd.DataFrame) -> Cuts:
    """Return the lines of the reps in one table (of `week_table` or `scatter`).

    >>> cuts(pd.DataFrame({"ssi_cut": [55.0], "attainment_cut": [0.4], "cut_at_medians": [True]}))
    Cuts(ssi=55.0, attainment=0.4, medians=True)
    """
    if rows.empty:
        return Cuts(SSI_CUT, ATTAINMENT_CUT, medians=False)
    first = rows.iloc[0]
    return Cuts(float(first["ssi_cut"]), float(first["attainment_cut"]), bool(first["cut_at_medians"]))
