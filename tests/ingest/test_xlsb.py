"""Is Excel's binary format XLSB read, with its days and sheets, and refused in a sentence where it is broken?"""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest

from tests.ingest.files import MONDAY, codes, read, scores
from tests.ingest.new_binary import xlsb

ROWS = [
    ["Rep", "Week of", "Brand", "People", "Insights", "Relationships"],
    ["Mara Lindqvist", date(2026, 11, 16), 18.4, 9.2, 12.1, 20.3],
]


def test_numbers_texts_and_days_are_read():
    """Whatever the file is called: the content decides."""
    for name in ("team.xlsb", "team.xlsx"):
        loaded = read(xlsb({"Notes": [["Read me"]], "Team": ROWS}), name)
        assert (loaded.files[0].format, loaded.files[0].sheet) == ("xlsb", "Team")
        assert scores(loaded) == {"Mara Lindqvist": [18.4, 9.2, 12.1, 20.3]}
        assert [f"{day:%Y-%m-%d}" for day in loaded.readings["date"]] == ["2026-11-16"]
        assert not loaded.problems


def test_rows_keep_the_spreadsheets_numbers():
    """Empty rows above the header count."""
    loaded = read(xlsb({"Team": [[], [], *ROWS, ["Ivo Castelo", date(2026, 11, 16), 217, 7.5, 8.2, 15]]}), "t.xlsb")
    assert [(one.code, one.row) for one in loaded.problems] == [("out_of_range", 5)]


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("xl/worksheets/sheet1.bin", lambda part: part[: len(part) // 2]),
        ("xl/worksheets/sheet1.bin", lambda part: b"\xff" * len(part)),
        ("xl/worksheets/sheet1.bin", lambda part: b""),
        ("xl/workbook.bin", lambda part: part[:7]),
        ("xl/_rels/workbook.bin.rels", lambda part: b""),
    ],
    ids=["half a sheet", "no records", "empty sheet", "half a book", "no relations"],
)
def test_a_broken_part_is_refused_in_a_sentence(name: str, broken: Callable[[bytes], bytes]):
    """Cut off within its records, with records of no known kind and length, or empty."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsb({"Team": ROWS}))) as archive, zipfile.ZipFile(changed, "w") as other:
        for entry in archive.namelist():
            part = archive.read(entry)
            other.writestr(entry, broken(part) if entry == name else part)
    loaded = read(changed.getvalue(), "team.xlsb", as_of=MONDAY)
    assert len(loaded.refused) == 1
    assert codes(loaded) <= {"damaged_file", "too_large"}
