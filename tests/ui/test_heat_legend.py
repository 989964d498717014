"""Is it said what the colours of a heatmap mean?"""

from datetime import date

import pandas as pd
import pytest

from dashboard.metrics.heatmap import Measure
from dashboard.model.carried import Carried
from dashboard.ui.heat_legend import LEGENDS, colours_of

MOVED = pd.DataFrame({"brand_carried": [None, Carried(-1.1, (date(2026, 11, 2),))]})


@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_has_a_legend(measure: Measure):
    """And none of another one."""
    assert colours_of(pd.DataFrame({"name": []}), measure).startswith(LEGENDS[measure][:20])


def test_gaps_say_which_baselines_a_shift_has_moved():
    """Only where gaps are shown."""
    assert "Baselines older than the formula's shift of 2 Nov 2026 are moved by it" in colours_of(MOVED, Measure.GAP)
    assert "formula" not in colours_of(MOVED, Measure.SCORE)
