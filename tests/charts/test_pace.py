"""Is what is claimed an area, and the rep's own the only line in front?"""

from datetime import date

from dashboard.charts.pace import pace
from dashboard.charts.theme import MAIN

LINE = [(date(2026, 11, 2), 47.0), (date(2026, 11, 9), None), (date(2026, 11, 16), 48.2)]
CLAIM = [(date(2026, 11, 2), 47.0, 47.0), (date(2026, 12, 2), 62.0, 72.0)]


def test_the_claim_is_an_area_behind_the_line():
    """Two edges with the room between them filled, then the rep; weeks without a reading are no points."""
    low, high, own = pace(LINE, CLAIM, name="Ida Lund").data
    assert (high.fill, high.name, low.showlegend) == ("tonexty", "Claimed by others", False)
    assert (own.name, own.line.color, list(own.y)) == ("Ida Lund", MAIN, [47.0, 48.2])


def test_the_axis_holds_both():
    """From two points below the lowest to two above the highest, inside the scale."""
    assert list(pace(LINE, CLAIM, name="Ida").layout.yaxis.range) == [45.0, 74.0]
    high = [(date(2026, 11, 2), 95.0, 95.0), (date(2026, 12, 2), 100.0, 100.0)]
    assert list(pace([], high, name="Ida").layout.yaxis.range) == [93.0, 100.0]
