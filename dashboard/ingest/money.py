"""How much money does a cell hold, and in which currency? "$1.2M", "45k", "(200)", "1.204.500,00 €", "USD 1,200".

-1 is how CRM exports write "unknown": it is missing, and marked so. Other negative amounts are amounts.
"""

import math
import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.ingest.cells import distinct
from dashboard.ingest.currencies import Unit, unit
from dashboard.ingest.numbers import Written, from_numeric, in_text, infinite, settle_written, unquoted, written
from dashboard.ingest.separators import Habit

_AMOUNT = re.compile(r"(?P<before>[^0-9.,]*?)(?P<digits>[.,]?[0-9](?:[0-9.,' ]*[0-9.,])?)(?P<after>.*)", re.DOTALL)
_SIGNS = re.compile(r"[-+()]")
_NO_UNIT = Unit()


@dataclass(frozen=True)
class Money:
    """A column of amounts in units of each row's `currency` (ISO 4217, "" unknown); NaN where blank, bad or -1.

    `unclear` holds a mark that several currencies share ("kr"). `mixed` cells were read against the column's decimal
    sign; `undecidable` columns have nothing that tells "1,204" with thousands from 1.204.
    """

    values: pd.Series
    bad: pd.Series
    currency: pd.Series
    unknown: pd.Series
    unclear: pd.Series
    mixed: pd.Series
    decimal: str = "."
    undecidable: bool = False


def money(cells: pd.Series, *, decimal: str | None = None) -> Money:
    """Read a column of amounts; the decimal sign is found from the whole column unless given.

    Three digits after a single separator are thousands where the column does not prove otherwise, except beside
    "M" or "bn" ("1.204M"), where they are decimals.

    >>> money(pd.Series(["$1.2M", "(200)", "1.204 €", "TBD"])).values.tolist()
    [1200000.0, -200.0, 1.204, nan]
    """
    ready = from_numeric(cells)
    if ready is not None:
        return _bare(cells, ready)
    different = distinct(cells)
    parts = [_amount(cell) for cell in different.cells]
    units = [part[1] for part in parts]
    habits = [Habit.SCORE if one.power >= 6 else Habit.AMOUNT for one in units]
    settled = settle_written([part[0] for part in parts], habits, decimal)
    unknown = settled.numbers == -1.0
    return Money(
        different.spread(np.where(unknown, math.nan, settled.numbers), math.nan, "float64"),
        different.spread(np.isnan(settled.numbers), False, "bool"),
        different.spread([one.currency for one in units], "", "object").astype("str"),
        different.spread(unknown, False, "bool"),
        different.spread([one.unclear for one in units], "", "object").astype("str"),
        different.spread(settled.mixed, False, "bool"),
        settled.decimal,
        settled.undecidable,
    )


def _bare(cells: pd.Series, ready: pd.Series) -> Money:
    """Return a column of number cells as amounts without currency."""
    nothing = pd.Series("", index=cells.index, dtype="str")
    unknown = ready == -1.0
    never = pd.Series(False, index=cells.index)
    return Money(ready.mask(unknown), infinite(cells, ready), nothing, unknown, nothing, never)


def _amount(cell: object) -> tuple[Written, Unit]:
    """Read one amount: its number with sign and size, and what stands beside it."""
    if not isinstance(cell, str):
        return written(cell), _NO_UNIT
    plain = unquoted(cell)
    match = _AMOUNT.fullmatch(plain)
    if not match:
        return in_text(plain), _NO_UNIT
    beside = match["before"] + " " + match["after"]
    found = unit(_SIGNS.sub(" ", beside)) if beside != " " else _NO_UNIT
    if found is None:
        return in_text(plain), _NO_UNIT
    signs = "".join(_SIGNS.findall(match["before"]))
    number = in_text(signs + match["digits"] + "".join(_SIGNS.findall(match["after"])), found.power)
    return number, found
