"""Who is new on the desk, and who may have gone? Said where the week begins; nobody is taken off by it."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard.model.cards import Flag, RepCard, State
from dashboard.model.weeks import label
from dashboard.ui import go
from dashboard.ui.named import way
from dashboard.ui.say import plain, reps

MOST = 6
NEW = "First score in the week of {week}: too early to judge a change."
UNSCORED = "No score so far: ask for the score page once the seat is set up."
GONE = "Last score in the week of {week}; the team has been scored in two weeks or more since, and nothing is open."


def draw(cards: Sequence[RepCard]) -> None:
    """Draw who came and who may have gone; nothing where the team is as it was."""
    boxes = (("Perhaps left", "person_off", gone(cards), GONE), ("New on the desk", "person_add", new(cards), NEW))
    filled = [box for box in boxes if box[2]]
    if not filled:
        return
    with st.grid(2, min_column_width=280):
        for title, icon, found, words in filled:
            with st.container(border=True, height="stretch", gap="xsmall"):
                st.markdown(f":material/{icon}: **{title}**")
                _named(title, found, words)


def named(cards: Sequence[RepCard]) -> frozenset[str]:
    """Return the ids of the new who are named here."""
    return frozenset(card.rep_id for card in new(cards)[:MOST])


def gone(cards: Sequence[RepCard]) -> list[RepCard]:
    """Return who may have left, the longest gone first."""
    found = [card for card in cards if Flag.PERHAPS_LEFT in card.flags and card.last_scored]
    return sorted(found, key=lambda card: (card.last_scored or card.week, card.name.casefold()))


def new(cards: Sequence[RepCard]) -> list[RepCard]:
    """Return who came of late, the newest first, with or without a score."""
    away = (State.LEFT, State.ON_LEAVE)
    found = [card for card in cards if Flag.NEW_STARTER in card.flags and card.state not in away]
    return sorted(found, key=lambda card: (-first_week(card).toordinal(), card.name.casefold()))


def first_week(card: RepCard) -> date:
    """Return the week of a new starter's first score."""
    return next((week for week, total in card.trend if total is not None), card.week)


def _named(title: str, found: Sequence[RepCard], words: str) -> None:
    for card in found[:MOST]:
        week = card.last_scored if title == "Perhaps left" else first_week(card)
        with st.container(gap=None):
            way(title.partition(" ")[0].lower(), card.rep_id, card.name)
            unscored = title != "Perhaps left" and card.last_scored is None and card.total is None
            st.caption(UNSCORED if unscored else plain(words.format(week=label(week or card.week))))
    if len(found) > MOST:
        st.caption(f"and {reps(len(found) - MOST)} more")
    if title == "Perhaps left":
        go.link("import", "Say who has left or is on leave", "badge")
