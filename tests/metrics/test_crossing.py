"""Which part of a plain change is the formula's is told of the rep's own points, and only across a shift."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from dashboard.metrics.crossing import of_change
from dashboard.metrics.scores import TOTAL
from dashboard.metrics.week import week_table
from dashboard.model.settings import Settings
from tests.metrics.drawn import DEFAULTS
from tests.metrics.test_formula import AT, SHIFTED, told, week


def test_seven_percent_of_the_start_are_the_formulas():
    """Of everybody's own total four weeks before, in each of the four weeks that cross the shift."""
    known = told()
    for place in (AT, AT + 3):
        start = known.scores.at(week(place) - timedelta(weeks=4))[:, TOTAL]
        found = of_change(known, week(place), 4, 5)
        assert [one.points for one in found] == pytest.approx((-0.07 * start).tolist(), abs=0.8)
        assert {one.weeks for one in found} == {(SHIFTED,)}


def test_before_and_after_the_shift_nothing_is():
    """Nor where no shift ever was."""
    known = told()
    assert not any(of_change(known, week(AT - 1), 4, 5))
    assert not any(of_change(known, week(AT + 4), 4, 5))
    assert not any(of_change(told(factor=1.0), week(AT + 1), 4, 5))


def test_the_card_has_it_where_there_is_a_change():
    """A change that is not known has no part that is the formula's."""
    known = told()
    gap = known.readings["week"].eq(np.datetime64(week(AT - 2))) & known.readings["rep_id"].eq("r0000")
    table = week_table(replace(known, readings=known.readings[~gap]), week(AT + 2), Settings(), DEFAULTS)
    assert table["change_4w"].isna().sum() == 1
    assert (table["change_carried"].isna() == table["change_4w"].isna()).all()
