"""What stands on the first page: the week in four numbers, whom to talk to, who moved?"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import streamlit as st

from dashboard.charts.leaderboard import BACK, only_back, told_over_others
from dashboard.charts.leaderboard import movers as movers_figure
from dashboard.coaching import mentors
from dashboard.coaching.beside import groups
from dashboard.coaching.queue import FIRST
from dashboard.coaching.shift_words import WHY, by_week, recent
from dashboard.coaching.words import shifted
from dashboard.desk.review import WeekReview
from dashboard.exports.amounts import points
from dashboard.metrics.team import Freshness
from dashboard.model.cards import Reason, RepCard, TeamCard
from dashboard.model.weeks import label
from dashboard.ui import cached, go, kpi, why
from dashboard.ui.absent import STATES
from dashboard.ui.cached import Desk
from dashboard.ui.pictures import picture
from dashboard.ui.say import listed, plain, reps, weeks

MOST_BARS = 12


def numbers(review: WeekReview) -> None:
    """Draw the week in four numbers."""
    team, fresh, moved = review.team, review.freshness, review.movers
    up, down = len(moved.up), len(moved.down)
    with st.grid(4, min_column_width=160):
        middle = "SSI" if team.scored == 1 else "Median SSI"
        kpi.card(middle, points(team.median_total), _change(team), MIDDLE)
        kpi.card("Scored this week", f"{fresh.scored} of {fresh.expected}", _waiting(fresh), _excused(fresh))
        judged = any(card.change_4w is not None for card in review.cards)
        told = _moved(up, down, len(moved.with_team)) if judged else "no scores of four weeks before"
        kpi.card("Moved on their own", str(up + down) if judged else "–", told, MOVED)
        today = datetime.now(UTC).astimezone().date()
        kpi.card("Newest reading", _day(fresh.newest, today), _age(fresh.newest, today))


MIDDLE = (
    "The middle of the reps with a score. How far the middle rep moved is the median of the reps' own changes over "
    "four weeks. That is not the difference of two medians: those also shift when somebody joins, leaves or is missing."
)
MOVED = (
    "Reps whose score changed by more than noise in four weeks, also with what the others moved taken out. Who moved "
    "only with the whole team is not counted: that is more likely LinkedIn's doing than the rep's."
)


def _change(team: TeamCard) -> str:
    """Return the change of the median in words."""
    if team.median_change_4w is None:
        return f"of 100 points; {weeks(team.weeks_of_history)} of history"
    alone = "" if team.scored == 1 else "the middle rep moved "
    move = shifted(team.median_change_4w).removesuffix(" points")
    said = f"{alone}{move}" if move != "no change" or not alone else "the middle rep did not move"
    return f"of 100 points; {said} in four weeks"


def _waiting(fresh: Freshness) -> str:
    """Return whose score is missing, by name where they are few, and how many are not waited for."""
    names = [card.name for card in fresh.waiting]
    missing = f"no score from {listed(names, most=2)}" if names else "nobody is missing"
    excused = f"; {len(fresh.excused)} not expected" if fresh.excused else ""
    return f"{missing}{excused}" if fresh.expected else f"nobody is expected{excused}"


def _excused(fresh: Freshness) -> str:
    """Return who is expected, and who is not and why."""
    said = "Expected is everybody who has not left, is not on leave and is onboarded."
    names = [f"{card.name} ({STATES[card.state]})" for card in fresh.excused]
    return f"{said} Not expected: {listed(names)}." if names else said


def _moved(up: int, down: int, with_team: int) -> str:
    """Return who moved, in counts.

    >>> _moved(3, 1, 2), _moved(1, 0, 0), _moved(0, 0, 1)
    ('3 up, 1 down; another 2 only with the whole team', '1 up', 'nobody; 1 only with the whole team')
    """
    own = ", ".join(f"{count} {way}" for way, count in {"up": up, "down": down}.items() if count)
    also = f"; {'another ' if own else ''}{with_team} only with the whole team" if with_team else ""
    return f"{own or 'nobody'}{also}"


def _day(day: date | None, today: date) -> str:
    """Return a day, without the year where it is this one.

    >>> _day(date(2026, 11, 16), date(2026, 11, 18)), _day(date(2025, 12, 29), date(2026, 1, 5)), _day(None, date.min)
    ('16 Nov', '29 Dec 2025', '–')
    """
    if day is None:
        return "–"
    return f"{day.day} {day:%b}" if day.year == today.year else label(day)


def _age(day: date | None, today: date) -> str:
    """Return how old a reading is.

    >>> _age(date(2026, 11, 16), date(2026, 11, 18)), _age(None, date(2026, 11, 18))
    ('2 days ago', 'no reading yet')
    """
    if day is None:
        return "no reading yet"
    days = (today - day).days
    return {0: "today", 1: "yesterday"}.get(days, f"{days:,} days ago" if days > 0 else "lies ahead of today")


def shifts(team: TeamCard) -> None:
    """Say where most of the team moved together of late, which is no rep's doing."""
    for sentence in by_week(recent(team.shifts, team.week)).values():
        st.info(plain(f"{sentence} {WHY}"), icon=":material/waves:")


def talk_to(review: WeekReview) -> None:
    """Draw the (at most three) reps to talk to first, each with its reason and a way to the rep."""
    alone = len(review.queue.coach) == 1
    st.header(FIRST.capitalize(), icon=":material/forum:")
    if not review.queue.coach:
        st.caption("Nobody has to be first this week: nothing beyond noise calls for a talk.")
        return
    cards = {card.rep_id: card for card in review.cards}
    with st.grid(3, min_column_width=280):
        for place, reason in enumerate(review.queue.coach, start=1):
            card = cards[reason.rep_id]
            help_from = mentors.in_words(card, review.mentors.get(card.rep_id))
            _reason(reason, card, "" if alone else f"{place}. ", help_from)


def _reason(reason: Reason, card: RepCard, place: str, more: str) -> None:
    with st.container(border=True, height="stretch", gap="small"):
        st.markdown(f"**{place}{plain(reason.name)}**")
        st.markdown(plain(reason.reason))
        about = [
            card.team,
            f"SSI {points(card.total)}" if card.total is not None else "",
            card.band and f"band {card.band}",
        ]
        st.caption(plain(" · ".join(part for part in about if part)))
        st.space("stretch")
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.button(
                "Prepare the talk",
                key=f"coach_{reason.rep_id}",
                icon=":material/arrow_forward:",
                on_click=go.to_rep,
                args=(reason.rep_id,),
            )
            why.opened(reason, "coach", more)


def moved(at: Desk, review: WeekReview) -> None:
    """Draw who moved, against the team's own move."""
    with st.container(border=True, height="stretch"):
        shown = _furthest(review.cards)
        group = groups(card.compared_with for card in shown)
        st.markdown(f"**Who moved in four weeks, net of {group}**")
        if not shown:
            st.caption("Nothing to compare yet: that takes scores of four weeks before, and more than one rep.")
            return
        alt = f"Change over four weeks of {reps(len(shown))}, in points net of the median change of {group}"
        figure = cached.made(at, "movers", (), lambda: movers_figure(shown))
        picture(figure, alt, key="picture_movers")
        st.caption(_greys(shown))


def _greys(shown: Sequence[RepCard]) -> str:
    """Return what the colours of the bars mean, and a word that stands beside some of them."""
    said = "Points beyond what the others moved. Grey is within noise, or mostly the move of all"
    back = f"; {BACK} is no change of its own but back to where it was before a dip or a spike"
    other = "; what moved beyond noise over other weeks has points and weeks in brackets"
    also = f"{back if any(map(only_back, shown)) else ''}{other if any(map(told_over_others, shown)) else ''}"
    return f"{said}{also}."


def _furthest(cards: Sequence[RepCard]) -> list[RepCard]:
    """Return the reps who moved furthest in either direction, best first."""
    known = [card for card in cards if card.net_change_4w is not None]
    furthest = sorted(known, key=lambda card: -abs(card.net_change_4w or 0.0))[:MOST_BARS]
    return sorted(furthest, key=lambda card: -(card.net_change_4w or 0.0))
