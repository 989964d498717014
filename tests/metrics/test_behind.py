"""How likely is a rep truly behind? Never for the wobble alone, and nearly always where the gap is real."""

import numpy as np
import pytest
from scipy import integrate, stats

from dashboard.metrics.behind import behind, of_lowest, spread

ONE = np.zeros(14, dtype=int)


def test_the_chance_is_that_of_the_integral() -> None:
    """Prior times likelihood by scipy's quadrature; two pillars, each with the spread of its own."""
    rng = np.random.default_rng(3)
    gaps, wobble = rng.normal(0, (2.0, 0.9), (14, 2)), rng.uniform(0.1, 0.5, (14, 2))
    told, wide = behind(gaps, wobble, ONE, 0.5), spread(gaps, wobble, ONE)
    for rep, pillar in ((0, 0), (3, 1), (9, 0)):
        gap, noise, prior = gaps[rep, pillar], wobble[rep, pillar] ** 0.5, wide[rep, pillar] ** 0.5

        def both(true, gap=gap, noise=noise, prior=prior):
            usual, apart = stats.norm.pdf(true, 0, prior), stats.norm.pdf(true, 0, np.hypot(prior, 4))
            return stats.norm.pdf(gap, true, noise) * (0.9 * usual + 0.1 * apart)

        below, every = (integrate.quad(both, -15, end, points=[-2, -0.5, 0, 2], limit=200)[0] for end in (-0.5, 15))
        assert told[rep, pillar] == pytest.approx(below / every, abs=1e-5)


def test_the_spread_is_what_the_wobble_leaves() -> None:
    """True gaps of variance 4 under a wobble of 1: found without bias; where nobody differs it is near none."""
    rng = np.random.default_rng(4)
    groups = np.repeat(np.arange(400), 14)
    noise = rng.normal(0, 1, (5600, 1))
    wide = spread(rng.normal(0, 2, (5600, 1)) + noise, np.ones((5600, 1)), groups)
    assert wide.mean() == pytest.approx(4, rel=0.05)
    assert np.median(spread(noise, np.ones((5600, 1)), groups)) < 0.05


def test_what_is_called_behind_is_behind() -> None:
    """Of gaps called four times in five behind or more, at least as many are, though they are the largest of many."""
    rng = np.random.default_rng(5)
    groups, true = np.repeat(np.arange(400), 14), rng.normal(0, 1, (5600, 1))
    told = behind(true + rng.normal(0, 0.7, true.shape), np.full(true.shape, 0.49), groups, 0.5) >= 0.8
    assert told.sum() > 300
    assert (true[told] < -0.5).mean() >= 0.85


def test_missing_gaps_and_new_reps_tell_nothing() -> None:
    """A gap that is not known has no chance; one far off that does not count makes nobody else stand apart."""
    gaps = np.array([[-1.5], [0.4], [-0.3], [np.nan], [-9.0]])
    counted, ones = np.array([True, True, True, True, False]), np.ones((5, 1))
    told = behind(gaps, ones, ONE[:5], 0.5, counted)
    assert told[0, 0] < 0.5 < behind(gaps, ones, ONE[:5], 0.5)[0, 0]
    assert np.isnan(told[3, 0])
    assert np.isnan(of_lowest(np.full((1, 4), np.nan), np.full((1, 4), np.nan))[0])


def test_nobody_is_nobody() -> None:
    """A desk without reps."""
    assert behind(np.empty((0, 4)), np.empty((0, 4)), ONE[:0], 0.5).shape == (0, 4)
