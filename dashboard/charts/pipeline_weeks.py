"""How did one rep's pipeline run in one currency? Open and won money against the quota, meetings below."""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from dashboard.charts.theme import AHEAD, FAINT, MAIN, MUTED, TEXT, figure
from dashboard.charts.trend import DOTS_UP_TO, LEGEND, WEEK, every_week, week_ticks
from dashboard.model.cards import PipelineCard

HEIGHT, WITHOUT_MEETINGS = 320, 240
MONEY_DOMAIN, MEETINGS_DOMAIN = [0.34, 1.0], [0.0, 0.22]
"""Shares of the height: money above, meetings below."""


def pipeline_weeks(lines: Sequence[PipelineCard]) -> go.Figure:
    """Return the weeks of one currency, oldest first; a gap is a week without a file, never a zero."""
    weeks = [line.week for line in lines]
    named, texts = week_ticks(weeks)
    met = any(line.meetings is not None for line in lines)
    ticks = {"tickvals": [day.isoformat() for day in named], "ticktext": texts, "ticks": ""}
    return figure(
        HEIGHT if met else WITHOUT_MEETINGS,
        [*_money(lines), *([_meetings(lines)] if met else [])],
        xaxis={"type": "date", **ticks, "hoverformat": "%-d %b %Y", "anchor": "y2" if met else "y"},
        yaxis={"rangemode": "tozero", "ticks": "", "tickformat": "~s", "nticks": 5, **_upper(met=met)},
        margin={"t": 32},
        showlegend=True,
        legend=LEGEND,
        hovermode="x unified",
        bargap=0.4,
        **(_lower() if met else {}),
    )


def _upper(*, met: bool) -> dict[str, object]:
    return {"domain": MONEY_DOMAIN} if met else {}


def _lower() -> dict[str, object]:
    """Return the axis of the meetings, with its name where it is read: above the bars."""
    axis = {"domain": MEETINGS_DOMAIN, "rangemode": "tozero", "ticks": "", "nticks": 3, "fixedrange": True}
    title = {"text": "Meetings a week", "x": 0, "y": MEETINGS_DOMAIN[1], "xref": "paper", "yref": "paper"}
    place = {"xanchor": "left", "yanchor": "bottom", "showarrow": False, "font": {"color": MUTED, "size": 12}}
    return {"yaxis2": {**axis, "tickfont": {"color": TEXT}}, "annotations": [{**title, **place}]}


def _money(lines: Sequence[PipelineCard]) -> list[go.Scatter]:
    """Return the lines of the money that is known at all; the quota is dotted."""
    drawn = (("Open", "open_pipeline", MAIN, "solid"), ("Won", "won", AHEAD, "dash"), ("Quota", "quota", FAINT, "dot"))
    return [
        _line([(line.week, getattr(line, field)) for line in lines], name, colour, dash)
        for name, field, colour, dash in drawn
        if any(getattr(line, field) is not None for line in lines)
    ]


def _line(points: Sequence[tuple[date, float | None]], name: str, colour: str, dash: str) -> go.Scatter:
    whole = every_week(points)
    marks = name != "Quota"
    return go.Scatter(
        x0=whole[0][0].isoformat(),
        dx=WEEK,
        y=[value for _, value in whole],
        name=name,
        mode="lines+markers" if marks else "lines",
        line={"color": colour, "width": 2, "dash": dash},
        marker={"size": 5 if len(whole) <= DOTS_UP_TO else 3} if marks else None,
        hovertemplate="%{y:,.0f}",
    )


def _meetings(lines: Sequence[PipelineCard]) -> go.Bar:
    known = [line for line in lines if line.meetings is not None]
    return go.Bar(
        x=[line.week.isoformat() for line in known],
        y=[line.meetings for line in known],
        name="Meetings",
        yaxis="y2",
        marker={"color": FAINT},
        hovertemplate="%{y:.0f}",
        showlegend=False,
    )
