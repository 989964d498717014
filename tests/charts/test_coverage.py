"""Is the map of coaching read without its colours?"""

from dashboard.charts.coverage import SAID, SHADES, SIGNS, coverage
from dashboard.metrics.coverage import Covered

WORDS = [["coached", "nothing"], ["skipped", "away"]]


def test_every_word_has_a_sign_a_shade_and_a_name():
    """No cell can be without one, and no two signs are alike."""
    assert {str(word) for word in Covered} == set(SIGNS) == set(SHADES) == set(SAID)
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_each_cell_has_its_sign_and_says_on_hover_what_it_means():
    """Row by row; nothing noted is an empty cell without a shade."""
    shades, signs = coverage(WORDS, rows=["Ida Lund", "Leo Brandt"], columns=["9 Nov", "16 Nov"]).data
    assert list(signs.text) == ["●", "", "○", "–"]
    assert list(signs.hovertext) == ["coached", "nothing noted", "skipped", "away"]
    assert shades.z[0][1] != shades.z[0][1]
