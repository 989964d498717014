"""What is worth keeping from one run to the next? The only place with cache decorators.

Everything is keyed by the store's address and revision: whatever is written grows the revision, and the next run of an
open page sees it. Frames are never keys (only a sample of them is hashed); what is kept is shared by all tabs.
"""

from base64 import b64encode
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st
from sqlalchemy import Engine

from dashboard.coaching.playbook import Playbook, load_playbook
from dashboard.desk import benchmarks as benchmark_file
from dashboard.desk import imports
from dashboard.desk.benchmarks import Benchmarks, load_benchmarks
from dashboard.desk.commitments import said, said_key
from dashboard.desk.review import WeekReview, load_history, numbers, talked_over
from dashboard.ingest.load import Loaded
from dashboard.ingest.template import template_csv, template_xlsx
from dashboard.metrics.history import History
from dashboard.model.errors import EmptyDesk
from dashboard.model.settings import Settings
from dashboard.store import history as stored
from dashboard.store.engine import default_url, open_store, revision
from dashboard.store.plan import ImportPlan
from dashboard.store.settings import load_settings
from dashboard.ui import reading, state
from dashboard.ui.state import Choice, Upload, choice

ROOT = Path(__file__).resolve().parents[2]
PLAYBOOK = ROOT / "data" / "playbook.toml"

Made = TypeVar("Made")


@dataclass(frozen=True)
class Desk:
    """The open store as it is in this run: address and revision are the key of everything made from it."""

    url: str
    revision: int
    engine: Engine


@dataclass(frozen=True)
class Roster:
    """Who is on the desk: how many are known, how many of them left, in which teams and roles."""

    reps: int
    left: int
    teams: tuple[str, ...]
    roles: tuple[str, ...]


def open_desk() -> Desk:
    """Look at the store as it is now, once a run: a page and its frame must not see two revisions of it."""
    url = default_url(ROOT)
    engine = _engine(url)
    state.open_at(Desk(url, revision(engine), engine))
    return desk()


def desk() -> Desk:
    """Return the store as it was when this run began, whatever was written since."""
    return state.opened()


@st.cache_resource(show_spinner=False, max_entries=8)
def _engine(url: str) -> Engine:
    return open_store(url)


def settings(at: Desk) -> Settings:
    """Return the manager's thresholds."""
    return _settings(at.url, at.revision, at.engine)


@st.cache_resource(show_spinner=False, max_entries=8)
def _settings(url: str, revision: int, _engine: Engine) -> Settings:
    return load_settings(_engine)


def roster(at: Desk) -> Roster:
    """Return who is on the desk."""
    return _roster(at.url, at.revision, at.engine)


@st.cache_resource(show_spinner=False, max_entries=8)
def _roster(url: str, revision: int, _engine: Engine) -> Roster:
    return Roster(*stored.head_count(_engine), tuple(stored.teams(_engine)), tuple(stored.roles(_engine)))


def weeks(at: Desk, team: str | None) -> tuple[date, ...]:
    """Return the weeks with anything to show for a team (None: for all), newest first."""
    return _weeks(at.url, at.revision, team, at.engine)


@st.cache_resource(show_spinner=False, max_entries=64)
def _weeks(url: str, revision: int, team: str | None, _engine: Engine) -> tuple[date, ...]:
    return tuple(sorted(stored.weeks(_engine, team=team), reverse=True))


def history(at: Desk, choice: Choice) -> History:
    """Return the tables of the reps shown."""
    return _history(at.url, at.revision, choice.team, choice.role, at.engine)


@st.cache_resource(show_spinner="Reading the history …", max_entries=8)
def _history(url: str, revision: int, team: str | None, role: str | None, _engine: Engine) -> History:
    return replace(load_history(_engine, team, role), told=_told(url, team))


@st.cache_resource(show_spinner=False, max_entries=8)
def _told(url: str, team: str | None) -> dict[Hashable, Any]:
    """Return a place for what was worked out of weeks past, which new files seldom change."""
    return {}


def shown(at: Desk) -> WeekReview:
    """Return the review of what the sidebar is set to; raises EmptyDesk where there is no week to show.

    Its numbers are kept until files bring others; only what hangs on what was said is made again after a word.
    """
    chosen = choice()
    if chosen.week is None:
        raise EmptyDesk
    week = chosen.week
    return made(at, "review", said_key(at.engine, week), lambda: _talked_over(at, chosen, week))


def _talked_over(at: Desk, choice: Choice, week: date) -> WeekReview:
    told = history(at, choice)
    bare = _numbers(at.url, at.revision, choice, week, _changed(benchmark_file.PATH), at)
    return talked_over(bare, told, settings(at), playbook(), *said(at.engine, told, week, choice.team))


@st.cache_resource(show_spinner="Looking at the week …", max_entries=32)
def _numbers(url: str, revision: int, choice: Choice, week: date, edited: float, _at: Desk) -> WeekReview:
    return numbers(history(_at, choice), week, choice.team, settings(_at), benchmarks().defaults)


def made(at: Desk, name: str, parts: tuple[Hashable, ...], build: Callable[[], Made]) -> Made:
    """Return what was made of the week on screen, such as a figure; `name` and `parts` tell it from all others."""
    shown = choice()
    edited = (_changed(PLAYBOOK), _changed(benchmark_file.PATH))
    return _made(at.url, at.revision, shown.team, shown.role, shown.week, edited, name, parts, build)


@st.cache_resource(show_spinner=False, max_entries=256)
def _made(
    url: str,
    revision: int,
    team: str | None,
    role: str | None,
    week: date | None,
    edited: tuple[float, float],
    name: str,
    parts: tuple[Hashable, ...],
    _build: Callable[[], Made],
) -> Made:
    return _build()


def playbook() -> Playbook:
    """Return the manager's prompts, read again after the file was edited; raises BadPlaybook."""
    return _playbook(str(PLAYBOOK), _changed(PLAYBOOK))


@st.cache_resource(show_spinner=False, max_entries=2)
def _playbook(path: str, edited: float) -> Playbook:
    return load_playbook(Path(path))


def benchmarks() -> Benchmarks:
    """Return the default baselines, read again after the file was edited; raises BadBenchmarks."""
    return _benchmarks(_changed(benchmark_file.PATH))


@st.cache_resource(show_spinner=False, max_entries=2)
def _benchmarks(edited: float) -> Benchmarks:
    return load_benchmarks()


def _changed(path: Path) -> float:
    """Return when a file was last changed, 0 where it is gone (its reader says so)."""
    return path.stat().st_mtime if path.exists() else 0.0


def read(at: Desk, files: tuple[Upload, ...], answers: Mapping[str, str]) -> Loaded:
    """Return what the files say, read as one set."""
    known = tuple((file.name, file.digest) for file in files)
    kept = _read(at.url, at.revision, known, tuple(sorted(answers.items())))
    if not kept:
        kept.append(reading.now(at.engine, files, answers))
    return kept[0]


@st.cache_resource(show_spinner=False, max_entries=2, scope="session")
def _read(url: str, revision: int, known: tuple[Hashable, ...], answers: tuple[Hashable, ...]) -> list[Loaded]:
    """Return a place for what is read: filled outside, where the screen can say how far it is."""
    return []


def plan(at: Desk, files: tuple[Upload, ...], answers: Mapping[str, str]) -> ImportPlan:
    """Return what importing the files would change."""
    known = tuple((file.name, file.digest) for file in files)
    loaded = read(at, files, answers)
    return _plan(at.url, at.revision, known, tuple(sorted(answers.items())), loaded, at.engine)


@st.cache_resource(show_spinner="Comparing with what is on the desk …", show_time=True, max_entries=2, scope="session")
def _plan(url: str, revision: int, known: Hashable, answers: Hashable, _loaded: Loaded, _engine: Engine) -> ImportPlan:
    return imports.preview(_engine, _loaded)


@st.cache_data(show_spinner=False)
def templates() -> tuple[bytes, bytes]:
    """Return the template as CSV and as XLSX."""
    return template_csv(), template_xlsx()


@st.cache_data(show_spinner=False, max_entries=16)
def _guide(path: str, edited: float) -> str:
    return Path(path).read_text(encoding="utf-8")


def asset(name: str) -> str:
    """Return a picture of the app as a data address: no file to serve, and nothing asked of anybody else."""
    return _asset(str(Path(__file__).with_name("assets") / name))


@st.cache_resource(show_spinner=False, max_entries=8)
def _asset(path: str) -> str:
    kind = "svg+xml" if path.endswith(".svg") else "png"
    return f"data:image/{kind};base64,{b64encode(Path(path).read_bytes()).decode()}"


def guide_page(name: str) -> str:
    """Return a page of the guide as Markdown, without its title, which the page has already."""
    path = ROOT / "dashboard" / "guide" / f"{name}.md"
    return _guide(str(path), _changed(path)).partition("\n")[2]
