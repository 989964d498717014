"""A terminal to type in: every test has a desk of its own."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from dashboard.cli.main import run


@dataclass(frozen=True)
class Said:
    """What a command left behind: its exit code, what it printed and what it complained of."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value printed."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """One JSON value a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def desk(tmp_path, monkeypatch) -> str:
    """The URL of an empty store; the default store of the machine is out of reach."""
    url = f"sqlite:///{tmp_path / 'desk.sqlite'}"
    monkeypatch.setenv("SSI_COACH_DATABASE", url)
    return url


@pytest.fixture
def type_in(desk, capsys):
    """Type a command into the terminal, in this process."""

    def typed(*words: object) -> Said:
        code = run([str(word) for word in words])
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return typed


@pytest.fixture
def sheet(tmp_path):
    """Write a small file and return its path."""

    def written(text: str, name: str = "team.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written
