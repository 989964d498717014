"""What do the deals of one owner and currency add up to? Currencies are never added to one another."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.ingest.stages import LOST, OPEN, WON


@dataclass(frozen=True)
class Deals:
    """Deals row by row: owner (a number), currency, state, amount, weighted amount, in the period, overdue.

    Amounts are NaN where unknown. `counts_weighted` says whether the list has anything to weigh deals by.
    """

    owner: np.ndarray
    currency: np.ndarray
    state: np.ndarray
    amount: np.ndarray
    weighted: np.ndarray
    in_period: np.ndarray
    overdue: np.ndarray
    counts_weighted: bool

    def of(self, some: np.ndarray) -> "Deals":
        """Return some of the deals."""
        columns = (self.owner, self.currency, self.state, self.amount, self.weighted, self.in_period, self.overdue)
        return Deals(*(column[some] for column in columns), self.counts_weighted)


def summed(deals: Deals) -> tuple[pd.DataFrame, np.ndarray]:
    """Return a row per owner and currency, and the place of the first deal of each.

    What is open is missing where no open deal has an amount, and so is what was won where no deal at all has one.
    """
    codes, names = pd.factorize(deals.currency)
    groups, keys = pd.factorize(deals.owner.astype(np.int64) * max(len(names), 1) + codes)
    count = len(keys)
    is_open, won = deals.state == OPEN, (deals.state == WON) & deals.in_period
    known = ~np.isnan(deals.amount)
    amounts = np.where(known, deals.amount, 0.0)

    def total(values: np.ndarray, some: np.ndarray) -> np.ndarray:
        return np.bincount(groups, weights=np.where(some, values, 0.0), minlength=count)

    def amount(some: np.ndarray, told: np.ndarray) -> np.ndarray:
        silent = (total(ones, some) > 0) & (total(ones, told) == 0)
        return np.where(silent, np.nan, total(amounts, some).round(6))

    ones = np.ones(len(groups))
    weighted = total(np.nan_to_num(deals.weighted), is_open)
    unweighted = total(ones, is_open & known & np.isnan(deals.weighted)) > 0
    pipeline = amount(is_open, is_open & known)
    unknown = unweighted | (not deals.counts_weighted) | (np.isnan(pipeline) & (weighted == 0))
    found = {
        "currency": np.asarray(names, dtype=object)[keys % max(len(names), 1)] if count else np.empty(0, dtype=object),
        "open_pipeline": pipeline,
        "weighted_pipeline": np.where(unknown, np.nan, weighted.round(6)),
        "won": amount(won, known),
        "deals_open": total(ones, is_open),
        "deals_won": total(ones, won),
        "deals_lost": total(ones, (deals.state == LOST) & deals.in_period),
        "deals_overdue": total(ones, deals.overdue),
        "deals_without_amount": total(ones, ~known),
    }
    first = np.full(count, -1)
    first[groups[::-1]] = np.arange(len(groups))[::-1]
    return pd.DataFrame(found), first
