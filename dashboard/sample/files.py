"""How would a manager's own sheet of the sample team look? One row per rep and week, as CSV and as workbook."""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from io import BytesIO
from typing import Any, Final

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.model.columns import BY_FIELD, ColumnSpec, Kind
from dashboard.model.tables import PIPELINE_VALUES, READING_VALUES
from dashboard.sample.team import SampleBatch

SHEET = "Team by week"
WHO: Final = ("date", "name", "email", "team", "role", "licence", "status", "started_on")
DEALS: Final = tuple(name for name in PIPELINE_VALUES if not name.startswith("deals_"))
FIELDS: Final = (*WHO, *READING_VALUES, "currency", *DEALS)
"""Deal counts come from deal lists; the sheet has what a manager types."""

FORMATS: Final[Mapping[Kind, str]] = {
    Kind.DATE: "yyyy-mm-dd",
    Kind.SCORE: "0.00",
    Kind.MONEY: "#,##0",
    Kind.FRACTION: "0.00%",
}
WIDEST: Final = 34


def csv_bytes(batch: SampleBatch) -> bytes:
    """Return the team as UTF-8 CSV with commas, decimal points and ISO dates."""
    table = _table(batch)
    texts = {BY_FIELD[name].label: _texts(table[name], BY_FIELD[name].kind) for name in FIELDS}
    return pd.DataFrame(texts).to_csv(index=False, lineterminator="\n").encode()


def xlsx_bytes(batch: SampleBatch) -> bytes:
    """Return the team as a workbook with real dates, numbers and percent cells."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(SHEET, 0)
    sheet.freeze_panes = "C2"
    table = _table(batch)
    sheet.append([BY_FIELD[name].label for name in FIELDS])
    for row in table.itertuples(index=False):
        sheet.append([None if cell is None or cell != cell else cell for cell in row])
    for place, name in enumerate(FIELDS, start=1):
        _dress(sheet, place, BY_FIELD[name], table[name])
    book.properties.creator = "ssi-coach"
    book.properties.created = book.properties.modified = datetime.combine(table["date"].max(), time())
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


FILES: Final[Mapping[str, Callable[[SampleBatch], bytes]]] = {
    "ssi_sample_team.csv": csv_bytes,
    "ssi_sample_team.xlsx": xlsx_bytes,
}
"""Every file of data/sample/ and how it is made."""


def _table(batch: SampleBatch) -> pd.DataFrame:
    """Return one row per rep and week with the sheet's columns; who has no figures at all gets the last week."""
    facts = pd.DataFrame([_facts(batch, place) for place in range(len(batch.people))])
    readings = batch.readings[["rep_id", "week", *READING_VALUES]]
    figures = readings.merge(batch.pipeline[["rep_id", "week", "currency", *DEALS]], on=["rep_id", "week"], how="outer")
    rows = facts.merge(figures, on="rep_id", how="left")
    rows["week"] = rows["week"].fillna(rows["week"].max())
    rows = rows.sort_values(["week", "place"])
    rows["date"] = rows["week"].dt.date
    return rows[list(FIELDS)].reset_index(drop=True)


def _facts(batch: SampleBatch, place: int) -> dict[str, object]:
    person = batch.people[place]
    facts = {name: getattr(person, name) for name in ("rep_id", *WHO[1:])}
    return {**facts, "status": (person.status or "").replace("_", " "), "place": place}


def _texts(cells: pd.Series, kind: Kind) -> pd.Series:
    """Return a column as written in a CSV, blank where missing."""
    write: dict[Kind, Callable[[Any], str]] = {
        Kind.SCORE: "{:.2f}".format,
        Kind.FRACTION: "{:.2%}".format,
        Kind.TEXT: str,
        Kind.EMAIL: str,
        Kind.CHOICE: str,
        Kind.DATE: str,
    }
    return cells.map(write.get(kind, "{:.0f}".format), na_action="ignore").fillna("")


def _dress(sheet: Worksheet, place: int, spec: ColumnSpec, cells: pd.Series) -> None:
    """Give one column its heading, width and number format."""
    letter = get_column_letter(place)
    heading = sheet[f"{letter}1"]
    heading.font, heading.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    longest = max(len(str(cell)) for cell in cells) if spec.kind in {Kind.TEXT, Kind.EMAIL, Kind.CHOICE} else 11
    sheet.column_dimensions[letter].width = min(longest + 2, WIDEST)
    if spec.kind in FORMATS:
        for cell in sheet[letter][1:]:
            cell.number_format = FORMATS[spec.kind]
