"""One row per deal, as CRM programs export them: added up per owner and currency, as of the day of the list."""

import numpy as np
import pandas as pd

from dashboard.ingest import deal_days, deal_money, owners
from dashboard.ingest.deal_headings import DEALS
from dashboard.ingest.deal_rows import no_deals, of_one_pipeline, once, only_deals
from dashboard.ingest.deal_states import IGNORE, read_states
from dashboard.ingest.deal_sums import Deals, summed
from dashboard.ingest.file_days import on_day
from dashboard.ingest.findings import Findings
from dashboard.ingest.shapes.shape import Shape
from dashboard.ingest.stages import OPEN
from dashboard.ingest.table import Table
from dashboard.ingest.who import read_who

_STATES = frozenset(("deal_stage", "deal_status", "deal_closed", "deal_won"))
_AMOUNTS = frozenset(("deal_amount", "deal_actual"))
_DEALS = frozenset(("deal_close_date", "deal_closed_on", "deal_won_on", "deal_id", "deal_title", "deal_probability"))


def fits(fields: frozenset[str]) -> bool:
    """Say whether columns are enough: how a deal stands, what it is worth, and what only single deals have.

    >>> fits(frozenset({"deal_stage", "deal_amount", "deal_close_date"})), fits(frozenset({"name", "deal_amount"}))
    (True, False)
    """
    return bool(fields & _STATES and fields & _AMOUNTS and fields & _DEALS)


def read(table: Table, findings: Findings) -> pd.DataFrame:
    """Return a line per owner and currency, in the row of the first deal; only names while a question is open."""
    owners.check_named(table)
    day = deal_days.day_of_list(table, findings)
    empty = no_deals(table)
    grouped = once(only_deals(owners.with_groups(table, empty, findings), empty, findings), findings)
    table = of_one_pipeline(grouped, findings) or grouped
    rows = read_who(table, findings)
    rows["date"] = on_day(day, table, findings)
    chances = deal_money.read_chances(table, findings)
    states = read_states(table, chances, findings)
    days = deal_days.closing_days(deal_days.read_closing(table, findings), states)
    amount, expected, currency = deal_money.read_amounts(table, states, findings)
    if findings.questions:
        return rows.assign(currency="").drop_duplicates("who")
    deal_days.tell_unclosed(table, days, states, findings.period, findings)
    owner = rows["who"].to_numpy(dtype=np.int64)
    deals = Deals(
        owner,
        deal_money.with_main_currency(currency, owner, amount),
        states,
        amount,
        deal_money.weigh(amount, expected, chances, states, table, findings),
        deal_days.within(findings.period, day, days),
        (states == OPEN) & (days < np.datetime64(day)),
        chances is not None or "deal_expected" in table.cells,
    )
    findings.counted = int((states != IGNORE).sum())
    return _per_owner(rows, deals, states != IGNORE, findings)


def _per_owner(rows: pd.DataFrame, deals: Deals, counted: np.ndarray, findings: Findings) -> pd.DataFrame:
    """Return the sums per owner and currency; deals that nobody owns are added up and reported."""
    unowned, instead = owners.nobody(rows)
    if (unowned & counted).any():
        owners.tell_unowned(rows.index[unowned & counted], instead, deals.of(unowned & counted), findings)
        findings.counted = int((counted & ~unowned).sum())
    places = np.flatnonzero(counted & ~unowned)
    sums, first = summed(deals.of(places))
    return rows.iloc[places[first]].assign(**{name: sums[name].to_numpy() for name in sums.columns})


SHAPE = Shape("deals", fits, read, field_of=DEALS.field_of, strength=DEALS.strength, of_deals=True)
