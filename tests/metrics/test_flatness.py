"""Whose score rises without meetings, and who is not said so?"""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from dashboard.metrics.flatness import more, score_without_meetings
from dashboard.metrics.history import History
from dashboard.metrics.week import week_table
from dashboard.model.cards import Flag, Verdict
from dashboard.model.settings import Settings
from tests.metrics.drawn import DEFAULTS, WEEK, history, then

FLAT = "3 2 4 3 2 4 3 3"


def told(meetings: str, opened: str = "100 100 100 100 100 100 100 100", won: str = "0 0 0 0 0 0 0 0") -> History:
    """Return one rep's eight weeks of meetings, open and won money, the last of WEEK; "-" is not known."""
    lines = [
        f"ann {WEEK - timedelta(weeks=7 - place):%m-%d} EUR {counted} {money} {closed} 1000"
        for place, (counted, money, closed) in enumerate(
            zip(meetings.split(), opened.split(), won.split(), strict=True)
        )
    ]
    return history(
        "rep_id\nann", pipeline_text="\n".join(["rep_id week currency meetings open_pipeline won quota", *lines])
    )


def flagged(given: History, *, rising: bool = True) -> bool:
    """Tell whether the rep is marked."""
    (mark,) = score_without_meetings(given, WEEK, np.array([rising]))
    return bool(mark)


def test_a_rising_score_beside_as_many_meetings_as_before_is_marked():
    """Twelve meetings before, twelve since, the pipeline as it was."""
    assert flagged(told(FLAT))
    assert not flagged(told(FLAT), rising=False)


@pytest.mark.parametrize(
    ("meetings", "marked"),
    [
        ("3 3 3 3 5 5 4 4", True),  # 18 after 12: 1 in 5 by chance
        ("3 3 3 3 6 6 6 5", False),  # 23 after 12: 1 in 22 by chance
        ("3 3 3 3 1 1 1 1", True),  # fewer is not more
        ("0 0 0 0 0 0 0 0", True),  # none at all
        ("0 0 0 0 2 1 1 1", False),  # five where there were none: 1 in 32
    ],
)
def test_more_meetings_than_chance_would_bring_are_no_flat_line(meetings: str, marked: bool):
    """One-sided at 1 in 20, given the sum."""
    assert flagged(told(meetings)) is marked


@pytest.mark.parametrize("gap", range(8))
def test_a_week_without_a_count_says_nothing(gap: int):
    """Eight weeks are needed: not counted is not none."""
    counted = FLAT.split()
    counted[gap] = "-"
    assert not flagged(told(" ".join(counted)))


def test_a_pipeline_that_grows_is_a_result():
    """Open money up by more than a tenth, or a tenth of the quota won, in the four weeks."""
    assert not flagged(told(FLAT, opened="100 100 100 100 110 110 120 120"))
    assert flagged(told(FLAT, opened="100 100 100 100 105 105 105 105"))
    assert not flagged(told(FLAT, won="0 0 0 0 0 50 50 100"))
    assert flagged(told(FLAT, won="0 0 0 200 200 0 0 0"))


def test_without_any_money_the_meetings_decide():
    """A file of meetings alone is enough."""
    nothing = "- - - - - - - -"
    assert flagged(told(FLAT, opened=nothing, won=nothing))


def test_a_young_pipeline_says_nothing():
    """Four weeks of rows are no eight."""
    lines = [f"ann {WEEK - timedelta(weeks=back):%m-%d} 3" for back in range(4)]
    assert not flagged(history("rep_id\nann", pipeline_text="\n".join(["rep_id week meetings", *lines])))


@pytest.mark.parametrize(
    ("since", "before"), [(7, 1), (6, 2), (23, 12), (18, 12), (0, 0), (600, 500), (900, 700), (900, 850)]
)
def test_the_chance_is_that_of_scipys_binomial_test(since: int, before: int):
    """The outside value: scipy.stats.binomtest, one-sided."""
    stats = pytest.importorskip("scipy.stats", reason="scipy is the outside value here")
    chance = stats.binomtest(since, since + before, alternative="greater").pvalue if since + before else 1.0
    assert more(since, before) is bool(chance < 0.05)


def test_a_score_that_rises_without_meetings_is_marked():
    """Up beyond noise in four weeks beside the same number of meetings in each of eight; the others are not."""
    told = then(a="58 58", b="50 50", c="50 50", d="50 50", e="50 50")
    lines = [f"{rep} {WEEK - timedelta(weeks=back):%m-%d} 3" for rep in "abcde" for back in range(8)]
    met = replace(told, pipeline=history("rep_id", pipeline_text="\n".join(["rep_id week meetings", *lines])).pipeline)
    table = week_table(met, WEEK, Settings(), DEFAULTS).set_index("rep_id")
    assert table.loc["a", "verdict"] == Verdict.UP
    assert table[Flag.SCORE_WITHOUT_MEETINGS].tolist() == [True, False, False, False, False]
    assert not week_table(told, WEEK, Settings(), DEFAULTS)[Flag.SCORE_WITHOUT_MEETINGS].any()
