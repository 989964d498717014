"""How do the cells of attainment and rank columns become shares? A share that may be either is asked, never guessed."""

import numpy as np
import pandas as pd

from dashboard.ingest import numbers, percents
from dashboard.ingest.amounts import Amounts, checked, fields_read_as
from dashboard.ingest.columnwise import values_of
from dashboard.ingest.findings import Findings
from dashboard.ingest.headings import one_line
from dashboard.ingest.percents import Percents
from dashboard.ingest.table import Table
from dashboard.model.columns import Kind

_SHARES = ("percent", "fraction")
_SHARES_IN_WORDS = ("Percent: 4 is 4 %", "Fractions: 4 is 400 %")
_SMALL = 3.0
"""Below a heading with a percent sign, numbers up to this may be a few percent or fractions (ours)."""
_ROUNDED = 0.005
"""A share written in whole percent is at most this far from the exact one."""


def read_shares(table: Table, comma: bool, money: Amounts, findings: Findings) -> dict[str, pd.Series]:
    """Return attainments as fractions and ranks as "top percent"; a column that may be either is asked."""
    found: dict[str, pd.Series] = {}
    decimal = "," if comma else None
    for field in fields_read_as(table, Kind.TOP_PERCENT):
        read = percents.top_percent(table.cells[field], decimal=decimal)
        found[field] = checked(table, field, values_of(read), read.bad, findings)
    for field in fields_read_as(table, Kind.FRACTION):
        read = percents.fractions(table.cells[field], decimal=decimal)
        findings.flag("unclear_share", table.headings[field], read.mixed, table.cells[field])
        exact = _exact(money, table)
        shares = checked(table, field, _scaled(table, field, read, exact, findings), read.bad, findings)
        found[field] = _unrounded(shares, exact)
    return found


def _exact(money: Amounts, table: Table) -> pd.Series:
    """Return won / quota of each row, missing where one of them is or the currencies differ."""
    if not {"won", "quota"} <= set(money.amounts):
        return pd.Series(np.nan, index=table.rows)
    quota = money.amounts["quota"]
    alike = pd.Series(money.alike("won", "quota"), index=table.rows)
    return (money.amounts["won"] / quota.where(quota > 0)).where(alike)


def _unrounded(shares: pd.Series, exact: pd.Series) -> pd.Series:
    """Return shares with those that are only rounded to whole percent made exact."""
    whole = ((shares * 100).round() - shares * 100).abs() < 1e-9
    return shares.mask(whole & ((exact - shares).abs() <= _ROUNDED), exact)


def _scaled(table: Table, field: str, read: Percents, exact: pd.Series, findings: Findings) -> pd.Series:
    """Return attainments as fractions; all missing while the question whether they are percent is open."""
    percent_sign = table.heading(field).percent
    if not (read.undecidable or percent_sign or exact.notna().any()):
        return values_of(read)
    plain = values_of(numbers.numbers(table.cells[field], decimal=read.decimal))
    small = bool(plain.abs().max() <= _SMALL) and bool((plain > 0).any())
    if not (read.undecidable or small):
        return values_of(read)
    label = one_line(table.headings[field])
    said = findings.answer(f"scale:{label}")
    scale = said if said in _SHARES else _scale_by_amounts(plain, exact)
    if not (read.undecidable or percent_sign or scale == "percent"):
        return values_of(read)
    if scale is None and percent_sign and (read.undecidable or table.sheet):
        scale = "percent" if read.undecidable else "fraction"
    if scale is None:
        text = f'"{label}" may hold percent (4 = 4 %) or fractions (4 = 400 %): which is it?'
        scale = findings.ask(f"scale:{label}", table.headings[field], text, _SHARES, _SHARES_IN_WORDS)
    if scale is None:
        return pd.Series(np.nan, index=table.rows)
    return values_of(read).where(plain.isna(), plain / 100 if scale == "percent" else plain)


def _scale_by_amounts(plain: pd.Series, exact: pd.Series) -> str | None:
    """Return the scale on which most attainments are won / quota, None if neither or nothing tells."""
    known = exact.notna() & (plain > 0)
    if not known.any():
        return None
    near = {"percent": plain[known] / 100, "fraction": plain[known]}
    fits = {scale: ((one / exact[known] - 1).abs() < 0.1).mean() for scale, one in near.items()}
    best = max(fits, key=lambda scale: fits[scale])
    return best if fits[best] > 0.5 else None
