"""Does attainment go with the score in this team?"""

from math import atanh, sqrt, tanh

import numpy as np
import pandas as pd
import pytest

from dashboard.metrics.relation import correlations, interval, relation, scatter
from dashboard.model.cards import Flag

stats = pytest.importorskip("scipy.stats", reason="scipy is the outside value here")


def points(totals, attainments, state="scored"):
    """Return a week's table of reps with both numbers."""
    n = len(totals)
    words = {"rep_id": [f"r{k}" for k in range(n)], "name": "Rep", "team": "North", "state": state, "corner": "mentor"}
    lines = {"ssi_cut": 50.0, "attainment_cut": 0.5, "cut_at_medians": False, Flag.NEAR_LINE: False}
    return pd.DataFrame(words | lines | {"total": totals, "attainment": attainments})


def drawn(seed: int, n: int, rho: float = 0.5) -> tuple[np.ndarray, np.ndarray]:
    """Return scores and attainments that go together by so much, with ties."""
    random = np.random.default_rng(seed)
    x, noise = random.normal(size=n), random.normal(size=n)
    return np.round(50 + 10 * x), np.round(rho * x + sqrt(1 - rho**2) * noise, 1)


@pytest.mark.parametrize("seed", range(4))
def test_the_correlation_agrees_with_scipy(seed):
    """The outside value: scipy's Spearman, with ties."""
    x, y = drawn(seed, 20)
    found = relation(points(x, y))
    assert found.spearman == pytest.approx(stats.spearmanr(x, y).statistic)
    assert sorted([found.low or 0, found.spearman or 0, found.high or 0]) == [found.low, found.spearman, found.high]
    assert (found.n, found.sentence) == (20, "")


@pytest.mark.parametrize("seed", range(3))
def test_a_sample_with_repeats_is_ranked_as_scipy_ranks_it(seed):
    """Reps drawn twice are ties."""
    x, y = drawn(seed, 15)
    random = np.random.default_rng(seed)
    times = random.multinomial(15, np.full(15, 1 / 15), size=5)
    codes = [np.unique(each, return_inverse=True)[1] for each in (x, y)]
    expected = [stats.spearmanr(np.repeat(x, each), np.repeat(y, each)).statistic for each in times]
    assert correlations(*codes, times.astype(float)) == pytest.approx(expected)


@pytest.mark.parametrize(("seed", "n"), [(0, 12), (1, 25), (2, 60)])
def test_the_interval_is_that_of_scipys_bootstrap(seed, n):
    """The outside value: scipy.stats.bootstrap, percentile method, paired; both draw, so ends agree to 0.06."""
    x, y = drawn(seed, n)
    theirs = stats.bootstrap(
        (x, y),
        spearman,
        paired=True,
        vectorized=True,
        method="percentile",
        n_resamples=9999,
        rng=np.random.default_rng(3),
    ).confidence_interval
    found = relation(points(x, y))
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high), abs=0.06)


def spearman(a, b, axis=-1):
    """Return scipy's ranks put into Pearson's formula, many samples at once."""
    ranks = [stats.rankdata(each, axis=axis) for each in (a, b)]
    off = [each - each.mean(axis=axis, keepdims=True) for each in ranks]
    power = [(each**2).sum(axis=axis) for each in off]
    return (off[0] * off[1]).sum(axis=axis) / np.sqrt(power[0] * power[1])


def test_the_interval_is_about_that_of_bonett_and_wright():
    """Another way to the same: Fisher's z with sqrt((1 + r^2 / 2) / (n - 3)), over 200 reps."""
    x, y = drawn(5, 200)
    found = relation(points(x, y))
    z, reach = atanh(found.spearman or 0), 1.96 * sqrt((1 + (found.spearman or 0) ** 2 / 2) / 197)
    assert (found.low, found.high) == pytest.approx((tanh(z - reach), tanh(z + reach)), abs=0.03)


def test_the_same_week_has_the_same_interval():
    """Seeded: nothing changes from one look to the next."""
    codes = [np.unique(each, return_inverse=True)[1] for each in drawn(1, 14)]
    assert interval(*codes) == interval(*codes)


@pytest.mark.parametrize("n", [0, 1, 11])
def test_below_twelve_reps_no_number_is_given_and_the_sentence_says_why(n):
    """With 10 reps an r of .5 could be anything from -.19 to .86."""
    found = relation(points([float(k) for k in range(n)], [k / 10 for k in range(n)]))
    assert (found.n, found.spearman, found.low, found.high) == (n, None, None, None)
    assert found.sentence.startswith(f"{n} rep{'' if n == 1 else 's'} ha")
    assert "below 12" in found.sentence


def test_perfect_agreement_is_one():
    """From twelve on there is a number, and no sample of a straight line is anything but straight."""
    found = relation(points([float(k) for k in range(12)], [k / 10 for k in range(12)]))
    assert (found.n, found.spearman, found.low, found.high) == (12, 1, 1, 1)


def test_a_flat_line_relates_to_nothing():
    """All attainments equal: no number, and why."""
    found = relation(points([float(k) for k in range(12)], [0.5] * 12))
    assert found.spearman is None
    assert "same score or attainment" in found.sentence


def test_only_scored_reps_with_both_numbers_are_points():
    """Away, without a total, without an attainment: no point."""
    table = points([50, 50, np.nan, 50], [0.5, 0.5, 0.5, np.nan], ["scored", "on_leave", "scored", "scored"])
    assert scatter(table)["rep_id"].tolist() == ["r0"]
