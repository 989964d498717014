"""Of which day is a file whose rows have none, where day and month of the day it names may be turned?"""

from datetime import date

import pytest

from dashboard.ingest.load import Loaded, Source, load

DEALS = "Deal Owner,Deal Name,Stage,Amount,Currency,Close Date\n"
SALESFORCE = DEALS.replace("Deal ", "Opportunity ")
SCORES = "\n\nRep,SSI\nMara Lindqvist,60\n"
LATE = date(2026, 12, 30)


def read(content: str, name: str = "list.csv", *, changed: date | None = LATE, **answers: str) -> Loaded:
    """Read a file that was changed on a day, none given."""
    return load([Source(name, content.encode(), changed)], answers=answers)


def deals(*closing: str, header: str = DEALS, foot: str = "As of 11/9/2026") -> str:
    """Return a list of deals that close on these days."""
    return header + "".join(f"Mara Lindqvist,Deal,Prospecting,100,EUR,{day}\n" for day in closing) + f"\n{foot}\n"


def weeks(loaded: Loaded) -> list[str]:
    """Return the weeks of everything that was read."""
    assert not loaded.refused
    return [str(week)[:10] for table in (loaded.readings, loaded.pipeline) for week in table["week"]]


@pytest.mark.parametrize(
    ("closing", "week"),
    [(["11/19/2026"], "2026-11-09"), (["19/11/2026"], "2026-09-07"), (["11/9/2026", "12/31/2026"], "2026-11-09")],
)
def test_the_day_of_a_list_is_in_the_order_of_its_other_days(closing: list[str], week: str):
    """11/9/2026 in the foot is what it would be in the column."""
    loaded = read(deals(*closing))
    assert (weeks(loaded), loaded.questions) == ([week], ())


@pytest.mark.parametrize("closing", ["2026-11-19", "11/10/2026"])
@pytest.mark.parametrize(("answer", "week"), [("dmy", "2026-09-07"), ("mdy", "2026-11-09")])
def test_the_order_is_asked_once_where_the_file_does_not_tell_it(closing: str, answer: str, week: str):
    """Nothing is stored meanwhile, and never the day of the last change instead."""
    asked = read(deals(closing))
    assert [(one.key, one.choices) for one in asked.questions] == [("date_order", ("dmy", "mdy"))]
    assert asked.pipeline.empty
    assert weeks(read(deals(closing), date_order=answer)) == [week]


def test_a_day_after_the_last_change_is_not_meant():
    """On 22 November nobody makes a list of 10 December."""
    assert weeks(read(deals("2026-11-19", foot="As of 10/12/2026"), changed=date(2026, 11, 22))) == ["2026-10-12"]


def test_salesforce_writes_the_month_first_where_nothing_else_tells():
    """Its headings are known; a column with days proves the order before that."""
    assert weeks(read(deals("2026-11-19", header=SALESFORCE))) == ["2026-11-09"]
    assert weeks(read(deals("19/11/2026", header=SALESFORCE))) == ["2026-09-07"]


def test_the_day_in_a_title_above_scores_is_asked_too():
    """A title with 11/9/2026 is not passed over for the day of the last change."""
    asked = read(f"Team scores 11/9/2026{SCORES}")
    assert [one.key for one in asked.questions] == ["date_order"]
    assert asked.questions[0].labels == ("Day first: 2026-09-11", "Month first: 2026-11-09")
    assert asked.readings.empty
    assert weeks(read(f"Team scores 11/9/2026{SCORES}", date_order="mdy")) == ["2026-11-09"]


def test_the_day_in_the_foot_of_goals_is_asked_too():
    """No quota is stored while it is open."""
    goals = "Owner,Quarter,Goal,Currency\nMara Lindqvist,Q4 2026,500,EUR\nAs of 11/10/2026,,,\n"
    asked = read(goals)
    assert [one.key for one in asked.questions] == ["date_order"]
    assert asked.pipeline.empty
    assert weeks(read(goals, date_order="mdy")) == ["2026-11-09"]


@pytest.mark.parametrize("content", [deals("2026-11-19"), f"Team, week of 9 Nov 2026{SCORES}"])
def test_the_day_said_of_a_file_goes_before_what_it_names(content: str):
    """The other files keep theirs."""
    other = Source("other.csv", b"As of 2 Nov 2026\n\nRep,SSI\nIvo Castelo,50\n")
    loaded = load([Source("list.csv", content.encode(), LATE), other], answers={"day:list.csv": "2026-11-23"})
    assert sorted(weeks(loaded)) == ["2026-11-02", "2026-11-23"]
    assert loaded.problems[0].found == "2026-11-23 from what you said"


def test_where_the_day_comes_from_is_told():
    """A note, the day of the last change; nobody gave one."""
    note = read(deals("19/11/2026"))
    assert [one.found for one in note.problems] == ['2026-09-11 from the note "As of 11/9/2026"']
    silent = read(deals("19/11/2026", foot=""))
    assert [one.found for one in silent.problems] == ["2026-12-30 from the day the file was last changed"]
    scores = read("Rep,SSI\nMara Lindqvist,60\n")
    assert [one.found for one in scores.problems] == ["2026-12-30 from the day the file was last changed"]


MIXED = deals("8/15/2026", "11/9/2026", "31/12/2026", foot="As of 2026-11-20")


def test_dates_that_prove_both_orders_are_shown_in_the_question():
    """The sample is one that may be either; the others are named with what they prove."""
    said = (
        '"Close Date" has dates like 11/9/2026, but also 31/12/2026, with the day first, and 8/15/2026, with the month'
    )
    assert read(MIXED).questions[0].text.startswith(said)


@pytest.mark.parametrize(("answer", "row", "odd"), [("mdy", 4, "31/12/2026"), ("dmy", 2, "8/15/2026")])
def test_a_date_that_only_fits_the_other_order_is_told(answer: str, row: int, odd: str):
    """It can only be one day, which was taken."""
    told = [one for one in read(MIXED, date_order=answer).problems if one.code == "other_date_style"]
    assert [(one.row, one.column, one.found) for one in told] == [(row, "Close Date", odd)]
