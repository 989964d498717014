"""What can be wrong with the user's data, and what is the remedy?

Findings about the data are values, never exceptions: good rows and explained bad ones come back together.
The kinds of findings are in problem_kinds.py.
"""

from dataclasses import dataclass, field

from dashboard.model.problem_kinds import CATALOGUE as CATALOGUE
from dashboard.model.problem_kinds import ProblemSpec as ProblemSpec
from dashboard.model.problem_kinds import Severity as Severity


@dataclass(frozen=True)
class Problem:
    """One finding; `row` counts as the spreadsheet does (first row = 1) and is None where the whole file is meant.

    `rep`, `week` (ISO Monday) and `pillar` (its label) say whom and what the row is about, where that is known.
    """

    code: str
    file: str
    sheet: str | None
    row: int | None
    column: str | None
    found: str
    remedy: str
    severity: Severity
    rep: str | None = None
    week: str | None = None
    pillar: str | None = None


@dataclass(frozen=True)
class Question:
    """What the reader will not guess: one question with choices, answered by `key=value`.

    The most likely choice stands first; `labels` are the choices in words, () where they speak for themselves. `why` is
    the reason in words. `sure` says that the evidence for the first choice is strong and nothing speaks against it.
    `table` shows what it is about, headings first, where there is anything to compare.
    """

    key: str
    file: str
    column: str | None
    text: str
    choices: tuple[str, ...]
    labels: tuple[str, ...] = ()
    why: str = ""
    sure: bool = False
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class DeskFile:
    """A file that was imported before: what it was called, and what tells its kind from others ("", None: unknown)."""

    name: str
    sheet: str | None
    shape: str | None
    headings: tuple[str, ...]


@dataclass(frozen=True)
class Dispute:
    """One number that stands in the files with several values: `key=value` chooses one; without it the first is kept.

    `week` is the ISO Monday, `choices` are as text in the order of the rows, `places` say where each stands.
    """

    key: str
    rep: str
    week: str
    field: str
    choices: tuple[str, ...]
    places: tuple[str, ...]
    kept: str


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
    """What was understood of one file; `columns` maps each header as written to a field name or None.

    `displaced` maps each header that is not read because another has its field to that other header. `remembered` are
    the answers taken over from an earlier file of the same layout, `keep` those worth keeping for each layout it has.
    """

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
    displaced: dict[str, str] = field(default_factory=dict)
    remembered: dict[str, str] = field(default_factory=dict)
    keep: dict[str, dict[str, str]] = field(default_factory=dict)


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
