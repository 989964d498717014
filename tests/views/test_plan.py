"""Can a rep's plan be begun, ticked and taken back, and does the pace stand beside the claim?"""

from datetime import UTC, datetime, timedelta

from streamlit.testing.v1 import AppTest

from dashboard.coaching.plan import first_day, start, tick_of
from dashboard.coaching.playbook import load_playbook
from dashboard.store.engine import open_store
from dashboard.store.ticks import tick, ticks
from dashboard.ui.cached import PLAYBOOK
from dashboard.ui.go import PAGES
from tests.views.conftest import APP, calm, texts, url_of

REP = "lars-sokolov"
TODAY = datetime.now(UTC).astimezone().date()
BEGINS = first_day(TODAY)
"""Today, or the Monday after a weekend."""


def kept(path):
    """Return what the store keeps of the rep's plan."""
    engine = open_store(url_of(path))
    found = ticks(engine, REP)
    engine.dispose()
    return found


def test_a_plan_is_offered_begun_and_taken_back(opened, tmp_path):
    """One click begins it today (on a weekend: on Monday); another takes it back, and it is offered again."""
    app = calm(opened("a team", "rep", rep=REP))
    assert "30-day plan" in texts(app)
    app = calm(app.button(key="plan_begin").click().run())
    assert kept(tmp_path / "desk.sqlite") == [start(REP, BEGINS)]
    assert "Week 1" in " ".join(each.label for each in app.expander)
    assert ("Day 1 of 30" if BEGINS == TODAY else "Begins ") in app.get("progress")[0].proto.text
    app = calm(app.button(key="plan_back").click().run())
    assert kept(tmp_path / "desk.sqlite") == []
    assert app.button(key="plan_begin").label.startswith("Begin the plan ")


def test_a_step_is_ticked_at_once(opened, tmp_path):
    """A tick is in the store before anything else is clicked, and stays on the next visit."""
    app = calm(calm(opened("a team", "rep", rep=REP)).button(key="plan_begin").click().run())
    key = f"plan_{REP}_{BEGINS}_plan-start-line"
    app = calm(app.checkbox(key=key).check().run())
    assert {one.step for one in kept(tmp_path / "desk.sqlite")} == {"begun", "plan-start-line"}
    app = calm(app.switch_page("views/this_week.py").run().switch_page("views/rep.py").run())
    assert app.checkbox(key=key).value
    calm(app.checkbox(key=key).uncheck().run())
    assert {one.step for one in kept(tmp_path / "desk.sqlite")} == {"begun"}


def test_the_pace_stands_beside_the_claim(desk):
    """A plan of three weeks ago: the rep's own slope, the next band, what was gained, and what is claimed."""
    path = desk("a team")
    engine, began = open_store(url_of(path)), TODAY - timedelta(weeks=3)
    first = next(step for step in load_playbook(PLAYBOOK).plan if step.week == 1)
    for one in (start(REP, began), tick_of(REP, began, first)):
        tick(engine, one, on=True, at=datetime.now(UTC))
    engine.dispose()
    app = AppTest.from_file(str(APP), default_timeout=30)
    app.query_params["rep"] = REP
    app = calm(app.run().switch_page(PAGES["rep"]).run())
    said = texts(app)
    assert "points a week over the last 8 weeks (90 % interval" in said
    assert "The band building (from 30)" in said or "The band active (from 50)" in said
    assert "The formula's shift of 2 Nov 2026 is in this pace: about −1." in said
    assert "a claim, not a measurement" in said


def test_who_has_no_score_has_a_plan_and_no_pace(opened):
    """A seat that is yet to be set up can begin; there is no line to draw."""
    said = texts(calm(opened("a team", "rep", rep="clara-hedlund")))
    assert "30-day plan" in said
    assert "90 % interval" not in said
