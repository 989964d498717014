"""Blank cells, and each different cell once."""

import datetime as dt
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.cells import blank, distinct, is_blank, text
from tests.ingest.columns import ANYTHING, PATIENT, Sulking, column, of

BLANK = [
    *["", " ", "\u00a0", "\u200b", None, float("nan"), pd.NaT, pd.NA],
    *["n/a", "N/A", "na", "n.a.", "NaN", "null", "None", "#N/A", "#NV", "TBD", "tbd.", "k. A.", "k.A.", "s/d", "n/d"],
    *["-", "–", "—", "--", "…", "?", "keine Angabe", "Unknown"],
]


@pytest.mark.parametrize("cell", BLANK, ids=repr)
def test_blank_words_in_five_languages_mean_missing(cell):
    """Empty cells and words for "not known" are blank."""
    assert is_blank(cell)


@pytest.mark.parametrize("cell", ["0", 0, 0.0, False, "-1", "x", "#REF!", "inf", dt.date(2026, 11, 16)], ids=repr)
def test_what_says_something_is_not_blank(cell):
    """Zero, False, errors and days are no blanks."""
    assert not is_blank(cell)


def test_blank_marks_rows_in_place():
    """The answer has the rows of the column."""
    cells = pd.Series(["18.4", "n/a", ""], index=[4, 5, 9], dtype=object)
    assert blank(cells).to_dict() == {4: False, 5: True, 9: True}


def test_different_cells_are_kept_apart_by_type():
    """True is not 1 and "1" is not 1; equal numbers are one cell."""
    different = distinct(column(True, 1, 1.0, "1", "", "1", None))
    assert different.texts == ["TRUE", "1"]
    assert different.others == [1]
    assert different.codes.tolist() == [0, 2, 2, 1, -1, 1, -1]


def test_answers_are_spread_to_every_row():
    """Each row gets the answer of its cell, blank rows the blank one."""
    different = distinct(column("a", 2.5, "b", "a", ""))
    assert different.spread([1.0, 2.0], [3.0], math.nan, "float64").tolist()[:4] == [1.0, 3.0, 2.0, 1.0]


def test_objects_that_cannot_be_compared_are_text():
    """Lists, dictionaries and objects that refuse to describe themselves do no harm."""
    assert distinct(column([1], {}, Sulking())).texts == ["[1]", "{}", "Sulking"]


def test_plain_spelling():
    """Spaces, dashes, apostrophes and full-width signs have one spelling."""
    assert text(" 1’204．５０ − \u202f€\u200b ") == "1'204.50 - €"


@PATIENT
@given(st.lists(ANYTHING, max_size=8))
def test_no_cell_breaks_the_column(cells):
    """Whatever the cells are, each is blank or found among the different ones."""
    different = distinct(of(cells))
    assert len(different.codes) == len(cells)
    assert different.codes.max(initial=-1) < len(different.texts) + len(different.others)
    assert (blank(of(cells)).to_numpy() == (different.codes < 0)).all()
