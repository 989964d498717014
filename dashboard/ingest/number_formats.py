"""In which currency does a workbook show its numbers? A cell may hold 1200 and show "1.200 €"."""

from dataclasses import replace

import pandas as pd

from dashboard.ingest.sheets import Located
from dashboard.ingest.table import Table
from dashboard.model.columns import BY_FIELD, Kind


def with_shown(table: Table, located: Located) -> Table:
    """Return the table with the currencies in which its amounts are shown, where the workbook's formats say so."""
    fields = {field: place for place, field in located.header.fields.items() if BY_FIELD[field].kind is Kind.MONEY}
    fields = {field: place for field, place in fields.items() if _holds_numbers(table.cells[field])}
    shown = located.sheet.shown() if fields else {}
    known = {field: shown[place] for field, place in fields.items() if place in shown}
    return replace(table, shown=known, from_1904=located.sheet.from_1904)


def _holds_numbers(cells: pd.Series) -> bool:
    """Say whether any cell of a column is a number; columns of text files that are read as a whole have no format."""
    return cells.dtype == object and any(type(one) is float for one in cells.to_numpy())
