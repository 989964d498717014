"""Does a blank cell mean "as above"?"""

from datetime import date, timedelta

import pytest

from tests.ingest.files import MONDAY, book, codes, problems, read

WEEKS = [MONDAY - timedelta(weeks=weeks) for weeks in range(3)]
HEADER: list[object] = ["Rep", "Week of", "SSI"]


def totals(loaded) -> dict[tuple[str, date], float]:
    """Return the total per rep and day."""
    table = loaded.readings
    return dict(zip(zip(table["rep"], table["date"].dt.date, strict=True), table["total"], strict=True))


def grouped(blank: object = "") -> list[list[object]]:
    """Return two reps of three weeks each, the name only in the first row of each."""
    mara: list[list[object]] = [["Mara Lindqvist", week, 60 - place] for place, week in enumerate(WEEKS)]
    ivo: list[list[object]] = [["Ivo Castelo", week, 42] for week in WEEKS]
    below = [[blank, *row[1:]] for row in (*mara[1:], *ivo[1:])]
    return [HEADER, mara[0], *below[:2], ivo[0], *below[2:]]


@pytest.mark.parametrize("blank", ["", None, '"', "〃", "dito", " "])
def test_a_name_stands_only_in_the_first_row_of_its_group(blank: object):
    """The layout proves it: every rep once, rows below without a name, one reading a day."""
    loaded = read(book(Team=grouped(blank)), "team.xlsx")
    named = [(name, week) for name in ("Mara Lindqvist", "Ivo Castelo") for week in WEEKS]
    assert totals(loaded) == dict(zip(named, [60, 59, 58, 42, 42, 42], strict=True))
    assert problems(loaded) == [("same_as_above", None, "Rep", "4 cells taken from above, first in row 3")]


def test_a_day_stands_only_in_the_first_row_of_its_week():
    """And the name in every row."""
    rows = [
        [week if not place else "", name, 50] for week in WEEKS for place, name in enumerate(["Zoe", "Ivo", "Mara"])
    ]
    loaded = read(book(Team=[["Week of", "Rep", "SSI"], *rows]), "team.xlsx")
    assert set(totals(loaded)) == {(name, week) for week in WEEKS for name in ("Zoe", "Ivo", "Mara")}
    assert codes(loaded) == {"same_as_above"}


def test_name_and_day_stand_once_above_the_pillars():
    """In a list with a row per pillar; its total is a row of the rep and no total of the team."""
    pillars = ["Brand", "People", "Insights", "Relationships", "Total"]
    rows = [
        [name if not place else "", MONDAY if not place else "", pillar, 15 if pillar != "Total" else 60]
        for name in ("Mara Lindqvist", "Ivo Castelo")
        for place, pillar in enumerate(pillars)
    ]
    loaded = read(book(Team=[["Rep", "Week of", "SSI component", "Points"], *rows]), "team.xlsx")
    assert totals(loaded) == {("Mara Lindqvist", MONDAY): 60, ("Ivo Castelo", MONDAY): 60}
    assert loaded.readings["reported_total"].tolist() == [60, 60]
    assert not loaded.files[0].left_out


@pytest.mark.parametrize("weeks", [["Points"], ["2026-11-09", "2026-11-16"]])
def test_a_blank_pillar_does_not_end_its_group(weeks: list[str]):
    """The row is left out with the reason, and what stands below it is still the rep's; an empty row ends it."""
    header = ["Rep", "Pillar", *weeks]
    groups = [[["Mara Lindqvist", "Brand", 9], ["", "People", ""], ["", "Insights", 8], ["", "Relationships", 7]]]
    groups += [[["Ivo Castelo", *row[1:]], *rest] for row, *rest in groups]
    rows = [[*row[:2], *row[2:] * len(weeks)] for group in groups for row in group]
    loaded = read(book(Team=[header, *rows]), "team.xlsx", as_of=MONDAY)
    assert set(loaded.readings["insights"]) == {8}
    assert set(loaded.readings["rep"]) == {"Mara Lindqvist", "Ivo Castelo"}
    found = [(one.row, one.reason) for one in loaded.files[0].left_out]
    assert found == [(3, 'a pillar without a number: "People"'), (7, 'a pillar without a number: "People"')]
    parted = read(book(Team=[header, *rows[:2], [], *rows[2:]]), "team.xlsx", as_of=MONDAY)
    assert "no_rep" in codes(parted)


def test_a_group_goes_on_below_the_header_of_the_next_page_but_not_below_a_total():
    """A repeated header is a page break; what follows a subtotal without a name is nobody's."""
    rows = grouped()
    paged = read(book(Team=[*rows[:3], [], HEADER, *rows[3:]]), "team.xlsx")
    assert len(totals(paged)) == 6
    summed = read(book(Team=[*rows, ["Total", "", 303], ["", WEEKS[0] - timedelta(weeks=9), 1]]), "team.xlsx")
    assert len(totals(summed)) == 6
    assert ("no_rep", 9, "Rep", "blank") in problems(summed)


@pytest.mark.parametrize(
    "rows",
    [
        [["Mara Lindqvist", MONDAY, 60], ["", MONDAY, 58], ["Ivo Castelo", MONDAY, 40]],
        [["Mara Lindqvist", MONDAY, 60], ["", WEEKS[1], 58], ["Ivo Castelo", MONDAY, 40]],
        [["Mara Lindqvist", week, 60] for week in WEEKS] + [["", WEEKS[0], 1], ["", WEEKS[1], 2], ["", WEEKS[2], 3]],
        [["", MONDAY, 60], ["", WEEKS[1], 58], ["Ivo Castelo", MONDAY, 40], ["", WEEKS[1], 2]],
    ],
    ids=["same day", "only one", "names repeated", "first without"],
)
def test_nothing_is_filled_without_proof(rows: list[list[object]]):
    """A forgotten name is told by its row and its numbers are nobody's."""
    loaded = read(book(Team=[HEADER, *rows]), "team.xlsx")
    assert "same_as_above" not in codes(loaded)
    assert {code for code, *_ in problems(loaded)} == {"no_rep"}


def test_a_team_stands_in_front_of_its_reps():
    """The team only in the first row of each group is that of the rows below."""
    rows = [["North", "Mara Lindqvist"], ["", "Ivo Castelo"], ["South", "Zoe Falk"], ["", "Lea Brandt"]]
    table = [["Team", "Rep", "Week of", "SSI"], *[[*row, MONDAY, 50] for row in rows]]
    loaded = read(book(Team=table), "team.xlsx")
    assert [person.team for person in loaded.people] == ["North", "North", "South", "South"]
    single = read(book(Team=[*table[:3], table[4]]), "team.xlsx")
    assert [person.team for person in single.people] == ["North", None, None]
