"""What did each rep's pipeline look like, by currency, when it was last seen?

Amounts of different currencies are never added; each currency keeps a row of its own.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.metrics.grid import Days, Floats, Grid, Marks, Whole, Words, build_grid
from dashboard.model.tables import MONEY, PIPELINE_VALUES

WEEKS_OLD = 4
"""A snapshot older than this no longer speaks for the week (ours: a quarter's pipeline turns over in about three)."""
LOOKED_BACK = 26
"""Weeks of pipeline before a week that anything said of the week may be made of (half a year; see tests)."""
MOST_SEEN = 40
"""Weeks of which the snapshots are kept at most: those of one review and more."""

NUMBERS: tuple[str, ...] = (*PIPELINE_VALUES, "remaining", "coverage")
_MONEY = [NUMBERS.index(name) for name in MONEY]
_NOT_MONEY = [NUMBERS.index(name) for name in PIPELINE_VALUES if name not in MONEY]


@dataclass(frozen=True)
class Seen:
    """The newest snapshots at a week, one row per rep and currency, main currency first within each rep.

    `rep` is the rep's place in the history; `numbers` has the columns NUMBERS, NaN where missing.
    """

    rep: Whole
    currency: Words
    week: Days
    numbers: Floats

    def of(self, name: str) -> Floats:
        """Return one column of the numbers."""
        return self.numbers[:, NUMBERS.index(name)]

    def rows(self, chosen: Marks | Whole) -> "Seen":
        """Return the chosen rows, in the order given."""
        return Seen(self.rep[chosen], self.currency[chosen], self.week[chosen], self.numbers[chosen])

    def main(self) -> Marks:
        """Mark each rep's main currency, which is the first of its rows."""
        return np.append(True, self.rep[1:] != self.rep[:-1])[: len(self.rep)]

    def quota_met(self) -> Marks:
        """Mark the rows where nothing of the quota is left, or the file itself says so."""
        remaining = self.of("remaining")
        return np.where(np.isnan(remaining), self.of("attainment") >= 1, remaining == 0)


@dataclass(frozen=True)
class Snapshots:
    """All pipeline rows of the shown reps: `rep` and `currency` name the columns of `grid`."""

    grid: Grid
    table: pd.DataFrame
    rep: Whole
    currency: Words

    @cached_property
    def numbers(self) -> Floats:
        """The values of every pipeline row, with room for what is worked out from them."""
        values = self.table[list(PIPELINE_VALUES)].to_numpy(dtype=float)
        return np.pad(values, ((0, 0), (0, len(NUMBERS) - len(PIPELINE_VALUES))), constant_values=np.nan)

    def at(self, week: date) -> Seen:
        """Return the newest snapshot per rep and currency at the week, at most WEEKS_OLD weeks old.

        The main currency is the one with a quota, else the one with the larger open pipeline, ties by alphabet. The
        last answers are kept.
        """
        found = self.seen.get(week) or self._at(week)
        if len(self.seen) >= MOST_SEEN:
            self.seen.clear()
        self.seen[week] = found
        return found

    @cached_property
    def seen(self) -> dict[date, Seen]:
        """What was asked for already, by week."""
        return {}

    def _at(self, week: date) -> Seen:
        newest = self.grid.newest(week, WEEKS_OLD)
        found = newest >= 0
        weeks = self.table["week"].to_numpy()[newest[found]].astype("datetime64[D]")
        seen = Seen(self.rep[found], self.currency[found], weeks, self.numbers[newest[found]])
        return _with_rest(_fold_moneyless(_main_first(seen)))


def build_snapshots(reps: pd.DataFrame, pipeline: pd.DataFrame) -> Snapshots:
    """Return the pipeline rows by rep, in the order of `reps`, and currency and week."""
    rep = pd.Index(reps["rep_id"]).get_indexer(pd.Index(pipeline["rep_id"]))
    coins, names = pd.factorize(pipeline["currency"].fillna(""), sort=True)
    count = max(len(names), 1)
    keys, pairs = pd.factorize(rep * count + coins)
    grid = build_grid(np.where(rep >= 0, keys, -1), len(pairs), pipeline["week"])
    currency = np.array([*names, ""], dtype=object)[pairs % count]
    return Snapshots(grid, pipeline, pairs // count, currency)


def _main_first(seen: Seen) -> Seen:
    opened = np.nan_to_num(seen.of("open_pipeline"), nan=-np.inf)
    no_quota = ~(seen.of("quota") > 0)
    alphabet = np.unique(seen.currency.astype(str), return_inverse=True)[1]
    return seen.rows(np.lexsort((alphabet, -opened, no_quota, _moneyless(seen), seen.rep)))


def _moneyless(seen: Seen) -> Marks:
    return np.all(np.isnan(seen.numbers[:, _MONEY]), axis=1)


def _fold_moneyless(seen: Seen) -> Seen:
    """Put meetings, attainment and counts that came without any money beside the rep's main currency.

    Where what was won of a quota is known there, the attainment follows from these.
    """
    main = seen.main()
    spare = _moneyless(seen) & (seen.currency == "") & ~main
    if not spare.any():
        return seen
    offered = np.full((seen.rep.max() + 1, len(_NOT_MONEY)), np.nan)
    offered[seen.rep[spare]] = seen.numbers[np.ix_(spare, _NOT_MONEY)]
    own, numbers = seen.numbers[:, _NOT_MONEY], seen.numbers.copy()
    wanted = np.isnan(own) & main[:, None]
    worked_out = (seen.of("quota") > 0) & ~np.isnan(seen.of("won"))
    wanted[:, _NOT_MONEY.index(NUMBERS.index("attainment"))] &= ~worked_out
    numbers[:, _NOT_MONEY] = np.where(wanted, offered[seen.rep], own)
    return replace(seen, numbers=numbers).rows(~spare)


def _with_rest(seen: Seen) -> Seen:
    """Add what is left of the quota and how far the open pipeline covers it, where that follows from known numbers."""
    quota, won, given = seen.of("quota"), seen.of("won"), seen.of("attainment")
    quota = np.where(quota > 0, quota, np.nan)
    attainment = np.where(np.isnan(given), won / quota, given)
    remaining = np.round(np.maximum(quota - np.where(np.isnan(won), attainment * quota, won), 0.0), 6)
    coverage = seen.of("open_pipeline") / np.where(remaining == 0, np.nan, remaining)
    worked_out = {"attainment": attainment, "remaining": remaining, "coverage": coverage}
    numbers = seen.numbers.copy()
    for name, values in worked_out.items():
        numbers[:, NUMBERS.index(name)] = values
    return replace(seen, numbers=numbers)
