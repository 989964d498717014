"""Do cells come unchanged out of the process in which a file is read, and does its end become a sentence?"""

import io
import struct
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from dashboard.ingest import formats, parcels
from dashboard.ingest.apart import PIECE, packed
from dashboard.ingest.grid import Rows
from dashboard.ingest.parcels import unpacked
from dashboard.model.errors import FileRefused
from tests.ingest import hostile
from tests.ingest.columns import PATIENT
from tests.ingest.files import MONDAY, TEAM, book, codes, problems, read, scores

PART = "xl/worksheets/sheet1.xml"
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(allow_nan=False),
    st.integers(-(2**70), 2**70),
    st.text(max_size=5),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@PATIENT
@given(st.lists(st.lists(CELLS, max_size=4), max_size=6))
def test_cells_survive_the_way(rows: list[list[object]]):
    """Each keeps its value and its kind, in rows of any width."""
    came = unpacked(packed([list(row) for row in rows]))
    assert came == rows
    assert [[type(cell) for cell in row] for row in came] == [[type(cell) for cell in row] for row in rows]


def rows_of(workbook: Workbook) -> Rows:
    """Return the rows of a workbook's first sheet as the house reads them."""
    target = io.BytesIO()
    workbook.save(target)
    return formats.read("team.xlsx", target.getvalue()).sheets[0].load(None)


@pytest.mark.parametrize("mac", [False, True])
def test_days_are_the_same_in_both_calendars(mac: bool):
    """Workbooks of old Macintosh programs count days from 1904 on."""
    workbook = Workbook()
    if mac:
        workbook.epoch = CALENDAR_MAC_1904
    cells = [date(2026, 11, 16), datetime(2026, 11, 16, 9, 30), time(9, 30), timedelta(hours=30), 18.4, True, "x"]
    sheet = workbook.worksheets[0]
    sheet.append(cells)
    found = rows_of(workbook)[0]
    assert found[:3] == [date(2026, 11, 16), datetime(2026, 11, 16, 9, 30), time(9, 30)]
    assert found[4:] == [18.4, True, "x"]


def test_rows_are_those_of_the_spreadsheet_over_many_pieces():
    """Blank first rows count, and no row is lost where pieces meet."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in range(4, PIECE * 2 + 300):
        sheet.cell(row, 2, row)
    rows = rows_of(workbook)
    assert [row[1] for row in rows[3:]] == list(range(4, PIECE * 2 + 300))
    assert not any(any(row) for row in rows[:3])


def test_hidden_sheets_and_merged_weeks_survive():
    """A hidden sheet is known to be one; a week merged over its reps holds for each."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in (["Week", "Rep", "SSI"], [MONDAY, "Mara Lindqvist", 60], [None, "Ivo Castelo", "x"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    workbook.create_sheet("Old").sheet_state = "hidden"
    target = io.BytesIO()
    workbook.save(target)
    found = formats.read("team.xlsx", target.getvalue())
    assert [one.hidden for one in found.sheets] == [False, True]
    assert problems(read(target.getvalue(), "team.xlsx")) == [("unreadable_number", 3, "SSI", "x")]


def rewritten(content: bytes, change: Callable[[str, bytes], tuple[str, bytes]]) -> bytes:
    """Return an archive with each part changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for old in source.namelist():
            name, part = change(old, source.read(old))
            info = zipfile.ZipInfo("x")
            info.filename = name
            made.writestr(info, part)
    return target.getvalue()


def strict(name: str, part: bytes) -> tuple[str, bytes]:
    """Return a part as Strict Open XML writes it."""
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relation = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    part = part.replace(main, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
    return name, part.replace(relation, b"http://purl.oclc.org/ooxml/officeDocument/relationships")


@pytest.mark.parametrize(
    "change", [strict, lambda name, part: (name.replace("/", "\\"), part)], ids=["strict", "backslashes"]
)
def test_workbooks_by_other_rules_are_read(change: Callable[[str, bytes], tuple[str, bytes]]):
    """Strict Open XML, and archives with backslashes in their names."""
    header, *rows = [line.split(",") for line in TEAM.splitlines()]
    content = rewritten(book(Team=[header, *rows]), change)
    assert scores(read(content, "team.xlsx")) == scores(read(TEAM))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (3, "password_protected"),
        (4, "too_large"),
        (-6, "too_large"),
        (-24, "too_large"),
        (-9, "too_large"),
        (1, "damaged_file"),
        (-11, "damaged_file"),
    ],
)
def test_however_the_process_ends_there_is_a_sentence(code: int, expected: str):
    """Protected, out of memory or time, killed, panicking, crashed."""
    with pytest.raises(FileRefused) as caught:
        parcels._check("team.xlsx", code)
    assert caught.value.code == expected


def test_a_process_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch):
    """By its limit of time."""
    monkeypatch.setattr(parcels, "MOST_SECONDS", 0)
    assert codes(read(book(Team=[["Rep", "SSI"]]), "team.xlsx")) == {"too_large"}


def test_a_container_that_runs_in_circles_is_refused():
    """An old binary workbook whose allocation table leads back to its beginning."""
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<10I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0) + bytes(432)
    table = struct.pack("<128I", *([1] * 128))
    assert codes(read(head + table + bytes(512), "team.xls")) <= {"damaged_file", "too_large"}


def test_a_parser_out_of_memory_does_not_wait_for_more(monkeypatch: pytest.MonkeyPatch):
    """It ends at once, whatever the surroundings ask it to tell of where it was."""
    monkeypatch.setenv("RUST_BACKTRACE", "1")
    monkeypatch.setattr(parcels, "MOST_MEMORY", 130 << 20)
    cells = "<row>" + '<c t="s"><v>0</v></c>' * 10 + "</row>"
    content = hostile.workbook(
        {"xl/sharedStrings.xml": hostile.strings("x" * 200), PART: hostile.sheet(cells * 40_000)}
    )
    assert codes(read(content, "team.xlsx")) == {"too_large"}
