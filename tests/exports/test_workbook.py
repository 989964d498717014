"""The leaderboard leaves the desk with typed cells, blanks for what is missing, and no formula from anybody's name."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.exports.literal import clean
from dashboard.exports.workbook import COLUMNS, Column, leaderboard_csv, leaderboard_xlsx
from dashboard.model.cards import Corner, State
from dashboard.model.pillars import PILLARS
from tests.coaching.cards import WEEK


def table(**changed: list) -> pd.DataFrame:
    """Return two reps: one with everything, one without a score."""
    columns = {
        "rep_id": ["ann-lee", "bo-berg"],
        "name": ["Ann Lee", "Bo Berg"],
        "rank": [1.0, None],
        "state": [State.SCORED, State.NOT_ONBOARDED],
        "total": [49.70000000000001, None],
        "net_change_4w": [-3.1, None],
        "currency": ["EUR", None],
        "open_pipeline": [210_000.0, None],
        "attainment": [0.468, None],
        "last_scored": [pd.Timestamp("2026-11-16"), None],
        "trend": [[1.0], [None]],
    }
    return pd.DataFrame(columns | changed)


def sheet_of(content: bytes) -> Worksheet:
    """Return the leaderboard's sheet of a workbook."""
    return load_workbook(BytesIO(content))["Leaderboard"]


def row_of(sheet: Worksheet, number: int) -> dict[str, object]:
    """Return a row's values by heading."""
    heads, values = ([cell.value for cell in sheet[at]] for at in (1, number))
    return dict(zip(heads, values, strict=True))


def test_csv_opens_in_excel_with_blanks_for_what_is_missing() -> None:
    """Byte order mark, numbers unquoted, missing as nothing rather than zero."""
    assert leaderboard_csv(table()).decode("utf-8") == (
        '\ufeff"Rank","Rep","State","SSI","4 weeks, net",'
        '"Currency","Open pipeline","Attainment","Last score","Rep id"\r\n'
        '1,"Ann Lee","scored",49.7,-3.1,"EUR",210000,0.468,"2026-11-16","ann-lee"\r\n'
        '"","Bo Berg","not onboarded","","","","","","","bo-berg"\r\n'
    )


def test_the_workbook_has_typed_cells_and_blanks() -> None:
    """Numbers are numbers, days are days, missing is an empty cell."""
    sheet = sheet_of(leaderboard_xlsx(table(), WEEK))
    assert row_of(sheet, 2) == {
        "Rank": 1,
        "Rep": "Ann Lee",
        "State": "scored",
        "SSI": 49.7,
        "4 weeks, net": -3.1,
        "Currency": "EUR",
        "Open pipeline": 210_000,
        "Attainment": 0.468,
        "Last score": datetime(2026, 11, 16),
        "Rep id": "ann-lee",
    }
    assert [value for value in row_of(sheet, 3).values() if value is not None] == [
        "Bo Berg",
        "not onboarded",
        "bo-berg",
    ]


def test_the_workbook_is_laid_out_for_reading() -> None:
    """Head and names stay in sight, columns filter, percents and points have their formats."""
    sheet = sheet_of(leaderboard_xlsx(table(), WEEK))
    formats = {sheet.cell(1, at).value: sheet.cell(2, at).number_format for at in range(1, 11)}
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:J3"
    assert (formats["Attainment"], formats["SSI"], formats["Open pipeline"]) == ("0.0%", "0.0", "#,##0")
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width
    assert sheet.oddFooter.center.text == "Not a personnel record"


def test_the_workbook_explains_its_columns() -> None:
    """A second sheet says what the list is not, and what each of its columns means, in their order."""
    book = load_workbook(BytesIO(leaderboard_xlsx(table(), WEEK)))
    told = [[cell.value for cell in row] for row in book["About"].iter_rows()]
    assert told[0][0] == "Leaderboard, week of 16 Nov 2026"
    assert str(told[1][0]).startswith("Not a personnel record")
    assert [row[0] for row in told[4:]] == [cell.value for cell in book["Leaderboard"][1]]
    assert all(row[1] for row in told[4:])


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_every_column_has_a_meaning(column: Column) -> None:
    """Nothing is exported that the About sheet could not explain, and the meaning is more than the heading."""
    assert len(column.meaning.split()) >= 3
    assert column.meaning.casefold() != column.heading.casefold()


FORMATS = {
    "0.0": {"total", *PILLARS, "coverage"},
    "+0.0;-0.0;0.0": {"change_1w", "change_4w", "net_change_4w", "weakest_gap"},
    "#,##0": {"open_pipeline", "won", "quota", "remaining"},
    "0.0%": {"attainment", "weakest_confidence"},
    "0": {"rank", "meetings"},
    "yyyy-mm-dd": {"last_scored"},
}


def test_every_number_has_its_format() -> None:
    """Scores with one decimal, changes with their sign, money with thousands, shares as percents, days as days."""
    assert {
        number_format: {column.name for column in COLUMNS if column.number_format == number_format}
        for number_format in FORMATS
    } == FORMATS


def test_an_empty_or_narrow_table_is_written_as_it_is() -> None:
    """No rep, or only names: still a file with its head."""
    assert leaderboard_csv(table().iloc[:0]).startswith(b"\xef\xbb\xbf")
    assert sheet_of(leaderboard_xlsx(table()[["name"]], WEEK)).max_row == 3


PLACES = {
    Corner.BUILD_HABITS: "Low score, low results",
    Corner.CONVERT: "High score, low results",
    Corner.LEAVE_ALONE: "Low score, high results",
    Corner.MENTOR: "High score, high results",
}


@pytest.mark.parametrize("corner", list(Corner))
def test_a_corner_is_a_place_in_the_words_of_the_screen(corner: Corner) -> None:
    """Never a call such as "mentor"; too near a line is no corner, and without attainment there is none."""
    told = sheet_of(leaderboard_xlsx(table(corner=[corner, None], near_line=[False, False]), WEEK))
    assert (row_of(told, 2)["Corner"], row_of(told, 3)["Corner"]) == (PLACES[corner], None)
    near = leaderboard_csv(table(corner=[corner, None], near_line=[True, False])).decode()
    assert "Near a line" in near
    assert PLACES[corner] not in near


def test_what_the_week_calls_for_stands_beside_the_name() -> None:
    """The call is in the words of the first page, and explained apart from the corner."""
    book = load_workbook(BytesIO(leaderboard_xlsx(table(call=["talk first", "nothing pressing"]), WEEK)))
    assert [cell.value for cell in book["Leaderboard"]["C"]] == ["This week", "talk first", "nothing pressing"]
    told = {row[0].value: str(row[1].value) for row in book["About"].iter_rows()}
    assert told["This week"].startswith("What the week calls for")


def test_the_same_week_gives_the_same_bytes() -> None:
    """Excel's time of writing is taken out."""
    assert leaderboard_xlsx(table(), WEEK) == leaderboard_xlsx(table(), WEEK)


def test_headings_are_all_different() -> None:
    """A reader of the CSV can name each column."""
    assert len({column.heading for column in COLUMNS}) == len(COLUMNS)


DANGEROUS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "\n=1",
    "a;=1",
    "a,=1",
    "＝1",
    '=HYPERLINK("x";"y")',
    "#REF!",
]
ANY_NAME = st.text(alphabet=st.sampled_from("=+-@\t\r\n;, '\"|aé0＝"), max_size=12) | st.text(max_size=12)


@pytest.mark.parametrize("name", DANGEROUS)
def test_a_formula_in_a_name_stays_text(name: str) -> None:
    """In CSV by an apostrophe, in XLSX by the cell's type."""
    check_csv(name)
    check_xlsx(name)


@settings(deadline=None, max_examples=200)
@given(ANY_NAME)
def test_no_name_becomes_a_formula_in_csv(name: str) -> None:
    """However the reader parts the cells: at commas, semicolons or tabs."""
    check_csv(name)


@settings(deadline=None, max_examples=40)
@given(ANY_NAME)
def test_no_name_becomes_a_formula_in_xlsx(name: str) -> None:
    """Every text cell is stored as text."""
    check_xlsx(name)


def check_csv(name: str) -> None:
    """Fail where any cell of the CSV would be calculated."""
    text = leaderboard_csv(table(name=[name, "Bo"], team=[name, ""])[["name", "team"]]).decode("utf-8-sig")
    for delimiter in ",;\t":
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            assert not [cell for cell in row if cell.strip().strip('"')[:1] in set("=+-@＝＋－＠")]


def check_xlsx(name: str) -> None:
    """Fail where the cell is not text, or lost a letter that Excel can hold."""
    cell = sheet_of(leaderboard_xlsx(table(name=[name, "Bo"])[["name"]], date(2026, 11, 16)))["A2"]
    assert cell.data_type == "s" if cell.value is not None else not clean(name)
    if name in DANGEROUS and "\n" not in name:
        assert cell.value == name
