"""Does the heatmap say what the table says, cell by cell?"""

import pandas as pd
import pytest

from dashboard.charts.heatmap import cell_of, heatmap
from dashboard.charts.theme import PILLAR_SCORE, balanced

NAN = float("nan")
SCORES = pd.DataFrame([[11.8, NAN], [13.2, 4.4]], columns=["brand", "people"])
ROWS, COLUMNS = ["Ida Lund", "Ida Lund"], ["Brand", "People"]


def test_every_cell_can_be_clicked_and_says_what_it_is():
    """Each cell has a point that carries its number in reading order, and a hover with rep, pillar and points."""
    points = heatmap(SCORES, PILLAR_SCORE, rows=ROWS, columns=COLUMNS).data[1]
    assert [cell_of(number, 2) for number in points.customdata.tolist()] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert list(zip(points.y.tolist(), points.x.tolist(), strict=True)) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert points.hovertext[2] == "13.2 points"
    assert points.hovertemplate.startswith("%{y}<br>%{x}: %{hovertext}")


def test_missing_is_a_dash_and_not_a_zero():
    """A cell without a number has no colour, a dash, and says so on hover."""
    picture, points = heatmap(SCORES, PILLAR_SCORE, rows=ROWS, columns=COLUMNS).data
    assert picture.z[0][1] != picture.z[0][1]
    assert list(points.text) == ["11.8", "–", "13.2", "4.4"]
    assert points.hovertext[1] == "not known"


def test_the_chosen_cell_has_a_frame():
    """The frame lies around the marked cell; without one there is none."""
    frame = heatmap(SCORES, PILLAR_SCORE, rows=ROWS, columns=COLUMNS, marked=(1, 0)).layout.shapes[0]
    assert (frame.x0, frame.x1, frame.y0, frame.y1) == (-0.5, 0.5, 0.5, 1.5)
    assert not heatmap(SCORES, PILLAR_SCORE, rows=ROWS, columns=COLUMNS).layout.shapes


def test_a_large_picture_stays_light():
    """Sixty reps over twelve weeks weigh less than 40 bytes a cell, names included."""
    wide = pd.DataFrame([[41.25] * 12] * 60)
    sent = heatmap(wide, PILLAR_SCORE, rows=["Mateo Achterberg"] * 60, columns=["16 Nov"] * 12).to_json()
    assert len(sent) < 40 * 60 * 12


def test_two_reps_of_one_name_keep_two_rows():
    """Rows are counted, names are only their labels."""
    figure = heatmap(SCORES, PILLAR_SCORE, rows=ROWS, columns=COLUMNS)
    assert list(figure.layout.yaxis.tickvals) == [0, 1]
    assert list(figure.layout.yaxis.ticktext) == ROWS


def test_gaps_are_written_with_their_sign():
    """On a scale around zero every number carries its sign."""
    gaps = pd.DataFrame([[-1.4, 2.0]])
    scale = balanced([-1.4, 2.0], 5, ("behind", "level", "ahead"))
    picture, points = heatmap(gaps, scale, rows=["Ida Lund"], columns=COLUMNS).data
    assert list(points.text) == ["−1.4", "+2.0"]
    assert (picture.zmin, picture.zmax) == (-5, 5)
    assert list(picture.colorbar.ticktext) == ["behind", "level", "ahead"]


def test_a_row_is_as_tall_with_sixty_reps_as_with_five():
    """The picture grows with the reps: about 24 pixels a row."""
    few, many = (
        heatmap(pd.DataFrame([[1.0]] * n), PILLAR_SCORE, rows=["x"] * n, columns=["Brand"]).layout.height
        for n in (5, 60)
    )
    assert (many - few) / 55 == 24


def test_numbers_leave_where_there_is_no_room():
    """Beyond thirteen columns the cells are colour and hover only."""
    wide = pd.DataFrame([[40.0] * 14])
    assert heatmap(wide, PILLAR_SCORE, rows=["x"], columns=["w"] * 14).data[1].text is None
    assert heatmap(wide.iloc[:, :13], PILLAR_SCORE, rows=["x"], columns=["w"] * 13).data[1].text[0] == "40"


def test_no_rows_make_an_empty_picture():
    """A table without rows is drawn without an error."""
    assert heatmap(SCORES.iloc[:0], PILLAR_SCORE, rows=[], columns=COLUMNS).layout.height > 0


def test_a_change_inside_noise_has_the_colour_of_nothing_and_keeps_its_number():
    """Only what is beyond noise is coloured and has an arrow; the hover says which is which."""
    values, beyond = pd.DataFrame([[-2.4, 1.9, NAN]]), pd.DataFrame([[-1, 0, 0]])
    scale = balanced([-2.4, 1.9], 3, ("lost", "level", "gained"))
    made = heatmap(values, scale, rows=["Ida Lund"], columns=["Brand", "People", "Insights"], beyond=beyond)
    picture, points = made.data
    assert picture.z[0].tolist()[:2] == [pytest.approx(-2.4), 0]
    assert list(points.text) == ["▼ −2.4", "+1.9", "–"]
    assert list(points.hovertext) == ["−2.4 points, beyond noise", "+1.9 points, not beyond noise", "not known"]
