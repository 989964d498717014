"""Which reps and which week does the whole desk show? The filters that stand beside every page."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice
from typing import Literal

import streamlit as st

from dashboard.model.cards import RepCard
from dashboard.model.settings import Settings
from dashboard.model.weeks import label
from dashboard.ui import address, cached, go, say, state
from dashboard.ui.cached import Desk, Roster
from dashboard.ui.say import reps
from dashboard.ui.state import Choice

EVERYBODY = ""
"""The option for all teams, or all roles."""

MOST_TEAMS = 100
"""Beyond this many a list is searched, not scrolled; and it would be sent to the browser again on each click."""


_ASKED = ":material/link_off:"


def sidebar(at: Desk) -> Choice:
    """Draw the filters and return what they are set to; without data there is nothing to filter."""
    with st.sidebar:
        return _filters(at, cached.roster(at), cached.settings(at))


def _filters(at: Desk, roster: Roster, settings: Settings) -> Choice:
    team = pick("team", "Team", _teams(roster, settings), lambda name: name or "All teams", in_address=True)
    weeks = cached.weeks(at, team or None)
    if not weeks:
        return Choice(team or None, None, None)
    days = [day.isoformat() for day in weeks]
    week = pick("week", "Week", days, lambda day: label(date.fromisoformat(day)), in_address=True)
    roles = [EVERYBODY, *roster.roles]
    role = pick("role", "Role", roles, lambda name: name or "All roles") if len(roles) > 2 else EVERYBODY
    st.caption(f"{on_desk(roster.reps, roster.left)}, {say.weeks(len(weeks))} of history")
    return Choice(team or None, role or None, date.fromisoformat(week) if week else None)


def on_desk(known: int, left: int) -> str:
    """Return how many reps there are, those who left apart.

    >>> on_desk(10, 0), on_desk(10, 1)
    ('10 reps on the desk', '9 reps on the desk (1 left)')
    """
    return f"{reps(known - left)} on the desk{f' ({left:,} left)' if left else ''}"


def _teams(roster: Roster, settings: Settings) -> list[str]:
    """Return the teams to choose from; all at once only while a page stays quick and readable with them."""
    everybody = roster.reps <= settings.show_all_teams_up_to or not roster.teams
    return [*([EVERYBODY] if everybody else []), *_found(roster.teams)]


def _found(teams: Sequence[str]) -> list[str]:
    """Return the teams, or where they are too many for a list those with the letters asked for and the one chosen."""
    if len(teams) <= MOST_TEAMS:
        return list(teams)
    letters = (st.text_input("Find a team", key="filter_find", persist_state="session") or "").casefold()
    found = list(islice((team for team in teams if letters in team.casefold()), MOST_TEAMS))
    wishes = (st.query_params.get("team"), state.wish("team"))
    chosen = [wish for wish in wishes if wish is not None and wish in teams]
    return found + [team for team in chosen[:1] if team not in found]


def pick(
    name: str,
    title: str,
    options: Sequence[str],
    words: Callable[[str], str],
    *,
    in_address: bool = False,
    keep_first: bool = False,
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """Draw one select box that keeps its value over pages, and in the address if wanted; return the value.

    The value is an id; `words` says it to the reader. Unknown wishes fall back to the first option, which is not
    kept unless told so: who looks at the newest week sees the next one once it is there.
    """
    wished = address.wished(name) if in_address else None
    if wished is not None and wished not in options:
        st.warning(f"The link asks for {title.lower()} {say.plain(wished)}, which is not in view.", icon=_ASKED)
    wishes = [wish for wish in (wished, state.wish(name)) if wish is not None and wish in options]
    value = next(iter([*wishes, *options]), "")
    if len(options) > 1:
        key = f"filter_{name}"
        state.show(key, value)
        chosen = st.selectbox(
            title, options, format_func=words, key=key, on_change=state.take, args=(name, key), width=width
        )
        value = chosen if chosen is not None else value
    usual = not options or (value == options[0] and not (keep_first and value in wishes))
    state.wish_for(name, None if usual else value)
    if in_address:
        address.say(name, None if usual else value)
    return value


def rep(cards: Sequence[RepCard], width: int | Literal["stretch"] = "stretch") -> RepCard:
    """Draw the select box for one rep, carried in the address by id, and return the rep's card."""
    named = {card.rep_id: card for card in cards}
    labels = rep_labels(cards)
    chosen = pick(
        go.REP, "Rep", list(named), lambda rep_id: labels[rep_id], in_address=True, keep_first=True, width=width
    )
    return named[chosen]


def rep_labels(cards: Sequence[RepCard]) -> dict[str, str]:
    """Return a label per rep by id; where two share a name, the id tells them apart."""
    named = Counter(card.name for card in cards)
    return {card.rep_id: card.name if named[card.name] == 1 else f"{card.name} ({card.rep_id})" for card in cards}
