"""What does every command need from the desk: its store, its files from disk, who sits at it?"""

import getpass
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli.app import ROOT
from dashboard.model.problems import Refusal

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from dashboard.ingest.load import Source


def open_desk(db: str | None) -> "Engine":
    """Return the store named by --db, the environment or the default; raises StoreUnreadable or StoreTooNew."""
    from dashboard.store.engine import default_url, open_store

    return open_store(db or default_url(ROOT))


def sources(files: Sequence[str]) -> tuple[list["Source"], list[Refusal]]:
    """Return what could be read from disk, and a refusal for each path that could not."""
    from dashboard.ingest.load import Source

    read, refused = [], []
    for path in map(Path, files):
        try:
            modified = date.fromtimestamp(path.stat().st_mtime)
            read.append(Source(path.name, path.read_bytes(), modified))
        except (OSError, ValueError) as failed:
            refused.append(Refusal(str(path), "unreadable_file", _reason(path, failed)))
    return read, refused


def _reason(path: Path, failed: OSError | ValueError) -> str:
    """Return in one sentence why a path gave no bytes."""
    if isinstance(failed, IsADirectoryError):
        return "this is a folder: name the files in it."
    if isinstance(failed, FileNotFoundError):
        return "there is no such file: check the path."
    words = failed.strerror if isinstance(failed, OSError) and failed.strerror else str(failed)
    return f"it could not be opened ({words}): check the path and its permissions."


def who() -> str:
    """Return who is at the terminal, for the import history."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "command line"


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the day on the wall."""
    return datetime.now().astimezone().date()
