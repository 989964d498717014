"""What do the colours of a heatmap of reps by pillar mean?"""

import pandas as pd

from dashboard.coaching.against import in_gaps
from dashboard.coaching.beside import TEAM, groups
from dashboard.metrics.heatmap import Measure
from dashboard.model.pillars import PILLARS

LEGENDS: dict[Measure, str] = {
    Measure.SCORE: "Points of 25. The stronger the blue, the higher the score.",
    Measure.GAP: "Points above (blue) or below (orange) the baseline each rep is held against.",
    Measure.CHANGE_4W: "Points gained (▲ blue) or lost (▼ orange) in four weeks, net of {group}. "
    "Grey is inside noise, or too early to judge: nothing to act on.",
}


def colours_of(table: pd.DataFrame, measure: Measure) -> str:
    """Return what the colours of a measure mean, with whom changes are compared, and which baselines have moved."""
    said = LEGENDS[measure].format(group=groups(table["compared_with"]) if "compared_with" in table else TEAM)
    columns = [f"{pillar}_carried" for pillar in PILLARS if measure is Measure.GAP]
    return f"{said} {in_gaps(one for name in columns if name in table for one in table[name])}".rstrip()
