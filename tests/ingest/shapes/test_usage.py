"""Is a usage export of Sales Navigator read: counts per seat and week, seats that nobody uses yet, long periods?"""

import pytest

from dashboard.ingest.load import Source, load
from dashboard.model.problems import Person
from tests.ingest.files import MONDAY, codes, problems, read, values

HEADER = (
    "Seat holder name,Seat id,Profiles viewed,Searches performed,InMails sent,InMails accepted,Start date,End date\n"
)
MARA = "Mara Lindqvist,1001,24,14,5,1,11/9/2026,11/15/2026\n"
IVO = "Ivo Castelo,1002,,,,,11/9/2026,11/15/2026\n"


def test_counts_are_kept_in_the_week_in_which_the_period_ends():
    """The end date says the week; the start date is no rep's first day."""
    loaded = read(HEADER + MARA)
    assert values(loaded, "searches", "activity") == [14]
    assert values(loaded, "inmails_accepted", "activity") == [1]
    assert [f"{week:%Y-%m-%d}" for week in loaded.activity["week"]] == ["2026-11-09"]
    assert loaded.people[0].started_on is None
    assert not loaded.problems


def test_a_seat_that_is_blank_all_over_is_not_onboarded():
    """The person stays, without a count and never with a 0."""
    loaded = read(HEADER + MARA + IVO)
    assert {one.name: one.status for one in loaded.people} == {"Mara Lindqvist": None, "Ivo Castelo": "not_onboarded"}
    assert values(loaded, "rep", "activity") == ["Mara Lindqvist"]


LATER = "11/16/2026,11/22/2026"


def test_a_seat_has_begun_once_it_has_counts():
    """In a later row of the file, or in a later file of somebody the desk knows as not onboarded."""
    begun = IVO.replace(",,,,", ",3,2,1,0").replace("11/9/2026,11/15/2026", LATER)
    for lines, known in ((IVO + begun, ()), (begun, (Person("ivo-castelo", "Ivo Castelo", status="not_onboarded"),))):
        assert read(HEADER + lines, known=known).people[0].status == "active"


def test_a_seat_that_is_blank_again_or_only_in_a_team_list_has_not_begun():
    """What was said last counts, and a name alone says nothing."""
    begun = IVO.replace(",,,,", ",3,2,1,0")
    assert read(HEADER + begun + IVO.replace("11/9/2026,11/15/2026", LATER)).people[0].status == "not_onboarded"
    known = (Person("ivo-castelo", "Ivo Castelo", status="not_onboarded"),)
    assert read("Rep,Team,SSI\nIvo Castelo,Nord,\n", as_of=MONDAY, known=known).people[0].status == "not_onboarded"


def test_a_status_that_is_written_outweighs_blank_cells():
    """Somebody on leave has blank cells too."""
    loaded = read("Name,Searches,Status,End date\nMara Lindqvist,4,,2026-11-15\nIvo Castelo,,on leave,2026-11-15\n")
    assert {one.name: one.status for one in loaded.people}["Ivo Castelo"] == "on_leave"


def test_a_period_of_more_than_a_week_is_told_and_never_spread():
    """Counts of a quarter are no counts of a week."""
    loaded = read(HEADER + MARA.replace("11/9/2026", "10/1/2026"))
    assert problems(loaded) == [("activity_period", None, "Start date", "2026-10-01 to 2026-11-15, 46 days, in 1 rows")]
    assert values(loaded, "searches", "activity") == [14]


DAYS = "".join(
    f"Mara Lindqvist,1001,{count},1,0,0,11/{day}/2026,11/{day}/2026\n" for day, count in ((9, 5), (10, 7), (12, 1))
)


@pytest.mark.parametrize("lines", [DAYS, "".join(reversed(DAYS.splitlines(keepends=True)))])
def test_the_days_of_a_week_are_added_up(lines: str):
    """In whatever order; in the next week they begin again, and it is told once."""
    loaded = read(HEADER + lines + MARA.replace("11/9/2026,11/15/2026", LATER))
    assert set(values(loaded, "profile_views", "activity")) == {13, 24}
    assert set(values(loaded, "searches", "activity")) == {3, 14}
    assert [(one.code, one.column) for one in loaded.problems] == [("activity_days", None)]


def test_days_of_several_files_are_added_up_and_a_day_twice_counts_once():
    """One export each day is a habit, and the same export twice is a slip."""
    first, *others = [
        Source(f"{place}.csv", (HEADER + line).encode()) for place, line in enumerate(DAYS.splitlines(True))
    ]
    loaded = load([first, *others, Source("again.csv", first.content)], answers={"date_order": "mdy"})
    assert values(loaded, "profile_views", "activity") == [13]
    assert [(one.file, one.code) for one in loaded.problems if one.code == "duplicate_row"] == [
        ("again.csv", "duplicate_row")
    ]


def test_days_without_a_column_for_the_first_are_those_of_their_date():
    """A date alone is one day; the end of a period alone says nothing of its beginning."""
    lines = "Mara Lindqvist,5,2026-11-09\nMara Lindqvist,7,2026-11-10\n"
    days, ends = (read(f"Name,Searches,{word}\n{lines}") for word in ("Date", "End date"))
    assert (values(days, "searches", "activity"), codes(days)) == ([12], {"activity_days"})
    assert (values(ends, "searches", "activity"), codes(ends)) == ([7], {"activity_overlap"})


@pytest.mark.parametrize(
    "other", ["11/9/2026,11/15/2026", "11/12/2026,11/14/2026", "10/15/2026,11/13/2026"], ids=["week", "part", "month"]
)
def test_periods_that_overlap_stay_what_they_are(other: str):
    """The latest counts, and that is told."""
    loaded = read(HEADER + DAYS + MARA.replace("11/9/2026,11/15/2026", other))
    assert values(loaded, "profile_views", "activity") == [24]
    assert "activity_overlap" in codes(loaded)


def test_a_day_in_which_a_count_is_blank_adds_nothing():
    """A count that is blank in all days stays missing, not 0."""
    lines = "Mara Lindqvist,5,,2026-11-09\nMara Lindqvist,,,2026-11-10\nMara Lindqvist,7,,2026-11-11\n"
    loaded = read(f"Name,Searches,InMails sent,Date\n{lines}")
    assert values(loaded, "searches", "activity") == [12]
    assert loaded.activity["inmails_sent"].isna().all()


def test_an_end_date_beside_scores_alone_is_no_day_of_theirs():
    """Without counts of activity it may be the last day of a contract."""
    loaded = read("Rep,Week of,SSI,Start date,End date\nMara Lindqvist,2026-11-16,60,2025-03-03,2027-12-31\n")
    assert loaded.people[0].started_on == "2025-03-03"
    assert [f"{day:%Y-%m-%d}" for day in loaded.readings["date"]] == ["2026-11-16"]


def test_scores_beside_the_counts_are_read():
    """The individual view has the four pillars too."""
    header = HEADER.replace("Seat id", "Social selling index,Brand,Seat id")
    loaded = read(header + MARA.replace("1001", "60,18.4,1001"))
    assert values(loaded, "brand", "readings") == [18.4]
    assert values(loaded, "profile_views", "activity") == [24]


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("Saved leads", "leads_saved"),
        ("Accounts saved", "accounts_saved"),
        ("Active days", "days_active"),
        ("Messages sent", "messages"),
        ("Connections", "connections"),
        ("Durchgeführte Suchen", "searches"),
        ("Gesendete InMails", "inmails_sent"),
        ("Profils consultés", "profile_views"),
        ("InMails aceptados", "inmails_accepted"),
        ("Leads salvos", "leads_saved"),
    ],
)
def test_counts_are_known_by_many_words(written: str, field: str):
    """In five languages, and in both orders of the English words."""
    loaded = read(f"Name,{written},End date\nMara Lindqvist,7,2026-11-15\n")
    assert values(loaded, field, "activity") == [7]


def test_declined_inmails_are_no_accepted_ones():
    """A column that is not kept is not read as its neighbour."""
    loaded = read("Name,InMails declined,InMails accepted,End date\nMara Lindqvist,7,2,2026-11-15\n")
    assert values(loaded, "inmails_accepted", "activity") == [2]
    assert codes(loaded) == set()
