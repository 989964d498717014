"""Which pictures show one rep, and what stands in their place where there is nothing to draw?"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import streamlit as st

from dashboard.charts import pillars as bars
from dashboard.charts.trend import pillar_trend, total_trend
from dashboard.coaching.beside import ONLY_BACK, whom
from dashboard.coaching.points import signed
from dashboard.coaching.shift_words import WHY, by_week
from dashboard.coaching.span import aside, is_net
from dashboard.coaching.words import begun, own_change
from dashboard.metrics.history import History
from dashboard.metrics.scores import MEASURES
from dashboard.metrics.trend import trend as weekly
from dashboard.model.cards import PillarCard, RepCard, Shift, Verdict
from dashboard.model.pillars import LABELS, PILLARS
from dashboard.ui import absent, against, cached, state, talk
from dashboard.ui.cached import Desk
from dashboard.ui.judged import ARROWS
from dashboard.ui.pictures import picture
from dashboard.ui.say import listed, plain, weeks

MOST_WEEKS = 26
FIRST_WEEK = (
    "A line begins with the second week, a judged change with the fifth. "
    "Import earlier weeks if you have them; the order of the files does not matter."
)

JUDGED = (Verdict.UP, Verdict.DOWN, Verdict.STEADY, Verdict.WITH_TEAM)

Points = list[tuple[date, float | None]]
Series = Mapping[str, Points]


def pictures(at: Desk, card: RepCard, shifts: Sequence[Shift] = ()) -> None:
    """Draw the pillars and the weeks side by side; without any score, one box that says what is missing."""
    told = cached.history(at, state.choice())
    series = cached.made(at, "series", (card.rep_id,), lambda: _series(told, card))
    if not series:
        with st.container(border=True):
            _missing(card)
        return
    with st.grid(2, min_column_width=400):
        with _box(drawn=_scored(card)):
            _pillars(at, card)
        with _box(drawn=_length(series) > 1):
            _trend(at, card, series, by_week(shifts))


def _box(*, drawn: bool) -> Any:  # noqa: ANN401 # Streamlit's own container
    """Return one of the two boxes; words without a picture stand in its middle."""
    return st.container(border=True, height="stretch", vertical_alignment="top" if drawn else "center")


def _scored(card: RepCard) -> bool:
    return any(held.score is not None for held in card.pillars.values())


def _length(series: Series) -> int:
    """Return how many weeks the rep's lines are long."""
    return max(len(series[name]) for name in MEASURES)


def _missing(card: RepCard) -> None:
    """Say what is missing, since when, and what to do."""
    st.markdown(f"**{absent.title(card) or 'Only the total this week'}**")
    st.markdown(plain(absent.sentence(card) or absent.pillars(card)))


def _pillars(at: Desk, card: RepCard) -> None:
    """Draw the pillars against their baseline, or say why there are none."""
    if not _scored(card):
        _missing(card)
        return
    st.markdown("**Pillars against their baseline**")
    against.choose(at)
    weakest = card.weakest.pillar if card.weakest else None
    figure = cached.made(
        at,
        "pillars",
        (card.rep_id, against.basis(at)),
        lambda: bars.pillars(card.pillars, against=talk.against(card), weakest=weakest),
    )
    picture(figure, f"The four pillars of {card.name} against their baselines, points of 25", key="picture_pillars")
    held = any(pillar.baseline is not None for pillar in card.pillars.values())
    st.caption(f"Points of 25. Beside each: the score{' and its gap to the baseline' if held else ''}.")
    if told := moved(card):
        st.caption(plain(told))
    if other := against.said(at, card):
        st.caption(other)


def moved(card: RepCard) -> str:
    """Return each pillar's change over four weeks, with an arrow where it is beyond noise; empty if none is judged."""
    judged = [held for held in card.pillars.values() if held.verdict in JUDGED and own_change(held) is not None]
    if not judged:
        return ""
    net = f" net of {whom(card)}" if all(map(is_net, judged)) else ""
    noise = " Without an arrow: inside noise." if any(not (_arrow(held) or held.back) for held in judged) else ""
    return f"Four weeks{net}: {', '.join(map(_change, judged))}.{noise}"


def _change(held: PillarCard) -> str:
    """Return a pillar's change, with an arrow where it is beyond noise, or that it only came back."""
    back = f" ({ONLY_BACK})" if held.back and not _arrow(held) else ""
    return f"{LABELS[held.pillar].lower()} {_arrow(held)}{signed(own_change(held) or 0.0)}{aside(held)}{back}"


def _arrow(held: PillarCard) -> str:
    return ARROWS.get(held.verdict, "")


def _trend(at: Desk, card: RepCard, series: Series, shifts: Mapping[date, str]) -> None:
    """Draw the weeks: the total beside the team's median, or the four pillars."""
    shown = _length(series)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"**Score over {weeks(shown)}**" if shown > 1 else "**One week so far**", width="content")
        apart = _can_part(series, shown) and st.toggle("Pillars apart", key="trend_apart", persist_state="session")
    if shown == 1:
        st.markdown(FIRST_WEEK)
    elif apart:
        figure = cached.made(at, "pillar trend", (card.rep_id,), lambda: _apart(series, tuple(shifts)))
        picture(figure, f"The four pillars of {card.name} over the weeks", key="picture_pillar_trend")
    else:
        figure = cached.made(at, "total", (card.rep_id,), lambda: _total(series, card, tuple(shifts)))
        beside = " beside the team's median" if "team_total" in series else ""
        picture(figure, f"Score of {card.name} over the weeks{beside}", key="picture_total")
    if shown > 1:
        _told(series["total"][0][0], shifts)
        if told := came_back(card):
            st.caption(told)


def _told(first: date, shifts: Mapping[date, str]) -> None:
    """Say of each marked week how the team moved."""
    told = [sentence for week, sentence in shifts.items() if week >= first]
    if told:
        st.caption(plain(f"≈ {' '.join(told)} {WHY}"))


def came_back(card: RepCard) -> str:
    """Return what only came back to where it was, beside the line that shows it; empty where nothing did."""
    steady = {"the total": card, **{LABELS[held.pillar].lower(): held for held in card.pillars.values()}}
    found = [name for name, held in steady.items() if held.back and held.verdict is Verdict.STEADY]
    were = "it was" if len(found) == 1 else "they were"
    names = begun(listed(found, most=len(steady)))
    return f"{names} only came back to where {were} before a dip or a spike." if found else ""


def _can_part(series: Series, shown: int) -> bool:
    """Tell whether there are pillars to draw as lines."""
    return shown > 1 and any(value is not None for pillar in PILLARS for _, value in series[pillar])


def _total(series: Series, card: RepCard, shifts: Sequence[date]) -> Any:  # noqa: ANN401 # plotly is known in charts only
    return total_trend(series["total"], series.get("team_total", ()), name=card.name, shifts=shifts)


def _apart(series: Series, shifts: Sequence[date]) -> Any:  # noqa: ANN401 # as above
    return pillar_trend({pillar: series[pillar] for pillar in PILLARS}, shifts=shifts)


def _series(told: History, card: RepCard) -> dict[str, Points]:
    """Return every measure of the rep and of the team from the rep's first known week on, at most half a year.

    Empty where the rep has no score in that time.
    """
    days = [card.week - timedelta(weeks=back) for back in range(MOST_WEEKS - 1, -1, -1)]
    table = weekly(told, card.rep_id, days)
    known = table[list(MEASURES)].notna().any(axis=1).tolist()
    if not any(known):
        return {}
    first, columns = known.index(True), table.columns if _has_mates(told, card) else MEASURES
    return {str(name): _points(table[name].tolist()[first:], days[first:]) for name in columns}


def _has_mates(told: History, card: RepCard) -> bool:
    """Tell whether a team's median is more than the rep's own score."""
    own = told.teams[told.reps["rep_id"].eq(card.rep_id).to_numpy()]
    return bool((told.teams == own[:1]).sum() > 1)


def _points(values: list[float], days: list[date]) -> Points:
    """Return a line; None where nothing was read."""
    return [(day, None if value != value else value) for day, value in zip(days, values, strict=True)]
