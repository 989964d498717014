"""How likely is a normal number to lie beyond a bound? (without scipy, whose import takes a second)"""

import numpy as np

from dashboard.metrics.grid import Floats

NINETY = 1.644854
"""Standard deviations to either side of the mean that hold 90 % of a normal distribution."""
_SERIES = (
    -1.26551223,
    1.00002368,
    0.37409196,
    0.09678418,
    -0.18628806,
    0.27886807,
    -1.13520398,
    1.48851587,
    -0.82215223,
    0.17087277,
)
"""Chebyshev's series of Press et al., Numerical Recipes, 6.2: off by less than 1.2e-7 of the value."""


def erfc(values: Floats) -> Floats:
    """Return the complementary error function of each value.

    >>> erfc(np.array([0.0, 1.0, -1.0])).round(6).tolist()
    [1.0, 0.157299, 1.842701]
    """
    size = np.abs(values)
    part = 1 / (1 + size / 2)
    power = np.zeros_like(part)
    for each in reversed(_SERIES):
        power = power * part + each
    tail = part * np.exp(power - size**2)
    return np.where(values >= 0, tail, 2 - tail)


def outside(deviations: Floats) -> Floats:
    """Return the chance of lying so many standard deviations out, on either side.

    >>> outside(np.array([1.96])).round(3).tolist()
    [0.05]
    """
    return erfc(np.abs(deviations) / np.sqrt(2))


def above(deviations: Floats) -> Floats:
    """Return the chance of lying above a bound so many standard deviations over the mean.

    >>> above(np.array([0.0, 1.6449])).round(3).tolist()
    [0.5, 0.05]
    """
    return erfc(deviations / np.sqrt(2)) / 2
