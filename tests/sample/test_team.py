"""Is the sample team believable, complete and the same every time?"""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from dashboard.model.people import slug
from dashboard.model.tables import ACTIVITY, PIPELINE, READINGS, SCORES
from dashboard.sample.names import rep_names, team_names
from dashboard.sample.roster import Story, roster
from dashboard.sample.team import SampleBatch, sample_batch

LAST = date(2026, 11, 16)
WEEKS = 26


@pytest.fixture(scope="module")
def batch() -> SampleBatch:
    """The sample team as the demo loads it."""
    return sample_batch(last_week=LAST)


def totals(batch: SampleBatch, story: Story) -> pd.Series:
    """The totals by week of the first rep the story is about."""
    who = roster(14, 7, LAST)
    rep = who.people[who.stories.index(story)].rep_id
    return batch.readings[batch.readings["rep_id"] == rep].set_index("week")["total"]


def test_same_seed_same_team(batch):
    """The same seed gives the same figures, another seed another team."""
    again, other = sample_batch(last_week=LAST), sample_batch(last_week=LAST, seed=8)
    pd.testing.assert_frame_equal(batch.readings, again.readings)
    pd.testing.assert_frame_equal(batch.pipeline, again.pipeline)
    pd.testing.assert_frame_equal(batch.activity, again.activity)
    assert batch.people == again.people
    assert batch.people != other.people


def test_tables_follow_the_contract(batch):
    """The tables have the columns of the contract, weeks are Mondays, numbers are floats."""
    assert tuple(batch.readings.columns) == READINGS
    assert tuple(batch.pipeline.columns) == PIPELINE
    assert tuple(batch.activity.columns) == ACTIVITY
    assert set(batch.readings["week"].dt.day_of_week) == {0}
    assert batch.readings["brand"].dtype == np.float64
    assert batch.readings["sheet"].isna().all()


def test_fourteen_reps_in_three_teams_over_half_a_year(batch):
    """Fourteen reps in three teams have 26 weeks that end with the week asked for."""
    assert len(batch.people) == 14
    assert len({person.team for person in batch.people}) == 3
    weeks = batch.readings["week"]
    assert (weeks.nunique(), weeks.min(), weeks.max()) == (26, pd.Timestamp("2026-05-25"), pd.Timestamp("2026-11-16"))


def test_any_day_names_its_week():
    """A Thursday stands for the week of its Monday."""
    assert sample_batch(last_week=date(2026, 11, 19)).readings["week"].max() == pd.Timestamp(LAST)


def test_scores_are_believable(batch):
    """Totals lie between 35 and 75, and insights and people are well below brand and relationships."""
    assert batch.readings["total"].between(35, 75).all()
    medians = batch.readings[list(SCORES)].median()
    assert medians[["people", "insights"]].max() + 3 < medians[["brand", "relationships"]].min()
    assert ((batch.readings[list(SCORES)].sum(axis=1) - batch.readings["reported_total"]).abs() <= 0.51).all()


def test_scores_are_sticky():
    """From week to week a steady rep's pillar moves by a few tenths of a point."""
    readings = sample_batch(reps=140, weeks=20, last_week=LAST).readings
    steady = readings[(readings["week"] < "2026-10-01")].sort_values(["rep_id", "week"])
    moves = steady.groupby("rep_id")["brand"].diff().dropna()
    assert 0.2 < moves.std() < 0.4


def test_most_reps_have_no_averages_of_their_own(batch):
    """Two of fourteen reps wrote down industry averages; the others are held against their team."""
    known = batch.readings.dropna(subset=["industry_brand"])["rep_id"].nunique()
    assert known == 2


def test_new_starter_has_four_weeks(batch):
    """The new starter's history begins four weeks ago, with the start date on file."""
    weeks = totals(batch, Story.NEW_STARTER).index
    assert list(weeks) == list(pd.date_range("2026-10-26", periods=4, freq="7D"))
    assert [person.started_on for person in batch.people if person.started_on] == ["2026-10-26"]


def test_one_on_leave_has_no_recent_readings(batch):
    """The rep on leave was last read five weeks before the last week."""
    assert totals(batch, Story.ON_LEAVE).index.max() == pd.Timestamp("2026-10-12")
    assert [person.status for person in batch.people].count("on_leave") == 1


def test_one_was_never_onboarded(batch):
    """The rep who was never onboarded is known by name alone."""
    (person,) = [person for person in batch.people if person.status == "not_onboarded"]
    assert (person.email, person.role, person.licence) == (None, None, None)
    for table in (batch.readings, batch.pipeline, batch.activity):
        assert person.rep_id not in set(table["rep_id"])


def test_formula_shift_moves_everyone_in_one_week(batch):
    """Two weeks before the last, relationships fall by about 7 % for every rep at once."""
    wide = batch.readings.pivot_table(index="week", columns="rep_id", values="relationships")
    ratio = (wide.loc["2026-11-02"] / wide.loc["2026-10-26"]).dropna()
    assert len(ratio) == 12
    assert ratio.median() == pytest.approx(0.93, abs=0.01)
    assert (ratio < 1).all()


def test_stories_can_be_seen(batch):
    """One rep rises, one slides, one only comes back to where they were before a dip."""
    rising, sliding, back = (totals(batch, s) for s in (Story.IMPROVING, Story.SLIDING, Story.REBOUND))
    assert rising.iloc[-1] - rising.iloc[-10] > 4
    assert sliding.iloc[-1] - sliding.iloc[-12] < -6
    assert back.iloc[-1] - back.iloc[-5] > 3
    assert abs(back.iloc[-1] - back.iloc[-8]) < 3


def test_won_grows_in_a_quarter_and_starts_again(batch):
    """What is won never falls within a quarter, and starts again with the first week of the next."""
    rep = batch.people[0].rep_id
    won = batch.pipeline[batch.pipeline["rep_id"] == rep].set_index("week")["won"]
    assert (won["2026-07-01":"2026-09-30"].diff().dropna() >= 0).all()
    of_all = batch.pipeline.groupby("week")["attainment"].median()
    assert of_all["2026-10-05"] < of_all["2026-09-28"] / 2


def test_quota_holds_for_a_quarter(batch):
    """The quota changes only with the quarter, and attainment is what was won of it."""
    pipeline = batch.pipeline
    quarters = pipeline["week"].dt.to_period("Q")
    assert (pipeline.groupby(["rep_id", quarters])["quota"].agg(np.ptp) == 0).all()
    assert np.allclose(pipeline["attainment"], pipeline["won"] / pipeline["quota"], atol=1e-4)


def test_free_seats_have_no_inmails(batch):
    """Reps without Navigator have no saved leads and no InMails: missing, not zero."""
    free = [person.rep_id for person in batch.people if person.licence == "free"]
    assert 2 <= len(free) <= 8
    of_free = batch.activity["rep_id"].isin(free)
    assert batch.activity.loc[of_free, "inmails_sent"].isna().all()
    assert batch.activity.loc[~of_free, "inmails_sent"].notna().all()


@pytest.mark.parametrize(("reps", "teams"), [(1, 1), (5, 1), (14, 3), (50, 6), (200, 25), (5000, 625)])
def test_any_size_has_teams_of_about_eight(reps, teams):
    """From fifty reps on a team has seven to ten people."""
    people = roster(reps, 7, LAST).people
    sizes = pd.Series([person.team for person in people]).value_counts()
    assert len(sizes) == teams
    if reps >= 50:
        assert sizes.between(7, 10).all()


def test_names_are_unique_at_any_size():
    """A hundred thousand reps have a hundred thousand ids, and no two teams share a name."""
    assert len({slug(name) for name in rep_names(100_000, 7)}) == 100_000
    assert len(set(team_names(12_500))) == 12_500
    assert len({name.split()[-1] for name in rep_names(100, 7)}) == 100


@pytest.mark.parametrize(("reps", "weeks"), [(0, 4), (1, 1), (2, 3), (14, 2)])
def test_small_sizes_hold_together(reps, weeks):
    """One rep, one week or nobody at all are sizes too."""
    batch = sample_batch(reps=reps, weeks=weeks, last_week=LAST)
    assert len(batch.people) == reps
    assert batch.readings["week"].nunique() == (weeks if reps else 0)


def test_files_are_told_apart_by_what_they_were_made_from(batch):
    """The signature of the batch changes with the arguments and with nothing else."""
    (one,), (two,) = batch.files, sample_batch(last_week=LAST, weeks=25).files
    assert one == sample_batch(last_week=LAST).files[0]
    assert one.sha256 != two.sha256
