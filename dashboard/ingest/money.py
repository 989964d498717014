"""How much money does a cell hold, and in which currency? "$1.2M", "45k", "(200)", "1.204.500,00 €", "USD 1,200".

-1 is how CRM exports write "unknown": it is missing, and marked so. Other negative amounts are amounts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.ingest.cells import Distinct, distinct
from dashboard.ingest.currencies import Unit, unit
from dashboard.ingest.numbers import (
    UNREADABLE,
    Written,
    from_numeric,
    from_plain,
    in_text,
    laid_out,
    never,
    settle_written,
    unquoted,
)
from dashboard.ingest.separators import Habit, Settled, plain

_AMOUNT = re.compile(
    r"(?P<before>.*?)(?P<digits>(?:(?<![^\W\d_])[.,])?[0-9](?:[0-9.,' ]*[0-9.,])?(?:[eE][+-]?[0-9]{1,2})?)"
    r"(?P<after>.*)",
    re.DOTALL,
)
_MARKS = re.compile(r"(?P<before>[^-+()0-9.,]*)[^()]*?(?P<after>[^-+()0-9.,]*)")
_ENGLISH = re.compile(r"(?:-?[0-9]{1,3}+(?:,[0-9]{3})*+(?:\.[0-9]{1,2})?+(?:\n|\Z))++")
_LARGE = 5
"""Powers of ten from which three digits after a separator are decimals: "1.204M", "1,204 Mio." (ours)."""
_SIGNS = re.compile(r"[-+()]")
_NO_UNIT = Unit()


@dataclass(frozen=True)
class Money:
    """A column of amounts in units of each row's `currency` (ISO 4217, "" unknown); NaN where blank, bad or -1.

    `unclear` holds a mark that several currencies share ("kr"). `mixed` cells were read against the column's decimal
    sign; `undecidable` columns have nothing that tells "1,204" with thousands from 1.204, or tell that it is 1.204.
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
        return _bare(*ready)
    whole = from_plain(cells, Habit.AMOUNT, decimal)
    if whole is not None:
        return _bare(whole[0], never(cells), whole[1])
    different = distinct(cells)
    common = _alike(different.texts, decimal)
    if common is None:
        parts = [_amount(cell) for cell in different.texts]
        units = [part[1] for part in parts]
        large = [one.power >= _LARGE for one in units]
        settled = settle_written([part[0] for part in parts], Habit.AMOUNT, decimal, large)
    else:
        settled, units = common
    return _laid_out(different, settled, units)


def _laid_out(different: Distinct, settled: Settled, units: Sequence[Unit]) -> Money:
    """Return per row the amount and what stands beside it; -1 is unknown."""
    values, bad, mixed = laid_out(different, settled)
    unknown = values == -1.0
    marks = [*units, *[_NO_UNIT] * len(different.others)]
    currency = different.spread([one.currency for one in marks], [], "", "str")
    unclear = different.spread([one.unclear for one in marks], [], "", "str")
    return Money(values.mask(unknown), bad, currency, unknown, unclear, mixed, settled.decimal, settled.undecidable)


def _alike(texts: Sequence[str], decimal: str | None) -> tuple[Settled, list[Unit]] | None:
    """Read a column at once whose amounts all have the same marks and English or no thousands, else None."""
    marks = _MARKS.fullmatch(texts[0]) if texts else None
    found = unit(marks["before"] + " " + marks["after"]) if marks else None
    if not marks or found is None or found.power:
        return None
    before, after = marks["before"], marks["after"]
    if not all(cell.startswith(before) and cell.endswith(after) for cell in texts):
        return None
    bare = [cell[len(before) : len(cell) - len(after)] for cell in texts] if before or after else texts
    settled = plain(bare, Habit.AMOUNT, decimal)
    if settled is None and decimal != "," and _ENGLISH.fullmatch("\n".join(bare)):
        settled = plain([cell.replace(",", "") for cell in bare], Habit.AMOUNT, decimal)
    return (settled, [found] * len(texts)) if settled else None


def _bare(values: pd.Series, bad: pd.Series, decimal: str = ".") -> Money:
    """Return a column of plain numbers as amounts without currency."""
    nothing = pd.Series("", index=values.index, dtype="str")
    unknown = values == -1.0
    return Money(values.mask(unknown), bad, nothing, unknown, nothing, never(values), decimal)


def _amount(cell: str) -> tuple[Written, Unit]:
    """Read one amount: its number with sign and size, and what stands beside it."""
    bare = unquoted(cell)
    match = _AMOUNT.fullmatch(bare)
    if not match:
        return UNREADABLE, _NO_UNIT
    before, after = match["before"], match["after"]
    found = unit(_SIGNS.sub(" ", before + " " + after))
    if found is None:
        return UNREADABLE, _NO_UNIT
    signs = ("".join(_SIGNS.findall(before)), "".join(_SIGNS.findall(after)))
    return in_text(signs[0] + match["digits"] + signs[1], found.power), found
