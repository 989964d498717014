"""Is a table with a column per week read: one header row or two, whichever way round, whatever stands between?"""

from datetime import date, datetime

import pytest

from dashboard.ingest.load import Loaded
from tests.ingest.files import MONDAY, book, codes, problems, read

PILLARS = ["Brand", "People", "Insights", "Relationships"]
ONE, TWO = [18.4, 9.2, 12.1, 20.3], [18.6, 9.4, 12.2, 20.5]
READ = {("Mara Lindqvist", "2026-11-02"): ONE, ("Mara Lindqvist", "2026-11-09"): TWO}


def by_week(loaded: Loaded, *fields: str) -> dict[tuple[str, str], list[float]]:
    """Return the values of each rep and day."""
    columns = list(fields) or [name.lower() for name in PILLARS]
    rows = loaded.readings.to_dict("records")
    return {(row["rep"], f"{row['date']:%Y-%m-%d}"): [row[one] for one in columns] for row in rows}


def crossed(rows: list[list[object]]) -> list[list[object]]:
    """Return the rows of weeks over pillars as pillars over weeks."""
    order = [0, *(1 + week * 4 + pillar for pillar in range(4) for week in range(2))]
    head = ["", *(name if not week else "" for name in PILLARS for week in range(2))]
    weeks = [rows[1][0], *[rows[0][1], rows[0][5]] * 4]
    return [head, weeks, *([row[place] for place in order] for row in rows[2:])]


def weeks_over_pillars(first: object, second: object) -> list[list[object]]:
    """Return a sheet with two weeks over the four pillars."""
    return [["", first, "", "", "", second, "", "", ""], ["Rep", *PILLARS, *PILLARS], ["Mara Lindqvist", *ONE, *TWO]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2026-11-02", "2026-11-09"),
        ("KW 45", "KW 46"),
        ("W45", "W46"),
        ("Week of Nov 2", "Week of Nov 9"),
        ("02.11.", "09.11."),
        (datetime(2026, 11, 2), datetime(2026, 11, 9)),
        ("11/2/2026", "11/9/2026"),
        ("Semaine 45", "Semaine 46"),
        ("45. KW 2026", "46. KW 2026"),
    ],
)
@pytest.mark.parametrize("across", [False, True])
def test_two_header_rows_are_read_both_ways(first: object, second: object, across: bool):
    """Weeks merged over the pillars, and pillars merged over the weeks."""
    rows = weeks_over_pillars(first, second)
    loaded = read(book(Team=crossed(rows) if across else rows), "team.xlsx", as_of=MONDAY)
    assert by_week(loaded) == READ
    assert loaded.files[0].shape == "wide_weeks"
    assert codes(loaded) <= {"week_without_year"}


def test_blocks_may_differ_in_width_with_totals_changes_and_gaps_between():
    """A total belongs to its week; a change is left out and said; an empty column parts nothing else."""
    head = ["", "KW 45", "", "", "", "", "", "KW 46", "", "", "", "", ""]
    names = ["Rep", *PILLARS, "SSI", "", *PILLARS, "SSI", "Change"]
    row = ["Mara Lindqvist", *ONE, 60, None, *TWO, 61, 1]
    loaded = read(book(Team=[head, names, row]), "team.xlsx", as_of=MONDAY)
    assert by_week(loaded) == READ
    assert by_week(loaded, "reported_total")["Mara Lindqvist", "2026-11-09"] == [61]
    assert ("column_without_week", 2, None, '"Change"') in problems(loaded)


@pytest.mark.parametrize("title", ["SSI per week", "Social Selling Index – EMEA", "SSI gesamt nach Wochen"])
def test_one_header_row_of_weeks_holds_what_the_title_says(title: str):
    """The total, where it speaks of SSI."""
    loaded = read(book(Team=[[title], ["Rep", "W45", "W46"], ["Mara Lindqvist", 60, 61]]), "t.xlsx", as_of=MONDAY)
    assert by_week(loaded, "reported_total") == {
        ("Mara Lindqvist", "2026-11-02"): [60],
        ("Mara Lindqvist", "2026-11-09"): [61],
    }


def test_the_sheet_may_name_the_pillar():
    """A sheet per pillar is a way to keep them."""
    loaded = read(book(Insights=[["", "W45", "W46"], ["Mara Lindqvist", 12.1, 12.2]]), "t.xlsx", as_of=MONDAY)
    assert by_week(loaded, "insights")["Mara Lindqvist", "2026-11-09"] == [12.2]


def test_a_measure_that_nothing_names_is_asked():
    """While it is asked nothing is stored; the answer may be a field or its label."""
    text = "Rep,2026-11-02,2026-11-09\nMara Lindqvist,18.4,18.6\n"
    loaded = read(text, "weeks.csv")
    assert [question.key for question in loaded.questions] == ["measure:weeks.csv"]
    assert loaded.readings.empty
    for answer in ("brand", "Brand"):
        loaded = read(text, "weeks.csv", answers={"measure:weeks.csv": answer})
        assert by_week(loaded, "brand")["Mara Lindqvist", "2026-11-02"] == [18.4]
        assert not loaded.questions


def test_a_total_that_never_exceeds_a_pillar_is_asked():
    """ "SSI" above a pillar's numbers would make them totals of 18 points."""
    loaded = read("Rep,2026-11-02,2026-11-09\nMara Lindqvist,18.4,18.6\n", "ssi.csv")
    assert [question.key for question in loaded.questions] == ["measure:ssi.csv"]


def test_amounts_per_week_keep_their_currency_and_size():
    """The title says both."""
    loaded = read("Open pipeline (k€)\nRep;KW 45;KW 46\nMara Lindqvist;610;640\n", "p.csv", as_of=MONDAY)
    assert loaded.pipeline["open_pipeline"].tolist() == [610_000, 640_000]
    assert loaded.pipeline["currency"].tolist() == ["EUR", "EUR"]
    assert [f"{week:%m-%d}" for week in loaded.pipeline["week"]] == ["11-02", "11-09"]


def test_each_value_knows_its_row_and_the_heading_of_its_week():
    """What is wrong is found by both."""
    rows = weeks_over_pillars("2026-11-02", "2026-11-09")
    rows += [[f"{name} Ek", *ONE, *TWO] for name in ("Ida", "Per", "Una", "Liv")]
    rows[2][6] = 217
    rows[3][8] = None
    loaded = read(book(Team=rows), "team.xlsx")
    found = [(one.code, one.row, one.column, one.rep, one.week, one.pillar) for one in loaded.problems]
    assert (
        "out_of_range", 3, "2026-11-09\nPeople", "Mara Lindqvist", "2026-11-09", "People"
    ) in found  # fmt: skip
    assert (
        "missing_score", 4, "2026-11-09\nRelationships", "Ida Ek", "2026-11-09", "Relationships"
    ) in found  # fmt: skip


def test_a_rep_without_any_score_is_told_once_and_kept():
    """New starters have blanks in many weeks: that is one piece of news."""
    loaded = read("Rep,SSI 2026-11-02,SSI 2026-11-09\nMara Lindqvist,60,61\nIvo Castelo,,\n", "t.csv")
    assert problems(loaded) == [("no_scores", 3, None, "Ivo Castelo")]
    assert len(loaded.people) == 2
    assert len(loaded.readings) == 2


def test_totals_and_notes_below_are_no_reps():
    """They are left out with their row."""
    text = "Rep,SSI 2026-11-02,SSI 2026-11-09\nMara Lindqvist,60,61\nIvo Castelo,41,42\nAverage,50.5,51.5\n"
    loaded = read(text, "t.csv")
    assert [(one.row, one.reason) for one in loaded.files[0].left_out] == [(4, 'a total: "Average"')]
    assert len(loaded.people) == 2


def test_months_are_not_taken_for_days():
    """Nov 25 beside Dec 25 and Jan 26 is a month of a year."""
    loaded = read("SSI\nRep,Nov 25,Dec 25,Jan 26\nMara Lindqvist,60,61,62\n", "t.csv", as_of=date(2026, 2, 2))
    assert codes(loaded) == {"unrecognised_columns"}


def test_a_row_of_data_is_no_second_header():
    """18.4 could be the 18th of April."""
    loaded = read("Rep,Brand,People\nMara Lindqvist,18.4,9.2\n", "t.csv", as_of=MONDAY)
    assert loaded.files[0].shape == "rep_week"


def test_weeks_without_a_year_need_a_day_of_the_file():
    """Without one the file is refused, and nothing is guessed."""
    loaded = read("Rep,SSI KW 45,SSI KW 46\nMara Lindqvist,60,61\n", "t.csv")
    assert codes(loaded) == {"no_week"}


def test_a_repeated_row_counts_once():
    """In every week it says the same."""
    loaded = read("Rep,SSI 2026-11-02,SSI 2026-11-09\nMara Lindqvist,60,61\nMara Lindqvist,60,61\n", "t.csv")
    assert len(loaded.readings) == 2
    assert set(codes(loaded)) == {"duplicate_row"}
    assert loaded.files[0].rows_used == 1


def test_a_column_of_a_week_can_be_left_out():
    """The mapping step names it by its heading."""
    text = "Rep,SSI 2026-11-02,SSI 2026-11-09\nMara Lindqvist,60,61\n"
    loaded = read(text, "t.csv", answers={"column:SSI 2026-11-09": "ignore"})
    assert list(by_week(loaded, "reported_total").values()) == [[60]]


def test_day_or_month_first_is_asked_where_nothing_tells():
    """A single week's heading may be either."""
    text = "Rep,SSI 11/02/2026\nMara Lindqvist,60\n"
    assert [question.key for question in read(text, "t.csv").questions] == ["date_order"]
    loaded = read(text, "t.csv", answers={"date_order": "mdy"})
    assert list(by_week(loaded, "reported_total")) == [("Mara Lindqvist", "2026-11-02")]


def test_years_above_their_weeks_count():
    """Merged over them."""
    rows = [["SSI"], ["", 2025, "", 2026], ["Rep", "KW 51", "KW 52", "KW 2"], ["Mara Lindqvist", 60, 61, 62]]
    loaded = read(book(Team=rows), "t.xlsx", as_of=MONDAY)
    assert [day for _, day in by_week(loaded, "reported_total")] == ["2025-12-15", "2025-12-22", "2026-01-05"]
