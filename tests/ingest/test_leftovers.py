"""Which rows are no data? Totals, notes, headings of groups, repeated headers, in five languages."""

import pytest

from dashboard.ingest.labels import is_total, label_of
from dashboard.ingest.leftovers import is_name
from tests.ingest.files import HEADER, IVO, MARA, TEAM, problems, read, scores

LABELS = """
    Total | TOTAL: | Grand Total | Total (9 reps) | Team total | EMEA Total | Subtotal | Sub-total | Average |
    Avg. | Team average | Median | Ø | Ø Team | Summe | Gesamt | Gesamtergebnis | Zwischensumme | Durchschnitt |
    Mittelwert | Somme | Sous-total | Total général | Moyenne | Suma | Promedio | Total general | Soma | Média |
    Total geral | Total 2026 | Target | Team Ø | Teamschnitt | Média da equipe | Last week | Vorwoche |
    Sum of all reps | Average (excl. new) | Change vs last week | Std dev | Team goal | Max. | Min.: | Thresholds |
    Industry avg | Média geral | Rank | Quartile 3 | Top 10% | Bottom 3 | Stand. Abw. | Peers | EMEA | DACH |
    Promedio general | Total (3) | Ø gesamt | Moyenne générale | Gesamt: 12 Personen
"""
NAMES = [
    "Suma Kapoor",
    "Max",
    "Max Mustermann",
    "Anna Total-Meier",
    "Media Silva",
    "Tom Summers",
    "O'Brien",
    "Li",
    "Åsa Öberg",
    "Jean-Luc Picard",
    "Le Min",
    "Min Das",
    "George Best",
    "Delta Burke",
]


@pytest.mark.parametrize("label", [" ".join(label.split()) for label in LABELS.split("|")])
def test_a_total_is_no_rep(label: str):
    """The row is left out with its label as the reason, and no rep is made of it."""
    loaded = read(f"{TEAM}{label},,29.6,16.7,20.3,35.3\n")
    assert set(scores(loaded)) == {"Mara Lindqvist", "Ivo Castelo"}
    assert [(left.row, left.reason) for left in loaded.files[0].left_out] == [(4, f'a total: "{label}"')]
    assert not loaded.problems


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_sounds_like_a_total_is_a_rep(name: str):
    """Suma, Max and Media are people."""
    assert name in scores(read(f"{TEAM}{name},2026-11-16,1,2,3,4\n"))
    assert not is_total(name)
    assert not label_of(name)
    assert is_name(name)


@pytest.mark.parametrize(
    ("label", "kind"), [("Team North", "a team"), ("Equipo Sur", "a team"), ("Vacant 2", "nobody"), ("TBH", "nobody")]
)
def test_a_team_and_an_empty_seat_are_no_rep(label: str, kind: str):
    """Their numbers belong to nobody; the row is left out and said."""
    loaded = read(f"{TEAM}{label},2026-11-16,10,9,8,7\n")
    assert set(scores(loaded)) == {"Mara Lindqvist", "Ivo Castelo"}
    assert [(left.row, left.reason) for left in loaded.files[0].left_out] == [(4, f'{kind}: "{label}"')]


def test_a_bare_max_is_a_total_only_beside_others():
    """Among reps with two names, below an average, it is the highest number; else Max is somebody."""
    beside = read(f"{TEAM}Average,,1,2,3,4\nMax,,1,2,3,4\n")
    assert [left.row for left in beside.files[0].left_out] == [4, 5]
    short = read(f"{HEADER}Zoe,2026-11-16,1,2,3,4\nMax,2026-11-16,1,2,3,4\nAverage,,1,2,3,4\n")
    assert list(scores(short)) == ["Zoe", "Max"]


def test_a_subtotal_named_like_a_team_is_no_rep():
    """A row in no team whose rep is called like a team is the team's; whoever gives a team the name stays a rep."""
    rows = "Team,Rep,Date,SSI\nNorth,Mara Lindqvist,2026-11-16,60\n,North,2026-11-16,60\n"
    loaded = read(f"{rows}Ivo Castelo,Ivo Castelo,2026-11-16,42\n")
    assert [person.name for person in loaded.people] == ["Mara Lindqvist", "Ivo Castelo"]
    assert [(left.row, left.reason) for left in loaded.files[0].left_out] == [(3, 'a total: "North"')]


def test_an_email_makes_a_total_a_person():
    """Whoever has an e-mail is somebody."""
    loaded = read("Rep,E-mail,Date,SSI\nTotal,total@harborline.example,2026-11-16,60\n")
    assert len(loaded.readings) == 1


NOTES = [
    "* without partners",
    "Source: LinkedIn, read on Monday",
    "Team Nordics",
    "North Region",
    "Enterprise Sales",
    "Vertrieb Süd",
    "Quelle: SSI-Seite",
    "All numbers as of Monday morning 8 o'clock.",
    "© Harborline",
]


@pytest.mark.parametrize("note", NOTES)
def test_a_note_is_no_rep(note: str):
    """A sentence or the heading of a group, with nothing beside it, is left out and said."""
    loaded = read(f'{HEADER}"{note}",,,,,\n{MARA}\n{IVO}')
    assert len(loaded.people) == 2
    assert [left.row for left in loaded.files[0].left_out] == [2]
    assert not loaded.problems


def test_a_name_alone_is_a_rep_without_scores():
    """People who never onboarded stand in the file by name, with blank cells: missing, not 0."""
    loaded = read(f"{TEAM}Zoe Falk,,,,,\n")
    assert {person.name for person in loaded.people} == {"Mara Lindqvist", "Ivo Castelo", "Zoe Falk"}
    assert problems(loaded) == [("no_scores", 4, None, "Zoe Falk")]
    assert len(loaded.readings) == 2


def test_a_header_in_the_middle_is_left_out():
    """Printed lists repeat it."""
    loaded = read(f"{HEADER}{MARA}{HEADER}{IVO}")
    assert [(left.row, left.reason) for left in loaded.files[0].left_out] == [(3, "the header again")]
    assert len(loaded.readings) == 2


def test_numbers_of_nobody_are_a_problem():
    """A row with scores and no name is named, not dropped in silence."""
    assert problems(read(f"{TEAM},2026-11-16,1,2,3,4\n")) == [("no_rep", 4, "Rep", "blank")]


def test_blank_rows_are_not_worth_a_word():
    """They count for the row numbers and for nothing else."""
    loaded = read(f"{HEADER}\n,,,,,\n{MARA}")
    assert loaded.files[0].left_out == ()
    assert loaded.readings["row"].tolist() == [4]


def test_one_word_alone_among_full_names_is_a_heading():
    """Teams often stand in a row of their own; among first names it may be somebody."""
    loaded = read(f"{HEADER}North,,,,,\n{MARA}{IVO}South,,,,,\nZoe Falk,2026-11-16,1,2,3,4\n")
    assert [person.name for person in loaded.people] == ["Mara Lindqvist", "Ivo Castelo", "Zoe Falk"]
    left = [(one.row, one.reason) for one in loaded.files[0].left_out]
    assert left == [(2, 'a heading: "North"'), (5, 'a heading: "South"')]
    assert not loaded.problems
    first_names = read(f"{HEADER}Mara,2026-11-16,1,2,3,4\nZoe,,,,,\nIvo,2026-11-16,1,2,3,4\n")
    assert len(first_names.people) == 3
