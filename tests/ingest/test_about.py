"""Does each problem say whom, which week and which pillar it is about?"""

from tests.ingest.files import HEADER, read

LONG = """Week of,Rep name,SSI component,Points
2026-11-18,Mara Lindqvist,Brand,18.4
2026-11-18,Mara Lindqvist,People,n/a
2026-11-18,Ivo Castelo,Brand,217
"""


def placed(loaded) -> list[tuple[str, int | None, str | None, str | None, str | None]]:
    """Return what each problem is about."""
    return [(one.code, one.row, one.rep, one.week, one.pillar) for one in loaded.problems]


def test_a_cell_of_a_wide_file_is_somebodys_week_and_pillar():
    """The rep as the desk calls them, the Monday of the day, the pillar of the column."""
    loaded = read(f"{HEADER}Mara Lindqvist,2026-11-18,217,9.2,12.1,20.3\n")
    assert placed(loaded) == [("out_of_range", 2, "Mara Lindqvist", "2026-11-16", "Brand")]


def test_a_row_of_a_long_file_has_its_own_pillar():
    """All points stand in one column; the row says whose and which they are."""
    assert set(placed(read(LONG))) == {
        ("missing_score", 3, "Mara Lindqvist", "2026-11-16", "People"),
        ("out_of_range", 4, "Ivo Castelo", "2026-11-16", "Brand"),
    }


def test_what_the_row_does_not_say_is_left_open():
    """A day that cannot be read is nobody knows which week, and no pillar."""
    loaded = read(f"{HEADER}Mara Lindqvist,sometime,18.4,9.2,12.1,20.3\nIvo Castelo,2026-11-16,11,7,8,15\n")
    assert placed(loaded) == [("unreadable_date", 2, "Mara Lindqvist", None, None)]
