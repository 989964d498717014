"""Does a marked copy of a file say the same as the file, and read clean once it is mended?"""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from dashboard.desk.corrected import corrected_copy, corrected_name, worth_correcting
from dashboard.ingest.load import Loaded, Source, load

UPLOADS = sorted((Path(__file__).resolve().parents[1] / "uploads" / "bad").iterdir())
BAD = """Team numbers;;;;;
Name;Week;Brand;People;Insights;Relationships
Ida Lund;16.11.2026;18,4;9,2;12,1;20,3
=HYPERLINK("x");16.11.2026;217;6,1;5,0;11,2
Zoe Marsh;sometime;10,5;10,5;10,5;10,5
"""


def copied(source: Source, loaded: Loaded | None = None) -> Source:
    """Return the marked copy of a file, ready to be read."""
    loaded = loaded or load([source])
    content = corrected_copy(source, loaded.files[0], loaded.problems, {})
    return Source(corrected_name(source.name), content, source.modified)


def said(loaded: Loaded) -> list[list[tuple]]:
    """Return everything the tables say but where it stands."""
    tables = (loaded.readings, loaded.pipeline, loaded.activity)
    plain = [table.drop(columns=["file", "sheet", "row"], errors="ignore") for table in tables]
    return [[tuple(map(str, row)) for row in table.itertuples(index=False)] for table in plain]


@pytest.mark.parametrize("path", UPLOADS, ids=lambda path: path.name)
def test_the_copy_says_what_the_file_says(path: Path):
    """Whatever is wrong in a file, unmended it reads as before: no number comes, goes or moves.

    A blank owner in a workbook may be the one above: that is asked, as of any workbook.
    """
    source = Source(path.name, path.read_bytes())
    loaded = load([source])
    if loaded.refused or not loaded.files or not worth_correcting(loaded.files[0], loaded.problems):
        return
    again = load([copied(source, loaded)])
    assert said(again) == said(loaded) or [one.key.partition(":")[0] for one in again.questions] == ["owner"]


def as_workbook(text: str) -> bytes:
    """Return the lines as a workbook whose numbers and days are no text."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Team KW 47"
    for row in [line.split(";") for line in text.splitlines()]:
        sheet.append(
            [float(cell.replace(",", ".")) if cell[:1].isdigit() and "." not in cell else cell for cell in row]
        )
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    written = BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize("source", [Source("bad.csv", BAD.encode()), Source("bad.xlsx", as_workbook(BAD))])
def test_the_mended_copy_reads_clean(source: Source):
    """The cells that are marked are the bad ones; once they are mended nothing is left to say."""
    copy = copied(source)
    book = load_workbook(BytesIO(copy.content))
    sheet = book.worksheets[0]
    marked = {cell.coordinate for row in sheet.iter_rows(min_row=3, max_col=6) for cell in row if cell.fill.patternType}
    assert marked == {"C4", "B5"}
    assert "Brand: A number outside its range (217)" in sheet["G4"].value
    sheet["C4"], sheet["B5"] = 21.7, "16.11.2026"
    mended = BytesIO()
    book.save(mended)
    loaded = load([Source(copy.name, mended.getvalue())])
    assert not [problem for problem in loaded.problems if problem.severity != "info"]
    assert loaded.readings["brand"].tolist() == [18.4, 21.7, 10.5]


def test_a_formula_in_a_name_stays_text():
    """What starts like a formula is text in the copy, marked as such."""
    sheet = load_workbook(BytesIO(copied(Source("bad.csv", BAD.encode())).content)).worksheets[0]
    assert (sheet["A4"].data_type, sheet["A4"].quotePrefix) == ("s", True)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_the_cells_of_a_shifted_row_stand_beside_its_note():
    """A row whose cells slipped is blank where it would be read, and all there to be moved back."""
    text = BAD.replace("Ida Lund;16.11.2026;18,4", "Ida Lund;16.11.2026;;18,4")
    sheet = load_workbook(BytesIO(copied(Source("bad.csv", text.encode())).content)).worksheets[0]
    row = [cell.value for cell in sheet[3]]
    assert row[:6] == [None] * 6
    assert "more cells than the header" in row[6]
    assert row[7:] == ["Ida Lund", "16.11.2026", None, "18,4", "9,2", "12,1", "20,3"]


def test_amounts_keep_the_currency_in_which_they_are_shown():
    """A workbook may say the currency by the format of its cells alone; so does the copy."""
    book = load_workbook(BytesIO(as_workbook(BAD)))
    sheet = book.worksheets[0]
    for row, value in enumerate(["Open pipeline", 1200.5, 800, 90], start=2):
        sheet.cell(row, 7, value).number_format = '#,##0.00 "€"'
    written = BytesIO()
    book.save(written)
    source = Source("shown.xlsx", written.getvalue())
    assert set(load([source]).pipeline["currency"]) == {"EUR"}
    assert said(load([copied(source)])) == said(load([source]))


def test_a_clean_file_is_not_worth_a_copy():
    """Nor is one with whole-file notes only."""
    clean = "\n".join(BAD.splitlines()[:3])
    loaded = load([Source("clean.csv", clean.encode())])
    assert not worth_correcting(loaded.files[0], loaded.problems)
