"""Files as a manager has them, made in a line, and what was read of them."""

import io
from collections.abc import Mapping, Sequence
from datetime import date

from openpyxl import Workbook

from dashboard.ingest.load import Loaded, Source, load
from dashboard.model.problems import Person

MONDAY = date(2026, 11, 16)
HEADER = "Rep,Week of,Brand,People,Insights,Relationships\n"
MARA = "Mara Lindqvist,2026-11-16,18.4,9.2,12.1,20.3\n"
IVO = "Ivo Castelo,2026-11-16,11.2,7.5,8.2,15\n"
TEAM = HEADER + MARA + IVO
NOTHING: Mapping[str, str] = {}


def read(
    content: str | bytes,
    name: str = "team.csv",
    *,
    answers: Mapping[str, str] = NOTHING,
    as_of: date | None = None,
    known: Sequence[Person] = (),
) -> Loaded:
    """Read one file."""
    content = content.encode() if isinstance(content, str) else content
    return load([Source(name, content)], answers=answers, as_of=as_of, known=known)


def book(**sheets: Sequence[Sequence[object]]) -> bytes:
    """Return a workbook with these sheets; an underscore in a sheet's name stands for a space, a last one hides it."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name.rstrip("_").replace("_", " "))
        sheet.sheet_state = "hidden" if name.endswith("_") else "visible"
        for row in rows:
            sheet.append(list(row))
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def problems(loaded: Loaded) -> list[tuple[str, int | None, str | None, str]]:
    """Return each problem as code, row, column, what was found."""
    return [(one.code, one.row, one.column, one.found) for one in loaded.problems]


def codes(loaded: Loaded) -> set[str]:
    """Return the codes of problems and refusals."""
    return {one.code for one in loaded.problems} | {one.code for one in loaded.refused}


def scores(loaded: Loaded) -> dict[str, list[float]]:
    """Return the four pillars per rep's name; NaN where missing."""
    fields = ["brand", "people", "insights", "relationships"]
    return {row["rep"]: row[fields].tolist() for _, row in loaded.readings.iterrows()}


def values(loaded: Loaded, field: str, table: str = "pipeline") -> list[object]:
    """Return one column of a table."""
    return getattr(loaded, table)[field].tolist()
