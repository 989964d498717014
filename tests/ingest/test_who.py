"""Who is a row about, and what else does it say of them?"""

import pytest

from dashboard.ingest.load import Source, load
from dashboard.model.problems import Severity
from tests.ingest.files import codes, problems, read


def people(loaded) -> list[tuple[str, str | None]]:
    """Return the names and e-mails."""
    return [(person.name, person.email) for person in loaded.people]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("First name,Last name", "Mara,Lindqvist"),
        ("Last name,First name", "Lindqvist,Mara"),
        ("Name,Vorname", "Lindqvist,Mara"),
        ("Nom,Prénom", "Lindqvist,Mara"),
        ("Nombre,Apellidos", "Mara,Lindqvist"),
        ("Nome,Sobrenome", "Mara,Lindqvist"),
        ("Name,First name", "Mara Lindqvist,Mara"),
        ("Rep,Team", "Mara  Lindqvist ,Nord"),
    ],
)
def test_a_name_is_put_together(header: str, cells: str):
    """First and last names in columns of their own, in five languages."""
    assert people(read(f"{header},Date,SSI\n{cells},2026-11-16,60\n")) == [("Mara Lindqvist", None)]


def test_an_email_is_enough():
    """Files without names are read, and a column of e-mails headed like a name is one of e-mails."""
    for heading in ("E-mail", "Rep", "Login"):
        loaded = read(f"{heading},Date,SSI\n Mara.Lindqvist@Harborline.example,2026-11-16,60\n")
        assert [person.rep_id for person in loaded.people] == ["mara-lindqvist"]
        assert loaded.people[0].email == "mara.lindqvist@harborline.example"


def test_what_is_no_email_is_told():
    """It is kept as the name where there is none."""
    loaded = read("E-mail,Date,SSI\nMara Lindqvist,2026-11-16,60\nivo@harborline.example,2026-11-16,42\n")
    assert problems(loaded) == [("bad_email", 2, "E-mail", "Mara Lindqvist")]
    assert people(loaded)[0] == ("Mara Lindqvist", None)


def test_facts_about_the_rep_are_read():
    """Team, role, licence, status and first day; words of five languages, blank is unknown."""
    header = "Rep,Date,SSI,Team,Rolle,Lizenz,Status,Eintritt"
    mara = "Mara Lindqvist,2026-11-16,60,Nord,AE,Sales Navigator,Elternzeit,01.03.2025"
    loaded = read(f"{header}\n{mara}\nIvo Castelo,2026-11-16,42,,,,,\n")
    facts = [(one.team, one.role, one.licence, one.status, one.started_on) for one in loaded.people]
    assert facts == [("Nord", "AE", "navigator", "on_leave", "2025-03-01"), (None, None, None, None, None)]
    assert not loaded.problems


def test_the_newest_row_tells_the_facts():
    """Whoever changes the team is in the new one."""
    weeks = ("2026-11-16,60,South", "2026-11-09,59,North", "2026-11-23,61,")
    loaded = read("Rep,Date,SSI,Team\n" + "".join(f"Mara Lindqvist,{week}\n" for week in weeks))
    assert loaded.people[0].team == "South"


def test_an_unknown_word_is_told_and_not_kept():
    """Premium is no licence of ours."""
    loaded = read("Rep,Date,SSI,Licence\nMara Lindqvist,2026-11-16,60,Premium\n")
    assert problems(loaded) == [("unknown_word", 2, "Licence", "Premium")]
    assert loaded.people[0].licence is None


def test_the_source_of_a_score_is_kept():
    """Typed unless a column says otherwise."""
    loaded = read("Rep,Date,SSI,Source\nMara Lindqvist,2026-11-16,60,admin export\nIvo Castelo,2026-11-16,42,\n")
    assert loaded.readings["source"].tolist() == ["admin_export", "typed"]


def test_the_rep_of_a_file_without_names_is_asked():
    """A tracker of one person: with one row per day somebody says whose it is."""
    text = "date,total,brand,people,insights,relationships\n2026-11-09,60,18,9,13,20\n2026-11-16,61,18,9,14,20\n"
    asked = read(text)
    assert [question.key for question in asked.questions] == ["rep:team.csv"]
    assert asked.readings.empty
    answered = read(text, answers={"rep": "Mara Lindqvist"})
    assert people(answered) == [("Mara Lindqvist", None)]
    assert answered.readings["total"].tolist() == [60, 61]


def test_two_files_of_one_person_each_are_two_people():
    """Each file is asked for, and has an answer of its own."""
    text = b"date,total\n2026-11-09,60\n2026-11-16,61\n"
    answers = {"rep:a.csv": "Mara Lindqvist", "rep:b.csv": "Ivo Castelo"}
    loaded = load([Source("a.csv", text), Source("b.csv", text.replace(b"6", b"5", 1))], answers=answers)
    assert [person.name for person in loaded.people] == ["Mara Lindqvist", "Ivo Castelo"]


def test_several_people_without_names_are_refused():
    """Two rows of one day are two people."""
    assert codes(read("date,brand,people\n2026-11-16,18,9\n2026-11-16,17,8\n")) == {"no_name_column"}


STARTS = "Rep,Start date,Date,SSI\nMara Lindqvist,03/04/2025,{},60\n"


@pytest.mark.parametrize(("day", "started"), [("16/11/2026", "2025-04-03"), ("11/16/2026", "2025-03-04")])
def test_a_start_date_is_in_the_order_of_the_dates(day: str, started: str):
    """Whoever writes 16/11/2026 means the third of April by 03/04/2025."""
    loaded = read(STARTS.format(day))
    assert [person.started_on for person in loaded.people] == [started]
    assert not loaded.questions


def test_a_start_date_of_which_nothing_tells_the_order_is_asked():
    """Only the start date waits; the scores are read."""
    asked = read(STARTS.format("2026-11-16"))
    assert [(one.key, one.column) for one in asked.questions] == [("date_order", "Start date")]
    assert len(asked.readings) == 1
    assert asked.people[0].started_on is None
    assert read(STARTS.format("2026-11-16"), answers={"date_order": "dmy"}).people[0].started_on == "2025-04-03"


@pytest.mark.parametrize(
    "written", ["Mara Lindqvist <mara@harborline.example>", "Mara Lindqvist (mara@harborline.example)"]
)
def test_a_name_and_an_email_in_one_cell_are_parted(written: str):
    """As mail programs copy them; a name without one stays as it is."""
    loaded = read(f"Rep,Date,SSI\n{written},2026-11-16,60\nIvo Castelo,2026-11-16,42\n")
    assert people(loaded) == [("Mara Lindqvist", "mara@harborline.example"), ("Ivo Castelo", None)]


def test_running_numbers_are_no_part_of_names():
    """Whoever is first this week and second the next is the same person."""
    loaded = read("Rep,Date,SSI\n1. Mara Lindqvist,2026-11-16,60\n2) Ivo Castelo,2026-11-16,42\n")
    assert [name for name, _ in people(loaded)] == ["Mara Lindqvist", "Ivo Castelo"]


def test_signs_without_width_are_no_part_of_names():
    """A name copied from a web page is the same name."""
    loaded = read("Rep,Date,SSI\nMara\u200b Lindqvist,2026-11-16,60\n\u2060Mara Lindqvist,2026-11-09,59\n")
    assert [name for name, _ in people(loaded)] == ["Mara Lindqvist"]


def test_a_row_of_nobody_shows_what_stands_for_the_name():
    """ "Null" and "None" are words for nothing: the row is reported as it is written, and not stored."""
    loaded = read("Rep,Date,SSI\nNull,2026-11-16,60\nn/a,2026-11-16,61\nMara Lindqvist,2026-11-16,62\n")
    assert problems(loaded) == [("no_rep", 2, "Rep", "Null"), ("no_rep", 3, "Rep", "n/a")]
    assert len(loaded.readings) == 1


def test_no_licence_is_a_licence():
    """ "none" says that the seat is free, where n/a says nothing."""
    loaded = read("Rep,Date,SSI,Licence\nMara Lindqvist,2026-11-16,60,none\nIvo Castelo,2026-11-16,42,n/a\n")
    assert [person.licence for person in loaded.people] == ["free", None]
    assert not loaded.problems


def test_the_email_of_a_team_or_a_manager_makes_nobody_one_person():
    """Two names without a common word are two people; a short form of a name is the same one."""
    rows = "Mara Lindqvist,2026-11-16,60,s@a.example\nIvo Castelo,2026-11-09,42,s@a.example\n"
    same = "Zoe Falk,2026-11-16,50,z@a.example\nZ. Falk,2026-11-09,51,z@a.example\n"
    loaded = read(f"Rep,Date,SSI,E-mail\n{rows}{same}")
    assert people(loaded) == [("Mara Lindqvist", None), ("Ivo Castelo", None), ("Zoe Falk", "z@a.example")]
    assert [(code, row) for code, row, *_ in problems(loaded)] == [("shared_email", 2), ("shared_email", 3)]


@pytest.mark.parametrize("cell", ["#REF!", "#NAME?", "#N/A", "#BEZUG!", "#¿NOMBRE?", "#¡DIV/0!"])
def test_what_a_broken_formula_left_is_nobody(cell: str):
    """A name that could not be looked up is told by its row and makes no rep."""
    loaded = read(f"Rep,Date,SSI\n{cell},2026-11-16,60\nIvo Castelo,2026-11-16,42\n")
    assert people(loaded) == [("Ivo Castelo", None)]
    assert problems(loaded)[0][:3] == ("no_rep", 2, "Rep")


NOBODY = {
    "a row per week": ("Rep,Week of,SSI\nMara Lindqvist,2026-11-16,60\n,2026-11-16,61\n", 3, "Rep"),
    "the last after a gap": ("Rep,Week of,SSI\nMara Lindqvist,2026-11-16,60\n,,\n,2026-11-16,61\n", 4, "Rep"),
    "a row per pillar": (
        "Rep,Date,SSI component,Points\nMara Lindqvist,2026-11-16,Brand,9\n,2026-11-16,Brand,8\n", 3, "Rep"
    ),
    "a column per week": ("Rep,SSI 2026-11-09,SSI 2026-11-16\nMara Lindqvist,60,61\n,40,41\n", 3, "Rep"),
    "pillars and weeks": ("Rep,Pillar,2026-11-09,2026-11-16\nMara Lindqvist,Brand,9,9\n,Brand,8,8\n", 3, "Rep"),
    "two names": ("First name,Last name,Date,SSI\nMara,Lindqvist,2026-11-16,60\n,,2026-11-16,61\n", 3, "First name"),
    "an e-mail": ("E-mail,Date,SSI\nmara@a.example,2026-11-16,60\n,2026-11-16,61\n", 3, "E-mail"),
    "counts": ("Name,Searches,InMails sent,Date\nMara Lindqvist,4,1,2026-11-15\n,3,1,2026-11-15\n", 3, "Name"),
    "a pipeline": ("Rep,Date,Quota\nMara Lindqvist,2026-11-16,5\n,2026-11-16,7\n", 3, "Rep"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "row", "column"), NOBODY.values(), ids=NOBODY)
def test_numbers_without_a_rep_are_an_error_told_once_with_their_row(text: str, row: int, column: str):
    """In every layout, and never left out without a word."""
    loaded = read(text)
    assert problems(loaded) == [("no_rep", row, column, "blank")]
    assert loaded.problems[0].severity is Severity.ERROR
    assert not loaded.files[0].left_out
