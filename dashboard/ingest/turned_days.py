"""Has a spreadsheet taken the month of another country's dates for the day?

Where it reads 05/10/2026 day first, it leaves 10/26/2026 a text: then the real dates of the column are those that fit
both ways, and may all be turned round.
"""

import re
from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from dashboard.ingest.findings import Findings
from dashboard.ingest.headings import one_line
from dashboard.ingest.table import Table

_WRITTEN = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})\b.*")
_MONTHS = 12
KEY = "turned_dates"


def turned_back(days: pd.Series, table: Table, findings: Findings) -> pd.Series:
    """Return the days with those of real dates turned round if that was answered; missing while it is asked."""
    codes, once = table.different("date")
    real = {place: cell for place, cell in enumerate(once) if isinstance(cell, date)}
    texts = [cell for cell in once if isinstance(cell, str)]
    if not real or not texts or not _may_be_turned(list(real.values()), texts):
        return days
    first = next(cell for cell in real.values() if cell.day != cell.month)
    shown, turned = f"{first:%Y-%m-%d}", f"{_turn(first):%Y-%m-%d}"
    column = table.headings["date"]
    odd = next(cell for cell in texts if _WRITTEN.fullmatch(cell)).strip()
    text = f'"{one_line(column)}" has real dates like {shown} beside texts like {odd}: were day and month turned round?'
    labels = (f"Turned round: {turned} is meant", f"Right as they are: {shown}")
    answer = findings.ask(KEY, column, text, ("turned", "right"), labels)
    if answer == "right":
        return days
    meant = np.full(len(once) + 1, None, dtype=object)
    if answer:
        meant[list(real)] = [_turn(cell) for cell in real.values()]
    about = np.isin(codes, list(real))
    return days.mask(about, pd.Series(pd.to_datetime(meant[codes]), index=days.index).astype(days.dtype))


def _may_be_turned(real: Sequence[date], texts: Sequence[str]) -> bool:
    """Say whether all real dates fit both ways, and no text does; Mondays as they are speak against it."""
    matches = [match for match in map(_WRITTEN.fullmatch, texts) if match]
    pairs = [(int(match[1]), int(match[3])) for match in matches]
    if not pairs or any(cell.day > _MONTHS for cell in real) or all(cell.day == cell.month for cell in real):
        return False
    first, last = (all(pair[place] > _MONTHS for pair in pairs) for place in (0, 1))
    mondays = all(cell.weekday() == 0 for cell in real) and not all(_turn(cell).weekday() == 0 for cell in real)
    return first != last and not mondays


def _turn(day: date) -> date:
    """Return the day with its month and number exchanged."""
    return date(day.year, day.day, day.month)
