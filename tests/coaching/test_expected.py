"""How is it said where an expected value comes from?"""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.coaching.expected import reckoned
from dashboard.model.commitments import Commitment, Done, Judged, Outcome
from dashboard.model.pillars import Pillar

DAY = date(2026, 10, 19)
MADE = Commitment(
    "one", "ida", Pillar.INSIGHTS, "Three comments a day.", DAY, date(2026, 11, 2), start_value=15.5, done=Done.DONE
)
JUDGED = Judged(MADE, Outcome.NO_EFFECT, date(2026, 11, 2), 14.04, -1.5, -0.97, (-1.9, 0.0), usual=15.61)


def test_the_parts_add_up():
    """The own readings, the formula and the team mates: 15.6 - 1.2 + 0.6 = 15.0."""
    parts = replace(JUDGED, shift=-1.18, mates=0.55)
    assert reckoned(parts) == (
        "15.0 was to be expected: 15.6 from the readings before (the last 15.5, their mean of eight weeks 15.6), "
        "−1.2 by the change of the formula, +0.6 as the team mates moved."
    )
    assert parts.forecast == pytest.approx(14.04 + 0.97 + 1.18 - 0.55)


def test_one_part_is_said_once_and_why():
    """What made nothing of it is left out; between the last reading and the usual level it is on its way back."""
    back = replace(JUDGED, commitment=replace(MADE, start_value=14.0), value=15.0, net_change=0.2, usual=15.6)
    assert reckoned(back) == (
        "14.8 was to be expected from the readings before "
        "(the last 14.0, on its way back to 15.6, their mean of eight weeks)."
    )
    assert reckoned(replace(back, usual=None)) == "14.8 was to be expected from the readings before."
    assert reckoned(replace(back, net_change=None)) == ""


def test_a_trend_of_before_is_a_part_where_it_explains_what_came():
    """11.3 of which 1.0 is the rise of before; where it explains nothing it is only told."""
    risen = replace(JUDGED, commitment=replace(MADE, start_value=9.5), value=11.3, net_change=1.1, usual=8.1)
    assert reckoned(replace(risen, going_on=10.2, trend=1.0)) == (
        "10.2 was to be expected: 9.2 from the readings before (the last 9.5, their mean of eight weeks "
        "8.1), +1.0 as it was rising before."
    )
    assert reckoned(replace(risen, going_on=7.12)).endswith(" Going on as before it would stand at 7.1.")
