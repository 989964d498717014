"""What did each rep's pipeline look like, by currency, when it was last seen?

Amounts of different currencies are never added; each currency keeps a row of its own.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from dashboard.metrics.grid import Grid, Whole, build_grid
from dashboard.model.tables import MONEY, PIPELINE_VALUES

WEEKS_OLD = 4
"""A snapshot older than this no longer speaks for the week (ours: a quarter's pipeline turns over in about three)."""

NOT_MONEY: tuple[str, ...] = tuple(name for name in PIPELINE_VALUES if name not in MONEY)


@dataclass(frozen=True)
class Snapshots:
    """All pipeline rows of the shown reps: `rep` and `currency` name the columns of `grid`."""

    grid: Grid
    table: pd.DataFrame
    rep: Whole
    currency: pd.Index

    def at(self, week: date) -> pd.DataFrame:
        """Return the newest snapshot per rep and currency at the week, main currency first within each rep.

        `rep` is the rep's place in the history. The main currency is the one with a quota, else the one with the
        larger open pipeline, ties by alphabet.
        """
        rows = self.grid.newest(week, WEEKS_OLD)
        found = rows >= 0
        picked = self.table.iloc[rows[found]][["week", *PIPELINE_VALUES]].reset_index(drop=True)
        picked.insert(0, "rep", self.rep[found])
        picked.insert(1, "currency", self.currency[found].to_numpy(dtype=object))
        return _with_rest(_fold_moneyless(_main_first(picked)))


def build_snapshots(reps: pd.DataFrame, pipeline: pd.DataFrame) -> Snapshots:
    """Return the pipeline rows by rep, in the order of `reps`, and currency and week."""
    rep = pd.Index(reps["rep_id"]).get_indexer(pd.Index(pipeline["rep_id"]))
    coins, names = pd.factorize(pipeline["currency"].fillna(""))
    keys, pairs = pd.factorize(rep * max(len(names), 1) + coins)
    keys = np.where(rep >= 0, keys, -1)
    currency = pd.Index(names, dtype=object)[pairs % max(len(names), 1)] if len(pairs) else pd.Index([], dtype=object)
    return Snapshots(build_grid(keys, len(pairs), pipeline["week"]), pipeline, pairs // max(len(names), 1), currency)


def _main_first(picked: pd.DataFrame) -> pd.DataFrame:
    keys = {
        "moneyless": picked[list(MONEY)].isna().all(axis=1),
        "no_quota": ~(picked["quota"] > 0),
        "less_open": -picked["open_pipeline"].fillna(-np.inf),
    }
    ordered = picked.assign(**keys).sort_values(["rep", *keys, "currency"], kind="stable", ignore_index=True)
    return ordered.drop(columns=["no_quota", "less_open"])


def _fold_moneyless(picked: pd.DataFrame) -> pd.DataFrame:
    """Put meetings, attainment and counts that came without any money beside the rep's main currency."""
    main = ~picked["rep"].duplicated().to_numpy()
    spare = picked.pop("moneyless").to_numpy(dtype=bool) & picked["currency"].eq("").to_numpy(dtype=bool) & ~main
    if not spare.any():
        return picked
    offered = picked[spare].set_index("rep")[list(NOT_MONEY)].reindex(picked["rep"]).set_axis(picked.index)
    filled = picked[list(NOT_MONEY)].where(picked[list(NOT_MONEY)].notna() | ~main[:, None], offered)
    return picked.assign(**{name: filled[name] for name in NOT_MONEY})[~spare].reset_index(drop=True)


def _with_rest(picked: pd.DataFrame) -> pd.DataFrame:
    """Add what is left of the quota, how far the open pipeline covers it, and whether the quota is met."""
    quota, won, given = (picked[name].to_numpy(dtype=float) for name in ("quota", "won", "attainment"))
    quota = np.where(quota > 0, quota, np.nan)
    attainment = np.where(np.isnan(given), won / quota, given)
    remaining = np.round(np.maximum(quota - np.where(np.isnan(won), attainment * quota, won), 0.0), 6)
    met = np.where(np.isnan(remaining), attainment >= 1, remaining == 0)
    coverage = picked["open_pipeline"].to_numpy(dtype=float) / np.where(met, np.nan, remaining)
    return picked.assign(attainment=attainment, remaining=remaining, coverage=coverage, quota_met=met)
