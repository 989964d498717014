"""Does the leaderboard order, show and open as it says?"""

import json

import pytest

from dashboard.coaching.call import LABELS as CALLED
from dashboard.coaching.playbook import load_playbook
from dashboard.desk.benchmarks import load_benchmarks
from dashboard.desk.review import load_history, week_review
from dashboard.metrics.leaderboard import Sort
from dashboard.model.settings import Settings
from dashboard.store.engine import default_url, open_store
from dashboard.ui.board import exported
from dashboard.ui.cached import PLAYBOOK, ROOT
from tests.views.conftest import MONDAY, calm, texts

KEY = "leaderboard_sort"


def column(app, name: str) -> list:
    """Return a column of the table on screen."""
    return app.dataframe[0].value[name].tolist()


def test_the_most_improved_come_first(opened):
    """The default order is the net change over four weeks, largest first; who has none comes last, unranked.

    Mateo came back from a dip: placed like no change, and it is said.
    """
    app = opened("a team", "leaderboard")
    net, rank, names = (column(app, name) for name in ("Net", "Rank", "Rep"))
    placed = [0.0 if name == "Mateo Achterberg" else value for name, value in zip(names, net, strict=True)]
    known = [value for value in placed if value == value]
    assert known == sorted(known, reverse=True)
    assert "so placed as unchanged: Mateo Achterberg." in texts(app)
    assert [value != value for value in net] == [value == "–" for value in rank]


@pytest.mark.parametrize("sort", [Sort.BRAND, Sort.PEOPLE, Sort.INSIGHTS, Sort.RELATIONSHIPS])
def test_the_pillar_sorted_by_is_on_screen(opened, sort: Sort):
    """Sorting by a pillar shows that pillar, best first; the new starter stands in sight below them without a rank."""
    app = calm(opened("a team", "leaderboard").selectbox(key=KEY).set_value(sort).run())
    rows = zip(column(app, "Rank"), column(app, "Rep"), column(app, str(sort).capitalize()), strict=True)
    known = [(rank, name, points) for rank, name, points in rows if points == points]
    points = [value for _, _, value in known[:-1]]
    assert points == sorted(points, reverse=True)
    assert len(points) == 11
    assert known[-1][:2] == ("–", "Rafael Lombardi")


def test_missing_is_missing_and_not_zero(opened):
    """A rep without a score has no number anywhere, and says why."""
    table = opened("a team", "leaderboard").dataframe[0].value.set_index("Rep")
    absent = table[table["Band"].isin(["not yet", "on leave"])]
    assert len(absent) == 2
    assert absent[["SSI", "1 week", "4 weeks"]].isna().all(axis=None)
    assert absent["Rank"].tolist() == ["–", "–"]


def test_ties_share_a_rank(opened):
    """Equal numbers have equal ranks and the next rank is skipped."""
    ranks = [int(rank) for rank in column(opened("a team", "leaderboard"), "Rank") if rank != "–"]
    assert ranks == sorted(ranks)
    assert all(ranks.index(rank) + 1 == rank for rank in ranks)


def test_ranks_can_be_hidden(opened):
    """With ranks hidden the order stays and no place is shown."""
    app = opened("a team", "settings")
    app.toggle(key="settings_ranks").set_value(True)
    app.button(key="settings_save").click().run()
    board = calm(app.switch_page("views/leaderboard.py").run())
    assert "Rank" not in board.dataframe[0].value
    assert "ank" not in board.caption[0].value
    assert column(board, "Net")[0] > 0


def test_the_select_box_opens_a_rep(opened):
    """Choosing a name opens that rep's page."""
    app = opened("a team", "leaderboard")
    rep_id = app.selectbox(key="leaderboard_open").options[3]
    app.selectbox(key="leaderboard_open").select_index(3).run()
    assert calm(app).title[0].value == rep_id


def clicked(app, row: int, name: str):
    """Return the app after a click on a cell of the table."""
    app.session_state["leaderboard_table"] = {"selection": {"rows": [], "columns": [], "cells": [[row, name]]}}
    return calm(app.run())


@pytest.mark.parametrize("name", ["Rep", "12 weeks", "Won", "Meetings"])
def test_a_click_anywhere_in_a_row_opens_the_rep(opened, name: str):
    """Whatever cell of a row is clicked, that row's rep is opened."""
    app = opened("a team", "leaderboard")
    rep = column(app, "Rep")[2]
    assert clicked(app, 2, name).title[0].value == rep


def test_sorting_by_a_heading_opens_nobody(opened):
    """The browser marks the top cell of the first column when a heading is clicked: nobody is opened by that."""
    assert clicked(opened("a team", "leaderboard"), 0, "Rank").title[0].value == "Leaderboard"


def test_a_sparkline_has_no_invented_weeks(opened):
    """Weeks without a reading are left out of the line, never drawn as zero."""
    lines = column(opened("last week missing", "leaderboard"), "12 weeks")
    assert all(0 not in list(line) and None not in list(line) for line in lines)


def test_one_team_needs_no_team_column(opened):
    """With a team chosen its name is not repeated on each row."""
    app = opened("a team", "leaderboard")
    assert "Team" in app.dataframe[0].value
    team = app.selectbox(key="filter_team").options[1]
    app = calm(app.selectbox(key="filter_team").set_value(team).run())
    assert "Team" not in app.dataframe[0].value
    assert 0 < len(app.dataframe[0].value) < 14


def test_a_desk_without_teams_needs_no_team_column(opened):
    """Where no file names a team, a column of dashes would only take room from the pipeline."""
    assert "Team" not in calm(opened("one rep", "leaderboard")).dataframe[0].value


def test_all_columns_fit_a_window_of_1366_pixels(opened):
    """Beside the sidebar the table has 930 pixels, which its columns in the usual order do not exceed."""
    app = opened("a team", "leaderboard")
    widths = json.loads(app.dataframe[0].proto.columns)
    assert sum(widths[name]["width"] for name in app.dataframe[0].value) <= 930


def test_the_table_has_every_column_of_the_week(opened):
    """Score, changes, band, weakest pillar and pipeline stand side by side; the currency is in the money."""
    assert opened("a team", "leaderboard").dataframe[0].value.columns.tolist() == [
        *("Rank", "Rep", "SSI", "Net", "4 weeks", "Weakest", "1 week", "12 weeks", "Band", "Team"),
        *("Attained", "Pipeline", "Coverage", "Won", "Meetings"),
    ]


def test_the_order_is_told_in_words(opened):
    """What the order means, that its rank is not the one by score, and who has none."""
    told = texts(opened("a team", "leaderboard"))
    assert "first who gained most in four weeks, net of the own team, or everybody where it is too small" in told
    assert "The rank is by that gain, not by score; without a score four weeks ago there is none." in told


def test_a_young_desk_is_ordered_by_score(opened):
    """Where nobody has a score of four weeks before, the order is by score, with ranks, and the page says why."""
    app = opened("bad rows", "leaderboard")
    assert "Who improved most cannot be told yet" in texts(app)
    assert "so the order is by score" in texts(app)
    assert "1" in [rank.strip() for rank in column(app, "Rank")]


@pytest.mark.parametrize(("sort", "name"), [(Sort.COVERAGE, "Coverage"), (Sort.MEETINGS, "Meetings")])
def test_the_pipeline_can_be_sorted_by(opened, sort: Sort, name: str):
    """The largest comes first; the column stands where it always does."""
    app = opened("a team", "leaderboard").selectbox(key=KEY).set_value(sort).run()
    known = [value for value in column(calm(app), name)[:8] if value == value]
    assert known == sorted(known, reverse=True)


def test_pipelines_of_several_currencies_are_not_compared(opened):
    """The sample has dollars and euros: the order is by score, and the page says why."""
    app = opened("a team", "leaderboard").selectbox(key=KEY).set_value(Sort.PIPELINE).run()
    assert "in several currencies, which are never compared" in texts(calm(app))


def test_the_order_stays_while_reps_are_opened(opened):
    """Who opens a rep and comes back finds the order as it was."""
    app = opened("a team", "leaderboard").selectbox(key=KEY).set_value(Sort.ATTAINMENT).run()
    app.selectbox(key="leaderboard_open").select_index(3).run()
    app = calm(app.switch_page("views/leaderboard.py").run())
    assert app.selectbox(key=KEY).value == Sort.ATTAINMENT


def test_the_export_says_what_the_week_calls_for(opened):
    """Each rep who is exported has a call, in the words of the other pages."""
    opened("a team", "leaderboard")
    engine = open_store(default_url(ROOT))
    review = week_review(
        load_history(engine), MONDAY, None, Settings(), load_benchmarks().defaults, load_playbook(PLAYBOOK)
    )
    said = exported(review, review.table, Settings())["call"]
    assert said.notna().all()
    assert (~said.isin(list(CALLED.values()))).sum() == len(review.queue.coach)


def test_like_is_ranked_with_like(opened):
    """Chosen, a group of one role and time on the team is ranked by itself; the page comes back to everybody."""
    app = opened("a team", "leaderboard")
    app = calm(app.selectbox(key=KEY).set_value(Sort.SCORE).run())
    everybody, box = column(app, "Rep"), app.selectbox(key="filter_among")
    assert box.options == ["Everybody", "Account executive", "Account manager"]
    app = calm(box.set_value("Account manager, longer").run())
    names, ranks = column(app, "Rep"), [rank for rank in column(app, "Rank") if rank != "–"]
    assert names == [name for name in everybody if name in names]
    assert len(names) < len(everybody)
    assert ranks[0].strip() == "1"
    assert f"{len(names)} reps, " in texts(app)
    app = calm(app.selectbox(key="filter_among").set_value("everybody").run())
    assert column(app, "Rep") == everybody
