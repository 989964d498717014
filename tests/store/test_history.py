"""What is known of the team, week by week, as it counts now?"""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import event, text

from dashboard.model.problems import Person
from dashboard.model.tables import ACTIVITY_VALUES, PIPELINE_VALUES, READING_VALUES, REPS
from dashboard.store import history
from tests.store.batches import batch, imported, shown, team_batch

TEAM = """
    rep   date        brand  people  insights  relationships  reported_total  source
    anna  2026-11-09  18     9       3.5       12             43              admin_export
    anna  2026-11-16  18.5   9       4         12             44              admin_export
    ben   2026-11-16  11     .       2         10             31              typed
    cleo  2026-11-16  16     7       .         .              .               typed
"""
PEOPLE = [
    Person("anna", "Anna", email="anna@brightforge.example", team="North", role="AE"),
    Person("ben", "Ben", team="North", role="SDR"),
    Person("cleo", "Cleo", team="South", role="AE"),
    Person("dora", "Dora"),
]


@pytest.fixture
def team(store):
    """A store with four reps in two teams."""
    imported(store, batch(TEAM, people=PEOPLE))
    return store


def test_the_total_is_the_sum_else_what_was_reported(team):
    """Four pillars add up; with one missing the reported total stands; without either there is none."""
    found = history.readings(team)[["rep_id", "week", "total", "source"]]
    assert shown(found) == (
        "rep_id  week        total  source\n"
        "anna    2026-11-09  42.5   admin_export\n"
        "anna    2026-11-16  43.5   admin_export\n"
        "ben     2026-11-16  31     typed\n"
        "cleo    2026-11-16  .      typed"
    )  # fmt: skip


def test_the_latest_day_of_the_week_counts(store):
    """Of several days in a week the latest that says a score counts, and nothing is mixed into it."""
    days = """
        rep   date        brand  people  industry_brand
        anna  2026-11-16  18     9       .
        anna  2026-11-18  19     .       .
        anna  2026-11-20  .      .       11.8
        anna  2026-11-23  20     9       .
    """
    imported(store, batch(days))
    assert shown(history.readings(store)[["week", "date", "brand", "people"]]) == (
        "week        date        brand  people\n"
        "2026-11-16  2026-11-18  19     .\n"
        "2026-11-23  2026-11-23  20     9"
    )  # fmt: skip


def test_a_week_of_averages_alone_is_still_a_week(store):
    """Where no day says a score the latest day counts."""
    days = "rep date industry_brand\n anna 2026-11-16 11\n anna 2026-11-17 12"
    imported(store, batch(days))
    assert history.readings(store)["industry_brand"].tolist() == [12]


def test_filters_narrow_by_team_role_and_week(team):
    """Team and role are those of now; any day of the first and the last week will do."""
    assert history.readings(team, team="North", role="AE")["rep_id"].tolist() == ["anna", "anna"]
    assert history.readings(team, role="AE", since=date(2026, 11, 18))["rep_id"].tolist() == ["anna", "cleo"]
    assert history.readings(team, until=date(2026, 11, 15))["brand"].tolist() == [18]
    assert history.readings(team, team="West").empty


def test_a_rep_who_changed_teams_brings_the_history_along(team):
    """The team asked for is the team of now, for all weeks."""
    imported(team, batch(people=[Person("anna", "Anna", team="South")]))
    assert history.readings(team, team="South")["rep_id"].tolist() == ["anna", "anna", "cleo"]


def test_reps_can_be_asked_by_team_and_role(team):
    """Everybody known comes sorted by id, with what is missing as missing."""
    assert tuple(history.reps(team).columns) == REPS
    assert history.reps(team)["rep_id"].tolist() == ["anna", "ben", "cleo", "dora"]
    assert history.reps(team, team="North", role="SDR")["name"].tolist() == ["Ben"]
    assert history.reps(team)["email"].isna().tolist() == [False, True, True, True]


def test_names_and_counts(team):
    """Teams, roles, weeks and the number of reps are each one short question."""
    assert history.teams(team) == ["North", "South"]
    assert history.roles(team) == ["AE", "SDR"]
    assert history.weeks(team) == [date(2026, 11, 9), date(2026, 11, 16)]
    assert history.weeks(team, team="South") == [date(2026, 11, 16)]
    assert (history.rep_count(team), history.rep_count(team, "North")) == (4, 2)


def test_people_come_back_as_they_were_told(team):
    """The reader finds the same people again next time."""
    assert history.people(team) == PEOPLE


def test_pipeline_and_activity_come_per_week(store):
    """Snapshots keep their currency; days count for the Monday of their week."""
    snapshots = """
        rep   week        currency  open_pipeline  quota
        anna  2026-11-18  EUR       1000           5000
        anna  2026-11-16  .         70             .
    """
    counts = "rep week searches\n anna 2026-11-16 12\n anna 2026-11-09 8"
    imported(store, batch(pipeline=snapshots, activity=counts))
    assert shown(history.pipeline(store)) == (
        "rep_id  week        currency  open_pipeline  quota\n"
        "anna    2026-11-16            70             .\n"
        "anna    2026-11-16  EUR       1000           5000"
    )  # fmt: skip
    assert history.activity(store, since=date(2026, 11, 16))["searches"].tolist() == [12]


def test_an_empty_store_answers_with_empty_tables(store):
    """Before the first import every table has its columns and types and no row."""
    found = history.readings(store)
    assert list(found.columns) == ["rep_id", "week", "date", *READING_VALUES, "total", "source"]
    assert (found.dtypes["week"], found.dtypes["total"], found.dtypes["rep_id"]) == ("M8[us]", "float64", "str")
    assert list(history.pipeline(store).columns) == ["rep_id", "week", "currency", *PIPELINE_VALUES]
    assert list(history.activity(store).columns) == ["rep_id", "week", *ACTIVITY_VALUES]
    assert (history.weeks(store), history.teams(store), history.people(store)) == ([], [], [])


def test_types_do_not_depend_on_the_content(team):
    """A column nobody ever filled has the type it has when filled."""
    empty, filled = history.readings(team, team="West").dtypes, history.readings(team).dtypes
    assert empty.equals(filled)


@pytest.mark.parametrize("asked", [history.readings, history.pipeline, history.activity])
def test_one_team_is_found_without_reading_the_others(store, asked):
    """A team's weeks are looked up rep by rep along the key and need no sorting."""
    imported(store, team_batch(reps=40, weeks=3, teams=8))
    queries = []
    event.listen(store, "before_cursor_execute", lambda *call: queries.append(call[2:4]))
    asked(store, team="Team 3", since=date(2026, 11, 9))
    statement, values = queries[-1]
    with store.connect() as connection:
        steps = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
    assert "PRIMARY KEY (live=? AND rep_id=? AND" in steps[0]
    assert "SEARCH reps USING INDEX reps_by_team (team=?)" in steps
    assert not [step for step in steps if "SCAN" in step or "TEMP B-TREE" in step]


def test_corrections_do_not_pile_up(store):
    """Of a file imported every week only the newest version of each row is read again."""
    big = team_batch(reps=5, weeks=4)
    for _ in range(3):
        big.readings["brand"] += 1
        imported(store, big)
    with store.connect() as connection:
        counts = connection.execute(text("SELECT live, count(*) FROM readings GROUP BY live ORDER BY live")).all()
    assert [tuple(row) for row in counts] == [(0, 40), (1, 20)]


def test_those_who_left_are_counted_among_those_known(team):
    """Of the four nobody has left."""
    assert history.head_count(team) == (4, 0)


def test_details_are_read_only_when_asked_for(team):
    """Without them all other columns and all types are the same."""
    whole, lean = history.readings(team), history.readings(team, details=False)
    assert lean["source"].isna().all()
    assert whole["source"].notna().any()
    details = list(history.DETAILS)
    pd.testing.assert_frame_equal(lean.drop(columns=details), whole.drop(columns=details))
    assert lean.dtypes.equals(whole.dtypes)


def test_the_newest_score_and_the_first_pipeline_are_found_without_reading_all(store):
    """A week in which nobody has a score is not the newest; each rep's first pipeline is told by its week."""
    readings = "rep date brand industry_brand\nanna 2026-11-04 18 .\nanna 2026-11-18 . 11"
    pipeline = "rep week currency won\nanna 2026-11-09 EUR 5\nanna 2026-11-02 USD 4\nben 2026-11-16 EUR 1"
    assert history.newest_score(store) is None
    imported(store, batch(readings, pipeline=pipeline))
    assert history.newest_score(store) == date(2026, 11, 2)
    assert history.newest_score(store, team="North") is None
    assert shown(history.first_weeks(store)) == (
        "rep_id  week\n"
        "anna    2026-11-02\n"
        "ben     2026-11-16"
    )  # fmt: skip
