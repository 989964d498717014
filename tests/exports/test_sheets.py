"""The workbook of notes has one sheet per note, readable and safe."""

from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from dashboard.exports.note import Note
from dashboard.exports.sheets import sheet_names, sheets


def test_each_note_has_its_sheet(plain: Note, blank: Note, nasty: Note) -> None:
    """Sheets bear the reps' names as far as Excel allows them."""
    book = load_workbook(BytesIO(sheets([plain, blank, nasty])))
    assert book.sheetnames[:2] == ["Priya Raman", "Tom Okafor"]
    assert len(book.sheetnames) == 3


def test_tables_are_cells(plain: Note) -> None:
    """The pillars stand in columns, one figure to a cell."""
    sheet = load_workbook(BytesIO(sheets([plain])))["Priya Raman"]
    rows = [[cell.value for cell in row[:5]] for row in sheet.iter_rows()]
    assert ["People", "9.1", "11.5 (team median)", "−2.4", "+0.3, steady"] in rows


@settings(deadline=None)
@given(st.lists(st.text(max_size=40) | st.sampled_from(["History", "ann", "ANN", "'", "a/b"]), max_size=8))
def test_sheet_names_are_what_excel_accepts(names: list[str]) -> None:
    """31 characters, none of []:*?/\\, no apostrophe at the ends, no two alike, not the reserved one."""
    given_names = sheet_names(names)
    assert len({name.casefold() for name in given_names}) == len(names)
    for name in given_names:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name.strip("'") == name
        assert name.casefold() != "history"
