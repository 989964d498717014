"""What does `ssi-coach` do with the words behind it?"""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from dashboard.cli.app import start
from dashboard.cli.backup import backup, restore
from dashboard.cli.check import check, import_
from dashboard.cli.commitments import agree, commitments, done, withdraw
from dashboard.cli.demo import demo
from dashboard.cli.history import imports, undo
from dashboard.cli.notes import notes
from dashboard.cli.options import database
from dashboard.cli.people import join, people, split
from dashboard.cli.review import review
from dashboard.cli.words import complain
from dashboard.model.errors import DashboardError

REFUSED, WRONG_USAGE = 1, 2


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--port", type=click.IntRange(1, 65535), help="Serve the app on this port (default: the first free one).")
@click.option("--headless", is_flag=True, help="Serve the app without opening a browser.")
@database
@click.version_option(package_name="ssi-coach", prog_name="ssi-coach")
@click.pass_context
def cli(context: click.Context, port: int | None, headless: bool, db: str | None) -> None:
    """Whom to coach this week, on what, and who really moved: the Social Selling Index beside the pipeline.

    Without a command the app opens in the browser.
    """
    if context.invoked_subcommand is None:
        context.exit(start(port=port, headless=headless, db=db))


SAID = (agree, commitments, done, withdraw)
for command in (check, import_, review, notes, *SAID, people, join, split, imports, undo, demo, backup, restore):
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with 0 (done), 1 (something was refused or is open) or 2 (wrong usage)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; whatever goes wrong is one sentence on stderr."""
    try:
        return cli.main(arguments, prog_name="ssi-coach", standalone_mode=False) or 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.UsageError as wrong:
        return _say(_usage(wrong), WRONG_USAGE)
    except click.Abort:
        return _say("Stopped.", REFUSED)
    except DashboardError as refused:
        return _say(refused.sentence, REFUSED)
    except OSError as failed:
        return _say(f"{failed.filename or 'A file'} cannot be used: {failed.strerror or failed}.", REFUSED)

    except Exception as bug:
        if "SSI_COACH_DEBUG" in os.environ:
            raise
        return _say(f"{type(bug).__name__}: {bug}: this is a fault of ours; SSI_COACH_DEBUG=1 shows where.", REFUSED)


def _usage(wrong: click.UsageError) -> str:
    """Return what was wrong with the words, and where the right ones stand."""
    command = wrong.ctx.command_path if wrong.ctx else "ssi-coach"
    return f"{wrong.format_message()} See `{command} --help`."


def _say(sentence: str, code: int) -> int:
    """Put one sentence on stderr and return the exit code."""
    complain(sentence)
    return code
