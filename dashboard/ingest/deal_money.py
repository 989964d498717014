"""What is each deal worth, in which currency, and how much of it is to be expected?"""

import numpy as np
import pandas as pd

from dashboard.ingest import numbers
from dashboard.ingest.amounts import read_money
from dashboard.ingest.cells import text
from dashboard.ingest.columnwise import each, values_of
from dashboard.ingest.findings import Findings
from dashboard.ingest.stages import OPEN, WON
from dashboard.ingest.table import Table

_FIELDS = ("deal_amount", "deal_actual", "deal_expected")
_NOT_SURE = 1.0


def read_chances(table: Table, findings: Findings) -> pd.Series | None:
    """Return the probability of each deal as a fraction, NaN where unknown; None without such a column.

    "40 %" is 0.4 by itself; bare numbers are fractions if none is over 1, else all of them are percent.
    """
    if "deal_probability" not in table.cells:
        return None
    cells = table.cells["deal_probability"]
    marked = each(cells, lambda cell: isinstance(cell, str) and text(cell).endswith("%"), False, "bool")
    bare = cells
    if marked.any():
        bare = each(cells, lambda cell: text(cell).rstrip("% ") if isinstance(cell, str) else cell, "")
    read = numbers.numbers(bare)
    values = values_of(read).astype("float64")
    in_percent = marked | bool((values[~marked] > _NOT_SURE).any())
    values = (values / 100).round(12).where(in_percent, values)
    column = table.headings["deal_probability"]
    findings.flag("unreadable_number", column, read.bad, cells)
    outside = (values < 0) | (values > 1)
    findings.flag("out_of_range", column, outside, cells)
    return values.mask(outside)


def read_amounts(table: Table, states: np.ndarray, findings: Findings) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return amount (NaN unknown), expected amount (NaN: not given) and currency ("" unknown) of each deal."""
    money = read_money(table, False, findings, _FIELDS)
    nothing = np.full(len(table.rows), np.nan)
    columns = {field: money.amounts[field].to_numpy() if field in money.amounts else nothing for field in _FIELDS}
    marks = [money.marks[field].to_numpy(dtype=object) for field in _FIELDS if field in money.marks]
    currency = np.full(len(table.rows), money.currency, dtype=object)
    for mark in marks[::-1]:
        currency = np.where(mark != "", mark, currency)
    amount = columns["deal_amount"]
    if "deal_actual" in money.amounts:
        amount = np.where((states == WON) & ~np.isnan(columns["deal_actual"]), columns["deal_actual"], amount)
    field = next((one for one in _FIELDS if one in table.cells), None)
    if field:
        findings.flag("negative_amount", table.headings[field], pd.Series(amount < 0, table.rows), table.cells[field])
    return amount, columns["deal_expected"], currency


def weigh(
    amount: np.ndarray,
    expected: np.ndarray,
    chances: pd.Series | None,
    states: np.ndarray,
    table: Table,
    findings: Findings,
) -> np.ndarray:
    """Return amount times probability, else what the list itself expects; an open deal without either is reported."""
    likely = chances.to_numpy() if chances is not None else np.full(len(amount), np.nan)
    weighted = np.where(np.isnan(likely), expected, amount * likely)
    if chances is not None:
        missing = (states == OPEN) & np.isnan(weighted) & ~np.isnan(amount)
        column, cells = table.headings["deal_probability"], table.cells["deal_probability"]
        findings.flag("no_probability", column, pd.Series(missing & chances.isna().to_numpy(), table.rows), cells)
    return weighted


def with_main_currency(currency: np.ndarray, owner: np.ndarray, amount: np.ndarray) -> np.ndarray:
    """Return currencies with that of most of the owner's deals where a deal has neither an amount nor a currency."""
    bare = (currency == "") & np.isnan(amount)
    if not bare.any() or not (currency != "").any():
        return currency
    told = pd.DataFrame({"owner": owner, "currency": currency})[currency != ""]
    most = told.value_counts(sort=True).reset_index().drop_duplicates("owner").set_index("owner")["currency"]
    found = pd.Series(owner).map(most).fillna("").to_numpy(dtype=object)
    return np.where(bare, found, currency)
