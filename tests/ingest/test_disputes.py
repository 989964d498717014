"""May the manager choose between several values of one rep, day and field?"""

import pytest

from dashboard.ingest.load import Source, load
from dashboard.model.problems import Severity
from tests.ingest.files import HEADER, IVO, MARA, TEAM, read, scores, values

TWICE = TEAM + MARA.replace("9.2", "9.9")
KEY = "value:mara-lindqvist:2026-11-16:people"
LONG = """Rep,Week of,Component,Points
Mara Lindqvist,2026-11-16,Establish your professional brand,18.4
Mara Lindqvist,2026-11-16,Find the right people,3.1
Mara Lindqvist,2026-11-16,Find the right people,9.2
Mara Lindqvist,2026-11-16,Engage with insights,12.1
Mara Lindqvist,2026-11-16,Build relationships,20.3
Mara Lindqvist,2026-11-16,Current Social Selling Index,60
"""


def people(text: str, **answers: str) -> float:
    """Return Mara's points for finding people."""
    told = {KEY if key == "one" else key: value for key, value in answers.items()}
    return scores(read(text, answers=told))["Mara Lindqvist"][1]


def test_a_number_with_several_values_is_named_with_them():
    """Which values, where each stands, and which one counts; that is no open question."""
    loaded = read(TWICE)
    (one,) = loaded.disputes
    assert (one.key, one.rep, one.week, one.field) == (KEY, "Mara Lindqvist", "2026-11-16", "people")
    assert (one.choices, one.places, one.kept) == (("9.2", "9.9"), ("row 2", "row 4"), "9.2")
    assert not loaded.questions


@pytest.mark.parametrize(
    ("answers", "kept"),
    [({}, 9.2), ({"one": "9.9"}, 9.9), ({"one": "9.90"}, 9.9), ({"value": "last"}, 9.9), ({"value": "first"}, 9.2)],
)
def test_one_answer_settles_a_number_or_all_of_them(answers, kept):
    """By the value itself, or by the place of its row."""
    assert people(TWICE, **answers) == kept


def test_the_answer_about_one_number_goes_before_the_one_about_all():
    """What was said of all holds for the others."""
    assert people(TWICE, value="last", one="9.2") == 9.2


def test_an_answer_that_is_none_of_the_values_leaves_the_first():
    """Nothing is stored that stands nowhere."""
    loaded = read(TWICE, answers={KEY: "7"})
    assert scores(loaded)["Mara Lindqvist"][1] == 9.2
    assert [one.severity for one in loaded.problems] == [Severity.WARNING]


def test_a_settled_conflict_is_told_as_information_with_the_value_that_counts():
    """It is no warning any more."""
    (problem,) = read(TWICE, answers={KEY: "9.9"}).problems
    assert (problem.code, problem.row, problem.severity) == ("conflicting_values", 2, Severity.INFO)
    assert problem.found == "Mara Lindqvist, 2026-11-16, People: 9.2 here, 9.9 in row 4 is kept"


def test_the_row_that_adds_up_to_its_total_can_be_chosen():
    """18.4 + 9.2 + 12.1 + 20.3 is 60; the first row says 43."""
    head = HEADER.replace("\n", ",SSI\n")
    wrong = "Mara Lindqvist,2026-11-16,1.4,9.2,12.1,20.3,60\n"
    right = "Mara Lindqvist,2026-11-16,18.4,9.2,12.1,20.3,60\n"
    loaded = read(head + wrong + right, answers={"value": "total"})
    assert scores(loaded)["Mara Lindqvist"] == [18.4, 9.2, 12.1, 20.3]


def test_in_a_long_file_the_value_that_adds_up_with_the_others_can_be_chosen():
    """Each value has a row of its own there, and so has the total: 18.4 + 9.2 + 12.1 + 20.3 = 60."""
    assert people(LONG) == 3.1
    assert people(LONG, value="total") == 9.2


def test_without_a_total_the_first_is_kept():
    """There is nothing to add up to."""
    assert people(TWICE, value="total") == 9.2


def test_amounts_are_settled_alike():
    """Pipeline numbers of one week and currency, of two files as well."""
    first = "Rep,Date,Quota\nMara Lindqvist,2026-11-16,5000\n"
    sources = [Source("a.csv", first.encode()), Source("b.csv", first.replace("5000", "6000").encode())]
    key = "value:mara-lindqvist:2026-11-16:quota"
    loaded = load(sources, answers={key: "6000"})
    assert values(loaded, "quota") == [6000]
    assert loaded.disputes[0].places == ("row 2 of a.csv", "row 2 of b.csv")
    assert loaded.pipeline["file"].tolist() == ["a.csv"]


def test_others_are_not_touched():
    """Only the number that was asked about changes."""
    assert scores(read(TWICE, answers={"value": "last"}))["Ivo Castelo"] == scores(read(TEAM))["Ivo Castelo"]
    assert IVO in TWICE


def test_the_rows_are_those_of_the_spreadsheet_where_weeks_are_columns():
    """Two rows of one rep, in the same column."""
    rows = "Rep,2026-11-09,2026-11-16\nMara Lindqvist,60,61\nIvo Castelo,40,41\nMara Lindqvist,60,62\n"
    loaded = read(rows, answers={"measure": "reported_total"})
    assert [(one.choices, one.places) for one in loaded.disputes] == [(("61", "62"), ("row 2", "row 4"))]
