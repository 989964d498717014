"""What the best week brought, and whose good results have lasted."""

from datetime import timedelta

import numpy as np
import pytest

from dashboard.metrics.best_week import best_week
from dashboard.metrics.history import History
from dashboard.metrics.week import week_table
from dashboard.model.cards import Flag
from dashboard.model.settings import Settings
from tests.metrics.drawn import DEFAULTS, WEEK, history


def attained(**reps: str) -> History:
    """Return reps of 40 points with an attainment in each week, in percent, the last of WEEK; "-" is not known."""
    lines, scores = ["rep_id week currency attainment"], ["rep_id week total"]
    for rep, text in reps.items():
        weeks = text.split()
        for back, percent in enumerate(reversed(weeks)):
            day = f"{WEEK - timedelta(weeks=back):%m-%d}"
            scores.append(f"{rep} {day} 40")
            lines += [f"{rep} {day} EUR {int(percent) / 100}"] if percent != "-" else []
    return history("\n".join(["rep_id", *reps]), "\n".join(scores), "\n".join(lines))


@pytest.mark.parametrize(
    ("weeks", "best"),
    [
        ("8 8 31 36", 0.23),
        ("36", 0.0),
        ("8 - 31 36", 0.23),
        ("90 95 0 7 7", 0.07),
        ("90 95 9 12", 0.09),
        ("- 20 25 24", 0.05),
        ("- -", 0.0),
    ],
)
def test_the_best_week_is_the_largest_rise_since_the_attainment_began_anew(weeks: str, best: float) -> None:
    """23 of 36 % came in a week; of one week alone nothing is known; a new quota begins at zero again."""
    assert best_week(attained(ann=weeks), WEEK).round(6).tolist() == [best]


def test_the_best_week_lies_in_the_last_quarter() -> None:
    """Thirteen weeks after the only deal it is forgotten, if the quota still runs."""
    assert best_week(attained(ann=" ".join(["5", *["40"] * 13])), WEEK).round(6).tolist() == [0.35]
    assert best_week(attained(ann=" ".join(["5", *["40"] * 14])), WEEK).tolist() == [0.0]


def marks(weeks: str) -> tuple[bool, bool]:
    """Return whether a rep of 40 points (line: 50) is near a line, and whether barely above that of half a quota."""
    row = week_table(attained(ann=weeks), WEEK, Settings(), DEFAULTS).iloc[0]
    return bool(row[Flag.NEAR_LINE]), bool(row[Flag.BARELY_ABOVE])


@pytest.mark.parametrize(
    ("weeks", "near", "barely"),
    [
        ("30 40 50 53 70 80 90", False, True),  # three weeks ago it was near the line
        ("50 60 65 70 75 80 90", False, False),  # clear since 65
        ("60", False, False),  # one week is all that is known
        ("59", False, True),  # less than ten beyond the line
        ("54", True, False),
        ("20 20 20 70", True, False),  # without the best week 20
        ("10 20 30 40 48 70 70 70 70", False, True),  # without it 48
        ("10 20 30 40 50 70 70 70 70", False, False),  # without it 50
        ("10 20 30 40 40 40 40", False, False),  # below the line there is nothing to be left alone for
    ],
)
def test_results_are_built_on_once_they_stood_clearly_above_for_four_weeks(
    weeks: str, near: bool, barely: bool
) -> None:
    """With the best week and without; before that they are near a line, or barely above it."""
    assert marks(weeks) == (near, barely)


def test_nothing_known_marks_nobody() -> None:
    """A desk without any pipeline has no corners."""
    told = week_table(attained(ann="- - -"), WEEK, Settings(), DEFAULTS)
    assert not np.any(told[[Flag.NEAR_LINE, Flag.BARELY_ABOVE]])
