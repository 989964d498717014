"""Does the picture of a pipeline's weeks say what its rows say?"""

from datetime import date, timedelta

from dashboard.charts.pipeline_weeks import HEIGHT, WITHOUT_MEETINGS, pipeline_weeks
from dashboard.model.cards import PipelineCard

MONDAY = date(2026, 11, 16)
BEFORE = MONDAY - timedelta(weeks=2)


def test_money_stands_against_the_quota_and_meetings_stand_below():
    """Three lines in one currency and a bar a week; a week without a file is a gap."""
    lines = [
        PipelineCard("EUR", BEFORE, open_pipeline=90.0, won=10.0, quota=100.0, meetings=3.0),
        PipelineCard("EUR", MONDAY, open_pipeline=80.0, won=30.0, quota=100.0, meetings=0.0),
    ]
    made = pipeline_weeks(lines)
    assert [trace.name for trace in made.data] == ["Open", "Won", "Quota", "Meetings"]
    assert list(made.data[0].y) == [90.0, None, 80.0]
    assert (list(made.data[3].y), made.data[3].yaxis) == ([3.0, 0.0], "y2")
    assert made.layout.height == HEIGHT


def test_what_is_not_known_is_no_line():
    """Open money alone: one line and no room for meetings."""
    made = pipeline_weeks([PipelineCard("", MONDAY, open_pipeline=90.0)])
    assert [trace.name for trace in made.data] == ["Open"]
    assert made.layout.height == WITHOUT_MEETINGS
    assert "yaxis2" not in made.layout.to_plotly_json()


def test_meetings_alone_are_bars():
    """A file of meetings without any money."""
    made = pipeline_weeks([PipelineCard("", MONDAY, meetings=4.0)])
    assert [trace.name for trace in made.data] == ["Meetings"]
