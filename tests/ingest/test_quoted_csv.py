"""A text with quotes around cells is read as a reader of single cells would read it, or not at all."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.csv_file import parse
from dashboard.ingest.quoted_csv import without_quotes
from tests.ingest.columns import PATIENT

CELLS = st.lists(st.lists(st.sampled_from(["", "a", "1,5", "a;b", 'q"q', "two\nlines", "ü"]), min_size=1), min_size=1)


def cell_by_cell(text: str, delimiter: str) -> list[list[str]]:
    """Return the rows as the csv module reads them."""
    return [row or [""] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]


@PATIENT
@given(st.text('a1",;\n \x1f', max_size=40))
def test_quotes_are_taken_off_as_a_reader_does(text: str):
    """Whatever stands there: the same rows, or it is left to the reader of single cells."""
    rows = without_quotes(text, ",") if text else None
    assert rows is None or list(rows) == cell_by_cell(text, ",")


@PATIENT
@given(CELLS, st.booleans(), st.sampled_from(",;"))
def test_what_is_written_with_quotes_reads_back(rows: list[list[str]], every: bool, delimiter: str):
    """All cells in quotes, or only those that need them."""
    target = io.StringIO()
    quoting = csv.QUOTE_ALL if every else csv.QUOTE_MINIMAL
    csv.writer(target, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerows(rows)
    assert [row or [""] for row in parse(target.getvalue(), delimiter)[0]] == rows


@pytest.mark.parametrize(
    "text", ['Rep,"Note"\nIda,5"\n', '"a""b",c\n', '"a\nb",c\n', '"a" ,b\n', '"a,b\n', '"a,b"\x1f,c\n']
)
def test_other_quotes_are_left_alone(text: str):
    """An inch, a doubled quote, a line end in a cell, one never closed, and a text that has the sign already."""
    assert without_quotes(text, ",") is None
