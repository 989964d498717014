"""How does the whole store leave as one file, and come back?

SQLite's own backup is used, while others read and write: a plain copy of the file misses what still lies in the
write-ahead log. Other databases have their own tools for this, and are sent to them.
"""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from dashboard.model.errors import BackupElsewhere, NoBackup, StoreNotWritten, StoreTooNew, StoreUnreadable
from dashboard.store.engine import BUSY_MS, revision, shown, told, up_to_date
from dashboard.store.schema import SCHEMA_VERSION


def backup(engine: Engine) -> bytes:
    """Return the store as one SQLite file, whole and at rest, whatever is written meanwhile (BackupElsewhere)."""
    with _file(engine) as store, TemporaryDirectory() as folder, told(engine, StoreUnreadable):
        file = Path(folder) / "desk.sqlite"
        with closing(sqlite3.connect(file)) as copy:
            store.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        return file.read_bytes()


def restore(engine: Engine, content: bytes, *, name: str, at: datetime) -> Path:
    """Put a backup in place of the store and return where the store of before was kept (NoBackup, StoreTooNew).

    The revision grows beyond both, so that pages open on the old numbers see the new ones.
    """
    with _opened(content) as found, _file(engine) as store:
        grown = max(_revision(found, name), revision(engine)) + 1
        kept = _keep(engine, store, at)
        found.execute("UPDATE meta SET revision = ?", (grown,))
        found.commit()
        with told(engine, StoreNotWritten):
            found.backup(store)
    with told(engine, StoreNotWritten):
        up_to_date(engine)
    return kept


@contextmanager
def _opened(content: bytes) -> Generator[sqlite3.Connection]:
    """Give a connection to a backup, in a file of its own that is gone afterwards."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "backup.sqlite"
        file.write_bytes(content)
        with closing(sqlite3.connect(file)) as found:
            yield found


def _revision(found: sqlite3.Connection, name: str) -> int:
    """Return the revision of a backup; a damaged or foreign one is refused before anything is touched."""
    try:
        (state,) = found.execute("PRAGMA integrity_check").fetchone()
        version, grown = found.execute("SELECT schema_version, revision FROM meta").fetchone()
    except (sqlite3.Error, TypeError) as failure:
        raise NoBackup(file=name) from failure
    if state != "ok":
        raise NoBackup(file=name)
    if version > SCHEMA_VERSION:
        raise StoreTooNew(url=name, found=version, known=SCHEMA_VERSION)
    return grown


def _keep(engine: Engine, store: sqlite3.Connection, at: datetime) -> Path:
    """Copy the store as it is beside itself, under a name of its own."""
    file = Path(str(engine.url.database))
    kept = file.with_name(f"{file.stem}-before-{at:%Y%m%d-%H%M%S}{file.suffix}")
    with told(engine, StoreNotWritten), closing(sqlite3.connect(kept)) as copy:
        store.backup(copy)
    return kept


@contextmanager
def _file(engine: Engine) -> Generator[sqlite3.Connection]:
    """Give a connection of its own to the store's file."""
    if engine.dialect.name != "sqlite":
        raise BackupElsewhere(url=shown(engine))
    with (
        told(engine, StoreUnreadable),
        closing(sqlite3.connect(str(engine.url.database), timeout=BUSY_MS / 1000)) as store,
    ):
        yield store
