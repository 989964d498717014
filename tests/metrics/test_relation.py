"""Does attainment go with the score in this team?"""

import numpy as np
import pandas as pd
import pytest

from dashboard.metrics.relation import relation, scatter
from dashboard.model.cards import Flag

stats = pytest.importorskip("scipy.stats", reason="scipy is the outside value here")


def points(totals, attainments, state="scored"):
    """Return a week's table of reps with both numbers."""
    n = len(totals)
    words = {"rep_id": [f"r{k}" for k in range(n)], "name": "Rep", "team": "North", "state": state, "corner": "mentor"}
    lines = {"ssi_cut": 50.0, "attainment_cut": 0.5, "cut_at_medians": False, Flag.NEAR_LINE: False}
    return pd.DataFrame(words | lines | {"total": totals, "attainment": attainments})


@pytest.mark.parametrize("seed", range(4))
def test_the_correlation_agrees_with_scipy(seed):
    """The outside value: scipy's Spearman, with ties."""
    random = np.random.default_rng(seed)
    x, y = random.integers(30, 70, 20).astype(float), random.integers(0, 8, 20) / 8
    found = relation(points(x, y))
    assert found.spearman == pytest.approx(stats.spearmanr(x, y).statistic)
    assert sorted([found.low or 0, found.spearman or 0, found.high or 0]) == [found.low, found.spearman, found.high]
    assert found.n == 20


def test_the_interval_is_that_of_bonett_and_wright():
    """Squared rank distances add up to 90: r = 1 - 6 x 90 / (12 x 143) = .6853, z = .8391.

    se = sqrt((1 + .6853^2 / 2) / 9) = .3704, reach 1.96 x se = .7260, so tanh(.1131) = .1126 and tanh(1.5651) = .9162.
    """
    shuffled = [1, 6, 2, 0, 8, 3, 4, 11, 5, 7, 9, 10]
    found = relation(points([float(k) for k in range(12)], [k / 12 for k in shuffled]))
    assert (found.spearman, found.low, found.high) == pytest.approx((0.6853, 0.1126, 0.9162), abs=2e-4)


@pytest.mark.parametrize("n", [0, 1, 11])
def test_below_twelve_reps_no_number_is_given_and_the_sentence_says_why(n):
    """With 10 reps an r of .5 could be anything from -.19 to .86."""
    found = relation(points([float(k) for k in range(n)], [k / 10 for k in range(n)]))
    assert (found.n, found.spearman, found.low, found.high) == (n, None, None, None)
    assert found.sentence.startswith(f"{n} rep{'' if n == 1 else 's'} ha")
    assert "below 12" in found.sentence


def test_from_twelve_on_the_interval_and_the_number_of_reps_are_told():
    """Perfect agreement is 1."""
    found = relation(points([float(k) for k in range(12)], [k / 10 for k in range(12)]))
    assert (found.spearman, found.low, found.high) == (1, 1, 1)
    assert "over 12 reps" in found.sentence


def test_a_negative_figure_has_a_true_minus_sign():
    """Scores and attainments in opposite order."""
    assert "Rank correlation −1.00 over 12 reps" in relation(points(list(range(12)), list(range(12, 0, -1)))).sentence


def test_a_flat_line_relates_to_nothing():
    """All attainments equal: no number, and why."""
    found = relation(points([float(k) for k in range(12)], [0.5] * 12))
    assert found.spearman is None
    assert "same score or attainment" in found.sentence


def test_only_scored_reps_with_both_numbers_are_points():
    """Away, without a total, without an attainment: no point."""
    table = points([50, 50, np.nan, 50], [0.5, 0.5, 0.5, np.nan], ["scored", "on_leave", "scored", "scored"])
    assert scatter(table)["rep_id"].tolist() == ["r0"]
