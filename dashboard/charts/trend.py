"""How has a score moved over the weeks? A gap in the line is a week without a reading, never a zero."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import plotly.graph_objects as go

from dashboard.charts.theme import FAINT, MAIN, PILLAR_COLOURS, SYMBOLS, figure
from dashboard.model.pillars import LABELS, PILLAR_MAX, PILLARS, TOTAL_MAX, Pillar

Line = Sequence[tuple[date, float | None]]
HEIGHT = 280
LEGEND = {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"}


def total_trend(rep: Line, peers: Line = (), *, name: str, peers_name: str = "Team median") -> go.Figure:
    """Return a rep's total (0-100 points) over the weeks, with the median of the peers behind it."""
    behind = _line(every_week(peers), peers_name, FAINT, dash="dot", mode="lines")
    front = _line(every_week(rep), name, MAIN, mode="lines+markers")
    return _over_weeks([behind, front] if peers else [front], _range([*rep, *peers], TOTAL_MAX, 10.0))


def pillar_trend(lines: Mapping[Pillar, Line]) -> go.Figure:
    """Return the four pillars (0-25 points each) over the weeks, told apart by colour and by sign."""
    drawn = [
        _line(every_week(lines[pillar]), LABELS[pillar], PILLAR_COLOURS[pillar], symbol=SYMBOLS[pillar])
        for pillar in PILLARS
        if pillar in lines
    ]
    return _over_weeks(drawn, [0.0, PILLAR_MAX])


def every_week(line: Line) -> list[tuple[date, float | None]]:
    """Return the line with every week from its first to its last, None where there was no reading.

    >>> every_week([(date(2026, 11, 2), 40.0), (date(2026, 11, 16), 42.0)])[1]
    (datetime.date(2026, 11, 9), None)
    """
    known = dict(line)
    if not known:
        return []
    weeks = (max(known) - min(known)).days // 7 + 1
    return [(day, known.get(day)) for day in (min(known) + timedelta(weeks=number) for number in range(weeks))]


def _line(
    points: Line, name: str, colour: str, *, dash: str = "solid", mode: str = "lines+markers", symbol: str = "circle"
) -> go.Scatter:
    """Return one line of weekly points."""
    return go.Scatter(
        x=[week for week, _ in points],
        y=[value for _, value in points],
        name=name,
        mode=mode,
        connectgaps=False,
        line={"color": colour, "width": 2, "dash": dash},
        marker={"color": colour, "size": 6, "symbol": symbol},
        hovertemplate="%{x|%-d %b %Y}: %{y:.1f}",
    )


def _range(line: Line, most: float, room: float) -> list[float]:
    """Return an axis range that holds every value with some room, inside 0 and `most`."""
    values = [value for _, value in line if value is not None]
    if not values:
        return [0.0, most]
    return [max(0.0, min(values) - room), min(most, max(values) + room)]


def _over_weeks(traces: Sequence[go.Scatter], reach: Sequence[float]) -> go.Figure:
    """Return the figure of lines over weeks."""
    return figure(
        HEIGHT,
        traces,
        xaxis={"tickformat": "%-d %b", "ticks": "", "nticks": 8},
        yaxis={"range": list(reach), "ticks": "", "title": {"text": "Points"}},
        margin={"t": 32},
        showlegend=True,
        legend=LEGEND,
        hovermode="x unified",
    )
