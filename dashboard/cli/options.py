"""Which words do several commands understand?"""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

Command = Callable[..., Any]

EARLIEST, LATEST = 2000, 2100
PLAIN_KEYS = ("date_order", "turned_dates", "scale", "currency", "rep", "link", "value")
NAMING_KEYS = ("scale:", "rep:", "link:", "measure:", "sheet:", "column:", "stage:", "pipeline:", "source:", "owner:")
NAMING_KEYS = (*NAMING_KEYS, "value:")
KEEP = ("first", "last", "total")
PERIODS = ("quarter", "month", "year", "all")


class Day(click.ParamType[date]):
    """A day as ISO date, in this century."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or refuse what is none."""
        try:
            day = value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date: write it like 2026-11-16.", param, ctx)
        if not EARLIEST <= day.year <= LATEST:
            self.fail(f"{day} cannot be meant: choose a day of the years {EARLIEST} to {LATEST}.", param, ctx)
        return day


class Answer(click.ParamType[tuple[str, str]]):
    """KEY=VALUE; where the key names something from a file, the last "=" parts them."""

    name = "key=value"

    def convert(
        self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Return key and value, or refuse an answer to a question nobody asks."""
        if isinstance(value, tuple):
            return value
        named = value.startswith(NAMING_KEYS)
        key, _, answer = map(str.strip, value.rpartition("=") if named else value.partition("="))
        if not key or not answer:
            self.fail(f"{value!r} is no answer: write it like date_order=dmy.", param, ctx)
        if not named and key not in PLAIN_KEYS:
            known = ", ".join((*PLAIN_KEYS, *(f"{start}..." for start in NAMING_KEYS)))
            self.fail(f"No question is called {key!r}: the keys are {known}.", param, ctx)
        if key == "link" and answer != "sure":
            self.fail("Only link=sure answers for several people; for one of them write link:NAME=ID.", param, ctx)
        if key == "value" and answer not in KEEP:
            self.fail(f"Of several values keep {', '.join(KEEP)}: for one number write value:REP:WEEK:FIELD=NUMBER.")
        return key, answer


class Period(click.ParamType[str]):
    """Which closed deals count: a known span or FROM:TO."""

    name = "period"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the period as written, or refuse what is none."""
        if value not in PERIODS and not _is_span(value):
            self.fail(f"{value!r} is no period: choose {', '.join(PERIODS)} or FROM:TO in ISO dates.", param, ctx)
        return value


def _is_span(value: str) -> bool:
    """Tell whether a text is two days parted by a colon, the first not after the second."""
    try:
        first, last = map(date.fromisoformat, value.split(":"))
    except ValueError:
        return False
    return first <= last


DAY, ANSWER, PERIOD = Day(), Answer(), Period()


def database(command: Command) -> Command:
    """Add --db: the store to use."""
    words = "Database URL of the store (default: SSI_COACH_DATABASE, else the SQLite file under data/store/)."
    return click.option("--db", metavar="URL", help=words)(command)


def as_json(command: Command) -> Command:
    """Add --json: nothing but JSON on stdout."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")(command)


def reading(command: Command) -> Command:
    """Add the files and how to read them."""
    for add in (
        click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path()),
        click.option(
            "--answer",
            "answers",
            multiple=True,
            type=ANSWER,
            help="Answer a question; may be repeated; link=sure accepts strong evidence.",
        ),
        click.option("--as-of", type=DAY, help="The day the files speak of (default: their own date, else today)."),
        click.option("--period", type=PERIOD, help="Closed deals that count (default: as last time, else quarter)."),
    ):
        command = add(command)
    return command
