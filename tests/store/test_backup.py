"""How does the whole store leave as one file, and come back?"""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, update

from dashboard.model.errors import BackupElsewhere, NoBackup, StoreTooNew
from dashboard.store.backup import backup, restore
from dashboard.store.engine import open_store, revision, writing
from dashboard.store.history import readings
from dashboard.store.imports import commit
from dashboard.store.schema import meta
from tests.store.batches import AT, batch

FIRST, SECOND = "rep date brand\n anna 2026-11-09 16", "rep date brand\n anna 2026-11-16 18"


def brand(engine) -> list[float]:
    """Return the scores on the desk."""
    return readings(engine)["brand"].tolist()


def test_a_backup_holds_what_still_lies_in_the_log(store, tmp_path):
    """The file opens as a desk of its own with the last import in it, while the store stays open."""
    commit(store, batch(FIRST), who="Dana", at=AT)
    (tmp_path / "copy.sqlite").write_bytes(backup(store))
    assert brand(open_store(f"sqlite:///{tmp_path / 'copy.sqlite'}")) == [16]


def test_a_restored_desk_is_as_it_was(store):
    """What was imported after the backup is gone from the desk, open pages see it, and the file beside has it."""
    commit(store, batch(FIRST), who="Dana", at=AT)
    content = backup(store)
    commit(store, batch(SECOND), who="Dana", at=AT)
    before = revision(store)
    kept = restore(store, content, name="monday.sqlite", at=AT)
    assert brand(store) == [16]
    assert revision(store) > before
    assert brand(open_store(f"sqlite:///{kept}")) == [16, 18]


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0 but no more", b"Name,Brand\nIda,18\n"])
def test_what_is_no_backup_is_refused(store, content: bytes):
    """A foreign, empty or damaged file changes nothing and leaves no copy behind."""
    commit(store, batch(FIRST), who="Dana", at=AT)
    with pytest.raises(NoBackup, match=r"notes.txt is no backup"):
        restore(store, content, name="notes.txt", at=AT)
    assert brand(store) == [16]
    assert not list(Path(str(store.url.database)).parent.glob("*before*"))


def test_a_database_of_another_program_is_no_backup(store, tmp_path):
    """A whole SQLite file without our tables is refused."""
    with sqlite3.connect(tmp_path / "other.sqlite") as other:
        other.execute("create table songs (name)")
    with pytest.raises(NoBackup):
        restore(store, (tmp_path / "other.sqlite").read_bytes(), name="other.sqlite", at=AT)


def test_a_backup_of_a_newer_version_is_refused(store):
    """A store this version cannot read is not put in place of one it can."""
    with writing(store) as connection:
        connection.execute(update(meta).values(schema_version=999))
    content = backup(store)
    with pytest.raises(StoreTooNew):
        restore(store, content, name="new.sqlite", at=AT)


def test_a_server_is_backed_up_by_its_own_tool():
    """A database that is no file is sent to its own tool, without its password in the sentence."""
    engine = create_engine("sqlite://")
    engine.dialect.name = "postgresql"
    with pytest.raises(BackupElsewhere, match="pg_dump"):
        backup(engine)
