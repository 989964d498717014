"""What does a file look like that is read without a question? The template, made from the column specs."""

import csv
import io
from collections.abc import Mapping
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.model.columns import COLUMNS, ColumnSpec, Kind

SPECS: tuple[ColumnSpec, ...] = tuple(spec for spec in COLUMNS if spec.example)
_SECOND: Mapping[str, str] = {
    "date": "2026-11-16",
    "name": "Ivo Castelo",
    "email": "ivo.castelo@harborline.example",
    "team": "Iberia",
    "licence": "free",
    "status": "not onboarded",
    "started_on": "2026-11-02",
    "quota": "300000",
    "won": "0",
    "currency": "EUR",
    "meetings": "3",
}
"""A rep without a score yet: blank means unknown, and 0 means none."""
_NUMBERS = frozenset({Kind.SCORE, Kind.TOTAL, Kind.TOP_PERCENT, Kind.MONEY, Kind.COUNT})


def example_rows() -> tuple[dict[str, str], ...]:
    """Return the two invented rows of the template by field, as they are written in its CSV."""
    first = {spec.field: spec.example for spec in SPECS}
    return first, {spec.field: _SECOND.get(spec.field, "") for spec in SPECS}


def template_csv() -> bytes:
    """Return the template as CSV that spreadsheets open with the right letters (UTF-8 with a byte order mark)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([spec.label for spec in SPECS])
    writer.writerows([row[spec.field] for spec in SPECS] for row in example_rows())
    return text.getvalue().encode("utf-8-sig")


def template_xlsx() -> bytes:
    """Return the template as a workbook, with real dates and numbers, and a sheet that explains each column."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Team"
    sheet.append([spec.label for spec in SPECS])
    for row in example_rows():
        sheet.append([_value(spec, row[spec.field]) for spec in SPECS])
    _dress(sheet, [max(len(spec.label), len(spec.example)) + 2 for spec in SPECS])
    for place, spec in enumerate(SPECS, 1):
        if spec.kind is Kind.FRACTION:
            for number in range(2, sheet.max_row + 1):
                sheet.cell(number, place).number_format = "0.0%"
    notes = workbook.create_sheet("Columns")
    notes.append(["Column", "What it holds", "Example"])
    for spec in SPECS:
        notes.append([spec.label, spec.meaning, spec.example])
    _dress(notes, [22, 90, 36])
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def _value(spec: ColumnSpec, text: str) -> object:
    """Return a cell as the workbook holds it: a date, a number, or text."""
    if not text:
        return None
    if spec.kind is Kind.DATE:
        return date.fromisoformat(text)
    if spec.kind is Kind.FRACTION:
        return float(text.rstrip("%")) / 100
    return float(text) if spec.kind in _NUMBERS else text


def _dress(sheet: Worksheet, widths: list[int]) -> None:
    """Make the header bold and let it stay in sight, and the columns as wide as they need."""
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths, 1):
        sheet.cell(1, place).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = width
