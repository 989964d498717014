"""Are quotas read from files of goals: the rep's, of the period that is looked at, and nobody else's?"""

import pytest

from dashboard.ingest.load import Loaded, Source, load
from tests.ingest.files import MONDAY, book, codes, problems, read


def quotas(loaded: Loaded) -> dict[str, float]:
    """Return the quota of each rep."""
    assert not loaded.refused
    assert not loaded.questions
    return dict(zip(loaded.pipeline["rep"], loaded.pipeline["quota"], strict=True))


def test_goals_of_dynamics_are_the_reps_alone():
    """The owner of a goal is the rep, its name is not; goals of teams and programs are left out with the reason."""
    header = "(Do Not Modify) Goal,Name,Goal Metric,Target (Money),Actual (Money),Goal Owner,Fiscal Period,From,To\n"
    lines = (
        'g-1,Mara Q4,Revenue,"$1,500,000.00 ","$2.00 ",Mara Lindqvist,Quarter 4,10/1/2026,12/31/2026\n'
        'g-2,EMEA Q4,Revenue,"$2,400,000.00 ","$3.00 ",EMEA Team,Quarter 4,10/1/2026,12/31/2026\n'
        'g-3,Bot,Revenue,"$1.00 ","$0.00 ",# Sales Bot,Quarter 4,10/1/2026,12/31/2026\n'
    )
    loaded = read(header + lines, as_of=MONDAY)
    assert quotas(loaded) == {"Mara Lindqvist": 1_500_000.0}
    assert loaded.pipeline["currency"].tolist() == ["USD"]
    assert [(one.row, one.reason) for one in loaded.files[0].left_out] == [
        (3, 'a team: "EMEA Team"'),
        (4, 'a program: "# Sales Bot"'),
    ]


def test_the_quota_of_the_period_counts():
    """Of several periods it is the one that holds the day; the first day of a period is no rep's first day."""
    lines = "Mara Lindqvist,1,2026-Q3,2026-07-01,2026-09-30\nMara Lindqvist,2,2026-Q4,2026-10-01,2026-12-31\n"
    loaded = read("Owner,Quota,Period,Start Date,End Date\n" + lines, as_of=MONDAY)
    assert quotas(loaded) == {"Mara Lindqvist": 2.0}
    assert [person.started_on for person in loaded.people] == [None]
    assert loaded.files[0].left_out[0].reason == "a goal of another period: 2026-07-01 to 2026-09-30"


@pytest.mark.parametrize("period", ["Q4 2026", "2026-Q4", "Quarter 4", "4. Quartal 2026", "T4 2026"])
def test_a_period_is_known_by_its_name(period: str):
    """Quarters are written in many ways; without a year they are those of the list's day."""
    lines = f"Mara Lindqvist,3,{period}\nMara Lindqvist,4,Q1 2027\n"
    assert quotas(read("Rep,Quota,Quarter\n" + lines, as_of=MONDAY)) == {"Mara Lindqvist": 3.0}


def test_quota_in_a_german_sheet_is_quote():
    """ "Quote" is the quota, and totals are nobody's."""
    lines = "Mara Lindqvist;1.500.000,00;EUR\nTeam Nord;2.400.000,00;EUR\nGesamt;2.400.000,00;EUR\n"
    assert quotas(read("Vertriebsmitarbeiter;Quote;Währung\n" + lines, as_of=MONDAY)) == {"Mara Lindqvist": 1.5e6}


def test_a_sheet_with_other_numbers_keeps_them():
    """A quarter beside won and quota makes no file of goals of a manager's sheet."""
    loaded = read("Rep,Quota,Won,Quarter,Year\nMara Lindqvist,10,5,Q4,2026\n", as_of=MONDAY)
    assert quotas(loaded) == {"Mara Lindqvist": 10.0}
    assert loaded.pipeline["won"].tolist() == [5.0]


MONTHS = "Rep,Quota,Month\nMara Lindqvist,10000,2026-10\nMara Lindqvist,20000,2026-11\nMara Lindqvist,30000,2026-12\n"
IVO = "Ivo Castelo,5000,October 2026\nIvo Castelo,5000,November 2026\n"


def test_the_months_of_a_quarter_are_its_quota():
    """Where all three are there; those of other quarters are left out."""
    loaded = read(MONTHS + "Mara Lindqvist,7,2027-01\n", as_of=MONDAY)
    assert quotas(loaded) == {"Mara Lindqvist": 60_000.0}
    assert [one.row for one in loaded.files[0].left_out] == [5]
    assert loaded.files[0].rows_used == 3
    assert not [one for one in loaded.problems if one.code != "no_date_column"]


def test_what_is_no_whole_quarter_is_told_once_and_not_stored():
    """Two months held against won deals of three would be a wrong share."""
    zoe = IVO.replace("Ivo Castelo", "Zoe Falk")
    loaded = read(MONTHS + IVO + zoe + "Liv Ek,8000,2026-12\n", as_of=MONDAY)
    assert quotas(loaded) == {"Mara Lindqvist": 60_000.0}
    found = "Ivo Castelo: of 2026-10-01 to 2026-12-31 there is only 2026-10 and 2026-11, and 2 more reps"
    assert [one for one in problems(loaded) if one[0] != "no_date_column"] == [("quota_period", 5, "Quota", found)]


def test_quarters_and_months_are_those_of_the_year_where_that_is_looked_at():
    """Whatever follows one another from the first day to the last."""
    lines = "Mara Lindqvist,1,Q1\nMara Lindqvist,2,Q2\nMara Lindqvist,4,Q3\n"
    months = "".join(f"Mara Lindqvist,{amount},2026-{month}\n" for amount, month in ((8, 10), (16, 11), (32, 12)))
    source = Source("goals.csv", ("Rep,Quota,Period\n" + lines + months).encode())
    assert quotas(load([source], as_of=MONDAY, answers={"period": "year"})) == {"Mara Lindqvist": 63.0}
    assert quotas(load([source], as_of=MONDAY, answers={"period": "quarter"})) == {"Mara Lindqvist": 56.0}
    assert quotas(load([source], as_of=MONDAY, answers={"period": "month"})) == {"Mara Lindqvist": 16.0}


@pytest.mark.parametrize(
    "header",
    ["Rep,Quota,Quarter,Month", "Rep,Quota,Quartal,Monat", "Rep,Quota,Period,Mois", "Rep,Quota,Year,Month"],
)
def test_months_may_be_numbers_and_outweigh_the_quarter_beside_them(header: str):
    """The finer of two columns is the period."""
    group = "2026" if "Year" in header else "Q4"
    lines = "".join(f"Mara Lindqvist,{month},{group},{month}\n" for month in (10, 11, 12))
    assert quotas(read(f"{header}\n{lines}", as_of=MONDAY)) == {"Mara Lindqvist": 33.0}


def test_a_month_twice_counts_once_and_two_quotas_of_one_month_are_told():
    """The one that stands first is kept."""
    same, other = MONTHS.splitlines(keepends=True)[1], "Mara Lindqvist,21000,2026-11\n"
    loaded = read(MONTHS + same + other, as_of=MONDAY)
    assert quotas(loaded) == {"Mara Lindqvist": 60_000.0}
    assert ("duplicate_row", 5, None, "Mara Lindqvist, 2026-10") in problems(loaded)
    found = "Mara Lindqvist, 2026-11, Quota: 21000 here, 20000 in row 3 is kept"
    assert ("conflicting_values", 6, "Quota", found) in problems(loaded)


def test_months_in_two_currencies_are_not_added():
    """Each currency has its own months."""
    lines = [f"Mara Lindqvist,{cash},2026-{month}" for cash, month in (("€1", 10), ("€2", 11), ("$3", 12))]
    loaded = read("Rep,Quota,Month\n" + "\n".join(lines), as_of=MONDAY)
    assert quotas(loaded) == {}
    assert codes(loaded) == {"quota_period", "no_date_column"}


def test_the_quarters_own_quota_outweighs_its_months():
    """A sheet of months has a row of the quarter too; a year's is stored as it stands where there is no other."""
    loaded = read(MONTHS + "Mara Lindqvist,61000,Q4 2026\nIvo Castelo,900,2026\n", as_of=MONDAY)
    assert quotas(loaded) == {"Mara Lindqvist": 61_000.0, "Ivo Castelo": 900.0}
    found = "Ivo Castelo: 2026-01-01 to 2026-12-31, not 2026-10-01 to 2026-12-31"
    assert ("quota_period", 6, "Quota", found) in problems(loaded)


@pytest.mark.parametrize(
    "header",
    [
        "Quotas 2026,,,\nRep,Oct,Nov,Dec",
        "Rep,Quota Oct,Quota Nov,Quota Dec",
        "Vertriebsmitarbeiter,Quote Okt 2026,Quote Nov 2026,Quote Dez 2026",
        ",Quota,,\nRep,Oct 26,Nov 26,Dec 26",
        "Target per month,,,\nRep,2026-10,2026-11,2026-12",
        "Objectifs 2026,,,\nNom complet,oct.,nov.,déc.",
    ],
)
def test_each_month_may_have_a_column(header: str):
    """Where the headings, the title, the sheet or the file speak of quotas, their months are added up."""
    loaded = read(f"{header}\nMara Lindqvist,1000,2000,3000\nIvo Castelo,500,500,500\n", as_of=MONDAY)
    assert quotas(loaded) == {"Mara Lindqvist": 6000.0, "Ivo Castelo": 1500.0}
    assert loaded.files[0].rows_used == 2
    assert codes(loaded) == {"no_date_column"}


def test_a_year_of_months_with_quarters_and_a_total_between():
    """The quarter's own column counts for it, and the file's name says that they are quotas."""
    names = [*("Jan", "Feb", "Mar", "Q1", "Apr", "May", "Jun", "Q2", "Jul", "Aug", "Sep", "Q3"), "Oct", "Nov", "Dec"]
    rows = [
        ["Rep", "Team", *names, "Q4", "Total"],
        ["Mara Lindqvist", "Nord", *range(1, 17), 99],
        ["Total", "", *range(1, 18)],
    ]
    loaded = read(book(Sheet1=rows), "quotas_2026.xlsx", as_of=MONDAY)
    assert quotas(loaded) == {"Mara Lindqvist": 16.0}
    assert loaded.people[0].team == "Nord"
    other = read(book(Quotas=[rows[0][:-2], rows[1][:-2]]), "team.xlsx", as_of=MONDAY)
    assert quotas(other) == {"Mara Lindqvist": 13.0 + 14 + 15}


def test_a_month_that_is_blank_or_not_there_is_told_once():
    """Nothing is stored for a rep whose quarter has a gap."""
    lines = "Mara Lindqvist,€1000,€2000,€3000\nIvo Castelo,€500,,€500\nZoe Falk,€500,TBD,€500\n"
    loaded = read(f"Rep,Quota Oct,Quota Nov,Quota Dec\n{lines}", as_of=MONDAY)
    assert quotas(loaded) == {"Mara Lindqvist": 6000.0}
    assert loaded.pipeline["currency"].tolist() == ["EUR"]
    found = "Ivo Castelo: of 2026-10-01 to 2026-12-31 there is only 2026-10 and 2026-12, and 1 more reps"
    assert [one for one in problems(loaded) if one[0] != "no_date_column"] == [("quota_period", 3, "Quota", found)]


def test_an_unreadable_month_is_told_with_its_column():
    """And its rep has no quota."""
    loaded = read("Rep,Quota Oct,Quota Nov,Quota Dec\nMara Lindqvist,1,many,3\n", as_of=MONDAY)
    assert ("unreadable_number", 2, "Quota Nov", "many") in problems(loaded)
    assert quotas(loaded) == {}


def test_scores_beside_months_are_read():
    """A sheet of scores with quotas of months beside them keeps its scores."""
    loaded = read("Quotas,,,\nRep,SSI,Oct,Nov,Dec\nMara Lindqvist,60,2000,3000,4000\n", as_of=MONDAY)
    assert loaded.readings["total"].tolist() == [60]


@pytest.mark.parametrize(
    "header",
    [
        "Revenue 2026,,,\nRep,Oct,Nov,Dec",
        "Rep,Oct,Nov,Dec",
        "SSI target and score,,,\nRep,Oct,Nov,Dec",
        "Quotas,,,\nRep,Nov,Dec,Jan",
    ],
)
def test_months_of_something_else_are_no_quotas(header: str):
    """Nor is a January without its year guessed after a December."""
    loaded = read(f"{header}\nMara Lindqvist,1000,2000,3000\n", as_of=MONDAY)
    assert codes(loaded) == {"unrecognised_columns"}
