"""Numbers of several languages: the column decides what a dot and a comma are."""

import datetime as dt
import math

import pandas as pd
import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.numbers import in_text, numbers, scores, settle_written, unquoted
from dashboard.ingest.separators import Habit, plain
from tests.ingest.columns import ANYTHING, FIGURES, PATIENT, column, of, values_of

LOCALES = ["en_US", "en_IN", "de_DE", "de_CH", "de_AT", "fr_FR", "fr_CH", "es_ES", "es_MX", "pt_BR", "pt_PT"]

WRITTEN = [
    ("9.26", 9.26),
    ("18,4", 18.4),
    (" 18.4 ", 18.4),
    ("1'204.50", 1204.5),
    ("1’204.50", 1204.5),
    ("1 204,50", 1204.5),
    ("1\u202f204,50", 1204.5),
    ("1\u00a0204\u00a0500", 1204500.0),
    ("1.204.500,00", 1204500.0),
    ("1,204,500.00", 1204500.0),
    ("12,04,500.50", 1204500.5),
    ("-3", -3.0),
    ("−3", -3.0),
    ("3-", -3.0),
    ("(3.5)", -3.5),
    ("+3", 3.0),
    (".5", 0.5),
    (",5", 0.5),
    ("18.", 18.0),
    ("18,", 18.0),
    ("450.–", 450.0),
    ("１８．４", 18.4),
    ("1e5", 100000.0),
    ("1,2E+06", 1200000.0),
    ("'18.4", 18.4),
    ('="18.4"', 18.4),
    ("007", 7.0),
    (12, 12.0),
    (12.5, 12.5),
]
NOT_NUMBERS = [
    *["abc", "1.2.3", "1,2,3", "12 34", "1 2", "1,20,30", "1.204,500.00", "0x10", "1_000", "12 pts", "--3", "(3", "3)"],
    *["-3-", "inf", "-inf", "Infinity", "1e999", "½", "²", "45k", "$5", "5 %", "18:40", "#REF!", "TRUE"],
    *[True, False, dt.datetime(2026, 4, 18), dt.date(2026, 4, 18), dt.time(18, 40), dt.timedelta(hours=1)],
    *[float("inf"), 10**400],
]


@pytest.mark.parametrize(("cell", "value"), WRITTEN, ids=repr)
def test_numbers_as_people_write_them(cell, value):
    """One cell alone is read where its signs fit in one way only."""
    found = numbers(column(cell))
    assert values_of(found).tolist() == [value]
    assert not found.bad.any()


@pytest.mark.parametrize("cell", NOT_NUMBERS, ids=repr)
def test_what_is_no_number_is_bad(cell):
    """Words, days, times, booleans, infinities and impossible groups are reported, not guessed."""
    found = numbers(column(cell, "1"))
    assert math.isnan(values_of(found)[0])
    assert found.bad.tolist() == [True, False]


def test_blank_is_neither_a_number_nor_bad():
    """Missing is missing."""
    found = numbers(column("n/a", "", None, 1))
    assert values_of(found).isna().tolist() == [True, True, True, False]
    assert not found.bad.any()


def test_stray_comma_in_a_dot_column():
    """A lone "11,10" among dots is 11.10 and marked as mixed."""
    found = numbers(column("9.26", "8.99", "11,10"))
    assert values_of(found).tolist() == [9.26, 8.99, 11.10]
    assert found.mixed.tolist() == [False, False, True]
    assert found.decimal == "."


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1,204", "18,4"], [1.204, 18.4]),
        (["1,204", "18.4"], [1204.0, 18.4]),
        (["1.204", "18,4"], [1204.0, 18.4]),
        (["1.204", "1.204.500"], [1204.0, 1204500.0]),
        (["1,204", "0,5"], [1.204, 0.5]),
        (["1,204", "1234,567"], [1.204, 1234.567]),
    ],
    ids=repr,
)
def test_the_column_decides(cells, values):
    """What fits both ways follows what the other cells prove."""
    found = numbers(of(cells))
    assert values_of(found).tolist() == values
    assert not found.undecidable
    assert not found.mixed.any()


@pytest.mark.parametrize(("cell", "value"), [("1,204", 1204.0), ("1.204", 1.204)])
def test_undecidable_column(cell, value):
    """Without any proof a comma has thousands and a dot decimals, and the column says that it is a guess."""
    found = numbers(column(cell, cell))
    assert values_of(found).tolist() == [value, value]
    assert found.undecidable


def test_a_column_that_proves_both_is_undecidable():
    """Half the column in each style leaves 1,204 open."""
    assert numbers(column("1.5", "2.5", "1,5", "2,5", "1,204")).undecidable
    assert not numbers(column("1.5", "2.5", "1,5", "2,5")).undecidable


def test_decimal_given():
    """A decimal sign from outside overrules the habit, but not a number that cannot be read with it."""
    found = numbers(column("1,204", "18.4"), decimal=",")
    assert values_of(found).tolist() == [1.204, 18.4]
    assert found.mixed.tolist() == [False, True]
    assert not found.undecidable


def test_index_and_types_are_kept():
    """The result has the rows of the column, floats and booleans."""
    found = numbers(pd.Series(["1", "x"], index=[7, 3], dtype=object))
    assert values_of(found).index.tolist() == [7, 3]
    assert values_of(found).dtype == "float64"
    assert found.bad.dtype == found.mixed.dtype == bool


@pytest.mark.parametrize(
    "cells",
    [pd.Series([1, 2]), pd.Series([1.0, 2.0]), pd.Series([1, 2], dtype="Int64"), pd.Series(["1", "2"], dtype="str")],
    ids=["int64", "float64", "Int64", "str"],
)
def test_columns_of_other_types(cells):
    """Columns that are numbers already, or text of pandas' own type, are read as well."""
    assert values_of(numbers(cells)).tolist() == [1.0, 2.0]


def test_number_cells_beside_blank_text():
    """A workbook's column of numbers and "" is numbers and missing ones."""
    found = numbers(column(1.5, "", 2, "n/a"))
    assert values_of(found).isna().tolist() == [False, True, False, True]
    assert not found.bad.any()


@pytest.mark.parametrize(
    ("cell", "value", "out_of"),
    [
        ("18.4 / 25", 18.4, 25),
        ("18,4/25", 18.4, 25),
        ("18.4 of 25", 18.4, 25),
        ("18.4 out of 25", 18.4, 25),
        ("53 de 100", 53, 100),
        ("53 von 100", 53, 100),
        ("53 sur 100", 53, 100),
        ("61/100", 61, 100),
        ("18.4/25.0", 18.4, 25),
        ("18.4 pts", 18.4, math.nan),
        ("18,4 Punkte", 18.4, math.nan),
        ("1,204", 1.204, math.nan),
        ("12.345", 12.345, math.nan),
        ("217", 217, math.nan),
        ("-1", -1, math.nan),
        (18.4, 18.4, math.nan),
    ],
    ids=repr,
)
def test_scores_as_written(cell, value, out_of):
    """A score keeps its value and what it is out of; one separator is a decimal sign; ranges are not judged here."""
    found = scores(column(cell, "x"))
    assert values_of(found)[0] == value
    assert found.out_of.fillna(-1)[0] == (-1 if math.isnan(out_of) else out_of)
    assert found.bad.tolist() == [False, True]


def test_scores_in_percent():
    """A percentage stays a percentage and says so: never 74 points, never 0.74."""
    found = scores(column("74%", "74 %", "46,8 %", "18.4"))
    assert values_of(found).tolist() == [74.0, 74.0, 46.8, 18.4]
    assert found.percent.tolist() == [True, True, True, False]


@pytest.mark.parametrize(
    "cell", ["5/11/2026", "5/11", "18/04", "18.4/0", "74 % / 100", "18. Apr", dt.datetime(2026, 4, 18), True, "A+"]
)
def test_accidents_are_no_scores(cell):
    """Days that a spreadsheet made of scores, and scores out of what no score is out of, are bad."""
    found = scores(column(cell))
    assert found.bad.tolist() == [True]
    assert found.out_of.isna().all()


def test_a_score_against_its_column_is_a_decimal_still():
    """Scores have no thousands: 12.345 in a comma column is 12.345, and marked."""
    found = scores(column("18,4", "9,2", "12.345"))
    assert values_of(found).tolist() == [18.4, 9.2, 12.345]
    assert found.mixed.tolist() == [False, False, True]


@PATIENT
@given(
    st.sampled_from(LOCALES),
    st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=30).filter(
        lambda values: any(value % 1 for value in values)
    ),
)
def test_every_locale_reads_back(locale, values):
    """A column written with two decimals by any supported locale reads back to the same numbers."""
    found = numbers(of(format_decimal(value, format="#,##0.00", locale=locale) for value in values))
    assert values_of(found).tolist() == [float(value) for value in values]
    assert not (found.bad | found.mixed).any()


@PATIENT
@given(st.sampled_from(LOCALES), st.lists(st.decimals(0, 25, places=1), min_size=1, max_size=20))
def test_scores_of_every_locale_read_back(locale, values):
    """Scores with one decimal read back in every locale, with and without their "/ 25"."""
    written = [format_decimal(value, locale=locale) for value in values]
    for cells in (written, [f"{cell} / 25" for cell in written]):
        assert values_of(scores(of(cells))).tolist() == [float(value) for value in values]


@PATIENT
@given(st.lists(ANYTHING, max_size=8), st.sampled_from([None, ".", ","]))
def test_nothing_raises(cells, decimal):
    """Whatever the cells are, each row is a finite number, blank or bad, and never two of them."""
    for found in (numbers(of(cells), decimal=decimal), scores(of(cells), decimal=decimal)):
        assert not (values_of(found).notna() & found.bad).any()
        assert not values_of(found).isin([math.inf, -math.inf]).any()


@PATIENT
@given(st.lists(FIGURES, min_size=1, max_size=4), st.sampled_from(list(Habit)), st.sampled_from([None, ".", ","]))
def test_the_fast_path_agrees_with_the_careful_one(cells, habit, decimal):
    """Whole columns read at once give what cell by cell gives."""
    texts = [cell for cell in cells if cell.strip()]
    fast = plain(texts, habit, decimal)
    if fast is not None:
        careful = settle_written([in_text(unquoted(text)) for text in texts], habit, decimal)
        assert fast.numbers.tolist() == careful.numbers.tolist()
        assert not careful.mixed.any()
        assert not careful.undecidable


@PATIENT
@given(st.lists(st.one_of(st.just(""), FIGURES), min_size=1, max_size=6), st.sampled_from([None, ".", ","]))
def test_columns_read_alike_whole_and_in_parts(cells, decimal):
    """A column reads the same beside a cell that keeps it from the fast path."""
    for read in (numbers, scores):
        alone, beside = read(of(cells), decimal=decimal), read(of([*cells, "x"]), decimal=decimal)
        assert values_of(alone).fillna(-9).tolist() == values_of(beside)[:-1].fillna(-9).tolist()
        assert alone.bad.tolist() == beside.bad[:-1].tolist()
        assert alone.mixed.tolist() == beside.mixed[:-1].tolist()


def test_a_line_break_inside_a_cell_is_no_second_number():
    """Two numbers in one cell are none, also where the column is read at once."""
    assert values_of(numbers(column("18,4\n9,2", "9,1"))).tolist()[1] == 9.1


def test_marks_and_changes_behind_a_score_do_not_count():
    """Arrows, footnotes and a change with its sign; a change alone, or a second number, is no score."""
    read = scores(pd.Series(["19 ↑", "11 (+0.5)", "12▼", "9*", "18.4 / 25 ↗", "18.4 (-0.2) ▼", "▲ 0.5", "12 (3)"]))
    assert values_of(read).tolist()[:6] == [19.0, 11.0, 12.0, 9.0, 18.4, 18.4]
    assert read.bad.tolist() == [False] * 6 + [True] * 2
