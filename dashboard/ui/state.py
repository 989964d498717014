"""What does one open tab remember between two runs? The only place that knows the keys of the session.

Only plain values are kept. What a filter was last set to is kept apart from the widget that shows it, because a
widget forgets its value when its page is left, and because the address bar may wish for another one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

import streamlit as st

CHOICE, ASKED, UPLOADS, ANSWERS, EDITS = "_choice", "_asked", "_uploads", "_answers", "_edits"
DONE, MARK, OPENED = "_done", "_mark", "_opened"


@dataclass(frozen=True)
class Choice:
    """What the sidebar is set to: team and role (None = all), and the week (None = nothing on the desk)."""

    team: str | None
    role: str | None
    week: date | None


@dataclass(frozen=True)
class Upload:
    """One file as it was handed over, kept because an uploader forgets it when its page is left."""

    name: str
    content: bytes
    modified: date | None = None

    @cached_property
    def digest(self) -> str:
        """What tells this content from another one."""
        return sha256(self.content).hexdigest()


def choice() -> Choice:
    """Return what the sidebar was set to in this run."""
    return st.session_state.get(CHOICE, Choice(None, None, None))


def choose(chosen: Choice) -> None:
    """Keep what the sidebar is set to."""
    st.session_state[CHOICE] = chosen


def open_at(desk: object) -> None:
    """Keep which store, and which revision of it, this run sees."""
    st.session_state[OPENED] = desk


def opened() -> Any:  # noqa: ANN401 # the desk of ui/cached.py, which stands on this module
    """Return the store this run sees; the frame has opened it before any page is drawn."""
    return st.session_state[OPENED]


def wish(name: str) -> str | None:
    """Return what a filter was last set to, or None."""
    return st.session_state.get(f"_wish_{name}")


def wish_for(name: str, value: str | None) -> None:
    """Set a filter, whether or not it is on screen."""
    st.session_state[f"_wish_{name}"] = value


def take(name: str, key: str) -> None:
    """Keep what the user just set a filter's widget to."""
    st.session_state[f"_wish_{name}"] = st.session_state[key]


def show(key: str, value: object) -> None:
    """Set a widget before it is drawn."""
    st.session_state[key] = value


def begin(key: str, value: object) -> None:
    """Set a widget the first time it is drawn; from then on it is the user's."""
    st.session_state.setdefault(key, value)


def shown(key: str) -> Any:  # noqa: ANN401 # a widget's value has the widget's own type
    """Return what a widget holds, or None before it was drawn."""
    return st.session_state.get(key)


def ask_for(page: str | None) -> None:
    """Keep which page a click asks for; None once it is open."""
    st.session_state[ASKED] = page


def asked_for() -> str | None:
    """Return which page a click asked for."""
    return st.session_state.get(ASKED)


def address_said(name: str) -> str | None:
    """Return what this tab last wrote into the address bar."""
    return st.session_state.get(f"_said_{name}")


def address_says(name: str, value: str | None) -> None:
    """Remember what the address bar says."""
    st.session_state[f"_said_{name}"] = value


def uploads() -> tuple[Upload, ...]:
    """Return the files being looked at."""
    return st.session_state.get(UPLOADS, ())


def look_at(files: tuple[Upload, ...]) -> None:
    """Look at these files instead of any others; answers given for the others are forgotten."""
    if files != uploads():
        st.session_state[UPLOADS] = files
        st.session_state[ANSWERS] = {}
        st.session_state[DONE] = None


def leave_out(name: str) -> None:
    """Look at the other files only; answers given stay."""
    st.session_state[UPLOADS] = tuple(upload for upload in uploads() if upload.name != name)


def answers() -> Mapping[str, str]:
    """Return what was answered about the files being looked at."""
    return st.session_state.get(ANSWERS, {})


def answer(key: str, value: str | None) -> None:
    """Keep an answer; None takes it back."""
    kept = {name: said for name, said in answers().items() if name != key}
    st.session_state[ANSWERS] = kept | ({key: value} if value else {})


def unsay(key: str) -> None:
    """Say that nothing is answered, not even what was remembered: a blank answer."""
    st.session_state[ANSWERS] = {**answers(), key: ""}


def done() -> Any:  # noqa: ANN401 # the record and plan of the last import
    """Return what the last import of this tab did, or None."""
    return st.session_state.get(DONE)


def finish(outcome: object) -> None:
    """Put the files away and keep what became of them; the uploader starts empty."""
    st.session_state[UPLOADS] = ()
    st.session_state[ANSWERS] = {}
    st.session_state[DONE] = outcome
    st.session_state[MARK] = mark() + 1


def forget_done() -> None:
    """Forget what the last import did: its page was left."""
    st.session_state[DONE] = None


def mark() -> int:
    """Return a number that changes when uploader and paste box are to start empty."""
    return st.session_state.get(MARK, 0)


def edited(rep_id: str, week: date) -> str | None:
    """Return the manager's own text of a note, or None where it was not edited."""
    return st.session_state.get(EDITS, {}).get((rep_id, week))


def edit(rep_id: str, week: date, text: str | None) -> None:
    """Keep the manager's text of a note; None goes back to the facts."""
    kept = {key: said for key, said in st.session_state.get(EDITS, {}).items() if key != (rep_id, week)}
    st.session_state[EDITS] = kept | ({(rep_id, week): text} if text is not None else {})


def clicked_row(key: str) -> int | None:
    """Return the row whose button was clicked in this run, or None."""
    click = st.session_state.get(key)
    return click["row"] if click else None
