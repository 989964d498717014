"""Where does the desk keep what it knows, and how is it opened, read and written?"""

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, inspect, make_url, select, update
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError

from dashboard.model.errors import StoreBusy, StoreNotWritten, StoreTooNew, StoreUnreadable
from dashboard.store.review_tables import metadata
from dashboard.store.schema import SCHEMA_VERSION, meta
from dashboard.store.upgrade import upgrade

BUSY_MS = 30_000
"""How long a writer waits for another one: an import of 500,000 rows holds the store for some 10 seconds."""

WAL_LIMIT = 64 * 1024 * 1024
"""Bytes to which the journal beside the store shrinks again after a large import."""

ENVIRONMENT = "SSI_COACH_DATABASE"


def default_url(root: Path) -> str:
    """Return the address of the store: the environment's SSI_COACH_DATABASE, else a file below `root`."""
    file = URL.create("sqlite", database=str(root / "data" / "store" / "desk.sqlite"))
    return os.environ.get(ENVIRONMENT) or file.render_as_string(hide_password=False)


def open_store(url: str) -> Engine:
    """Open the store at a database URL: made if absent, brought up to date if older (StoreTooNew, StoreUnreadable)."""
    engine = _engine(url)
    with told(engine, StoreUnreadable):
        version = _version(engine)
        if version is None:
            version = _create(engine)
        if version < SCHEMA_VERSION:
            version = up_to_date(engine)
    if version > SCHEMA_VERSION:
        raise StoreTooNew(url=shown(engine), found=version, known=SCHEMA_VERSION)
    return engine


def revision(engine: Engine) -> int:
    """Return a number that grows with every write: what was cached under another one is out of date."""
    with reading(engine) as connection:
        return connection.execute(select(meta.c.revision)).scalar_one()


def bump(connection: Connection) -> None:
    """Let the revision grow, so that every open page sees that there is something new."""
    connection.execute(update(meta).values(revision=meta.c.revision + 1))


@contextmanager
def reading(engine: Engine) -> Generator[Connection]:
    """Give a connection whose queries all see the same state of the store (StoreUnreadable)."""
    with told(engine, StoreUnreadable), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Generator[Connection]:
    """Give the one connection that may write; everything or nothing is kept (StoreBusy, StoreNotWritten)."""
    with told(engine, StoreNotWritten), _writer(engine) as connection, connection.begin():
        connection.execute(select(meta.c.revision).with_for_update())
        yield connection


def shown(engine: Engine) -> str:
    """Return the address of the store as it may be printed: without its password."""
    return engine.url.render_as_string(hide_password=True)


@contextmanager
def told(engine: Engine, error: type[StoreUnreadable] | type[StoreNotWritten]) -> Generator[None]:
    """Turn what the database refuses into one sentence; a broken rule of the schema stays a bug."""
    try:
        yield
    except IntegrityError:
        raise
    except (DBAPIError, sqlite3.Error) as failure:
        reason = str(getattr(failure, "orig", failure)).strip().partition("\n")[0]
        if "locked" in reason:
            raise StoreBusy(url=shown(engine), seconds=BUSY_MS // 1000) from failure
        raise error(url=shown(engine), reason=reason) from failure


def _engine(url: str) -> Engine:
    try:
        address = make_url(url)
        engine = create_engine(address)
    except (NoSuchModuleError, ModuleNotFoundError) as failure:
        reason = f"its driver is not installed: {failure}"
        raise StoreUnreadable(url=make_url(url).render_as_string(), reason=reason) from failure
    except ArgumentError as failure:
        raise StoreUnreadable(url=url, reason="a file is written as sqlite:///path/to/desk.sqlite") from failure
    if address.get_backend_name() == "sqlite":
        _make_folder(engine)
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
    return engine


def _make_folder(engine: Engine) -> None:
    file = engine.url.database
    if not file or file == ":memory:" or file.startswith("file:"):
        return
    try:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise StoreUnreadable(url=shown(engine), reason=failure.strerror or str(failure)) from failure


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver's own transactions begin too late: see _begin
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA journal_size_limit = {WAL_LIMIT}")


def _writer(engine: Engine) -> Connection:
    return engine.connect().execution_options(desk_writer=True)


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: one that reads first and writes later could be refused halfway.
    writer = connection.get_execution_options().get("desk_writer")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")


def _version(engine: Engine) -> int | None:
    with engine.connect() as connection:
        return _version_seen(connection)


def _version_seen(connection: Connection) -> int | None:
    names = inspect(connection).get_table_names()
    if meta.name in names:
        return connection.execute(select(meta.c.schema_version)).scalar_one()
    if names and connection.dialect.name == "sqlite":
        raise StoreUnreadable(url=shown(connection.engine), reason="it is a database of another program")
    return None


def up_to_date(engine: Engine) -> int:
    """Bring a store of an earlier version up to date in one transaction, and return its version then."""
    with _writer(engine) as connection, connection.begin():
        return upgrade(connection)


def _create(engine: Engine) -> int:
    with _writer(engine) as connection, connection.begin():
        version = _version_seen(connection)  # another process may have been quicker
        if version is not None:
            return version
        metadata.create_all(connection)
        connection.execute(insert(meta).values(schema_version=SCHEMA_VERSION, revision=1))
    return SCHEMA_VERSION
