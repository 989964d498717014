"""How is the leaderboard taken along? As CSV and XLSX: the same rows, missing as blank, text never as a formula."""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from io import StringIO
from math import isfinite
from typing import NamedTuple

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.coaching.words import CORNERS
from dashboard.exports.grid import TOP, Value, head, put, saved
from dashboard.exports.literal import csv_cell
from dashboard.model.cards import Flag
from dashboard.model.pillars import FULL_NAMES, LABELS, PILLARS
from dashboard.model.weeks import label

POINTS, CHANGE, MONEY, RATIO, PERCENT, WHOLE, DAY = (
    "0.0", "+0.0;-0.0;0.0", "#,##0", "0.0", "0.0%", "0", "yyyy-mm-dd",
)  # fmt: skip
DECIMALS = 6
"""Digits kept behind the point: enough for every figure, and no 0.30000000000000004."""

CODES = ("state", "verdict", "basis")
"""Columns of closed sets, whose underscores are read as spaces."""

CALL = "call"
"""The column of what the week calls for, which whoever exports puts beside the week's own columns."""
NEAR = "Near a line"

FROZEN = ("rank", "name")
"""Columns that stay in sight while the others are scrolled."""

NOT_A_RECORD = (
    "Not a personnel record. The Social Selling Index is one signal among several and stands beside the pipeline, "
    "not above it."
)


CORNER_MEANING = (
    "Where SSI and attainment stand against their lines, as on the Pipeline page; a place, not advice. "
    "Near a line is too close to call"
)
CALL_MEANING = (
    "What the week calls for with the rep, as on This week; it weighs gaps, changes, pipeline and absence together"
)


class Column(NamedTuple):
    """One column of the leaderboard: its name in the table, its heading, number format, width and meaning."""

    name: str
    heading: str
    number_format: str
    width: float
    meaning: str


COLUMNS: tuple[Column, ...] = (
    Column(
        "rank",
        "Rank",
        WHOLE,
        7,
        "By the order chosen; ties, also inside noise, share a rank; missing and new have none",
    ),
    Column("name", "Rep", "", 24, "Name as imported"),
    Column(CALL, "This week", "", 22, CALL_MEANING),
    Column("team", "Team", "", 18, "Team as imported"),
    Column("role", "Role", "", 20, "Role as imported; peers of one role are held against each other"),
    Column("licence", "Licence", "", 11, "Sales Navigator or a free seat"),
    Column("state", "State", "", 14, "Whether there is a score this week, and if not, why"),
    Column("total", "SSI", POINTS, 8, "Social Selling Index, points of 100: the sum of the four pillars"),
    Column("band", "Band", "", 10, "Starting, building, active or leader, by the points of the SSI"),
    Column("change_1w", "1 week", CHANGE, 9, "Change in points against the week before"),
    Column("change_4w", "4 weeks", CHANGE, 9, "Change in points against the week four weeks before"),
    Column("net_change_4w", "4 weeks, net", CHANGE, 10, "The same less the median change of the team, or of everybody"),
    Column("verdict", "Verdict", "", 11, "What the change of four weeks means; steady is inside noise"),
    *(Column(each, LABELS[each], POINTS, 13, f"Points of 25: {FULL_NAMES[each].lower()}") for each in PILLARS),
    Column("weakest", "Weakest pillar", "", 14, "Furthest below its baseline, or least ahead where none is behind"),
    Column(
        "weakest_gap", "Gap", CHANGE, 8, "Points of the weakest pillar against its baseline; above zero none is behind"
    ),
    Column("weakest_confidence", "Sure", PERCENT, 8, "How likely that pillar is the weakest, beside the usual wobble"),
    Column("weakest_runner_up", "Or", "", 14, "The pillar it may be instead, where that is too close to call"),
    Column("basis", "Baseline", "", 11, "Against what the weakest pillar is held"),
    Column("lowest", "Lowest pillar", "", 14, "Lowest raw score"),
    Column("currency", "Currency", "", 10, "Of the amounts; never added across currencies"),
    Column("open_pipeline", "Open pipeline", MONEY, 15, "Sum of the open deals"),
    Column("won", "Won", MONEY, 14, "Won so far in the quota's period"),
    Column("quota", "Quota", MONEY, 14, "Target for the period"),
    Column("remaining", "Left of quota", MONEY, 14, "Quota less won, never below zero"),
    Column(
        "coverage",
        "Coverage",
        RATIO,
        10,
        "Open pipeline as a multiple of what is left of the quota; blank once it is met",
    ),
    Column("attainment", "Attainment", PERCENT, 11, "Share of the quota reached"),
    Column("meetings", "Meetings", WHOLE, 10, "Customer meetings in the week"),
    Column("corner", "Corner", "", 24, CORNER_MEANING),
    Column("last_scored", "Last score", DAY, 12, "Week of the last score"),
    Column("rep_id", "Rep id", "", 22, "What the command line and the address of a page call the rep"),
)
"""What is exported, in this order; columns the table has beyond these stay at home, those it lacks are left out."""


def leaderboard_csv(table: pd.DataFrame) -> bytes:
    """Return the leaderboard as CSV: commas, quoted text, and UTF-8 with the mark by which Excel knows it."""
    written = StringIO()
    rows = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    rows.writerow([column.heading for column in _present(table)])
    rows.writerows([_csv_value(value) for value in row] for row in _rows(table))
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8", "replace")


def leaderboard_xlsx(table: pd.DataFrame, week: date) -> bytes:
    """Return the leaderboard as a workbook with typed cells, frozen head, filters, and a sheet on what it means."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Leaderboard"
    columns = _present(table)
    head(sheet, 1, [column.heading for column in columns])
    for number, row in enumerate(_rows(table), start=2):
        for at, (column, value) in enumerate(zip(columns, row, strict=True), start=1):
            put(sheet, number, at, value, "" if isinstance(value, str) else column.number_format)
    _laid_out(sheet, columns)
    _explained(book.create_sheet("About"), columns, week)
    return saved(book, week, f"Leaderboard, week of {label(week)}")


def _present(table: pd.DataFrame) -> list[Column]:
    return [column for column in COLUMNS if column.name in table.columns]


def _rows(table: pd.DataFrame) -> Iterator[list[Value]]:
    """Yield each row's plain values in the order of the columns."""
    lists = [_known(table, column.name) for column in _present(table)]
    for row in zip(*lists, strict=True):
        yield [_plain(value) for value in row]


def _known(table: pd.DataFrame, name: str) -> list[object]:
    """Return a column's values, codes and corners as words, None where missing."""
    values = table[name]
    if name == "corner":
        return _corners(table)
    plain = values.astype(object).where(values.notna(), None).tolist()
    return [str(value).replace("_", " ") if value else None for value in plain] if values.name in CODES else plain


def _corners(table: pd.DataFrame) -> list[object]:
    """Return where each rep stands in the words of the screen; near a line is no corner, and missing is None."""
    near = table[Flag.NEAR_LINE] if Flag.NEAR_LINE in table else [False] * len(table)
    places = {str(corner): words for corner, words in CORNERS.items()}
    pairs = zip(table["corner"], near, strict=True)
    return [NEAR if close and corner in places else places.get(corner) for corner, close in pairs]


def _plain(value: object) -> Value:
    """Return a cell as a plain value: a day for a time, whole numbers without a point."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float):
        return _short(float(value))
    return value if isinstance(value, date) else str(value)


def _short(number: float) -> float | int | None:
    """Return a number without the dust of binary fractions; an endless one (no quota left to divide by) as missing."""
    if not isfinite(number):
        return None
    short = round(number, DECIMALS)
    return int(short) if short == int(short) else short


def _csv_value(value: Value) -> str | float | int:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else csv_cell(value) if isinstance(value, str) else value


def _laid_out(sheet: Worksheet, columns: list[Column]) -> None:
    for at, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    sheet.freeze_panes = sheet.cell(2, 1 + sum(column.name in FROZEN for column in columns))
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr, sheet.page_setup.fitToHeight = PageSetupProperties(fitToPage=True), 0
    sheet.oddFooter.center.text = "Not a personnel record"


def _explained(sheet: Worksheet, columns: list[Column], week: date) -> None:
    put(sheet, 1, 1, f"Leaderboard, week of {label(week)}").font = Font(bold=True, size=13)
    put(sheet, 2, 1, NOT_A_RECORD)
    head(sheet, 4, ["Column", "Meaning"])
    for number, column in enumerate(columns, start=5):
        put(sheet, number, 1, column.heading)
        put(sheet, number, 2, column.meaning).alignment = TOP
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 70
