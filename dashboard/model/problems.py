"""What can be wrong with the user's data, and what is the remedy?

Findings about the data are values, never exceptions: good rows and explained bad ones come back together.
Every code of the catalogue has a file in tests/uploads/bad/ and a paragraph in guide/problems.md.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What became of the value: `error` was not stored, `warning` was stored and is worth a look, `info` is told."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class ProblemSpec:
    """One entry of the catalogue: how a kind of problem is named, what to do about it, and how bad it is."""

    code: str
    title: str
    remedy: str
    severity: Severity


@dataclass(frozen=True)
class Problem:
    """One finding; `row` counts as the spreadsheet does (first row = 1) and is None where the whole file is meant."""

    code: str
    file: str
    sheet: str | None
    row: int | None
    column: str | None
    found: str
    remedy: str
    severity: Severity


@dataclass(frozen=True)
class Question:
    """What the reader will not guess: one question with choices, answered by `key=value`."""

    key: str
    file: str
    column: str | None
    text: str
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """A file that could not be read at all, in one sentence with the remedy."""

    file: str
    code: str
    reason: str


@dataclass(frozen=True)
class LeftOut:
    """A spreadsheet row that is no data (title, total, note), with the reason in words."""

    row: int
    reason: str


@dataclass(frozen=True)
class FileReport:
    """What was understood of one file; `columns` maps each header as written to a field name or None."""

    name: str
    format: str
    encoding: str | None
    sheet: str | None
    header_row: int | None
    shape: str | None
    columns: dict[str, str | None]
    rows_read: int
    rows_used: int
    left_out: tuple[LeftOut, ...]
    sha256: str
    samples: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Person:
    """One rep as the files name them; attributes are None where no file says."""

    rep_id: str
    name: str
    email: str | None = None
    aliases: tuple[str, ...] = ()
    team: str | None = None
    role: str | None = None
    licence: str | None = None
    status: str | None = None
    started_on: str | None = None
