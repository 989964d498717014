"""Which pillar is furthest behind, and how sure is that?"""

import numpy as np
import pytest
from scipy import integrate, stats

from dashboard.metrics.close import furthest, lowest_chances, smallest
from dashboard.metrics.normal import above, erfc, outside
from dashboard.model.pillars import PILLARS, Pillar


@pytest.mark.parametrize("place", range(4))
def test_the_furthest_behind_is_the_weakest(place):
    """Each pillar can be the weakest; the gap is its distance to the baseline."""
    gaps = np.full((1, 4), 1.0)
    gaps[0, place] = -2.5
    pillar, gap = smallest(gaps)
    assert (pillar[0], gap[0]) == (PILLARS[place], -2.5)


def test_nothing_known_has_no_weakest():
    """Missing is not the weakest, and nothing is sure of it."""
    found = furthest(np.full((1, 4), np.nan), np.full((1, 4), 0.2))
    assert (found.pillar[0], found.runner_up[0]) == (None, None)
    assert np.isnan([found.gap[0], found.confidence[0]]).all()


def test_chances_are_those_of_the_integral():
    """The same by scipy's quadrature, with wobbles of different size and a missing pillar."""
    gaps, spread = np.array([-2.0, -1.6, 0.5, np.nan]), np.array([0.4, 0.9, 0.6, 0.5])

    def alone(place):
        others = [other for other in range(3) if other != place]
        return integrate.quad(
            lambda at: (
                stats.norm.pdf(at, gaps[place], spread[place])
                * np.prod([stats.norm.sf(at, gaps[other], spread[other]) for other in others])
            ),
            -8,
            8,
        )[0]

    told = lowest_chances(gaps[None], spread[None] ** 2)[0]
    assert told == pytest.approx([*(alone(place) for place in range(3)), 0.0], abs=2e-3)
    assert told.sum() == pytest.approx(1, abs=2e-3)


def test_a_close_call_names_the_other_pillar():
    """Two within a tenth of a point of each other: half sure, and the other is named; far apart nobody is."""
    close = furthest(np.array([[2.0, -2.0, -1.9, 2.0], [2.0, -5.0, -1.9, 2.0]]), np.full((2, 4), 0.25))
    assert close.pillar.tolist() == [Pillar.PEOPLE] * 2
    assert close.runner_up.tolist() == [Pillar.INSIGHTS, None]
    assert close.confidence[0] == pytest.approx(0.556, abs=0.01)
    assert close.confidence[1] > 0.99


def test_the_only_pillar_there_is_has_no_rival():
    """One pillar known: it is the one, and no other is named."""
    found = furthest(np.array([[np.nan, -1.0, np.nan, np.nan]]), np.full((1, 4), 0.25))
    assert (found.confidence[0], found.runner_up[0]) == (pytest.approx(1), None)


def test_the_normal_distribution_is_that_of_scipy():
    """Tails to one part in a million, far out too."""
    z = np.linspace(-8, 8, 161)
    assert above(z) == pytest.approx(stats.norm.sf(z), rel=1e-6)
    assert outside(z) == pytest.approx(2 * stats.norm.sf(np.abs(z)), rel=1e-6)
    assert erfc(np.array([0.5])) == pytest.approx(2 * stats.norm.sf(0.5 * 2**0.5), rel=1e-6)
