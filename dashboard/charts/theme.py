"""Which colours and manners do all pictures share?

The colours are the stand-ins of Streamlit's own plotly template: its front end replaces them by the colours of
.streamlit/config.toml, for light and for dark, without another run (tests/charts/test_theme.py watches over both ends).
Heat tables cannot use stand-ins; for them the two colour runs are repeated here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Literal

import plotly.graph_objects as go

from dashboard.model.pillars import PILLAR_MAX, PILLARS, TOTAL_MAX, Pillar

Mode = Literal["light", "dark"]

PILLAR_COLOURS: Mapping[Pillar, str] = dict(zip(PILLARS, ("#000001", "#000002", "#000003", "#000004"), strict=True))
MUTED, MAIN, FAINT, AHEAD, BEHIND, TRACK = "#000005", "#000006", "#000007", "#000008", "#000009", "#000010"
SEQUENTIAL = tuple(f"#0000{n}" for n in range(11, 21))
DIVERGING = tuple(f"#0000{n}" for n in range(21, 31))
TEXT, PAPER = "#000037", "#000038"

SYMBOLS: Mapping[Pillar, str] = dict(zip(PILLARS, ("circle", "square", "diamond", "triangle-up"), strict=True))
"""A second sign beside the colour, for readers who see colours differently."""

RUNS: Mapping[tuple[Mode, bool], tuple[str, ...]] = {
    ("light", False): (
        *("#F4F8FB", "#E7F0F7", "#DAE8F3", "#CDE1EE", "#C0D9EA"),
        *("#AFCEE4", "#9BC1DD", "#87B4D5", "#73A7CE", "#5E9AC6"),
    ),
    ("dark", False): (
        *("#1A232D", "#1D2B39", "#1F3345", "#213B52", "#22445E"),
        *("#254B6B", "#295276", "#2C5982", "#30608E", "#34679A"),
    ),
    ("light", True): (
        *("#DB8B33", "#E5AA6A", "#EEC899", "#F3DCBF", "#F6EEE3"),
        *("#E9EFF2", "#CEE0ED", "#AFCEE4", "#87B4D5", "#5E9AC6"),
    ),
    ("dark", True): (
        *("#925914", "#774D1C", "#5C4120", "#453829", "#2E2F30"),
        *("#23313F", "#243E57", "#254B6F", "#2C5984", "#34679A"),
    ),
}
"""The colours of a heat table by (mode, diverging); the same ten as in .streamlit/config.toml."""


STEP = 5.0


@dataclass(frozen=True)
class Scale:
    """From `low` to `high` points a colour run reaches; `ends` says both ends in words."""

    low: float
    high: float
    ends: tuple[str, str, str]
    diverging: bool = False

    @property
    def colours(self) -> tuple[str, ...]:
        """The ten stand-ins of the run."""
        return DIVERGING if self.diverging else SEQUENTIAL


PILLAR_SCORE = Scale(0.0, PILLAR_MAX, ("0 points", "", "25 points"))
TOTAL_SCORE = Scale(0.0, TOTAL_MAX, ("0 points", "", "100 points"))


def signed(points: float) -> str:
    """Return a change in points with its sign, one decimal.

    >>> signed(-1.25), signed(2), signed(0.01)
    ('−1.2', '+2.0', '0.0')
    """
    return "0.0" if abs(points) < 0.05 else f"{points:+.1f}".replace("-", "−")


def balanced(values: Sequence[float], least: float, ends: tuple[str, str, str]) -> Scale:
    """Return a diverging scale around zero that reaches the largest value, and at least `least` points.

    >>> balanced([-1.5, 0.2], 3, ("behind", "level", "ahead")).low
    -3.0
    """
    reach = max([float(least), *(abs(value) for value in values)])
    return Scale(-reach, reach, ends, diverging=True)


def around(values: Sequence[float], whole: Scale) -> Scale:
    """Return the part of a scale that the values use, in steps of five points: what moves is then seen to move.

    >>> around([41.2, 58.9], TOTAL_SCORE)
    Scale(low=40.0, high=60.0, ends=('40 points', '', '60 points'), diverging=False)
    """
    if not values:
        return whole
    low = max(whole.low, floor(min(values) / STEP) * STEP)
    high = min(whole.high, ceil(max(values) / STEP) * STEP)
    if low == high:
        return whole
    return Scale(low, high, (f"{low:.0f} points", "", f"{high:.0f} points"))


def figure(
    height: int,
    traces: Sequence[object],
    *,
    xaxis: Mapping[str, object] = {},
    yaxis: Mapping[str, object] = {},
    margin: Mapping[str, int] = {},
    **layout: object,
) -> go.Figure:
    """Return a figure of the house, `height` pixels tall: no template of plotly's and a frame that does not drag."""
    frame = {"fixedrange": True, "zeroline": False, "tickfont": {"color": TEXT}}
    base = {
        "template": {},
        "height": height,
        "dragmode": False,
        "showlegend": False,
        "font": {"color": TEXT},
        "margin": {"l": 0, "r": 8, "t": 8, "b": 0, "pad": 4, **margin},
        "xaxis": {**frame, **xaxis},
        "yaxis": {**frame, **yaxis},
    }
    return go.Figure(data=list(traces), layout={**base, **layout})
