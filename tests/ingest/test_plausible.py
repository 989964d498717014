"""Is what can hardly be true told, in the row where it stands, and nothing else?"""

from datetime import date
from pathlib import Path

import pytest

from dashboard.ingest.load import Source, load
from dashboard.model.problems import CATALOGUE, Severity
from tests.ingest.files import HEADER, problems, read, scores

ROOT = Path(__file__).resolve().parents[2]
ODD = {"big_jump", "same_as_last_week", "unchanged_week", "rank_against_score", "old_reading"}


def weeks(*rows: str, rep: str = "Mara Lindqvist") -> str:
    """Return a file of one rep: a row per week from 2 Nov 2026 on."""
    days = ("2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23")
    return HEADER + "".join(f"{rep},{day},{row}\n" for day, row in zip(days, rows, strict=False) if row)


def test_a_leap_of_a_pillar_is_told_with_both_values():
    """From 9.2 to 21.9 people points within a week: both stay, and the cell is named."""
    loaded = read(weeks("18.4,9.2,12.1,20.3", "18.6,21.9,12.3,20.1"))
    found = "Mara Lindqvist, People: 21.9 after 9.2 on 2026-11-02 (+12.7)"
    assert problems(loaded) == [("big_jump", 3, "People", found)]
    assert loaded.readings["people"].tolist() == [9.2, 21.9]
    assert (loaded.problems[0].rep, loaded.problems[0].week) == ("Mara Lindqvist", "2026-11-09")


@pytest.mark.parametrize("people", ["19.2", "9.2", ""])
def test_ten_points_and_less_are_no_leap(people: str):
    """Exactly 10 points are no more than 10; what is missing has not moved."""
    told = {one[0] for one in problems(read(weeks("18.4,9.2,12.1,20.3", f"18.4,{people},12,20.3")))}
    assert told == ({"missing_score"} if not people else set())


def test_a_leap_of_the_total_is_told_where_no_pillar_leapt():
    """Four pillars that each rise by 3 points are 12 in total."""
    loaded = read(weeks("10.1,9.2,12.1,15.3", "13.1,12.2,15.1,18.3"))
    assert problems(loaded) == [("big_jump", 3, None, "Mara Lindqvist, total: 58.7 after 46.7 on 2026-11-02 (+12)")]


def test_coming_back_from_a_leap_is_no_second_leap():
    """One mistyped week is one finding, not two."""
    loaded = read(weeks("18.4,9.2,12.1,20.3", "18.5,21.9,12.3,20.1", "18.6,9.4,12.2,20.4"))
    assert [one[:2] for one in problems(loaded)] == [("big_jump", 3)]


def test_over_a_missing_week_nothing_leaps():
    """Two weeks may bring more than 10 points; what was between is not known."""
    assert problems(read(weeks("18.4,9.2,12.1,20.3", "", "18.6,21.9,12.3,20.1"))) == []


def test_the_weeks_need_not_be_in_order():
    """The newest row on top is a leap against the row below it."""
    rows = weeks("18.4,9.2,12.1,20.3", "18.6,21.9,12.3,20.1").splitlines(keepends=True)
    assert [one[:3] for one in problems(read("".join([rows[0], rows[2], rows[1]])))] == [("big_jump", 2, "People")]


def test_in_a_long_file_the_leap_stands_in_the_row_of_its_pillar():
    """Each value has a row of its own, and that row is named."""
    lines = [("2026-11-02", "Brand", 18.4), ("2026-11-02", "People", 9.2), ("2026-11-09", "Brand", 18.5)]
    rows = "".join(f"Mara Lindqvist,{day},{name},{points}\n" for day, name, points in lines)
    loaded = read("Rep,Week of,SSI component,Points\n" + rows + "Mara Lindqvist,2026-11-09,People,21.9\n")
    assert [one[:3] for one in problems(loaded)] == [("big_jump", 5, "Points")]
    assert loaded.problems[0].pillar == "People"


def test_a_week_that_repeats_the_last_to_the_decimals_is_told():
    """Whoever copies last week's row is asked to look; the count says how many it was."""
    same = "18.4,9.2,12.1,20.3"
    ivo = weeks("11.2,7.5,8.2,15", "11.2,7.5,8.2,15", rep="Ivo Castelo").partition("\n")[2]
    lars = weeks("14,6.5,8.2,15", "14.4,6.1,8,15.2", rep="Lars Sokolov").partition("\n")[2]
    loaded = read(weeks(same, same) + ivo + lars)
    assert [one[:3] for one in problems(loaded)] == [("same_as_last_week", 3, None), ("same_as_last_week", 5, None)]
    said = "Mara Lindqvist: 18.4, 9.2, 12.1, 20.3 as on 2026-11-02; so with 2 of 3 reps that week"
    assert problems(loaded)[0][3] == said


def test_one_rep_with_the_same_whole_numbers_is_nothing():
    """Rounded numbers stay the same for a rep who hardly moves."""
    assert problems(read(weeks("18,9,12,20", "18,9,12,20"))) == []


def test_half_a_team_with_the_same_whole_numbers_is_told_once():
    """Three of three reps: one line that says how many, as information."""
    names = ("Mara Lindqvist", "Ivo Castelo", "Lars Sokolov")
    rows = [weeks("18,9,12,20", "18,9,12,20", rep=name).partition("\n")[2] for name in names]
    loaded = read(HEADER + "".join(rows))
    found = "3 of 3 reps have the same four numbers as on 2026-11-02"
    assert problems(loaded) == [("unchanged_week", 3, None, found)]
    assert loaded.problems[0].severity is Severity.INFO


def test_a_day_after_is_no_week_after():
    """The score of Sunday and Monday may be the same: they are a day apart, though in two weeks."""
    rows = "".join(f"Mara Lindqvist,{day},18.4,9.2,12.1,20.3\n" for day in ("2026-11-15", "2026-11-16"))
    assert problems(read(HEADER + rows)) == []


def test_a_better_rank_beside_a_lower_score_is_told():
    """Top 6 % after top 9 % while the total fell by 5."""
    header = "Rep,Week of,SSI,Industry top %,Network top %\n"
    loaded = read(f"{header}Mara Lindqvist,2026-11-09,62,9,12\nMara Lindqvist,2026-11-16,57,6,14\n")
    found = "Mara Lindqvist: top 6 after 9 % on 2026-11-09, with a total of 57 after 62"
    assert problems(loaded) == [("rank_against_score", 3, "Industry top %", found)]


def test_a_better_rank_within_noise_is_nothing():
    """A total that fell by 2 has not fallen beyond noise."""
    header = "Rep,Week of,SSI,Industry top %\n"
    assert problems(read(f"{header}Mara Lindqvist,2026-11-09,62,9\nMara Lindqvist,2026-11-16,60,6\n")) == []


@pytest.mark.parametrize("name", ["ssi_sample_team.csv", "ssi_sample_team.xlsx"])
def test_the_sample_team_is_plausible(name: str):
    """26 weeks of 14 reps give no false alarm."""
    loaded = load([Source(name, (ROOT / "data" / "sample" / name).read_bytes())])
    assert {one.code for one in loaded.problems} & ODD == set()


@pytest.mark.parametrize("names", [["01_ssi_long.csv"], ["03_ssi_and_pipeline.xlsx"]])
def test_the_team_of_the_corpus_is_plausible(corpus: Path, names: list[str]):
    """Six weeks of real-looking noise give no false alarm."""
    sources = [Source(name, (corpus / "team" / name).read_bytes()) for name in names]
    assert {one.code for one in load(sources, as_of=date(2026, 11, 16)).problems} & ODD == set()


def test_what_is_odd_is_stored():
    """No plausibility keeps a value from the desk: all of them are warnings or information."""
    assert {CATALOGUE[code].severity for code in ODD & set(CATALOGUE)} <= {Severity.WARNING, Severity.INFO}
    assert scores(read(weeks("1.5,1,1,1", "24,24,24,24"))) == {"Mara Lindqvist": [24, 24, 24, 24]}


def test_a_score_read_before_its_week_is_told():
    """The reading's own day is held against the week it is reported for."""
    header = "Rep,Week of,Reading date,SSI\n"
    loaded = read(f"{header}Mara Lindqvist,2026-11-16,2026-11-16,62\nIvo Castelo,2026-11-16,2026-10-26,41\n")
    found = "read on 2026-10-26, reported for the week of 2026-11-16"
    assert problems(loaded) == [("old_reading", 3, "Reading date", found)]
    assert loaded.files[0].columns["Reading date"] == "read_on"
    assert [day.date().isoformat() for day in loaded.readings["date"]] == ["2026-11-16", "2026-11-16"]


@pytest.mark.parametrize("heading", ["Reading date", "Captured on", "Messdatum"])
def test_a_day_of_reading_alone_is_the_date_of_the_row(heading: str):
    """Without another date it says which week is meant."""
    loaded = read(f"Rep,{heading},SSI\nMara Lindqvist,2026-10-26,62\n")
    assert loaded.readings["date"].dt.strftime("%Y-%m-%d").tolist() == ["2026-10-26"]
    assert problems(loaded) == []


def test_who_hands_in_an_older_week_than_the_others_is_told():
    """One reading for each rep, all but one of the same week."""
    rows = {"Mara Lindqvist": "2026-11-16", "Ivo Castelo": "2026-10-26", "Lars Sokolov": "2026-11-18"}
    loaded = read("Rep,Date,SSI\n" + "".join(f"{name},{day},{50}\n" for name, day in rows.items()))
    found = "Ivo Castelo: 2026-10-26, while 2 of 3 reps have the week of 2026-11-16"
    assert problems(loaded) == [("old_reading", 3, "Date", found)]


def test_a_history_has_older_weeks():
    """Where reps have several readings, the older ones are no finding."""
    rows = [weeks("18.4,9.2,12.1,20.3", "18.6,9.1,12.3,20", rep=name).partition("\n")[2] for name in ("Mara", "Ivo")]
    assert problems(read(HEADER + "".join(rows) + "Lars Sokolov,2026-11-02,14,6.5,8.2,15\n")) == []


def test_no_score_is_read_in_the_future():
    """A month mistyped as the next one would be the newest week of all: the row is not stored, and it is said."""
    days = {"Mara Lindqvist": "2026-11-16", "Ivo Castelo": "2026-12-16", "Lars Sokolov": "2026-11-20"}
    rows = "Rep,Date,SSI\n" + "".join(f"{name},{day},50\n" for name, day in days.items())
    loaded = read(rows, as_of=date(2026, 11, 18))
    assert problems(loaded) == [("far_ahead", 3, "Date", "2026-12-16")]
    assert len(loaded.readings) == 2


def test_a_file_wholly_ahead_of_its_day_has_another_day():
    """Where most rows are ahead, the day given for the file is what is wrong."""
    rows = "Rep,Date,SSI\nMara Lindqvist,2026-12-14,50\nIvo Castelo,2026-12-14,41\n"
    assert problems(read(rows, as_of=date(2026, 11, 18))) == []
