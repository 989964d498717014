"""How far is a rep's 30-day plan, what is to do this week, and what pace is expected and seen?"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import streamlit as st

from dashboard.charts.pace import pace as pace_figure
from dashboard.coaching import pace
from dashboard.coaching.plan import Progress, dates, first_day, progress, start, tick_of
from dashboard.coaching.prompts import PER
from dashboard.coaching.shift_words import in_pace
from dashboard.coaching.step import LAST_DAY, WEEKS, Step
from dashboard.metrics.slope import slopes
from dashboard.model.cards import RepCard, State
from dashboard.model.pace import Slope
from dashboard.model.pillars import LABELS
from dashboard.model.weeks import label
from dashboard.store.ticks import tick, ticks
from dashboard.ui import cached, state
from dashboard.ui.cached import Desk
from dashboard.ui.pictures import picture
from dashboard.ui.say import plain

ABOUT = (
    f"{LAST_DAY} days, a few steps a week, for the rep's seat; in the last week only the two pillars furthest behind "
    "are held. Each step is ticked when it is done."
)


def draw(at: Desk, card: RepCard) -> None:
    """Draw a rep's plan: its weeks with ticks, and the pace; nothing for whoever has left."""
    steps = cached.playbook().plan
    if card.state is State.LEFT:
        return
    st.header("30-day plan", icon=":material/event_note:")
    today = datetime.now(UTC).astimezone().date()
    found = progress(card, steps, ticks(at.engine, card.rep_id), today) if steps else None
    if not steps:
        st.caption("The playbook has no plan: add [[plan]] entries to it, or put the file back as it came.")
    elif found is None:
        _offer(at, card, today)
    else:
        _weeks(at, card, found)
    _pace(at, card, found)


def _offer(at: Desk, card: RepCard, today: date) -> None:
    with st.container(border=True, gap="small"):
        st.markdown(ABOUT)
        _begin(at, card, today, "Begin the plan")


def _begin(at: Desk, card: RepCard, today: date, words: str) -> None:
    """Draw the button that begins a plan, today or, on a weekend, with the Monday after."""
    first = first_day(today)
    when = "today" if first == today else f"on Monday, {_day(first)}"
    begun = start(card.rep_id, first)
    st.button(f"{words} {when}", key="plan_begin", icon=":material/flag:", on_click=_keep, args=(at, begun, True))


def _keep(at: Desk, done: Any, on: bool) -> None:  # noqa: ANN401 # the store's Tick
    tick(at.engine, done, on, at=datetime.now(UTC))


def _weeks(at: Desk, card: RepCard, found: Progress) -> None:
    """Draw how far the plan is, the week it is in, and the others folded."""
    done, of = found.count(WEEKS)
    with st.container(border=True, gap="small"):
        st.progress(done / of if of else 0.0, text=f"{_far(found)} · {done} of {of} steps done")
        st.caption("Dates are working days, Monday to Friday.")
        for week in range(1, WEEKS + 1):
            _week(at, card, found, week)
        with st.popover("Begin again", icon=":material/restart_alt:", type="tertiary", key="plan_again"):
            st.markdown("A new plan begins with nothing ticked. What was ticked so far is kept.")
            _begin(at, card, found.began + timedelta(days=found.day - 1), "Begin again")
            st.button(
                "Take the start back",
                key="plan_back",
                help="For a plan begun by mistake: it is no longer shown.",
                on_click=_keep,
                args=(at, start(card.rep_id, found.began), False),
            )


def _far(found: Progress) -> str:
    """Return how far a plan is, in days."""
    if found.day < 1:
        return f"Begins {label(found.began)}"
    day = f"All {LAST_DAY} days are over" if found.over else f"Day {found.day} of {LAST_DAY}"
    return f"{day}, begun {label(found.began)}"


def _week(at: Desk, card: RepCard, found: Progress, week: int) -> None:
    steps = found.of(week)
    done = sum(step.id in found.done for step in steps)
    now = week == found.week and not found.over
    here = ", this week" if now and found.day >= 1 else ""
    title = f"Week {week}{here} · {done} of {len(steps)} done"
    folded = st.expander(title, expanded=now, key=f"plan_week_{card.rep_id}_{found.began}_{week}", on_change="rerun")
    if folded.open:
        with folded:
            for step in steps:
                _step(at, card, found, step)


def _step(at: Desk, card: RepCard, found: Progress, step: Step) -> None:
    key = f"plan_{card.rep_id}_{found.began}_{step.id}"
    state.show(key, step.id in found.done)
    with st.container(gap=None):
        st.checkbox(plain(step.text), key=key, on_change=_ticked, args=(at, card, found.began, step, key))
        first, last = dates(found.began, step)
        pillar = f"{LABELS[step.pillar]} · " if step.pillar else ""
        days = _day(first) if first == last else f"{_day(first)} to {_day(last)}"
        st.caption(f"{pillar}{days} · {step.minutes} minutes {PER[step.per]}")


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"


def _ticked(at: Desk, card: RepCard, began: date, step: Step, key: str) -> None:
    _keep(at, tick_of(card.rep_id, began, step), bool(state.shown(key)))


def _pace(at: Desk, card: RepCard, found: Progress | None) -> None:
    """Draw the pace others claim beside the rep's own; nothing without a score to start from."""
    if card.total is None:
        return
    slope = _slopes(at, card).get(card.rep_id)
    cuts = cached.settings(at).band_cuts
    began = pace.start_of(card.trend, found.began) if found else None
    with st.container(border=True, gap="small"):
        st.markdown("**Pace**")
        if found and began is not None:
            _figure(at, card, found, began)
        for said in _said(card, slope, cuts, found, began):
            st.markdown(plain(said))
        if slope and (moved := in_pace(cached.shown(at).team.shifts, card.week, slope.weeks)):
            st.caption(plain(moved))
        st.caption(plain(pace.claimed(card.total if began is None else began)))


def _said(
    card: RepCard, slope: Slope | None, cuts: tuple[float, float, float], found: Progress | None, began: float | None
) -> Sequence[str]:
    total = card.total or 0.0
    told = [pace.actual(slope), pace.next_band(total, slope, cuts)]
    day = (card.week - found.began).days + 1 if found else 0
    if began is not None and 1 < day <= LAST_DAY + 7:
        told.append(pace.so_far(began, total, min(day, LAST_DAY)))
    return [said for said in told if said]


def _figure(at: Desk, card: RepCard, found: Progress, began: float) -> None:
    claimed = [(found.began + timedelta(days=each.day), each.low, each.high) for each in pace.path(began)]
    figure = cached.made(
        at, "pace", (card.rep_id, found.began), lambda: pace_figure(card.trend, claimed, name=card.name)
    )
    picture(figure, f"Score of {card.name} beside what is claimed for thirty days of habits", key="picture_pace")


def _slopes(at: Desk, card: RepCard) -> dict[str, Slope]:
    told = cached.history(at, state.choice())
    return cached.made(at, "slopes", (), lambda: slopes(told, card.week, cached.settings(at)))
