"""Of which day is each row? Dates, calendar weeks, titles, names of sheets and files."""

from datetime import date

import pytest

from tests.ingest.files import MONDAY, book, codes, problems, read


def days(loaded) -> list[str]:
    """Return the days of the readings."""
    return loaded.readings["date"].dt.strftime("%Y-%m-%d").tolist()


@pytest.mark.parametrize(
    "cell",
    ["2026-11-16", "16.11.2026", "11/16/2026", "16/11/2026", "16 Nov 2026", "16. November 2026", "16 novembre 2026",
     "KW 47/2026", "2026-W47", "2026-11-16T08:05:00Z", "46342", "Week of 16 Nov 2026"],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(cell: str):
    """ISO, D.M.Y, M/D/Y, month names, calendar weeks, serials."""
    assert days(read(f"Rep,Date,SSI\nMara Lindqvist,{cell},60\n")) == ["2026-11-16"]


def test_the_order_of_day_and_month_is_asked():
    """05/10/2026 alone is no date until somebody says; nothing is stored meanwhile."""
    text = "Rep,Date,SSI\nMara Lindqvist,05/10/2026,60\n"
    asked = read(text)
    assert [(one.key, one.column, one.choices) for one in asked.questions] == [("date_order", "Date", ("dmy", "mdy"))]
    assert asked.readings.empty
    assert not asked.problems
    assert days(read(text, answers={"date_order": "dmy"})) == ["2026-10-05"]
    assert days(read(text, answers={"date_order": "mdy"})) == ["2026-05-10"]


def test_a_reading_belongs_to_the_monday_of_its_week():
    """Sunday the 22nd is of the week of the 16th."""
    weeks = read("Rep,Date,SSI\nMara Lindqvist,2026-11-22,60\nMara Lindqvist,2026-11-23,61\n").readings["week"]
    assert weeks.dt.strftime("%Y-%m-%d").tolist() == ["2026-11-16", "2026-11-23"]


ROWS = [["Rep", "SSI"], ["Mara Lindqvist", 60]]


@pytest.mark.parametrize(
    ("content", "name", "as_of", "where"),
    [
        (book(Team=[["EMEA – week of 16 Nov 2026"], *ROWS]), "a.xlsx", None, "the title"),
        (book(Team=[["Week of", MONDAY], *ROWS]), "a.xlsx", None, "the title"),
        (book(Team_16_Nov_2026=ROWS), "a.xlsx", None, "the sheet's name"),
        (book(Team_16_Nov=ROWS), "a.xlsx", date(2026, 11, 20), "the sheet's name"),
        (book(Team=ROWS), "ssi_2026-11-16.xlsx", None, "the file's name"),
        (book(Team=ROWS), "SSI KW47 2026.xlsx", None, "the file's name"),
        (book(Team=ROWS), "2026_11_16 ssi.xlsx", None, "the file's name"),
        (book(Team=ROWS), "a.xlsx", MONDAY, "the day given"),
    ],
)  # fmt: skip
def test_a_file_without_dates_takes_the_day_it_names(content: bytes, name: str, as_of: date | None, where: str):
    """Title, sheet, file name, then the day given with it; where it was taken from is told."""
    loaded = read(content, name, as_of=as_of)
    assert days(loaded) == ["2026-11-16"]
    assert [one.code for one in loaded.problems] == ["no_date_column"]
    assert where in loaded.problems[0].found


def test_a_title_without_a_year_in_january_means_last_december():
    """28 Dec, read on 4 January 2027, is not eleven months ahead."""
    assert days(read(book(Team_28_Dec=ROWS), "a.xlsx", as_of=date(2027, 1, 4))) == ["2026-12-28"]


def test_week_numbers_take_the_year_of_the_file():
    """A column of 46 and 47 is one of calendar weeks."""
    loaded = read("KW;Rep;SSI\n46;Mara Lindqvist;60\n47;Mara Lindqvist;61\n", as_of=date(2026, 11, 20))
    assert days(loaded) == ["2026-11-09", "2026-11-16"]


def test_a_file_that_names_no_day_is_refused():
    """Without any day, nothing is guessed."""
    assert codes(read("Rep,SSI\nMara Lindqvist,60\n")) == {"no_week"}


def test_bad_and_blank_dates_are_told_by_row():
    """Neither row is stored, the others are."""
    text = "Rep,Date,SSI\nMara Lindqvist,2026-11-16,60\nIvo Castelo,31.02.2026,42\nZoe Falk,,50\n"
    assert problems(read(text)) == [("unreadable_date", 3, "Date", "31.02.2026"), ("no_date", 4, "Date", "blank")]


def test_a_day_first_date_in_an_iso_column_is_told():
    """26/10/2026 can only be one day; it is taken and worth a look."""
    iso = "".join(f"Mara Lindqvist,2026-11-{day:02},60\n" for day in range(2, 8))
    loaded = read(f"Rep,Date,SSI\n{iso}Ivo Castelo,26/10/2026,42\n")
    assert problems(loaded) == [("other_date_style", 8, "Date", "26/10/2026")]
    assert "2026-10-26" in days(loaded)


def test_a_week_number_that_the_year_does_not_have_is_of_the_year_before():
    """In January 2027, week 53 and week 47 are those of 2026, on their Mondays."""
    text = "Rep,KW,SSI\nMara Lindqvist,KW 47,60\nMara Lindqvist,KW 53,61\nMara Lindqvist,KW 1,62\n"
    loaded = read(text, as_of=date(2027, 1, 5))
    assert days(loaded) == ["2026-11-16", "2026-12-28", "2027-01-04"]
    assert not loaded.problems


def test_a_sheet_named_like_a_week_of_last_year_is_read_on_its_monday():
    """KW 47 in January is last November's."""
    assert days(read(book(KW_47=ROWS), "a.xlsx", as_of=date(2026, 1, 8))) == ["2025-11-17"]


def test_a_day_far_ahead_is_a_slip():
    """2062 for 2026 is named and not stored."""
    loaded = read("Rep,Date,SSI\nMara Lindqvist,2062-11-16,60\nIvo Castelo,2026-11-16,41\n", as_of=MONDAY)
    assert problems(loaded) == [("far_ahead", 2, "Date", "2062-11-16")]
    assert days(loaded) == ["2026-11-16"]


def test_the_day_a_file_was_made_on_yields_to_the_week_it_names():
    """A report of last Monday may be printed on Thursday."""
    rows = [["Created 19/11/2026"], ["Week of 16/11/2026"], *ROWS]
    assert days(read(book(Team=rows), "a.xlsx")) == ["2026-11-16"]
    assert days(read(book(Team=[["Created 16/11/2026"], *ROWS]), "a.xlsx")) == ["2026-11-16"]


def test_a_day_without_a_year_long_ago_is_of_something_else():
    """A meeting in March is not the day of November's readings."""
    loaded = read(book(Team=[["Agreed on 12 March: review every Monday"], *ROWS]), "a.xlsx", as_of=MONDAY)
    assert days(loaded) == ["2026-11-16"]


@pytest.mark.parametrize("cells", [("47/2026", "5/2026"), ("2026/47", "2026/05"), ("202647", "202605")])
def test_weeks_may_stand_as_numbers_with_their_year(cells: tuple[str, str]):
    """A number that is no month tells that the column holds weeks; where all may be months nothing is guessed."""
    loaded = read("Rep,Week,SSI\n" + "".join(f"Mara Lindqvist,{cell},60\n" for cell in cells))
    assert [str(day)[:10] for day in loaded.readings["date"]] == ["2026-11-16", "2026-01-26"]
    months = read(f"Rep,Week,SSI\nMara Lindqvist,{cells[1]},60\n")
    assert months.readings.empty
    assert codes(months) == {"unreadable_date"}
    assert problems(read("Rep,Week,SSI\nMara Lindqvist,54/2026,60\n"))[0][3] == "54/2026"
