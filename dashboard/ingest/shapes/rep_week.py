"""One row per rep and week, the pillars and pipeline numbers in columns of their own."""

import pandas as pd

from dashboard.ingest import amounts, scores, usage
from dashboard.ingest.days import read_days
from dashboard.ingest.findings import Findings
from dashboard.ingest.scores import Column
from dashboard.ingest.shapes.shape import Shape
from dashboard.ingest.shares import read_shares
from dashboard.ingest.table import Table
from dashboard.ingest.who import read_facts, read_who
from dashboard.model.columns import BY_FIELD, Kind, fields_of
from dashboard.model.tables import SCORES

_VALUES = frozenset(fields_of(Kind.SCORE, Kind.TOTAL, Kind.MONEY, Kind.FRACTION, Kind.COUNT))
_NAMES = frozenset({"name", "first_name", "last_name", "email"})


def fits(fields: frozenset[str]) -> bool:
    """Say whether columns are enough: somebody and a number, or two pillars (or a total and a day) of one unnamed rep.

    >>> fits(frozenset({"email", "quota"})), fits(frozenset({"name", "team"})), fits(frozenset({"brand", "people"}))
    (True, False, True)
    """
    if fields & _NAMES:
        return bool(fields & _VALUES)
    return len(fields & set(SCORES)) > 1 or {"date", "reported_total"} <= fields


def read(table: Table, findings: Findings) -> pd.DataFrame:
    """Return one line per row and currency."""
    rows = read_who(table, findings)
    rows["date"] = read_days(table, findings)
    columns = [
        Column(field, table.heading(field), cells)
        for field, cells in table.cells.items()
        if BY_FIELD[field].kind in (Kind.SCORE, Kind.TOTAL)
    ]
    scored = scores.read_scores(columns, findings)
    own = [column for column in columns if column.field in (*SCORES, "reported_total")]
    scores.tell_missing(scored, own, rows["name"].where(rows["name"] != "", rows["email"]), findings)
    money = amounts.read_money(table, scored.comma, findings)
    shares = read_shares(table, scored.comma, money, findings)
    for found in (
        scored.points,
        money.amounts,
        shares,
        amounts.read_counts(table, findings),
        read_facts(table, findings),
    ):
        rows = rows.assign(**found)
    return amounts.per_currency(usage.as_seats(rows, table, findings), money)


SHAPE = Shape("rep_week", fits, read)
