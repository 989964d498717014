"""Does the pipeline page keep to what the numbers can bear?"""

import os

from dashboard.charts import pipeline as charts
from dashboard.coaching.words import CORNERS
from dashboard.sample.team import sample_batch
from dashboard.store.engine import open_store
from dashboard.store.imports import commit
from tests.views.conftest import MONDAY, NOW, calm, texts


def test_the_four_corners_say_what_they_call_for(opened):
    """Each corner has its place, what it usually calls for and its reps; so have those near a line."""
    said = texts(opened("a team", "pipeline"))
    assert all(name in said for name in (*CORNERS.values(), "Near a line"))
    assert "coach the conversation" in said


def test_the_picture_and_the_lists_call_the_corners_the_same():
    """One corner, one name."""
    assert CORNERS == charts.CORNERS


def test_below_twelve_reps_no_correlation_is_shown_and_that_is_said(opened):
    """With six reps the page says why there is no figure."""
    app = opened("no data")
    commit(open_store(os.environ["SSI_COACH_DATABASE"]), sample_batch(reps=6, last_week=MONDAY), who="test", at=NOW)
    said = texts(calm(app.switch_page("views/pipeline.py").run()))
    assert "below 12 a correlation would be chance" in said
    assert "Rank correlation" not in said


def test_from_twelve_reps_the_interval_stands_beside_it(opened):
    """With enough reps the correlation comes with its interval and the number of reps."""
    assert "95 % interval" in texts(opened("a team", "pipeline"))


def test_without_pipeline_the_page_says_what_is_missing(opened):
    """Scores alone are no error: the page says which columns to add."""
    assert "No rep has both a score and an attainment" in texts(calm(opened("bad rows", "pipeline")))


def test_a_name_in_a_corner_opens_the_rep(opened):
    """Each rep of a corner is a way to that rep's page."""
    app = opened("a team", "pipeline")
    app.button(key="corner_lars-sokolov").click().run()
    assert calm(app).title[0].value == "Lars Sokolov"


def test_the_totals_stand_above_by_team_and_currency(opened):
    """Dollars of two teams are added, euros never to them; the full amounts are on hover."""
    app = opened("a team", "pipeline")
    totals = {metric.label: metric for metric in app.metric}
    assert {name: totals[name].value for name in totals} == {
        "All teams · USD": "\\$6.1M open",
        "DACH Mid-Market · EUR": "€5M open",
        "Northeast Enterprise · USD": "\\$5.1M open",
        "West Coast Growth · USD": "\\$1M open",
    }
    assert "Open €4,978,700, won €507,950, quota €2,015,000" in totals["DACH Mid-Market · EUR"].help


def test_one_team_has_a_card_per_number(opened):
    """The only total needs no name of a team."""
    app = opened("a team", "pipeline", team="DACH Mid-Market")
    assert [metric.label for metric in app.metric] == ["Open pipeline", "Won", "Attainment", "Coverage"]


def test_who_has_no_figures_is_listed_and_leads_to_the_rep(opened):
    """Nobody stands in the table as an empty row, and nobody is left out."""
    app = opened("a team", "pipeline")
    assert len(app.dataframe[0].value) == 12
    assert "No pipeline figures" in texts(app)
    app.button(key="without_clara-hedlund").click().run()
    assert calm(app).title[0].value == "Clara Hedlund"
