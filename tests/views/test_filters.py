"""Do team, week and role hold on every page, and can they be sent along in the address?"""

import os
from dataclasses import replace
from datetime import date

from streamlit.testing.v1 import AppTest

from dashboard.desk.states import set_state
from dashboard.model.settings import Settings
from dashboard.sample.team import sample_batch
from dashboard.store import history
from dashboard.store.engine import open_store
from dashboard.store.imports import commit
from dashboard.store.settings import save_settings
from tests.views.conftest import APP, MONDAY, NOW, calm, texts, url_of


def test_a_filter_holds_over_pages(opened):
    """The team chosen on one page is the team of the next one."""
    app = opened("a team")
    team = app.selectbox(key="filter_team").options[2]
    app.selectbox(key="filter_team").set_value(team).run()
    app = calm(app.switch_page("views/pipeline.py").run()).switch_page("views/leaderboard.py").run()
    assert app.selectbox(key="filter_team").value == team
    assert app.query_params["team"] == team


def test_the_address_chooses_team_and_week(opened):
    """A link with team and week opens on them, by id."""
    app = opened("a team", team="West Coast Growth", week="2026-10-19")
    assert calm(app).selectbox(key="filter_team").value == "West Coast Growth"
    assert app.selectbox(key="filter_week").value == "2026-10-19"
    assert "Week of 19 Oct 2026 · West Coast Growth" in texts(app)


def test_an_unknown_address_falls_back(opened):
    """A team or week nobody knows shows everybody and the newest week."""
    app = calm(opened("a team", team="Nobody", week="1999-01-04"))
    assert app.selectbox(key="filter_team").value == ""
    assert app.selectbox(key="filter_week").value == "2026-11-16"
    assert [warning.value for warning in app.warning] == [
        "The link asks for team Nobody, which is not in view.",
        "The link asks for week 1999-01-04, which is not in view.",
    ]


def test_a_link_to_a_rep_who_is_gone_says_so(opened):
    """Nobody else is shown in silence in place of the rep asked for; the next click no longer speaks of it."""
    app = calm(opened("a team", "rep", rep="nobody"))
    assert [warning.value for warning in app.warning] == ["The link asks for rep nobody, which is not in view."]
    assert not calm(app.run()).warning


def test_a_link_to_the_first_rep_stays_a_link_to_them(opened):
    """The address goes on naming the rep it was opened with, also the first of the list."""
    first = opened("a team", "rep").selectbox(key="filter_rep").options[0]
    rep_id = opened("a team", "rep").selectbox(key="filter_rep").value
    app = calm(opened("a team", "rep", rep=rep_id))
    assert (app.selectbox(key="filter_rep").options[0], app.query_params["rep"]) == (first, rep_id)


def test_an_earlier_week_can_be_looked_at(opened):
    """Choosing a week shows the desk as of that week."""
    app = opened("a team")
    app.selectbox(key="filter_week").set_value("2026-09-07").run()
    assert "Week of 7 Sep 2026" in texts(calm(app))


def test_a_role_narrows_what_is_shown(opened):
    """With one role chosen only its reps are on the leaderboard."""
    app = opened("a team", "leaderboard")
    role = app.selectbox(key="filter_role").options[1]
    app.selectbox(key="filter_role").set_value(role).run()
    assert 0 < len(calm(app).dataframe[0].value) < 14


def test_a_large_desk_opens_on_one_team(desk, opened):
    """With more reps than the setting allows, all teams cannot be shown at once."""
    app = opened("a team")
    assert app.selectbox(key="filter_team").options[0] == "All teams"
    path = desk("a team")
    save_settings(open_store(url_of(path)), replace(Settings(), show_all_teams_up_to=5), at=NOW)
    app = calm(AppTest.from_file(str(APP), default_timeout=30).run())
    assert "All teams" not in app.selectbox(key="filter_team").options
    assert app.selectbox(key="filter_team").value == app.selectbox(key="filter_team").options[0]


def test_the_newest_week_follows_a_new_import(opened):
    """Who looks at the newest week sees the next one once it is there; who chose a week stays on it."""
    app = opened("a team")
    store = open_store(os.environ["SSI_COACH_DATABASE"])
    commit(store, sample_batch(weeks=1, last_week=date(2026, 11, 23)), who="terminal", at=NOW)
    assert calm(app.run()).selectbox(key="filter_week").value == "2026-11-23"


def test_many_teams_are_searched_not_scrolled(opened):
    """With more teams than a list can hold, letters narrow it down, and a link to any team still works."""
    app = opened("no data")
    store = open_store(os.environ["SSI_COACH_DATABASE"])
    commit(store, sample_batch(reps=1000, weeks=2, last_week=MONDAY), who="test", at=NOW)
    teams = history.teams(store)
    app = calm(app.run())
    assert len(app.selectbox(key="filter_team").options) == 100
    app = calm(app.text_input(key="filter_find").set_value(teams[-1][:12].upper()).run())
    assert teams[-1] in app.selectbox(key="filter_team").options
    linked = AppTest.from_file(str(APP), default_timeout=30)
    linked.query_params["team"] = teams[-1]
    assert calm(linked.run()).selectbox(key="filter_team").value == teams[-1]


def test_those_who_left_are_counted_apart(desk):
    """Of fourteen reps one has left: thirteen are on the desk."""
    store = open_store(url_of(desk("a team")))
    set_state(store, ["lars-sokolov"], "left", who="test", at=NOW)
    app = calm(AppTest.from_file(str(APP), default_timeout=30).run())
    assert "13 reps on the desk (1 left), 26 weeks of history" in texts(app)
