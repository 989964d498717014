"""What is new in each week of a sticky number that is rounded coarsely? The filter of Kalman (1960) takes both apart.

The deviation of a week is that of the week before, as far as it sticks, plus an innovation; what is read is rounded.
Taken for innovations, rounding hides how much sticks.
"""

from dataclasses import dataclass

import numpy as np

from dashboard.metrics.grid import Floats


@dataclass(frozen=True)
class News:
    """By week, series and size of an innovation: what the weeks before did not tell, in points.

    `lever` is how much of it an unknown level of the series makes, `spread` its variance. A missing week has 0, 0, 1.
    """

    rest: Floats
    lever: Floats
    spread: Floats


def news(series: Floats, stick: float, sizes: Floats, rounding: float) -> News:
    """Return the news of each series (rows; points by week, NaN missing) for one stickiness and each size.

    `rounding` is the variance of rounding, in points squared.
    """
    seen = ~np.isnan(series)
    told = np.where(seen, series, 0.0)
    shape = (len(series), len(sizes))
    spread = np.broadcast_to(sizes**2 / (1 - stick**2), shape).copy()
    value, level = np.zeros(shape), np.zeros(shape)
    out = News(*(np.empty((series.shape[1], *shape)) for _ in range(3)))
    for week in range(series.shape[1]):
        known = seen[:, [week]]
        rest, lever = known * (told[:, [week]] - value), known * (1 - level)
        total = spread + rounding
        gain = known * spread / total
        out.rest[week], out.lever[week], out.spread[week] = rest, lever, np.where(known, total, 1.0)
        value, level = stick * (value + gain * rest), stick * (level + gain * lever)
        spread = stick**2 * spread * (1 - gain) + sizes**2
    return out
