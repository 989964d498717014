"""Shares of a quota, and ranks."""

import math

import pytest
from babel.numbers import format_percent
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.percents import fractions, top_percent
from tests.ingest.columns import ANYTHING, PATIENT, column, of, values_of


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        ([0.4677, "25%", 1.1557], [0.4677, 0.25, 1.1557]),
        (["46,8 %", "115,6 %"], [0.468, 1.156]),
        ([46.8, 115.6, 0], [0.468, 1.156, 0]),
        (["46.8", "115.6"], [0.468, 1.156]),
        (["46.8", "25%"], [0.468, 0.25]),
        (["0.45", "1"], [0.45, 1.0]),
        ([0, 1], [0, 1.0]),
        (["-5 %"], [-0.05]),
        ([40, 100], [0.4, 1.0]),
    ],
    ids=repr,
)
def test_fractions(cells, values):
    """Percent signs speak for their cell; bare numbers are fractions or percent points together."""
    found = fractions(of(cells))
    assert values_of(found).tolist() == values
    assert not (found.bad | found.mixed).any()
    assert not found.undecidable


def test_bare_shares_in_between_are_undecidable():
    """With 5 as the largest, 500 % and 5 % are both possible."""
    assert fractions(column(5, 2.5)).undecidable


def test_small_ones_among_percent_points_are_worth_a_look():
    """0.45 beside 95 is read as 0.45 % like the rest, and marked: it may be a fraction."""
    found = fractions(column(95, 0.45, 80))
    assert values_of(found).tolist() == [0.95, 0.0045, 0.8]
    assert found.mixed.tolist() == [False, True, False]


@pytest.mark.parametrize("cell", ["abc", "%", "50% - 60%", True, "#DIV/0!", 1e298], ids=repr)
def test_what_is_no_share_is_bad(cell):
    """Words, errors and ranges are bad."""
    assert fractions(column(cell)).bad.tolist() == [True]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("Top 9 %", 9),
        ("Top 9%", 9),
        ("top: 9", 9),
        ("Primeiros 9%", 9),
        ("Primeros 9 %", 9),
        ("Oberste 9 %", 9),
        ("Les 9 % premiers", 9),
        ("9", 9),
        (9, 9),
        (0.09, 9),
        ("0.09", 9),
        ("0,09", 9),
        (0.07, 7),
        ("1", 1),
        (1, 1),
        ("0.5 %", 0.5),
        (100, 100),
    ],
    ids=repr,
)
def test_ranks(cell, value):
    """All spellings of one rank are one number of percent."""
    found = top_percent(column(cell))
    assert values_of(found).tolist() == [value]
    assert not found.bad.any()


@pytest.mark.parametrize("cell", ["Bottom 9 %", "0", 101, "-9", "ninth", "9th percentile", "0 %"], ids=repr)
def test_what_is_no_rank_is_bad(cell):
    """Percentiles count the other way, and nothing is outside 0-100."""
    found = top_percent(column(cell))
    assert found.bad.tolist() == [True]
    assert math.isnan(values_of(found)[0])


@PATIENT
@given(
    st.sampled_from(["en_US", "de_DE", "de_CH", "fr_FR", "es_ES", "pt_BR"]),
    st.lists(st.integers(0, 3000), min_size=1, max_size=20),
)
def test_every_locale_reads_back(locale, values):
    """Percentages with one decimal read back as fractions in every locale."""
    found = fractions(of(format_percent(value / 1000, format="#,##0.0 %", locale=locale) for value in values))
    assert values_of(found).tolist() == [value / 1000 for value in values]


@PATIENT
@given(st.lists(ANYTHING, max_size=8))
def test_nothing_raises(cells):
    """Whatever the cells are, each is a finite number, blank or bad."""
    for found in (fractions(of(cells)), top_percent(of(cells))):
        assert not (values_of(found).notna() & found.bad).any()
        assert not values_of(found).isin([math.inf, -math.inf]).any()
