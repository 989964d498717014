"""Of which format are bytes, and which are turned away in a sentence? By content, whatever the name says."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.ingest import archive
from dashboard.ingest.load import Source, load
from tests.ingest.files import MONDAY, TEAM, book, codes, read, scores
from tests.ingest.old_binary import container, xls

XLSX = book(Team=[["Rep", "Week of", "SSI"], ["Mara Lindqvist", MONDAY, 60]])


def zipped(**parts: bytes) -> bytes:
    """Return a zip archive; two underscores in a name stand for a slash."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/") + ".xml", content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"<html><body>x</body></html>", "a web page without a table"),
        (b'{"overall": 50}', "JSON"),
        (b"<?xml version='1.0'?><rss/>", "XML and no spreadsheet"),
        (b"{\\rtf1 hello}", "layout"),
        (zipped(word__document=b"x"), "Word"),
        (zipped(ppt__slides=b"x"), "presentation"),
    ],
)
def test_another_format_is_named(content: bytes, word: str):
    """The sentence says what the file is, and what to do."""
    refused = read(content, "team.xlsx").refused
    assert [one.code for one in refused] == ["unsupported_format"]
    assert word in refused[0].reason
    assert refused[0].reason.endswith("CSV or XLSX and import that.")


@pytest.mark.parametrize(
    ("content", "remedy"),
    [
        (b"\x1f\x8b\x08", "take the files out of it"),
        (zipped(team=b"Rep,SSI"), "take the files out of it"),
        (b"MIME-Version: 1.0\r\n", "save it as XLSX"),
        (zipped(Index__Tables__x=b"x"), "export it to Excel or CSV"),
    ],
)
def test_what_wraps_a_table_is_named_with_its_own_remedy(content: bytes, remedy: str):
    """An archive is to be unpacked, a web archive to be saved anew."""
    refused = read(content, "team.xls").refused
    assert [one.code for one in refused] == ["unsupported_format"]
    assert remedy in refused[0].reason


@pytest.mark.parametrize("name", ["team.csv", "team.xls", "team", "team.pdf"])
def test_the_name_does_not_matter(name: str):
    """A workbook is one by its content."""
    assert read(XLSX, name).files[0].format == "xlsx"


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"  ", b"\x00\x00", book(Team=[])])
def test_nothing_is_nothing(content: bytes):
    """Empty in every way is empty."""
    assert codes(read(content)) == {"empty_file"}


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95, 0.999])
def test_part_of_a_workbook_is_damaged(share: float):
    """Truncated downloads end in a sentence."""
    assert codes(read(XLSX[: int(len(XLSX) * share)], "team.xlsx")) == {"damaged_file"}


def test_changed_bytes_inside_a_workbook_are_damage():
    """Compressed parts that do not unpack end in a sentence."""
    content = bytearray(XLSX)
    place = content.index(b"xl/worksheets/sheet1.xml") + 40
    content[place : place + 60] = b"\xff" * 60
    assert codes(read(bytes(content), "team.xlsx")) == {"damaged_file"}


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch):
    """By the sizes in the archive's directory."""
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1 << 20)
    assert codes(read(zipped(xl__workbook=b"0" * (2 << 20)), "team.xlsx")) == {"too_large"}


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch):
    """By their number."""
    monkeypatch.setattr(archive, "MOST_ENTRIES", 3)
    assert codes(read(XLSX, "team.xlsx")) == {"too_large"}


def test_formats_down_the_whole_sheet_are_no_values():
    """A sheet that claims a million rows but has values in three is read."""
    large = (
        b'<worksheet><dimension ref="A1:XFD1048576"/><c r="A1" t="s"><v>0</v></c><c r="XFD1048576" s="1"/></worksheet>'
    )
    content = zipped(xl__workbook=b"x", xl__worksheets__sheet1=large)
    assert archive.kind_of_archive("team.xlsx", content) == "xlsx"


def test_cells_merged_downwards_hold_for_each_row():
    """A week merged over its rows is the week of each."""
    from dashboard.ingest.apart import fill_down

    rows = [["Week", "Rep"], ["16 Nov", "a"], ["", "b"], ["23 Nov", "c"]]
    assert fill_down(rows, [((1, 0), (2, 0)), ((0, 0), (0, 1))]) == [
        ["Week", "Rep"],
        ["16 Nov", "a"],
        ["16 Nov", "b"],
        ["23 Nov", "c"],
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (xls({"Team": [["Rep"]]}, protected=True), "password_protected"),
        (container({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), "password_protected"),
        (container({"WordDocument": b"x"}), "unsupported_format"),
        (container({"Other": b"x"}), "damaged_file"),
        (container({"Workbook": b"x" * 5000}), "damaged_file"),
        (xls({"Team": [["Rep", "SSI"]] * 90})[:3000], "damaged_file"),
    ],
)
def test_an_old_container_without_a_workbook_to_read_is_refused(content: bytes, code: str):
    """Protected by a password in the old or the new way, of another program, damaged, cut off."""
    assert codes(read(content, "team.xls")) == {code}


def test_refused_and_good_files_come_back_together():
    """One file is refused, the other is read as if alone."""
    loaded = load([Source("bad.xlsx", XLSX[:900]), Source("good.csv", TEAM.encode())])
    assert [one.file for one in loaded.refused] == ["bad.xlsx"]
    assert len(scores(loaded)) == 2


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_changed_bytes_never_raise(data: st.DataObject):
    """A file with some bytes changed or cut is read or refused, never an error."""
    content = bytearray(data.draw(st.sampled_from([TEAM.encode(), TEAM.encode("utf-16"), XLSX])))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    loaded = read(bytes(content[: data.draw(st.integers(1, len(content)))]), "team.xlsx")
    assert all(one.reason.endswith(".") for one in loaded.refused)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.lists(
            st.sampled_from(
                [
                    "Rep",
                    "Date",
                    "SSI",
                    "Brand",
                    "Quota",
                    "2026-11-16",
                    "18,4",
                    "=1+1",
                    "",
                    "n/a",
                    "Total",
                    "Mara",
                    "74%",
                ]
            ),
            max_size=5,
        ),
        max_size=6,
    )
)
def test_any_grid_is_read_or_refused(rows: list[list[str]]):
    """Whatever stands where: no error, no score outside its range."""
    loaded = read("\n".join(";".join(row) for row in rows))
    assert loaded.readings["brand"].dropna().between(0, 25).all()
    assert loaded.readings["total"].dropna().between(0, 100).all()
