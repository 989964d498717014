"""Does the heatmap say what the table says, cell by cell?"""

import pandas as pd

from dashboard.charts.heatmap import heatmap
from dashboard.charts.theme import PILLAR_SCORE, balanced

NAN = float("nan")
SCORES = pd.DataFrame([[11.8, NAN], [13.2, 4.4]], columns=["brand", "people"])
ROWS, COLUMNS = ["Ida Lund", "Ida Lund"], ["Brand", "People"]


def test_every_cell_can_be_clicked_and_says_what_it_is():
    """Each cell has a bar over it that carries its place, and a hover with rep, pillar and points."""
    bars = heatmap(SCORES, PILLAR_SCORE, rows=ROWS, columns=COLUMNS).data[1]
    assert [tuple(place) for place in bars.customdata] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert bars.hovertext[2] == "Ida Lund<br>Brand: 13.2 points"


def test_missing_is_a_dash_and_not_a_zero():
    """A cell without a number has no colour, a dash, and says so on hover."""
    picture, bars = heatmap(SCORES, PILLAR_SCORE, rows=ROWS, columns=COLUMNS).data
    assert picture.z[0][1] != picture.z[0][1]
    assert picture.text[0][1] == ""
    assert list(bars.text) == ["", "–", "", ""]
    assert bars.hovertext[1] == "Ida Lund<br>People: not known"


def test_two_reps_of_one_name_keep_two_rows():
    """Rows are counted, names are only their labels."""
    figure = heatmap(SCORES, PILLAR_SCORE, rows=ROWS, columns=COLUMNS)
    assert list(figure.layout.yaxis.tickvals) == [0, 1]
    assert list(figure.layout.yaxis.ticktext) == ROWS


def test_gaps_are_written_with_their_sign():
    """On a scale around zero every number carries its sign."""
    gaps = pd.DataFrame([[-1.4, 2.0]])
    scale = balanced([-1.4, 2.0], 5, ("behind", "level", "ahead"))
    picture = heatmap(gaps, scale, rows=["Ida Lund"], columns=COLUMNS).data[0]
    assert list(picture.text[0]) == ["−1.4", "+2.0"]
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
    assert heatmap(wide, PILLAR_SCORE, rows=["x"], columns=["w"] * 14).data[0].text is None
    assert heatmap(wide.iloc[:, :13], PILLAR_SCORE, rows=["x"], columns=["w"] * 13).data[0].text[0][0] == "40"


def test_no_rows_make_an_empty_picture():
    """A table without rows is drawn without an error."""
    assert heatmap(SCORES.iloc[:0], PILLAR_SCORE, rows=[], columns=COLUMNS).layout.height > 0
