"""Do the heatmaps show what was chosen, and does a cell lead to its prompts?"""

import json
import os
from datetime import timedelta

import pytest
from streamlit.util import AttributeDictionary

from dashboard.model.commitments import Commitment
from dashboard.model.pillars import Pillar
from dashboard.model.reviews import Talk, Talked
from dashboard.sample.team import sample_batch
from dashboard.store.commitments import agree
from dashboard.store.engine import open_store
from dashboard.store.imports import commit
from dashboard.store.reviews import open_review
from tests.store.talks import write
from tests.views.conftest import MONDAY, NOW, calm, texts


def picture(app) -> str:
    """Return the figure on screen as JSON."""
    return app.get("plotly_chart")[0].proto.spec


def frame(app) -> tuple[float, float]:
    """Return column and row of the cell with the frame."""
    shape = json.loads(picture(app))["layout"]["shapes"][0]
    return shape["x0"] + 0.5, shape["y0"] + 0.5


def test_the_page_says_that_cells_can_be_clicked_and_which_is_chosen(opened):
    """What a click does stands above the map; the cell chosen has a frame, among weeks the newest."""
    app = opened("a team", "heatmap")
    assert "Click a cell to read below what to ask that rep about that pillar." in texts(app)
    app.selectbox(key="filter_pillar").set_value("insights").run()
    assert frame(calm(app))[0] == 2
    app.radio(key="heatmap_map").set_value("Reps by week").run()
    assert frame(calm(app))[0] == 11


@pytest.mark.parametrize(("state", "said"), [("a team", True), ("one rep", False)])
def test_a_team_is_only_asked_for_where_there_is_one_to_choose(opened, state: str, said: bool):
    """The sidebar is named where it has a box for teams."""
    app = opened(state, "heatmap")
    app.radio(key="heatmap_map").set_value("Teams by pillar").run()
    assert ("Choose a team in the sidebar" in texts(calm(app))) is said


def test_the_measure_can_be_switched(opened):
    """Score, gap to peers and change are different pictures with legends in words."""
    app = opened("a team", "heatmap")
    assert "The stronger the blue, the higher the score" in texts(app)
    app.radio(key="heatmap_measure").set_value("gap").run()
    assert "above (blue) or below (orange) the baseline" in texts(calm(app))
    assert "behind" in picture(app)
    app.radio(key="heatmap_measure").set_value("change_4w").run()
    assert "Grey is inside noise" in texts(calm(app))
    assert "\\u25b2" in picture(app)


def test_weeks_and_teams_have_maps_of_their_own(opened):
    """Reps by week of one pillar or the total, and teams by pillar with the size of each team."""
    app = opened("a team", "heatmap")
    app.radio(key="heatmap_map").set_value("Reps by week").run()
    assert "16 Nov" in picture(calm(app))
    app.radio(key="heatmap_subject").set_value("people").run()
    assert "Points of 25" in texts(calm(app))
    app.radio(key="heatmap_map").set_value("Teams by pillar").run()
    assert "DACH Mid-Market (5 reps)" in picture(calm(app))


def test_a_clicked_cell_leads_to_its_prompts(opened):
    """A click sets rep and pillar of the select boxes, whose prompts are below; a later choice is not overruled."""
    app = opened("a team", "heatmap")
    points = [{"customdata": 11, "curve_number": 1, "point_index": 11}]
    selection = {"points": points, "point_indices": [11], "box": [], "lasso": []}
    app.session_state["heatmap_picture_4"] = AttributeDictionary({"selection": selection})
    app = calm(app.run())
    assert app.selectbox(key="filter_rep").value == "arjun-kruger"
    assert app.selectbox(key="filter_pillar").value == "relationships"
    assert frame(app) == (3, 2)
    app.selectbox(key="filter_rep").set_value("lars-sokolov").run()
    assert calm(app).selectbox(key="filter_rep").value == "lars-sokolov"


def test_the_select_boxes_are_the_other_way(opened):
    """Rep and pillar can be chosen without a click on the picture."""
    app = opened("a team", "heatmap")
    app.selectbox(key="filter_rep").set_value("lars-sokolov")
    app.selectbox(key="filter_pillar").set_value("people").run()
    assert "People (find the right people): 7.7 of 25" in texts(calm(app))


def test_beyond_sixty_reps_the_map_is_a_coloured_table(opened):
    """Seventy reps are a table with colours, whose cells can be picked."""
    app = opened("no data")
    commit(
        open_store(os.environ["SSI_COACH_DATABASE"]),
        sample_batch(reps=70, weeks=6, last_week=MONDAY),
        who="test",
        at=NOW,
    )
    app = calm(app.switch_page("views/heatmap.py").run())
    assert not app.get("plotly_chart")
    assert len(app.dataframe[0].value) > 60
    assert "background-color" in str(app.dataframe[0].proto)
    app.session_state["heatmap_table"] = {"selection": {"rows": [], "columns": [], "cells": [[4, "Insights"]]}}
    app = calm(app.run())
    assert app.selectbox(key="filter_rep").value == app.dataframe[0].value["Rep"][4].lower().replace(" ", "-")
    assert app.selectbox(key="filter_pillar").value == "insights"


def coaching(app):
    """Switch to the map of coaching."""
    return calm(app.radio(key="heatmap_map").set_value("Coaching by week").run())


def test_without_any_talk_the_map_of_coaching_says_what_will_stand_there(opened):
    """No empty picture; the way to the review instead."""
    app = coaching(opened("a team", "heatmap"))
    assert "No talk is noted in these weeks" in texts(app)
    assert not app.get("plotly_chart")


def test_talks_stand_on_the_map_of_coaching_with_the_share_of_each_third(opened):
    """A talk, one skipped and a commitment: two coached, of whom minutes are known for one."""
    app = opened("a team", "heatmap")
    engine = open_store(os.environ["SSI_COACH_DATABASE"])
    review = open_review(engine, MONDAY, None, who="Dana", at=NOW)
    write(engine, review.review_id, Talk("lars-sokolov", talked=Talked.COACHED, minutes=20), at=NOW)
    write(engine, review.review_id, Talk("anton-iyer", talked=Talked.SKIPPED), at=NOW)
    agreed = Commitment("c1", "ilona-cabrera", Pillar.BRAND, "Post once a week", MONDAY, MONDAY + timedelta(days=14))
    agree(engine, agreed, who="Dana", at=NOW)
    app = coaching(app.run())
    marks = json.loads(picture(app))["data"][1]["text"]
    assert (marks.count("●"), marks.count("○")) == (2, 1)
    said = texts(app)
    assert "2 of 2 talks; 20 of the 20 minutes noted" in said
    assert {metric.label for metric in app.metric} == {"Top third", "Middle third", "Bottom third"}


def test_beyond_sixty_reps_the_map_of_coaching_is_a_table(opened):
    """The same signs, in a table that scrolls; a name and twelve weeks."""
    app = opened("no data")
    engine = open_store(os.environ["SSI_COACH_DATABASE"])
    commit(engine, batch := sample_batch(reps=70, weeks=2, last_week=MONDAY), who="test", at=NOW)
    review = open_review(engine, MONDAY, None, who="Dana", at=NOW)
    write(engine, review.review_id, Talk(batch.people[3].rep_id, talked=Talked.COACHED), at=NOW)
    app = coaching(calm(app.switch_page("views/heatmap.py").run()))
    shown = app.dataframe[0].value
    assert not app.get("plotly_chart")
    assert shown.columns.tolist()[0::12] == ["Rep", "16 Nov"]
    assert shown.set_index("Rep").loc[batch.people[3].name, "16 Nov"] == "●"
