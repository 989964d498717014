"""Does a line over weeks keep to the weeks, and is it light?"""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from dashboard.charts.trend import MARK, MOST_TICKS, every_week, pillar_trend, total_trend, week_ticks
from dashboard.model.pillars import Pillar

MONDAY = date(2026, 11, 16)


def back(weeks: int) -> list[tuple[date, float | None]]:
    """Return a line of so many weeks up to the Monday, 40 points in each."""
    return [(MONDAY - timedelta(weeks=ago), 40.0) for ago in range(weeks - 1, -1, -1)]


@pytest.mark.parametrize("weeks", [1, 2, 7, 12, 26, 53, 104])
def test_only_weeks_are_named_and_few_enough_to_be_read(weeks):
    """Ticks are Mondays of the data, evenly apart, the newest among them, and at most seven."""
    axis = total_trend(back(weeks), name="Ida Lund").layout.xaxis
    days = [date.fromisoformat(day) for day in axis.tickvals]
    assert {day.weekday() for day in days} == {0}
    assert days[-1] == MONDAY
    assert len({after - before for before, after in pairwise(days)}) <= 1
    assert min(weeks, 4) <= len(days) <= MOST_TICKS
    assert len(axis.ticktext) == len(days)


def test_every_week_is_named_where_there_is_room():
    """Seven weeks have seven names."""
    assert week_ticks([week for week, _ in back(7)])[1] == [
        *("5 Oct", "12 Oct", "19 Oct", "26 Oct", "2 Nov", "9 Nov", "16 Nov")
    ]


def test_the_year_is_named_once_where_it_turns():
    """Over two years of weeks a short date alone would not say which year."""
    named = week_ticks([week for week, _ in back(104)])[1]
    assert [text.partition("<br>")[2] for text in named if "<br>" in text] == ["2025", "2026"]


def test_a_week_without_a_reading_is_a_gap_in_the_line():
    """Weeks between the first and the last reading are all there, None where nothing was read."""
    line = [(MONDAY, 42.0), (MONDAY - timedelta(weeks=2), 40.0)]
    assert [value for _, value in every_week(line)] == [40.0, None, 42.0]
    trace = total_trend(line, name="Ida Lund").data[0]
    assert (trace.x0, trace.dx, list(trace.y)) == ("2026-11-02", 604_800_000, [40.0, None, 42.0])
    assert not trace.connectgaps


def test_the_peers_stand_behind_the_rep():
    """With peers there are two lines, the rep's in front."""
    figure = total_trend([(MONDAY, 42.0)], [(MONDAY, 45.0)], name="Ida Lund")
    assert [trace.name for trace in figure.data] == ["Team median", "Ida Lund"]


def test_a_trend_without_readings_is_empty_and_no_error():
    """A rep without any reading has an empty picture on the full scale."""
    assert list(total_trend([], name="Ida Lund").layout.yaxis.range) == [0, 100]


def test_the_four_pillars_differ_by_sign_as_well():
    """Lines are told apart by their marks, not by colour alone."""
    figure = pillar_trend({pillar: [(MONDAY, 10.0)] for pillar in Pillar})
    assert len({trace.marker.symbol for trace in figure.data}) == 4


def test_two_years_of_four_pillars_stay_under_five_kilobytes():
    """Weeks are told by their first one and the step, not one by one."""
    assert len(pillar_trend({pillar: back(104) for pillar in Pillar}).to_json()) < 5_000


def test_a_week_in_which_all_moved_has_a_mark_on_both_pictures():
    """A faint line with a word at its foot; a week that is not on the picture has none."""
    shifts = [MONDAY - timedelta(weeks=2), MONDAY - timedelta(weeks=30)]
    total = total_trend(back(12), name="Ida Lund", shifts=shifts)
    pillars = pillar_trend({Pillar.BRAND: back(12)}, shifts=shifts)
    for figure in (total, pillars):
        assert [shape.x0 for shape in figure.layout.shapes] == ["2026-11-02"]
        assert [(mark.text, mark.xanchor) for mark in figure.layout.annotations] == [(MARK, "right")]
    assert not total_trend(back(12), name="Ida Lund").layout.shapes
