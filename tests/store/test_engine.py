"""How is the store opened, read and written, and what is said when that cannot be?"""

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import event, insert, update
from sqlalchemy.exc import IntegrityError

from dashboard.model.errors import StoreBusy, StoreNotWritten, StoreTooNew, StoreUnreadable
from dashboard.store import engine as desk
from dashboard.store.engine import default_url, open_store, revision, writing
from dashboard.store.history import readings
from dashboard.store.imports import commit
from dashboard.store.schema import SCHEMA_VERSION, meta, settings
from tests.store.batches import AT, batch, imported

ROW = "rep date brand\n anna 2026-11-16 18"


def test_the_store_lies_below_the_checkout_unless_told_otherwise(tmp_path, monkeypatch):
    """The default is a file under data/store; the environment names another one."""
    monkeypatch.delenv(desk.ENVIRONMENT, raising=False)
    assert default_url(tmp_path) == f"sqlite:///{tmp_path}/data/store/desk.sqlite"
    monkeypatch.setenv(desk.ENVIRONMENT, "postgresql://desk.example/ssi")
    assert default_url(tmp_path) == "postgresql://desk.example/ssi"


def test_opening_makes_folder_and_tables_once(tmp_path):
    """A store that is not there is made; opened again it is the same one."""
    url = default_url(tmp_path / "a new place")
    commit(open_store(url), batch(ROW), who="Dana", at=AT)
    again = open_store(url)
    assert readings(again)["brand"].tolist() == [18]


def test_the_database_is_set_up_for_one_writer_and_many_readers(store):
    """Write-ahead log, foreign keys, patience with another writer, and a sync at every checkpoint."""
    asked = ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
    with store.connect() as connection:
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in asked]
    assert found == ["wal", 1, desk.BUSY_MS, 1]


def test_the_revision_grows_with_every_write(store):
    """Nothing else changes it: caches live by it."""
    before = revision(store)
    readings(store)
    assert revision(store) == before
    imported(store, batch(ROW))
    assert revision(store) == before + 1


def test_a_newer_store_is_left_alone(store, url):
    """A schema from the future is refused in a sentence that names both versions."""
    with writing(store) as connection:
        connection.execute(update(meta).values(schema_version=SCHEMA_VERSION + 1))
    with pytest.raises(StoreTooNew, match=rf"\(schema {SCHEMA_VERSION + 1}, this one knows {SCHEMA_VERSION}\)"):
        open_store(url)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    """Any other file is named in the sentence and stays as it is."""
    file = tmp_path / "notes.txt"
    file.write_text("Dear diary, " * 200)
    with pytest.raises(StoreUnreadable, match=r"notes\.txt cannot be opened \(file is not a database\)"):
        open_store(f"sqlite:///{file}")
    assert file.read_text() == "Dear diary, " * 200


def test_the_database_of_another_program_is_refused(tmp_path):
    """No table is added to a database that is not ours."""
    file = tmp_path / "other.sqlite"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE customers (id INTEGER)")
    with pytest.raises(StoreUnreadable, match="a database of another program"):
        open_store(f"sqlite:///{file}")
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("customers",)]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("desk.sqlite", "a file is written as sqlite:///path/to/desk.sqlite"),
        ("", "a file is written as sqlite:///path/to/desk.sqlite"),
        ("cobol://desk.example/ssi", "its driver is not installed"),
        ("postgresql+nodriver://dana:secret@desk.example/ssi", "its driver is not installed"),
    ],
)
def test_an_address_that_is_none_is_refused(url, reason):
    """A wrong address is answered with what is wrong, never with its password."""
    with pytest.raises(StoreUnreadable, match=reason) as refused:
        open_store(url)
    assert "secret" not in refused.value.sentence


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    """Where a file is in the way of the folder, the sentence says so."""
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(StoreUnreadable, match=r"exists|directory"):
        open_store(f"sqlite:///{tmp_path / 'data' / 'desk.sqlite'}")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for this user")
def test_a_read_only_folder_is_refused(tmp_path):
    """Without the right to write the store cannot be opened."""
    tmp_path.chmod(0o500)
    with pytest.raises(StoreUnreadable, match=r"permission|unable to open|readonly"):
        open_store(f"sqlite:///{tmp_path / 'store' / 'desk.sqlite'}")


def test_a_store_that_turned_read_only_is_not_written(store, url):
    """A refused write is one sentence, and nothing is half written."""
    locked = open_store(url)
    event.listen(locked, "connect", lambda connection, _: connection.execute("PRAGMA query_only = ON"))
    locked.dispose()
    with pytest.raises(StoreNotWritten, match=r"could not be written \(attempt to write a readonly database\)"):
        commit(locked, batch(ROW), who="Dana", at=AT)
    assert readings(store).empty


def test_a_store_lost_under_way_is_a_sentence(store, tmp_path):
    """When the file goes bad while the desk is open, reading says so."""
    store.dispose()
    for file in tmp_path.iterdir():
        file.unlink()
    Path(store.url.database or "").write_text("Dear diary, " * 200)
    with pytest.raises(StoreUnreadable, match="file is not a database"):
        readings(store)


def test_a_writer_waits_only_so_long(store, url, monkeypatch):
    """While another import holds the store, a writer that lost patience says so; readers do not wait."""
    monkeypatch.setattr(desk, "BUSY_MS", 1)
    impatient = open_store(url)
    with writing(store):
        assert readings(impatient).empty
        with pytest.raises(StoreBusy, match="try again when it is done"):
            commit(impatient, batch(ROW), who="Dana", at=AT)


def test_a_write_that_fails_leaves_nothing(store):
    """Whatever goes wrong inside a write takes all of it back; a bug stays visible as what it is."""
    line = {"name": "x", "value": 1, "saved_at": ""}
    with pytest.raises(IntegrityError), writing(store) as connection:
        connection.execute(insert(settings), [line, line])
    with writing(store) as connection:
        assert connection.execute(settings.select()).all() == []
