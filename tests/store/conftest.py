"""A store of its own for every test."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.store.engine import open_store


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a store that does not exist yet."""
    return f"sqlite:///{tmp_path / 'desk.sqlite'}"


@pytest.fixture
def store(url: str) -> Engine:
    """An empty store."""
    return open_store(url)
