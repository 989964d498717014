"""Do files of other projects, none of them about reps, end in a sentence each?"""

from pathlib import Path

import pytest

from dashboard.ingest import formats
from dashboard.ingest.csv_file import read_csv
from dashboard.ingest.load import Loaded, Source, load

EXPECTED = {
    "calamine_header-row.xlsx": ("unrecognised_columns", 9),
    "calamine_pass_protected.ods": ("password_protected", None),
    "csvkit_Datagov_FY10_EDU_recp_by_State.csv": ("unrecognised_columns", 3),
    "csvkit_bad.csv": ("unrecognised_columns", 1),
    "duckdb_nightmare.csv": ("unrecognised_columns", 1),
    "frictionless_duplicate-headers.csv": ("unrecognised_columns", 1),
    "frictionless_empty.csv": ("empty_file", None),
    "frictionless_preserve-formatting-percentage.xlsx": ("unrecognised_columns", 1),
    "frictionless_without-rows.csv": ("no_rows", 1),
    "messytables_excel_pasting.csv": ("unrecognised_columns", 4),
    "messytables_spanish_chars.csv": ("unrecognised_columns", 1),
    "messytables_utf-16le_encoded.csv": ("unrecognised_columns", 1),
    "phpspreadsheet_NumberFormatTest.de.csv": ("unrecognised_columns", None),
    "phpspreadsheet_line_break_in_enclosure.csv": ("unrecognised_columns", 1),
    "phpspreadsheet_premiere.win1252.csv": ("unrecognised_columns", 1),
    "poi_54764-2.xlsx": ("damaged_file", None),
    "poi_SampleSS.strict.xlsx": ("unrecognised_columns", None),
    "poi_Simple.xlsb": ("damaged_file", None),
    "qsv_FCOServices_TransparencySpend_May2011.csv": ("unrecognised_columns", 1),
    "readxl_deaths.xlsx": ("unrecognised_columns", 5),
}
"""The code, and the header row where INDEX.md names one (None: no matter)."""


def read(corpus: Path, name: str) -> Loaded:
    """Read one file of the open corpus."""
    return load([Source(name, (corpus / "open" / name).read_bytes())])


@pytest.mark.parametrize("name", EXPECTED)
def test_a_foreign_file_is_refused_in_one_sentence(corpus: Path, name: str):
    """The sentence names what was found, nothing is in the tables, and the header row is the spreadsheet's."""
    code, header_row = EXPECTED[name]
    loaded = read(corpus, name)
    assert [one.code for one in loaded.refused] == [code]
    assert loaded.refused[0].reason.endswith(".")
    assert loaded.readings.empty
    assert loaded.pipeline.empty
    if header_row:
        assert loaded.files[0].header_row == header_row


def test_every_file_of_the_open_corpus_is_tried(corpus: Path):
    """None is forgotten."""
    assert {path.name for path in (corpus / "open").iterdir()} - {"INDEX.md"} == set(EXPECTED)


def test_the_repeated_heading_is_named(corpus: Path):
    """The sentence says which heading stands more than once."""
    assert '"id" (3 times)' in read(corpus, "frictionless_duplicate-headers.csv").refused[0].reason


@pytest.mark.parametrize(
    ("name", "rows", "width", "cell"),
    [
        ("messytables_spanish_chars.csv", 117, 8, (0, 7, "Descripción")),
        ("messytables_utf-16le_encoded.csv", 328, 19, (0, 0, "Organisation_code")),
        ("phpspreadsheet_premiere.win1252.csv", 2, 3, (0, 0, "première")),
        ("qsv_FCOServices_TransparencySpend_May2011.csv", 5, 8, (1, 7, "47,072.02")),
        ("phpspreadsheet_NumberFormatTest.de.csv", 5, 3, (0, 2, "12.345,67")),
        ("messytables_excel_pasting.csv", 21, 9, (4, 1, "2,666")),
        ("csvkit_Datagov_FY10_EDU_recp_by_State.csv", 58, 9, (3, 8, "19,582")),
    ],
)
def test_the_cells_of_a_foreign_file_are_read(
    corpus: Path, name: str, rows: int, width: int, cell: tuple[int, int, str]
):
    """Encoding, delimiter, quotes and line ends are found: rows count as in the spreadsheet."""
    read_rows = read_csv(name, (corpus / "open" / name).read_bytes()).sheets[0].load(None)
    assert (len(read_rows), max(map(len, read_rows))) == (rows, width)
    assert read_rows[cell[0]][cell[1]] == cell[2]


def test_a_strict_workbook_is_read(corpus: Path):
    """Strict Open XML has three sheets here, which some readers do not see."""
    book = formats.read("strict.xlsx", (corpus / "open" / "poi_SampleSS.strict.xlsx").read_bytes())
    assert len(book.sheets) == 3
