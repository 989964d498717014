"""What is there to tell and to ask about one file, and what was answered?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pandas as pd

from dashboard.ingest.grid import Cell, text_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.periods import QUARTER, is_period
from dashboard.model.problems import CATALOGUE, LeftOut, Problem, Question, Severity

MOST_OF_A_KIND = 500
"""Problems of one code and column that are listed one by one; the rest are counted in one more (ours)."""
Deals = Callable[[], frozenset[str]]
"""What gives the ids and names of the deals of a list, worked out only when somebody asks."""


@dataclass
class Findings:
    """Collects the problems and questions of one file; `problems` and `questions` are in the order they were found.

    `used` are the keys of the answers that were asked for and found, as `same_key` gives them. `as_of` is the
    day if one was given, `counted` how many rows were added up, if they were, and `left_out` the rows that a shape
    itself found to be none. `deals` gives the ids and names of the deals of a list. `recalled` and `keep` are the
    answers about several files together that were remembered, and those to keep.
    """

    file: str
    answers: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    as_of: date | None = None
    counted: int | None = None
    left_out: list[LeftOut] = field(default_factory=list)
    deals: Deals = frozenset
    recalled: dict[str, str] = field(default_factory=dict)
    keep: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def period(self) -> str:
        """Which closed deals count: the answer `period`, by default the quarter of the file's day."""
        said = self.answer("period") or ""
        return said if is_period(said) else QUARTER

    def tell(
        self, code: str, row: int | None, column: str | None, found: str, severity: Severity | None = None
    ) -> None:
        """Add one problem of the catalogue; `found` is what stands there, as written."""
        spec = CATALOGUE[code]
        grave = severity or spec.severity
        self.problems.append(Problem(code, self.file, self.sheet, row, column, found, spec.remedy, grave))

    def tell_all(
        self,
        code: str,
        column: str | None,
        rows: Sequence[int],
        found: Sequence[Cell],
        severity: Severity | None = None,
    ) -> None:
        """Add a problem per row, and one for all rows beyond the first 500."""
        for row, cell in zip(rows[:MOST_OF_A_KIND], found, strict=False):
            self.tell(code, int(row), column, text_of(cell) or "blank", severity)
        if len(rows) > MOST_OF_A_KIND:
            more = f"and {len(rows) - MOST_OF_A_KIND:,} more rows, to row {int(max(rows)):,}"
            self.tell(code, None, column, more, severity)

    def sheet_row(self, row: int) -> int:
        """Return the row as the spreadsheet counts."""
        return row

    def flag(self, code: str, column: str | None, bad: pd.Series, cells: pd.Series) -> None:
        """Add a problem for each row that is marked bad; the index of both is the spreadsheet's rows."""
        marked = np.flatnonzero(bad.to_numpy())
        if len(marked):
            rows = bad.index[marked].tolist()
            self.tell_all(code, column, rows, cells.iloc[marked[:MOST_OF_A_KIND]].tolist())

    def column(self, field: str) -> str | None:
        """Return the heading under which a field stands in this file; in long files that is the points' column."""
        return self.headings.get(field) or self.headings.get("points")

    def ask(
        self,
        key: str,
        column: str | None,
        text: str,
        choices: Sequence[str],
        labels: Sequence[str] = (),
        *,
        why: str = "",
        sure: bool = False,
        table: Sequence[tuple[str, ...]] = (),
    ) -> str | None:
        """Return the answer to a question if there is one among the choices, else ask it; no choices: any answer."""
        answer = self.answer(key)
        if answer is not None and (not choices or answer in choices):
            return answer
        if all(question.key != key for question in self.questions):
            self.questions.append(
                Question(key, self.file, column, text, tuple(choices), tuple(labels), why, sure, tuple(table))
            )
        return None

    def answer(self, *keys: str) -> str | None:
        """Return the answer to the first of these keys that has one; spaces and case of keys do not matter."""
        given = {same_key(key): value.strip() for key, value in self.answers.items()}
        found = next((same_key(key) for key in keys if given.get(same_key(key))), None)
        if found is None:
            return None
        self.used.add(found)
        return given[found]


def same_key(key: str) -> str:
    """Return the form in which two spellings of a key are equal."""
    return one_line(key).casefold()
