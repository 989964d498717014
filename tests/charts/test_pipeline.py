"""Do the four corners say who is where, and can the names be read?"""

from itertools import combinations
from random import Random

import pytest

from dashboard.charts.names import HEIGHT, WIDTH, named_beside, room
from dashboard.charts.pipeline import CORNERS, Spot, corners
from dashboard.model.cards import Corner


def test_each_corner_has_its_name_sign_and_colour():
    """The corners are named in the picture; a point carries its rep's id."""
    spots = [Spot(f"rep-{corner}", "Ida Lund", 40, 0.5, corner) for corner in Corner]
    figure = corners(spots, total_cut=50, attainment_cut=0.5)
    assert {trace.name for trace in figure.data} == set(CORNERS.values())
    assert len({trace.marker.symbol for trace in figure.data}) == 4
    assert [note.text for note in figure.layout.annotations] == list(CORNERS.values())
    assert figure.data[0].customdata[0] == "rep-build_habits"


def test_a_name_is_shown_only_where_there_is_room():
    """Two reps on the same spot: each name has a side of its own; twenty on it: the rest are on hover."""
    spots = [Spot(str(n), f"Ida Lund{n}", 50, 0.5, Corner.MENTOR) for n in range(20)]
    trace = corners(spots, total_cut=40, attainment_cut=0.4).data[0]
    shown = [place for text, place in zip(trace.text, trace.textposition, strict=True) if text]
    assert len(shown) == len(set(shown)) == 4
    assert trace.hovertext[19] == "Ida Lund19"


def test_who_has_one_side_left_is_not_shut_in_by_who_has_all():
    """At the lower edge, where only the room above is free, a name stands though two with more room come before it."""
    points = [(0.42, 0.2), (0.58, 0.2), (0.5, 0.0625)]
    names = ["Jorrit Z.", "Solveig M.", "Reto Z."]
    assert [label and label.text for label in named_beside(points, names)] == names


def test_names_leave_where_points_are_many():
    """With more than forty points names are on hover only."""
    spots = [Spot(str(n), f"Rep {n}", n, 0.5, Corner.MENTOR) for n in range(41)]
    assert corners(spots, total_cut=50, attainment_cut=0.5).data[0].mode == "markers"
    assert corners(spots[:40], total_cut=50, attainment_cut=0.5).data[0].mode == "markers+text"


def test_a_name_from_a_file_is_no_markup():
    """Plotly would read tags in labels and on hover."""
    trace = corners([Spot("x", "<a>Ida</a> Lund", 50, 0.5, None)], total_cut=40, attainment_cut=0.4).data[0]
    assert "<a>" not in trace.text[0] + trace.hovertext[0]


@pytest.mark.parametrize("seed", range(5))
def test_no_two_names_touch_on_a_telephone(seed):
    """The boxes of all names shown are free of each other and of every point."""
    random = Random(seed)
    points = [(random.random(), random.random()) for _ in range(30)]
    names = [f"Rep {n}" for n in range(30)]
    shown = [(point, label) for point, label in zip(points, named_beside(points, names), strict=True) if label]
    rooms = [room(x * WIDTH, y * HEIGHT, label.text, label.side) for (x, y), label in shown]
    assert len(rooms) > 12
    assert not any(one.touches(other) for one, other in combinations(rooms, 2))


def test_fifty_reps_stay_under_five_kilobytes():
    """Beyond the names there is nothing per point but where it is and whose."""
    spots = [Spot(f"rep-name-{n}", f"Rep Name{n}", 40 + n / 3, n / 60, [*Corner][n % 4]) for n in range(50)]
    assert len(corners(spots, total_cut=50, attainment_cut=0.5).to_json()) < 5_000
