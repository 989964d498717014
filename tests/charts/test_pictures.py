"""Do the other pictures draw what is known, and leave out what is not?"""

from datetime import date, timedelta

from dashboard.charts.leaderboard import movers
from dashboard.charts.pillars import pillars
from dashboard.charts.pipeline import CORNERS, Spot, corners
from dashboard.charts.theme import AHEAD, BEHIND, MUTED
from dashboard.charts.trend import every_week, pillar_trend, total_trend
from dashboard.model.cards import Basis, Corner, PillarCard, RepCard, State, Verdict
from dashboard.model.pillars import Pillar

MONDAY = date(2026, 11, 16)


def pillar_card(pillar: Pillar, score: float | None, baseline: float | None) -> PillarCard:
    """Return a card with a score and what it is held against (points)."""
    gap = None if score is None or baseline is None else score - baseline
    return PillarCard(pillar, score, None, None, None, baseline, Basis.TEAM, gap, Verdict.STEADY)


def test_a_pillar_stands_beside_its_baseline():
    """Score, gap and baseline are all in the picture."""
    figure = pillars({Pillar.PEOPLE: pillar_card(Pillar.PEOPLE, 6.0, 9.0)}, against="Team median")
    track, bar, mark, number = figure.data
    assert (bar.x[0], mark.x[0], mark.name, track.x[0]) == (6.0, 9.0, "Team median", 25.0)
    assert number.text[0] == "<b>6.0</b>  −3.0"


def test_an_unknown_pillar_is_a_dash():
    """A pillar without a score keeps its line and shows a dash, never a bar of zero."""
    figure = pillars({Pillar.BRAND: pillar_card(Pillar.BRAND, None, None)}, against="Team median")
    assert [trace.type for trace in figure.data] == ["bar", "scatter", "scatter"]
    assert figure.data[-1].text[0] == "–"


def test_only_the_weakest_pillar_is_loud():
    """The pillar to coach keeps its full colour."""
    held = {p: pillar_card(p, 10.0, 9.0) for p in Pillar}
    bars = pillars(held, against="Team median", weakest=Pillar.INSIGHTS).data[1:5]
    assert [bar.marker.opacity for bar in bars] == [0.5, 0.5, 1.0, 0.5]


def test_a_week_without_a_reading_is_a_gap_in_the_line():
    """Weeks between the first and the last reading are all there, None where nothing was read."""
    line = [(MONDAY, 42.0), (MONDAY - timedelta(weeks=2), 40.0)]
    assert [value for _, value in every_week(line)] == [40.0, None, 42.0]
    trace = total_trend(line, name="Ida Lund").data[0]
    assert (list(trace.y), trace.connectgaps) == ([40.0, None, 42.0], False)


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


def test_only_what_is_more_than_noise_is_coloured():
    """A change with the verdict up or down has a colour, all others are grey."""
    changes = [("up", 4.0, Verdict.UP), ("noise", 0.5, Verdict.STEADY), ("down", -3.0, Verdict.DOWN)]
    cards = [
        RepCard(name, name, MONDAY, State.SCORED, net_change_4w=net, verdict=verdict) for name, net, verdict in changes
    ]
    bars = movers(cards).data[0]
    assert list(bars.marker.color) == [AHEAD, MUTED, BEHIND]
    assert list(bars.text) == ["+4.0", "+0.5", "−3.0"]


def test_each_corner_has_its_name_sign_and_colour():
    """The corners are named in the picture and in the legend; a point carries its rep's id."""
    spots = [Spot(f"rep-{corner}", "Ida Lund", 40, 0.5, corner) for corner in Corner]
    figure = corners(spots, total_cut=50, attainment_cut=0.5)
    assert {trace.name for trace in figure.data} == set(CORNERS.values())
    assert len({trace.marker.symbol for trace in figure.data}) == 4
    assert [note.text for note in figure.layout.annotations] == list(CORNERS.values())
    assert figure.data[0].customdata[0] == "rep-build_habits"


def test_names_leave_where_points_are_many():
    """With more than twenty-five points names are on hover only."""
    spots = [Spot(str(n), "Ida Lund", n, 0.5, Corner.MENTOR) for n in range(26)]
    assert corners(spots, total_cut=50, attainment_cut=0.5).data[0].mode == "markers"
    assert corners(spots[:25], total_cut=50, attainment_cut=0.5).data[0].mode == "markers+text"
