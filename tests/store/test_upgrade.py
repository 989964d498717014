"""Does a store that an earlier version made open with everything in it, and know what this version knows?"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text

from dashboard.store import upgrade
from dashboard.store.backup import restore
from dashboard.store.engine import open_store, reading, revision
from dashboard.store.history import pipeline, readings
from dashboard.store.imports import commit, list_imports, undo
from dashboard.store.mappings import remembered
from dashboard.store.schema import SCHEMA_VERSION, meta, metadata
from tests.store.batches import AT, batch

VERSION_1 = Path(__file__).with_name("version_1.sql")
"""A store as version 1 made it, with one import: two reps, one with pipeline."""


@pytest.fixture
def old(tmp_path):
    """The address of a store of version 1."""
    file = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(file)) as made:
        made.executescript(VERSION_1.read_text(encoding="utf-8"))
    return f"sqlite:///{file}"


def version(engine) -> int:
    """Return which version a store says it has."""
    with reading(engine) as connection:
        return connection.execute(select(meta.c.schema_version)).scalar_one()


def test_every_earlier_version_has_its_step():
    """One function leads from each version to the next."""
    assert sorted(upgrade.STEPS) == list(range(1, SCHEMA_VERSION))


def test_an_old_store_opens_with_everything_in_it(old):
    """Figures and history are as they were; nothing is remembered yet; open pages look again."""
    engine = open_store(old)
    assert version(engine) == SCHEMA_VERSION
    assert readings(engine)["brand"].tolist() == [16, 12]
    assert pipeline(engine)["won"].tolist() == [1200]
    assert [record.who for record in list_imports(engine)] == ["Dana"]
    assert remembered(engine) == {}
    assert revision(engine) == 3


def test_an_old_store_has_every_column_of_a_new_one(old, store):
    """Whatever column was added, an old store can be written and taken back like a new one."""
    engine = open_store(old)
    for table in metadata.sorted_tables:
        there = [{column["name"] for column in inspect(one).get_columns(table.name)} for one in (engine, store)]
        assert there[0] == there[1], table.name
    record, _ = commit(engine, batch("rep date brand\n anna 2026-11-16 17"), who="Dana", at=AT)
    assert record is not None
    undo(engine, record.import_id, at=AT)
    assert readings(engine)["brand"].tolist() == [16, 12]


def test_a_store_of_the_fourth_version_learns_to_keep_rows_apart(store):
    """The table is there, and empty, with everything else as it was."""
    commit(store, batch("rep date brand\n anna 2026-11-16 17"), who="Dana", at=AT)
    with store.begin() as connection:
        connection.execute(text("DROP TABLE strands"))
        connection.execute(text("UPDATE meta SET schema_version = 4"))
    engine = open_store(store.url.render_as_string(hide_password=False))
    assert (version(engine), inspect(engine).has_table("strands")) == (SCHEMA_VERSION, True)
    assert readings(engine)["brand"].tolist() == [17]
    commit(engine, batch("rep date brand\n anna 2026-11-23 18"), who="Dana", at=AT)
    assert readings(engine)["brand"].tolist() == [17, 18]


def test_a_step_that_fails_leaves_the_old_store(old, monkeypatch):
    """All or nothing: the store still says version 1 and has none of the new tables."""

    def failing(connection):
        upgrade.add_columns(connection)
        raise ZeroDivisionError

    monkeypatch.setitem(upgrade.STEPS, 1, failing)
    with pytest.raises(ZeroDivisionError):
        open_store(old)
    with closing(sqlite3.connect(old.removeprefix("sqlite:///"))) as file:
        assert file.execute("SELECT schema_version FROM meta").fetchone() == (1,)
        assert not file.execute("SELECT name FROM sqlite_master WHERE name = 'layouts'").fetchall()


def test_a_backup_of_an_old_store_is_brought_up_to_date(old, store):
    """Put back, it has the tables of today."""
    restore(store, Path(old.removeprefix("sqlite:///")).read_bytes(), name="old.sqlite", at=AT)
    assert version(store) == SCHEMA_VERSION
    assert readings(store)["brand"].tolist() == [16, 12]
