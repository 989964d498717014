"""Are quotas read from files of goals: the rep's, of the period that is looked at, and nobody else's?"""

import pytest

from dashboard.ingest.load import Loaded
from tests.ingest.files import MONDAY, read


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
