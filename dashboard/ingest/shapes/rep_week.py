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
    own = [column for column in score_columns(table) if column.field in (*SCORES, "reported_total")]
    scored = scores.read_scores(score_columns(table), findings)
    scores.tell_missing(scored, own, rows["name"].where(rows["name"] != "", rows["email"]), findings)
    rows = rows.assign(**read_facts(table, findings))
    return with_numbers(usage.as_seats(rows, table, findings), table, scored, findings)


def score_columns(table: Table) -> list[Column]:
    """Return the columns of scores and totals."""
    return [
        Column(field, table.heading(field), cells)
        for field, cells in table.cells.items()
        if BY_FIELD[field].kind in (Kind.SCORE, Kind.TOTAL)
    ]


def with_numbers(rows: pd.DataFrame, table: Table, scored: scores.Points, findings: Findings) -> pd.DataFrame:
    """Return rows with the scores that were read and all other numbers, one line per row and currency."""
    money = amounts.read_money(table, scored.comma, findings)
    shares = read_shares(table, scored.comma, money, findings)
    counts = amounts.read_counts(table, findings)
    return amounts.per_currency(rows.assign(**scored.points, **money.amounts, **shares, **counts), money)


SHAPE = Shape("rep_week", fits, read)
