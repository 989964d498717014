"""How has a score moved over the weeks? A gap in the line is a week without a reading, never a zero."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import plotly.graph_objects as go

from dashboard.charts.theme import FAINT, MAIN, MUTED, PILLAR_COLOURS, SYMBOLS, figure
from dashboard.model.pillars import LABELS, PILLAR_MAX, PILLARS, TOTAL_MAX, Pillar

Line = Sequence[tuple[date, float | None]]
HEIGHT = 280
WEEK = 7 * 24 * 60 * 60 * 1000
"""Milliseconds, the unit of a date axis."""

STEPS = (1, 2, 4, 8, 13, 16, 26, 52)
MOST_TICKS = 7
"""So many short dates stand side by side on a telephone; beyond, every second, fourth ... week is named."""

DOTS_UP_TO = 30
"""Weeks; beyond, dots are smaller, so that a line is still seen as one."""

MARK = "≈ all moved"
"""What stands at a week in which most of the team moved together."""

LEGEND = {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"}


def total_trend(
    rep: Line, peers: Line = (), *, name: str, peers_name: str = "Team median", shifts: Sequence[date] = ()
) -> go.Figure:
    """Return a rep's total (0-100 points) over the weeks, with the median of the peers behind it.

    `shifts` are the weeks in which most of the team moved together.
    """
    front = _line(every_week(rep), name, MAIN)
    behind = [_line(every_week(peers), peers_name, FAINT, dash="dot", mode="lines")] if peers else []
    points = [*rep, *peers]
    return _over_weeks([*behind, front], [week for week, _ in points], _range(points, TOTAL_MAX, 10.0), shifts)


def pillar_trend(lines: Mapping[Pillar, Line], *, shifts: Sequence[date] = ()) -> go.Figure:
    """Return the four pillars (0-25 points each) over the weeks, told apart by colour and by sign."""
    drawn = [
        _line(every_week(lines[pillar]), LABELS[pillar], PILLAR_COLOURS[pillar], symbol=SYMBOLS[pillar])
        for pillar in PILLARS
        if pillar in lines
    ]
    return _over_weeks(drawn, [week for line in lines.values() for week, _ in line], [0.0, PILLAR_MAX], shifts)


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


def week_ticks(weeks: Sequence[date]) -> tuple[list[date], list[str]]:
    """Return the Mondays to name on the axis, the newest always among them, and how each is written.

    The year stands under the first one named and under the first of each later year, where there is more than one year.

    >>> week_ticks([date(2026, 11, 9), date(2026, 11, 16)])[1]
    ['9 Nov', '16 Nov']
    """
    spread = (max(weeks) - min(weeks)).days // 7 + 1 if weeks else 0
    step = next(each for each in STEPS if spread <= MOST_TICKS * each or each == STEPS[-1])
    named = [max(weeks) - timedelta(weeks=back) for back in range(0, spread, step)][::-1]
    years = [None, *(day.year for day in named)]
    turns = [len({*years[1:]}) > 1 and day.year != before for day, before in zip(named, years, strict=False)]
    return named, [
        f"{day.day} {day:%b}" + (f"<br>{day.year}" if turn else "") for day, turn in zip(named, turns, strict=True)
    ]


def _line(
    points: Line, name: str, colour: str, *, dash: str = "solid", mode: str = "lines+markers", symbol: str = "circle"
) -> go.Scatter:
    """Return one line of weekly points; the weeks are told by the first one and the step between them."""
    return go.Scatter(
        x0=points[0][0].isoformat() if points else None,
        dx=WEEK,
        y=[None if value is None else round(value, 2) for _, value in points],
        name=name,
        mode=mode,
        line={"color": colour, "width": 2, "dash": dash},
        marker={"size": 6 if len(points) <= DOTS_UP_TO else 4, "symbol": symbol} if "markers" in mode else None,
        hovertemplate="%{y:.1f}",
    )


def _range(line: Line, most: float, room: float) -> list[float]:
    """Return an axis range that holds every value with some room, inside 0 and `most`."""
    values = [value for _, value in line if value is not None]
    if not values:
        return [0.0, most]
    return [max(0.0, min(values) - room), min(most, max(values) + room)]


def _over_weeks(
    traces: Sequence[go.Scatter], weeks: Sequence[date], reach: Sequence[float], shifts: Sequence[date]
) -> go.Figure:
    """Return the figure of lines over weeks, with a mark at each week of a shift that is among them."""
    named, texts = week_ticks(weeks)
    inside = [week for week in shifts if weeks and min(weeks) <= week <= max(weeks)]
    return figure(
        HEIGHT,
        traces,
        xaxis={
            "type": "date",
            "tickvals": [day.isoformat() for day in named],
            "ticktext": texts,
            "hoverformat": "%-d %b %Y",
            "ticks": "",
        },
        yaxis={"range": list(reach), "ticks": "", "title": {"text": "Points"}},
        margin={"t": 32},
        showlegend=True,
        legend=LEGEND,
        hovermode="x unified",
        shapes=[_line_at(week) for week in inside],
        annotations=[_mark(week, max(weeks)) for week in inside],
    )


def _line_at(week: date) -> dict[str, object]:
    """Return the faint upright line at a week."""
    ends = {"x0": week.isoformat(), "x1": week.isoformat(), "y0": 0, "y1": 1, "yref": "paper"}
    return {"type": "line", **ends, "line": {"color": MUTED, "dash": "dot", "width": 1}, "layer": "below"}


def _mark(week: date, newest: date) -> dict[str, object]:
    """Return the word at such a line, at its foot and on the side where there is room."""
    left = (newest - week).days > 7 * DOTS_UP_TO // 5
    return {
        "x": week.isoformat(),
        "y": 0,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": "left" if left else "right",
        "text": MARK,
        "showarrow": False,
        "font": {"color": MUTED, "size": 12},
    }
