"""Are words on the command line understood, or refused in a sentence?"""

from datetime import date

import click
import pytest

from dashboard.cli.options import ANSWER, DAY, PERIOD


def test_a_day_is_iso():
    """Days are written as in every file of the product."""
    assert DAY.convert("2026-11-16", None, None) == date(2026, 11, 16)


@pytest.mark.parametrize("wrong", ["16.11.2026", "yesterday", "2026-13-01", ""])
def test_what_is_no_day_is_refused(wrong):
    """A wrong date names the right way to write it."""
    with pytest.raises(click.BadParameter, match="write it like 2026-11-16"):
        DAY.convert(wrong, None, None)


@pytest.mark.parametrize("far", ["0001-01-01", "9999-12-31", "1999-12-31"])
def test_a_day_of_another_century_is_refused(far):
    """A slip of the year is told before any week is counted from it."""
    with pytest.raises(click.BadParameter, match="2000 to 2100"):
        DAY.convert(far, None, None)


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("date_order=dmy", ("date_order", "dmy")),
        ("scale=percent", ("scale", "percent")),
        ("link=sure", ("link", "sure")),
        ("scale:Brand = score=percent", ("scale:Brand = score", "percent")),
        ("link:José García=new", ("link:José García", "new")),
        ("rep=Ana = Lima", ("rep", "Ana = Lima")),
        ("rep:ana.csv=Ana Lima", ("rep:ana.csv", "Ana Lima")),
        ("column:Points (max 25)=ignore", ("column:Points (max 25)", "ignore")),
    ],
)
def test_answers_have_a_key_and_a_value(written, understood):
    """A header with an equals sign in it keeps it."""
    assert ANSWER.convert(written, None, None) == understood


@pytest.mark.parametrize("wrong", ["date_order", "=dmy", "scale=", "colour=blue", "link:Ana", "link=ana"])
def test_an_answer_nobody_asked_for_is_refused(wrong):
    """A misspelt key is told at once instead of being ignored."""
    with pytest.raises(click.BadParameter, match=r"no answer|No question|Only link=sure"):
        ANSWER.convert(wrong, None, None)


@pytest.mark.parametrize("written", ["quarter", "month", "year", "all", "2026-01-01:2026-03-31"])
def test_periods(written):
    """A period is a known span or two days."""
    assert PERIOD.convert(written, None, None) == written


@pytest.mark.parametrize("wrong", ["week", "2026-03-31:2026-01-01", "2026-01-01", "a:b", "::"])
def test_what_is_no_period_is_refused(wrong):
    """A span that ends before it begins is none."""
    with pytest.raises(click.BadParameter, match="no period"):
        PERIOD.convert(wrong, None, None)
