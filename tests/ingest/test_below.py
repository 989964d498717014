"""Does another table or a legend below the table stay out of it?"""

import pytest

from tests.ingest.files import MONDAY, book, problems, read, scores

PILLARS = ["Brand", "People", "Insights", "Relationships"]
ROWS = [["Rep", *PILLARS], ["Mara Lindqvist", 18.4, 9.2, 12.1, 20.3], ["Ivo Castelo", 11.2, 7.5, 8.2, 15]]
OTHERS = [
    [["Rep", "Meetings", "Calls", "Mails", "Demos"], ["Mara Lindqvist", 3, 4, 5, 6], ["Ivo Castelo", 1, 2, 3, 4]],
    [["Team", "Meetings", "Calls"], ["North", 3, 4], ["South", 5, 6]],
    [["Deals closed", "Date", "Amount"], ["Acme", MONDAY, 12], ["Globex", MONDAY, 9]],
    [["Quarter", "Focus", "Motto", "Sponsor"], ["Spring", 1, 2, 3]],
]


@pytest.mark.parametrize("other", OTHERS, ids=lambda rows: rows[0][0])
@pytest.mark.parametrize("gap", [1, 2])
def test_another_table_below_is_left_out(other: list[list[object]], gap: int):
    """Its numbers are no scores and its rows no reps; each is said with the reason."""
    loaded = read(book(Team=[*ROWS, *[[]] * gap, *other]), "team.xlsx", as_of=MONDAY)
    assert scores(loaded) == {row[0]: row[1:] for row in ROWS[1:]}
    assert len(loaded.people) == 2
    first = len(ROWS) + gap + 1
    left = loaded.files[0].left_out
    assert [one.row for one in left] == list(range(first, first + len(other)))
    assert all(one.reason.startswith('another table: "') for one in left)
    assert {code for code, *_ in problems(loaded)} == {"no_date_column"}


def test_the_table_goes_on_below_its_own_header():
    """A printed list has an empty row and the header again; what follows another table may be the first one again."""
    again = [*ROWS[:2], [], OTHERS[1][0], OTHERS[1][1], [], ROWS[0], ROWS[2]]
    loaded = read(book(Team=again), "team.xlsx", as_of=MONDAY)
    assert list(scores(loaded)) == ["Mara Lindqvist", "Ivo Castelo"]


def test_an_empty_row_alone_ends_nothing():
    """Teams are parted by empty rows, and so may be somebody with words instead of scores."""
    away = ["Zoe Falk", "on leave", "since May", "", ""]
    loaded = read(book(Team=[ROWS[0], ROWS[1], [], away, ROWS[2]]), "team.xlsx", as_of=MONDAY)
    assert [person.name for person in loaded.people] == ["Mara Lindqvist", "Zoe Falk", "Ivo Castelo"]
    assert len(loaded.readings) == 2


def test_a_legend_is_no_team():
    """What stands below its heading is left out as notes, up to the next empty row."""
    legend = [["Legend"], ["green", "above 20"], ["red", "below 10"]]
    loaded = read(book(Team=[*ROWS, [], *legend, [], ["Zoe Falk", 1, 2, 3, 4]]), "team.xlsx", as_of=MONDAY)
    assert [person.name for person in loaded.people] == ["Mara Lindqvist", "Ivo Castelo", "Zoe Falk"]
    assert [(one.row, one.reason) for one in loaded.files[0].left_out] == [
        (5, 'a note: "Legend"'),
        (6, 'a note: "green above 20"'),
        (7, 'a note: "red below 10"'),
    ]


def test_the_header_again_may_have_a_team_in_front():
    """Each team's list begins with its name beside the pillars' names."""
    rows = [ROWS[0], ROWS[1], ["South", *PILLARS], ROWS[2]]
    loaded = read(book(Team=rows), "team.xlsx", as_of=MONDAY)
    assert list(scores(loaded)) == ["Mara Lindqvist", "Ivo Castelo"]
    assert [(one.row, one.reason) for one in loaded.files[0].left_out] == [(3, "the header again")]
