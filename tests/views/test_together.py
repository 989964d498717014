"""When the whole team moves at once, or a score without meetings: is it said wherever the number is shown?"""

import json
import os
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.model.tables import SCORES
from dashboard.sample.team import SampleBatch, sample_batch
from dashboard.store.engine import open_store
from dashboard.store.imports import commit
from dashboard.ui.go import PAGES
from tests.views.conftest import MONDAY, NOW, calm, texts


def moved() -> SampleBatch:
    """Return the team after a formula that is 7 % stricter from the week of 2 November on."""
    batch = sample_batch(last_week=MONDAY)
    readings = batch.readings.assign(reported_total=None)
    later = readings["week"].ge(pd.Timestamp("2026-11-02"))
    readings.loc[later, list(SCORES)] = (readings.loc[later, list(SCORES)] * 0.93).round(2)
    return replace(batch, readings=readings)


def flat() -> SampleBatch:
    """Return the team with three meetings in each week and nothing won."""
    batch = sample_batch(last_week=MONDAY)
    return replace(batch, pipeline=batch.pipeline.assign(meetings=3.0, open_pipeline=500_000.0, won=0.0))


@pytest.fixture
def page(opened):
    """Open a page on a desk with a batch."""

    def go(batch: SampleBatch, name: str):
        app = opened("no data")
        commit(open_store(os.environ["SSI_COACH_DATABASE"]), batch, who="test", at=NOW)
        return calm(app.switch_page(PAGES[name]).run())

    return go


@pytest.mark.parametrize("name", ["this_week", "leaderboard", "rep"])
def test_a_move_of_the_whole_team_is_said(page, name: str):
    """With its week and points, where changes over four weeks are shown."""
    said = texts(page(moved(), name))
    assert "Week of 2 Nov 2026: " in said
    assert "relationships −2.1 points" in said


def test_a_move_of_the_whole_team_is_marked_on_the_timelines(page):
    """On the line of a rep and above its column of the map by week."""
    app = page(moved(), "rep")
    marks = json.loads(app.get("plotly_chart")[1].proto.spec)["layout"]["annotations"]
    assert [mark["text"] for mark in marks] == ["≈ all moved"]
    app = calm(app.switch_page(PAGES["heatmap"]).run().radio(key="heatmap_map").set_value("Reps by week").run())
    assert "2 Nov ≈" in json.loads(app.get("plotly_chart")[0].proto.spec)["layout"]["xaxis"]["ticktext"]


def test_nobody_is_called_down_for_it(page):
    """All twelve lost points; whoever is named down was so before."""
    said = texts(page(moved(), "this_week"))
    assert "only with the whole team" in said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pipeline", "Score rises, meetings flat** · 1"),
        ("leaderboard", "meetings and pipeline are flat: Alejandro Bremer"),
    ],
)
def test_a_rise_without_meetings_is_said(page, name: str, said: str):
    """By name, where score and results stand side by side."""
    assert said in texts(page(flat(), name))


@pytest.mark.parametrize("name", ["pipeline", "leaderboard"])
def test_without_one_nothing_is_said(opened, name: str):
    """The sample's risers win deals."""
    said = texts(calm(opened("a team", name)))
    assert "meetings flat" not in said
    assert "meetings and pipeline are flat" not in said
