"""How do two rows become one header? Groups, units, numbers of columns."""

import pytest

from tests.ingest.files import MONDAY, book, codes, read, scores, values

PILLARS = ["Brand", "People", "Insights", "Relationships"]
OWN, OTHER = [18.4, 9.2, 12.1, 20.3], [1.1, 1.2, 1.3, 1.4]


def grouped(first: str, second: str) -> list[list[object]]:
    """Return rows whose four pillars stand under two groups; the second group's numbers are the rep's."""
    groups = ["", "", first, "", "", "", second, "", "", ""]
    return [groups, ["Rep", "Date", *PILLARS, *PILLARS], ["Mara Lindqvist", MONDAY, *OTHER, *OWN]]


@pytest.mark.parametrize(
    "groups",
    [("Last week", "This week"), ("Target", "Actual"), ("Ziel", "Ist"), ("Industry average", "Own"), ("Vorwoche", "")],
)
def test_the_group_above_tells_one_column_from_another(groups: tuple[str, str]):
    """The pillars of last week, of a target or of the industry are not the rep's, wherever they stand."""
    rows = grouped(groups[0], groups[1] or "Diese Woche")
    loaded = read(book(Team=rows), "team.xlsx")
    assert scores(loaded) == {"Mara Lindqvist": OWN}
    assert loaded.files[0].header_row == 2
    assert not loaded.problems


def test_the_industry_above_makes_averages():
    """Its four pillars are the rep's industry averages."""
    loaded = read(book(Team=grouped("Industry average", "Own")), "team.xlsx")
    assert values(loaded, "industry_brand", "readings") == [1.1]


def test_groups_that_tell_nothing_are_refused():
    """Which of two weeks' or two sources' pillars are meant is not guessed."""
    loaded = read(book(Team=grouped("2026-11-09", "2026-11-16")), "team.xlsx")
    assert codes(loaded) == {"unrecognised_columns"}
    assert '"2026-11-09", "2026-11-16"' in loaded.refused[0].reason
    assert loaded.readings.empty


@pytest.mark.parametrize("units", [["", "", "0-25", "k€"], ["text", "date", "pts", "k€"]])
def test_a_row_of_units_belongs_to_the_header(units: list[str]):
    """Thousands named below the heading count as if they stood in it."""
    rows = [["Rep", "Date", "Brand", "Open pipeline"], units, ["Mara Lindqvist", MONDAY, 18.4, 640]]
    loaded = read(book(Team=rows), "team.xlsx")
    assert values(loaded, "open_pipeline") == [640_000]
    assert values(loaded, "currency") == ["EUR"]
    assert len(loaded.people) == 1
    assert not loaded.problems


def test_numbers_of_columns_are_no_rep():
    """Printed forms number their columns below the header."""
    loaded = read(
        book(Team=[["Rep", "Brand", "People"], [1, 2, 3], ["Mara Lindqvist", 18.4, 9.2]]), "t.xlsx", as_of=MONDAY
    )
    assert [(one.row, one.reason) for one in loaded.files[0].left_out] == [(2, "the numbers of the columns")]
    assert list(scores(loaded)) == ["Mara Lindqvist"]


def test_a_title_above_is_no_group():
    """It stands over every column and tells none from another."""
    rows = [["SSI of the team"], ["Rep", "Date", "Brand", "Brand"], ["Mara Lindqvist", MONDAY, 18.4, 1.0]]
    loaded = read(book(Team=rows), "team.xlsx")
    assert codes(loaded) == {"duplicate_header"}
    assert scores(loaded)["Mara Lindqvist"][0] == 18.4
