"""Is a table with a row per rep and pillar and a column per week read, however its reps and totals stand?"""

from datetime import datetime

import pytest

from tests.ingest.files import MONDAY, book, codes, problems, read
from tests.ingest.shapes.test_wide_weeks import ONE, PILLARS, READ, TWO, by_week

IVO = ([11.2, 7.5, 8.2, 15.0], [11.4, 7.5, 8.4, 15.1])


def of_rep(name: str, one: list[float], two: list[float], once: bool = False) -> list[list[object]]:
    """Return the four rows of a rep, the name in each or only in the first."""
    rows = zip(PILLARS, one, two, strict=True)
    return [["" if once and place else name, *row] for place, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("W45", "W46"),
        ("2026-11-02", "2026-11-09"),
        ("KW 45/2026", "KW 46/2026"),
        (datetime(2026, 11, 2), datetime(2026, 11, 9)),
    ],
)
@pytest.mark.parametrize("once", [False, True])
def test_each_pillar_of_a_rep_has_a_row(first: object, second: object, once: bool):
    """The rep's name stands in every row, or only in the first of the four."""
    mara, ivo = of_rep("Mara Lindqvist", ONE, TWO, once), of_rep("Ivo Castelo", *IVO, once)
    loaded = read(book(Team=[["Rep", "Pillar", first, second], *mara, *ivo]), "team.xlsx", as_of=MONDAY)
    ivos = {("Ivo Castelo", "2026-11-02"): IVO[0], ("Ivo Castelo", "2026-11-09"): IVO[1]}
    assert by_week(loaded) == READ | ivos
    assert loaded.files[0].shape == "wide_weeks"
    assert loaded.files[0].rows_used == 8
    assert codes(loaded) <= {"week_without_year", "same_as_above"}


@pytest.mark.parametrize("total", ["Total", "SSI", "Gesamt", "Overall"])
@pytest.mark.parametrize("once", [False, True])
def test_a_total_of_each_rep_is_reported_beside_the_pillars(total: str, once: bool):
    """Under the name of the rep, or below its pillars without it."""
    rows = []
    for name, one, two in (("Mara Lindqvist", ONE, TWO), ("Ivo Castelo", *IVO)):
        rows += [*of_rep(name, one, two, once), ["" if once else name, total, round(sum(one)), round(sum(two))]]
    loaded = read(book(Team=[["Rep", "SSI component", "W45", "W46"], *rows]), "team.xlsx", as_of=MONDAY)
    assert by_week(loaded, "reported_total")["Mara Lindqvist", "2026-11-02"] == [60]
    assert by_week(loaded).items() >= READ.items()
    assert not loaded.files[0].left_out


def test_a_mean_of_the_team_below_is_no_rep():
    """It is left out, and what stands under it too."""
    rows = [*of_rep("Mara Lindqvist", ONE, TWO), *of_rep("Average", *IVO)]
    loaded = read(book(Team=[["Rep", "Pillar", "W45", "W46"], *rows]), "team.xlsx", as_of=MONDAY)
    assert by_week(loaded) == READ
    assert len(loaded.files[0].left_out) == 4


def test_what_is_wrong_is_told_with_row_week_and_pillar():
    """A blank pillar beside others is missing; a week in which nothing stands is no news."""
    rows = of_rep("Mara Lindqvist", ONE, TWO)
    rows[1][2], rows[2][3] = 92, ""
    text = "\n".join(
        ",".join(map(str, row)) for row in [["Rep", "Pillar", "2026-11-02", "2026-11-09", "2026-11-16"], *rows]
    )
    loaded = read(text, as_of=MONDAY)
    found = {(one.code, one.row, one.column, one.rep, one.week, one.pillar) for one in loaded.problems}
    assert found == {
        ("out_of_range", 3, "2026-11-02", "Mara Lindqvist", "2026-11-02", "People"),
        ("missing_score", 4, "2026-11-09", "Mara Lindqvist", "2026-11-09", "Insights"),
    }


def test_a_rep_without_any_score_is_told_once_and_kept():
    """By the first of the rep's rows."""
    text = "Rep,Pillar,2026-11-02\nMara Lindqvist,Brand,18.4\nIvo Castelo,Brand,\nIvo Castelo,People,\n"
    loaded = read(text)
    assert problems(loaded) == [("no_scores", 3, None, "Ivo Castelo")]
    assert len(loaded.people) == 2


def test_a_pillar_that_is_none_is_told_and_not_stored():
    """Whatever it measures is not guessed."""
    text = "Rep,Pillar,2026-11-02,2026-11-09\nMara Lindqvist,Brand,18.4,18.6\nMara Lindqvist,Charm,1,2\n"
    loaded = read(text)
    assert problems(loaded) == [("unknown_component", 3, "Pillar", "Charm")]
    assert len(loaded.readings) == 2


def test_whose_numbers_they_are_is_asked_where_nobody_is_named():
    """A rep's own tracker; where a pillar stands twice there are several people."""
    text = "Pillar,2026-11-02\nBrand,18.4\nPeople,9.2\n"
    assert [question.key for question in read(text).questions] == ["rep:team.csv"]
    loaded = read(text, answers={"rep": "Mara Lindqvist"})
    assert by_week(loaded, "brand", "people") == {("Mara Lindqvist", "2026-11-02"): [18.4, 9.2]}
    assert codes(read(text + "Brand,17\n")) == {"no_name_column"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Rep,Pillar,2026-11-02,2026-11-09\nMara Lindqvist,Brand,80,82\nMara Lindqvist,People,60,61\n", "scale:Points"),
        ("Rep,Brand 2026-11-02,Brand 2026-11-09\nMara Lindqvist,80,82\nIvo Castelo,60,61\n", "scale:Brand"),
    ],
    ids=["pillars", "reps"],
)
def test_the_scale_of_columns_of_weeks_is_asked_once_and_remembered(text: str, key: str):
    """What was answered is kept for the next file of the layout."""
    assert [question.key for question in read(text).questions] == [key]
    answered = read(text, answers={key: "100"})
    assert by_week(answered, "brand")["Mara Lindqvist", "2026-11-02"] == [20]
    assert {key: "100"} in answered.files[0].keep.values()
