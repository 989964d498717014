"""Does a share of the quota still belong to what was won and to the quota beside it?

A file's own share belongs to the numbers it came with: once a newer import gives other ones without a share, the old
share no longer counts, and what was won over the quota does.
"""

import numpy as np
from pandas import DataFrame

SHARE, OF = "attainment", ("won", "quota")
_SAME = 1e-9
_NONE = np.inf
"""Stands for "no share any more" while the newest value of each column is looked for."""


def overtaken(rows: DataFrame, keys: list[str]) -> DataFrame:
    """Return the versions, sorted by key and age, with those marked that end a share; `settled` takes the marks out."""
    if SHARE not in rows or rows[SHARE].isna().all() or not set(OF) & set(rows.columns):
        return rows
    again = rows.duplicated(keys, keep=False)
    if not again.any():
        return rows
    some = rows.loc[again, [*keys, SHARE, *(name for name in OF if name in rows)]]
    groups = some.groupby(keys, sort=False)
    now = {name: groups[name].ffill() for name in OF if name in some}
    known = np.logical_and.reduce([now[name].notna() if name in now else np.zeros(len(some), bool) for name in OF])
    ends = np.zeros(len(some), dtype=bool)
    for values in now.values():
        before = values.groupby([some[key] for key in keys], sort=False).shift()
        came = before.isna() & values.notna() & known
        ends |= (came | ((values - before).abs() > _SAME * before.abs().clip(lower=1))).to_numpy()
    ends &= some[SHARE].isna().to_numpy() & some.duplicated(keys).to_numpy()
    return rows.assign(**{SHARE: rows[SHARE].mask(rows.index.isin(some.index[ends]), _NONE)})


def settled(rows: DataFrame) -> DataFrame:
    """Return one row per key with the ended shares as missing."""
    return rows.assign(**{SHARE: rows[SHARE].replace(_NONE, np.nan)}) if SHARE in rows else rows
