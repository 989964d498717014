"""What stands in the columns of weeks, and how do they become one row per rep and week?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

import numpy as np
import pandas as pd

from dashboard.ingest.cells import blank
from dashboard.ingest.findings import MOST_OF_A_KIND, Findings
from dashboard.ingest.grid import Cell, text_of
from dashboard.ingest.table import Table
from dashboard.ingest.wide import WeekCells, WeekColumn
from dashboard.model.columns import BY_FIELD, FIELD_LABELS, Kind
from dashboard.model.problems import CATALOGUE, Problem, Severity


@dataclass(frozen=True)
class Melted:
    """The columns of weeks below each other: a table indexed by `place`, the day of each part, what its columns are.

    A place is a part's number times `base` plus the spreadsheet's row; `written` holds by field and part the heading.
    """

    table: Table
    days: tuple[date, ...]
    base: int
    written: Mapping[tuple[str, int], str]


def heading_of(column: WeekColumn) -> str:
    """Return the heading of a measure without its week, its label where only weeks are written."""
    return column.heading or FIELD_LABELS.get(column.field, "")


def first_filled(weeks: Sequence[WeekCells], index: pd.Index) -> dict[str, pd.Series]:
    """Return by measure the first filled cell of each row, by which blank rows and totals are told."""
    found: dict[str, np.ndarray] = {}
    empty: dict[str, np.ndarray] = {}
    for week in weeks:
        name = week.column.field
        if name not in found:
            found[name], empty[name] = week.cells.astype(object), np.arange(len(index))
        places = empty[name]
        if len(places):
            own = week.cells[places]
            found[name][places] = own
            empty[name] = places[blank(pd.Series(own)).to_numpy(dtype=bool)]
    return {field: pd.Series(cells, index=index, dtype=object) for field, cells in found.items()}


def melt(table: Table, weeks: Sequence[WeekCells], days: Sequence[date]) -> Melted:
    """Return a table with a row per rep and day; of two columns for the same measure and day the first is taken."""
    order = {day: part for part, day in enumerate(sorted(set(days)))}
    count, base = len(table.rows), int(table.rows.max()) + 1
    places = np.concatenate([part * base + table.rows.to_numpy() for part in range(len(order))])
    index = pd.Index(places)
    parts: dict[str, dict[int, WeekCells]] = {}
    for week, day in zip(weeks, days, strict=True):
        parts.setdefault(week.column.field, {}).setdefault(order[day], week)
    nothing = np.full(count, np.nan)
    cells = {field: pd.Series(_below(own, len(order), nothing), index=index) for field, own in parts.items()}
    headings = {field: heading_of(next(iter(own.values())).column) for field, own in parts.items()}
    written = {(field, part): week.written for field, own in parts.items() for part, week in own.items()}
    if "currency" in table.cells:
        cells["currency"] = pd.Series(np.tile(table.cells["currency"].to_numpy(), len(order)), index=index)
        headings["currency"] = table.headings["currency"]
    made = replace(table, cells=cells, headings=headings, rows=index, weeks=(), _different={})
    return Melted(made, tuple(order), base, written)


def _below(own: Mapping[int, WeekCells], parts: int, nothing: np.ndarray) -> np.ndarray:
    """Return the cells of one measure below each other, nothing where a day has no column of it."""
    return np.concatenate([own[part].cells if part in own else nothing for part in range(parts)])


@dataclass
class WeekFindings(Findings):
    """Findings about melted cells, told with the row and the heading of the week in which they stand."""

    melted: Melted | None = None

    @classmethod
    def of(cls, findings: Findings, melted: Melted) -> "WeekFindings":
        """Return findings about the cells of a file that are told, asked and remembered among those of the file."""
        told = cls(**{one.name: getattr(findings, one.name) for one in fields(findings)})
        told.headings, told.melted = melted.table.headings, melted
        return told

    def tell(
        self, code: str, row: int | None, column: str | None, found: str, severity: Severity | None = None
    ) -> None:
        """Add one problem about the whole file; rows that its words name are the spreadsheet's."""
        if self.melted:
            found = re.sub(r"(?<=\brow )\d+", lambda one: str(int(one.group()) % self._base), found)
        super().tell(code, row, column, found, severity)

    def sheet_row(self, row: int) -> int:
        """Return the spreadsheet's row of a cell."""
        return row % self._base if self.melted else row

    def tell_all(
        self,
        code: str,
        column: str | None,
        rows: Sequence[int],
        found: Sequence[Cell],
        severity: Severity | None = None,
    ) -> None:
        """Add a problem per cell with its row, heading and week; cells of columns that are not there have none."""
        if code == "no_scores" or self.melted is None:
            return
        spec, field = CATALOGUE[code], self._field(column)
        for place, cell in zip(rows, found, strict=False):
            part, row = divmod(int(place), self._base)
            written = self.melted.written.get((field, part)) if field else column
            day = self.melted.days[part]
            week = date.fromordinal(day.toordinal() - day.weekday()).isoformat()
            shown = text_of(cell) or "blank"
            label = BY_FIELD[field].label if field and BY_FIELD[field].kind in (Kind.SCORE, Kind.TOTAL) else None
            self.problems.append(
                Problem(
                    code, self.file, self.sheet, row, written, shown, spec.remedy, severity or spec.severity,
                    week=week, pillar=label,
                )
            )  # fmt: skip
        if len(rows) > MOST_OF_A_KIND:
            super().tell(code, None, column, f"and {len(rows) - MOST_OF_A_KIND:,} more cells")

    @property
    def _base(self) -> int:
        """By what a place is divided into part and row."""
        return self.melted.base if self.melted else 1

    def _field(self, column: str | None) -> str | None:
        """Return the field that has a heading."""
        headings = self.melted.table.headings if self.melted else {}
        return next((field for field, heading in headings.items() if heading == column and field != "currency"), None)
