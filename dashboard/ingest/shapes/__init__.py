"""In which shapes do people keep their numbers? One file each; the first that fits the columns best reads them.

To add a shape: one file with a Shape, one line in SHAPES.
"""

from dashboard.ingest.shapes import deals, goals, long, metrics, rep_week, wide_weeks
from dashboard.ingest.shapes.shape import Shape

SHAPES: tuple[Shape, ...] = (
    metrics.PAGE,
    metrics.SHAPE,
    long.SHAPE,
    rep_week.SHAPE,
    deals.SHAPE,
    goals.SHAPE,
    wide_weeks.SHAPE,
)
