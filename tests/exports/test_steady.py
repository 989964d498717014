"""Nothing of the time of writing is left in a file."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from dashboard.exports.bundle import bundle
from dashboard.exports.formats import NOTE_FORMATS
from dashboard.exports.note import Note
from dashboard.exports.steady import repacked


def test_the_day_of_a_workbook_is_the_one_given() -> None:
    """The library would write the second of saving."""
    written = BytesIO()
    Workbook().save(written)
    about = load_workbook(BytesIO(repacked(written.getvalue(), date(2026, 11, 16)))).properties
    assert (str(about.created), str(about.modified)) == ("2026-11-16 00:00:00", "2026-11-16 00:00:00")


@pytest.mark.parametrize("kind", ["docx", "xlsx", "zip"])
def test_archives_name_no_time(kind: str, plain: Note) -> None:
    """Every entry bears the first moment an archive can name."""
    content = bundle([plain]) if kind == "zip" else NOTE_FORMATS[kind](plain)
    assert {entry.date_time for entry in ZipFile(BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
