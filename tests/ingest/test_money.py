"""Amounts with their currency and size, as CRM exports and managers write them."""

import datetime as dt
import math

import pytest
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.currencies import CODES, MARKS, SCALES, UNCLEAR, unit
from dashboard.ingest.money import money
from tests.ingest.columns import ANYTHING, PATIENT, column, of, values_of

AMOUNTS = [
    ("$4,800.00", 4800, "USD"),
    ("4800", 4800, ""),
    ("(200)", -200, ""),
    ("-50", -50, ""),
    ("50-", -50, ""),
    ("($1,200)", -1200, "USD"),
    ("$ (200)", -200, "USD"),
    ("-$50", -50, "USD"),
    ("$-50", -50, "USD"),
    ("€ −50", -50, "EUR"),
    ("USD 1,200", 1200, "USD"),
    ("1200 EUR", 1200, "EUR"),
    ("1200 eur", 1200, "EUR"),
    ("45k", 45000, ""),
    ("210.5K", 210500, ""),
    ("1.2M", 1200000, ""),
    ("$0.98m", 980000, "USD"),
    ("$2.05M", 2050000, "USD"),
    ("$1.204M", 1204000, "USD"),
    ("1,204 Mio. €", 1204000, "EUR"),
    ("1,2 Mio", 1200000, ""),
    ("3 Mrd. €", 3_000_000_000, "EUR"),
    ("€1.2bn", 1_200_000_000, "EUR"),
    ("$1.5B", 1_500_000_000, "USD"),
    ("12 Tsd. EUR", 12000, "EUR"),
    ("TEUR 12", 12000, "EUR"),
    ("12 T€", 12000, "EUR"),
    ("450 k€", 450000, "EUR"),
    ("$k 450", 450000, "USD"),
    ("R$ 450 mil", 450000, "BRL"),
    ("₹12 lakh", 1_200_000, "INR"),
    ("₹1.2 Cr", 12_000_000, "INR"),
    ("1.204.500,00 €", 1204500, "EUR"),
    ("1.204.500,00\u00a0€", 1204500, "EUR"),
    ("1 234,56 €", 1234.56, "EUR"),
    ("1\u202f234,56\u202f€", 1234.56, "EUR"),
    ("CHF 1'204.50", 1204.5, "CHF"),
    ("Fr. 450.–", 450, "CHF"),
    ("450,- €", 450, "EUR"),
    ("$.50", 0.5, "USD"),
    ("kr.500", 500, ""),
    ("1200EUR", 1200, "EUR"),
    ("EUR1200", 1200, "EUR"),
    ("US$ 7", 7, "USD"),
    ("7,50 $US", 7.5, "USD"),
    ("7,50 $ CA", 7.5, "CAD"),
    ("7,50 £GB", 7.5, "GBP"),
    ("R$ 5", 5, "BRL"),
    ("A$ 5", 5, "AUD"),
    ("£5", 5, "GBP"),
    ("¥500", 500, "JPY"),
    ("5 zł", 5, "PLN"),
    ("$1,500,000.00 ", 1500000, "USD"),
    ("1.2E+06", 1200000, ""),
    (95250, 95250, ""),
    (0, 0, ""),
    ("$0", 0, "USD"),
]
NOT_MONEY = [
    *["abc", "5 apples", "45k-60k", "50-60", "~45k", ">50k", "ca. 45k", "45k?", "5 %", "1.2.2026", "(50", "$€5", "5kk"],
    *["$450 mil", "45 all", "#REF!", "inf", "2 deals", "$", "1.2T", True, dt.date(2026, 11, 16), float("inf")],
]


def test_french_milliards_may_be_glued():
    """`2 Md€` is as good as `2 Md €`."""
    assert values_of(money(column("2 Md€", "2 Mds €", "1,5 Md €"))).tolist() == [2e9, 2e9, 1.5e9]


@pytest.mark.parametrize(("cell", "value", "currency"), AMOUNTS, ids=repr)
def test_amounts_as_written(cell, value, currency):
    """One amount alone: number, sign, size and currency; 2.05M is exact."""
    found = money(column(cell))
    assert values_of(found).tolist() == [value]
    assert found.currency.tolist() == [currency]
    assert not found.bad.any()


@pytest.mark.parametrize("cell", NOT_MONEY, ids=repr)
def test_what_is_no_amount_is_bad(cell):
    """Ranges, estimates, other units and words are reported, not guessed."""
    found = money(column(cell, "5"))
    assert found.bad.tolist() == [True, False]
    assert math.isnan(values_of(found)[0])
    assert found.currency.tolist() == ["", ""]


def test_minus_one_is_unknown():
    """-1 is missing and marked as unknown, as number, text or with a sign; -1k is an amount."""
    found = money(column(-1, "-1", "-1.00", "$-1", "-1k", "-12"))
    assert found.unknown.tolist() == [True, True, True, True, False, False]
    assert values_of(found).isna().tolist() == [True, True, True, True, False, False]
    assert money(column(-1, 5)).unknown.tolist() == [True, False]


def test_blank_amounts_are_missing():
    """Blank, TBD and a dash are no zero, no problem and not marked as -1."""
    found = money(column("", "TBD", "—", None, "$5"))
    assert values_of(found).isna().tolist() == [True, True, True, True, False]
    assert not (found.bad | found.unknown).any()


@pytest.mark.parametrize(
    ("cells", "values", "decimal"),
    [
        (["1,204", "450,000"], [1204, 450000], "."),
        (["1.204", "450.000"], [1204, 450000], ","),
        (["1.204", "1.204.500,00 €"], [1204, 1204500], ","),
        (["$1,204", "$18.40"], [1204, 18.4], "."),
        (["€1.204M", "€450k"], [1204000, 450000], "."),
        (["1,204k", "1.5M"], [1204000, 1500000], "."),
    ],
    ids=repr,
)
def test_three_digits_after_a_separator(cells, values, decimal):
    """Alone they are thousands, beside M they are decimals, and the column's proof overrules both."""
    found = money(of(cells))
    assert values_of(found).tolist() == values
    assert found.decimal == decimal
    assert not found.undecidable


@pytest.mark.parametrize("cells", [["1,204", "1.204"], ["45000.00", "1.204"], ["18,40 €", "1,204 €"]], ids=repr)
def test_doubtful_thousands_are_told(cells):
    """Both separators without proof, and three decimals where the column proves decimals, are worth asking."""
    assert money(of(cells)).undecidable


def test_a_stray_amount_is_mixed():
    """An amount with the other decimal sign is read as it must be, and marked."""
    found = money(column("$1,250.50", "$99.90", "18,40"))
    assert values_of(found).tolist() == [1250.5, 99.9, 18.4]
    assert found.mixed.tolist() == [False, False, True]


def test_shared_marks_name_no_currency():
    """ "kr" is one of four currencies: the amount is read, the mark handed on."""
    found = money(column("kr 500", "500 kr.", "500"))
    assert found.currency.tolist() == ["", "", ""]
    assert found.unclear.tolist() == ["kr", "kr", ""]


def test_marks_agree_with_iso():
    """Every mark means an active code, and no size is a mark at the same time."""
    assert set(MARKS.values()) <= CODES
    assert {code for codes in UNCLEAR.values() for code in codes} <= CODES
    assert not set(SCALES) & (set(MARKS) | set(UNCLEAR))


def test_codes_that_are_words_need_capitals():
    """ "ALL" is the lek, "all" is not."""
    assert unit("ALL") is not None
    assert unit("all") is None


@PATIENT
@given(
    st.sampled_from(["en_US", "de_DE", "de_CH", "fr_FR", "es_ES", "pt_BR", "pt_PT", "en_IN"]),
    st.sampled_from(["EUR", "USD", "CHF", "BRL", "GBP", "SEK"]),
    st.lists(st.decimals(-(10**8), 10**8, places=2), min_size=1, max_size=20),
)
def test_every_locale_reads_back(locale, code, values):
    """A column of one currency written by any supported locale reads back, but for -1."""
    cells = [format_currency(value, code, locale=locale) for value in values]
    found = money(of(cells))
    assert values_of(found).fillna(-1).tolist() == [float(value) for value in values]
    assert set(found.currency) | set(found.unclear) - {""} <= {code, "", "kr"}
    assert not (found.bad | found.mixed).any()


@PATIENT
@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=20), st.sampled_from(["$", "€", "", "USD "]))
def test_the_fast_path_agrees_with_the_careful_one(values, mark):
    """A column of one pattern reads as it does beside a cell of another."""
    cells = [f"{mark}{value / 100:,.2f}" for value in values]
    alone, beside = money(of(cells)), money(of([*cells, "45k"]))
    assert values_of(alone).tolist() == values_of(beside)[:-1].tolist() == [value / 100 for value in values]
    assert alone.currency.tolist() == beside.currency[:-1].tolist()


@PATIENT
@given(st.lists(ANYTHING, max_size=8), st.sampled_from([None, ".", ","]))
def test_nothing_raises(cells, decimal):
    """Whatever the cells are, each is an amount, blank, unknown or bad."""
    found = money(of(cells), decimal=decimal)
    there = values_of(found).notna()
    assert not ((there & found.bad) | (there & found.unknown) | (found.bad & found.unknown)).any()
    assert not values_of(found).isin([math.inf, -math.inf]).any()
