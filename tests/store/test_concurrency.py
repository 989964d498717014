"""What do several readers and writers of one store see of each other, and what is left when one is killed?"""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from dashboard.store import intake
from dashboard.store.engine import open_store, revision
from dashboard.store.history import readings, reps, weeks
from dashboard.store.imports import list_imports
from tests.conftest import ROOT
from tests.store.batches import batch, imported, team_batch

FIRST = "rep date brand\n anna 2026-11-09 17"
SECOND = "rep date brand\n anna 2026-11-16 18"

KILLED_HALFWAY = """
import sys
from dashboard.store import intake
from dashboard.store.engine import open_store
from tests.store.batches import imported, team_batch

def wait(*_):
    print("everything is written, nothing is committed", flush=True)
    sys.stdin.read()

intake.project = wait
imported(open_store(sys.argv[1]), team_batch(reps=1_000, weeks=40))
"""


def test_a_reader_sees_the_old_state_until_the_import_is_done(store, url, monkeypatch):
    """During the import everything is as before; after it the revision has grown and the new week is there."""
    imported(store, batch(FIRST))
    reader, seen = open_store(url), []
    before = revision(reader)
    _before(monkeypatch, lambda: seen.append((revision(reader), weeks(reader), len(readings(reader)))))
    imported(store, batch(SECOND))
    assert seen == [(before, [date(2026, 11, 9)], 1)]
    assert (revision(reader), len(readings(reader))) == (before + 1, 2)


def test_two_writers_take_turns(store, url):
    """Imports from several threads all arrive, each under an id of its own."""
    days = [date(2026, 10, day) for day in range(1, 13)]
    texts = [f"rep date brand\n rep{day.day} {day} {day.day}" for day in days]
    with ThreadPoolExecutor(4) as writers:
        records = list(writers.map(lambda text: imported(open_store(url), batch(text)), texts))
    assert sorted(readings(store)["brand"]) == list(range(1, 13))
    assert len({record.import_id for record in records}) == 12
    assert revision(store) == 1 + 12
    assert _sound(store)


def test_a_store_can_be_made_by_several_at_once(tmp_path):
    """Who comes second finds the tables made."""
    url = f"sqlite:///{tmp_path / 'new' / 'desk.sqlite'}"
    with ThreadPoolExecutor(8) as openers:
        stores = list(openers.map(lambda _: open_store(url), range(8)))
    assert [revision(store) for store in stores] == [1] * 8


def test_killed_in_the_middle_of_an_import(store, url, tmp_path):
    """A process killed with its rows already on disk leaves the store as it was, and the next import works."""
    imported(store, batch(FIRST))
    before = (revision(store), readings(store), reps(store), list_imports(store))
    store.dispose()
    _kill_halfway(url, journal=tmp_path / "desk.sqlite-wal")
    again = open_store(url)
    assert (revision(again), list_imports(again)) == (before[0], before[3])
    assert readings(again).equals(before[1])
    assert reps(again).equals(before[2])
    assert _sound(again)
    imported(again, team_batch(reps=10, weeks=2))
    assert len(readings(again)) == 21


def _kill_halfway(url: str, journal: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED_HALFWAY, url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "everything is written, nothing is committed\n"
        assert journal.stat().st_size > 1_000_000, "the rows were to be on disk by now"
    finally:
        process.kill()
        process.communicate()


def _before(monkeypatch: pytest.MonkeyPatch, look: Callable[[], None]) -> None:
    """Have a look inside the transaction, after all rows are written."""
    project = intake.project

    def look_first(connection: Connection, seq: int) -> None:
        look()
        project(connection, seq)

    monkeypatch.setattr(intake, "project", look_first)


def _sound(store: Engine) -> bool:
    with store.connect() as connection:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        return connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok" and not broken
