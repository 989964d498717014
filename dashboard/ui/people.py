"""Under which names and e-mails is each rep known, and how does the manager part or join two people?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from dashboard.desk.people import Known, beforehand, hints, join, known, named, part, several, together
from dashboard.model.errors import DashboardError
from dashboard.store import history as stored
from dashboard.ui import cached, state
from dashboard.ui.cached import Desk
from dashboard.ui.say import plain, reps

WHO = "app"
OPEN, WHOM, WHICH, OTHER, INTO = "people_open", "people_rep", "people_spelling", "people_other", "people_into"
HINTS = 6
MOST = 2000
"""Among more reps than this nobody is found in a list; a team is chosen first (ours)."""


def people(at: Desk) -> None:
    """Draw who goes by more than one name, and the ways to part and to join people."""
    folded = st.expander(
        "Which names and e-mails are one person", icon=":material/contacts:", key=OPEN, on_change="rerun"
    )
    if not folded.open:
        return  # the list of names is made and sent only for who wants it
    with folded:
        team = None if stored.rep_count(at.engine) <= MOST else state.choice().team
        count = stored.rep_count(at.engine, team)
        if count > MOST:
            st.caption(f"{reps(count)} are in view: choose a team beside the page first.")
            return
        found = cached.made(at, "people", (), partial(known, at.engine, team))
        if not found:
            st.caption("Nobody is on the desk yet.")
            return
        _draw(at, found)
        _hint(cached.made(at, "people hints", (), partial(hints, at.engine, team)))


def _draw(at: Desk, found: Sequence[Known]) -> None:
    st.caption(
        "What you confirmed once is remembered here and not asked again. Parting and joining stand among the imports "
        "below, where each can be taken back; no value is lost."
    )
    names = named(found)
    more = several(found)
    if more:
        st.dataframe(_table(more), hide_index=True, placeholder="–", alt="Who goes by which names and e-mails")
        _part(at, {one.rep_id: one for one in more}, names)
    else:
        st.caption("Nobody goes by a second name or e-mail.")
    if len(found) > 1:
        _join(at, names)
        _beforehand(at, {one.rep_id: one for one in found})


def _hint(pairs: Sequence[tuple[str, str]]) -> None:
    """Name who may be one person by a short first name."""
    if pairs:
        told = "; ".join(f"{one} and {other}" for one, other in pairs[:HINTS])
        more = f"; and {len(pairs) - HINTS} more pairs" if len(pairs) > HINTS else ""
        st.caption(plain(f"Perhaps one person, by a short first name, and perhaps two: {told}{more}."))


def _table(more: Sequence[Known]) -> list[dict[str, str | None]]:
    """Return the lines of the table; where nobody has a team there is no column of teams."""
    lines = [_line(one) for one in more]
    said = [name for name in lines[0] if name != "Team" or any(line[name] for line in lines)]
    return [{name: line[name] for name in said} for line in lines]


def _line(one: Known) -> dict[str, str | None]:
    others = "; ".join(other for other in one.spellings if other != one.email)
    return {"Rep": one.name, "Other names": others or None, "E-mail": one.email, "Team": one.team}


def _part(at: Desk, more: Mapping[str, Known], names: Mapping[str, str]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        rep_id = _chosen("Rep", list(more), names, WHOM)
        spellings = more[rep_id].spellings if rep_id and rep_id in more else ()
        st.selectbox(
            "Name or e-mail of somebody else",
            spellings,
            index=None,
            key=WHICH,
            placeholder="Choose a spelling",
            width=280,
        )
        st.button("Part", key="people_part", icon=":material/call_split:", on_click=_parted, args=(at,))


def _join(at: Desk, names: Mapping[str, str]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _chosen("Rep", list(names), names, OTHER)
        _chosen("Is the same person as", list(names), names, INTO)
        st.button("Join", key="people_join", icon=":material/call_merge:", on_click=_joined, args=(at,))


def _beforehand(at: Desk, found: Mapping[str, Known]) -> None:
    """Say whose readings would count if the two who are chosen were joined."""
    one, into = (found.get(state.shown(key)) for key in (OTHER, INTO))
    said = beforehand(at.engine, one, into) if one and into else ""
    if said:
        st.caption(f":material/info: {plain(said)}")


def _chosen(label: str, ids: Sequence[str], names: Mapping[str, str], key: str) -> str | None:
    return st.selectbox(
        label,
        ids,
        index=None,
        format_func=lambda rep_id: plain(names[rep_id]),
        key=key,
        placeholder="Choose a rep",
        width=280,
    )


def _parted(at: Desk) -> None:
    """Part what is chosen; runs before the page does."""
    rep_id, spelling = state.shown(WHOM), state.shown(WHICH)
    if rep_id and spelling:
        _said(partial(_part_now, at, rep_id, spelling), (WHOM, WHICH))
    else:
        st.toast("Choose a rep, and which name or e-mail is somebody else.")


def _part_now(at: Desk, rep_id: str, spelling: str) -> str:
    """Part a name or an e-mail from a rep and return in words what was done, and what could not be."""
    done = part(at.engine, rep_id, spelling, who=WHO, at=datetime.now(UTC))
    return f"{done.record.files[0]}.{' ' + together(done.together) if done.together else ''}"


def _joined(at: Desk) -> None:
    """Join who is chosen; runs before the page does."""
    rep_id, into = state.shown(OTHER), state.shown(INTO)
    if rep_id and into:
        _said(partial(_join_now, at, rep_id, into), (OTHER, INTO))
    else:
        st.toast("Choose two reps; the second one keeps its name.")


def _join_now(at: Desk, rep_id: str, into: str) -> str:
    return f"{join(at.engine, rep_id, into, who=WHO, at=datetime.now(UTC)).files[0]}."


def _said(do: Callable[[], str], keys: Sequence[str]) -> None:
    """Do what was asked, say so, and empty the choices; a refusal is said as its sentence."""
    try:
        words = do()
    except DashboardError as refused:
        st.toast(plain(refused.sentence))
        return
    st.toast(plain(words), duration="long")
    for key in keys:
        state.show(key, None)
