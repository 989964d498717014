"""How does every command end?"""

import click
import pytest

from dashboard.cli import main
from dashboard.model.errors import EmptyDesk


@pytest.fixture
def failing(monkeypatch):
    """A command that fails as it is told to."""

    def with_(failure: BaseException) -> int:
        @click.command("fail")
        def fail() -> None:
            raise failure

        monkeypatch.setitem(main.cli.commands, "fail", fail)
        return main.run(["fail"])

    return with_


@pytest.mark.parametrize(
    ("failure", "code", "sentence"),
    [
        (EmptyDesk(), 1, "Nothing is on the desk yet"),
        (PermissionError(13, "Permission denied", "notes.zip"), 1, "notes.zip cannot be used: Permission denied."),
        (click.UsageError("Give one of both."), 2, "Give one of both. See `ssi-coach fail --help`."),
        (KeyboardInterrupt(), 1, "Stopped."),
        (ZeroDivisionError("division\nby zero"), 1, "ZeroDivisionError: division by zero: this is a fault of ours"),
    ],
)
def test_every_failure_is_one_sentence(failing, capsys, monkeypatch, failure, code, sentence):
    """Refusals leave with 1, wrong words with 2; even a fault of ours is one line on stderr."""
    monkeypatch.delenv("SSI_COACH_DEBUG", raising=False)
    assert failing(failure) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err
    assert said.err.strip().count("\n") == 0


def test_a_fault_can_be_seen_whole(failing, monkeypatch):
    """With SSI_COACH_DEBUG a developer gets the traceback."""
    monkeypatch.setenv("SSI_COACH_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        failing(ZeroDivisionError())


def test_every_command_is_told_with_a_sentence():
    """Each command has a help text that ends with a full stop."""
    said = ["agree", "commitments", "done", "withdraw"]
    kept = ["people", "join", "split", "imports", "undo", "demo", "backup", "restore"]
    assert list(main.cli.commands) == ["check", "import", "review", "notes", *said, *kept]
    for command in main.cli.commands.values():
        assert (command.help or "").strip().endswith(".")
