"""The app under AppTest, each test with a store of its own in one of five states."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.ingest.load import Source, load
from dashboard.sample.team import SampleBatch, sample_batch
from dashboard.store.engine import open_store
from dashboard.store.imports import commit
from dashboard.store.plan import Batch
from dashboard.ui.go import PAGES

APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"
MONDAY = date(2026, 11, 16)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
NAMES = tuple(PAGES)

BAD_ROWS = b"""Name,Week,Brand,People,Insights,Relationships
Ida Lund,2026-11-16,18.4,9.2,12.1,20.3
Sam Okafor,2026-11-16,217,6.1,5.0,11.2
,2026-11-16,10,10,10,10
Zoe Marsh,sometime,10,10,10,10
Leo Brandt,2026-11-16,abc,7.5,,14
"""


def team() -> SampleBatch:
    """Return the sample team."""
    return sample_batch(last_week=MONDAY)


def last_week_missing() -> SampleBatch:
    """Return the team without the week before the newest, and the newest week for half of the reps only."""
    full = team()
    newest, before = pd.Timestamp(MONDAY), pd.Timestamp(MONDAY) - pd.Timedelta(weeks=1)
    half = sorted(full.readings["rep_id"].unique())[::2]
    gone = full.readings["week"].eq(before) | (full.readings["week"].eq(newest) & full.readings["rep_id"].isin(half))
    return replace(full, readings=full.readings[~gone])


STATES: dict[str, Callable[[], Batch | None]] = {
    "no data": lambda: None,
    "one rep": lambda: sample_batch(reps=1, last_week=MONDAY),
    "a team": team,
    "bad rows": lambda: load([Source("bad.csv", BAD_ROWS)]),
    "last week missing": last_week_missing,
}


def url_of(path: Path) -> str:
    """Return the database address of a file."""
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One store per state, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("stores")
    made = {}
    for name, build in STATES.items():
        path = made[name] = folder / f"{name.replace(' ', '-')}.sqlite"
        engine, batch = open_store(url_of(path)), build()
        if batch is not None:
            commit(engine, batch, who="test", at=NOW)
        engine.dispose()
    return made


@pytest.fixture
def desk(stores: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Path]]:
    """Put the desk into a state; caches are shared by all apps of a process and are emptied."""

    def put(state: str) -> Path:
        path = tmp_path / "desk.sqlite"
        shutil.copy(stores[state], path)
        monkeypatch.setenv("SSI_COACH_DATABASE", url_of(path))
        return path

    st.cache_resource.clear()
    st.cache_data.clear()
    yield put
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def opened(desk: Callable[[str], Path]) -> Callable[..., AppTest]:
    """Open a page of the app with the desk in a state; query parameters may be given."""

    def go(state: str, page: str = "this_week", **query: str) -> AppTest:
        desk(state)
        app = AppTest.from_file(str(APP), default_timeout=30)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        return app if page == "this_week" else app.switch_page(PAGES[page]).run()

    return go


def texts(app: AppTest) -> str:
    """Return everything the page says, as one text."""
    kinds = (
        app.title,
        app.header,
        app.subheader,
        app.markdown,
        app.caption,
        app.info,
        app.error,
        app.success,
        app.metric,
    )
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def calm(app: AppTest) -> AppTest:
    """Return the app after checking that neither a bug nor a refusal is on screen."""
    assert [element.value for element in app.exception] == []
    assert [element.value for element in app.error] == []
    return app
