"""Does another table beside the table stay out of it?"""

from tests.ingest.files import MONDAY, book, problems, read, values

HEADER = ["Rep", "Date", "SSI"]
NAMES = ["Mara Lindqvist", "Ivo Castelo", "Zoe Falk", "Wanda Orlov"]
ROWS = [[name, MONDAY, 60 - place] for place, name in enumerate(NAMES)]


def beside(heading: list[str], columns: list[list[object]]) -> bytes:
    """Return a workbook with more columns behind an empty one."""
    more = [*columns, *[[""] * len(heading)] * (len(ROWS) - len(columns))]
    return book(Team=[[*HEADER, "", *heading], *[[*row, "", *cells] for row, cells in zip(ROWS, more, strict=True)]])


def test_a_table_with_names_in_another_order_is_not_read():
    """Its quotas would go to the wrong reps; the columns are named."""
    loaded = read(beside(["Rep", "Quota"], [[name, 1000.0] for name in reversed(NAMES)]), "team.xlsx")
    assert loaded.pipeline.empty
    assert problems(loaded) == [("side_table", 1, None, '"Rep", "Quota" in columns E to F')]
    assert loaded.files[0].columns["Quota"] is None


def test_names_repeated_for_the_eye_are_the_same_table():
    """A second column with the same names in the same order parts nothing."""
    loaded = read(beside(["Rep", "Quota"], [[name, 1000.0] for name in NAMES]), "team.xlsx")
    assert values(loaded, "quota") == [1000.0] * 4
    assert {code for code, *_ in problems(loaded)} == {"duplicate_header"}


def test_a_short_list_with_labels_is_not_read():
    """The scores of two teams are not those of the first two reps."""
    loaded = read(beside(["Team", "Quota"], [["North", 9000.0], ["South", 8000.0]]), "team.xlsx")
    assert loaded.pipeline.empty
    assert [code for code, *_ in problems(loaded)] == ["side_table"]
    assert {person.team for person in loaded.people} == {None}


def test_an_empty_column_alone_parts_nothing():
    """Scores and pipeline often stand apart for the eye, with gaps where nothing is known."""
    loaded = read(beside(["Team", "Quota"], [["North", 1.0], ["", ""], ["South", 3.0]]), "team.xlsx")
    assert values(loaded, "quota") == [1.0, 3.0]
    assert not problems(loaded)


def test_an_unnamed_column_left_of_the_reps_parts_nothing():
    """A blank heading between the week and the names has no other table behind it."""
    assert len(read("Date,,Rep,SSI\n2026-11-16,,Mara Lindqvist,60\n").readings) == 1
