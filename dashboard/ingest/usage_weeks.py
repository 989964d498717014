"""What if a seat has several counts in one week? Days and periods that follow one another are added up, others told."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard.ingest.findings import Findings
from dashboard.model.tables import ACTIVITY_VALUES

SINCE = "counted_since"
"""The first day the counts of a row are about; missing where the file does not say."""
_WEEK = np.timedelta64(6, "D")
_SEAT = ["code", "week"]


def added_up(rows: pd.DataFrame, findings: Sequence[Findings]) -> pd.DataFrame:
    """Return the rows of all files with the counts of a seat's days added up in the last row of the week.

    That is so where no two of them are about the same day and none is longer than a week; otherwise the latest counts.
    """
    if SINCE not in rows.columns:
        return rows
    if not rows.duplicated(_SEAT).any():
        return rows
    fields = [field for field in ACTIVITY_VALUES if field in rows.columns]
    counted = rows[rows[fields].notna().any(axis=1)]
    again = counted[counted.duplicated([*_SEAT, SINCE, "date", *fields])]
    counted = counted.drop(index=again.index)
    counted = counted[counted.duplicated(_SEAT, keep=False)].sort_values([*_SEAT, SINCE, "date"], kind="stable")
    counted = counted[_several(counted)]
    if counted.empty:
        return rows
    apart = _apart(counted)
    _tell("activity_overlap", counted[~apart], findings)
    if not apart.any():
        return rows
    _tell("activity_days", counted[apart], findings)
    seats = pd.MultiIndex.from_frame(counted.loc[apart, _SEAT])
    _tell_again(again[pd.MultiIndex.from_frame(again[_SEAT]).isin(seats)], findings)
    return _with_sums(rows, counted[apart], fields)


def _several(counted: pd.DataFrame) -> pd.Series:
    """Mark the rows of those weeks of a seat that have different periods: several rows of one are no days of a week."""
    spans = counted[SINCE].astype("int64") * 100_003 + counted["date"].astype("int64")
    return spans.groupby([counted[one] for one in _SEAT]).transform("nunique") > 1


def _apart(counted: pd.DataFrame) -> pd.Series:
    """Mark the rows of those weeks of a seat whose periods are known, no longer than a week, and do not overlap."""
    before = counted.groupby(_SEAT)["date"].shift()
    lasting = counted["date"] - counted[SINCE]
    fine = counted[SINCE].notna() & (lasting <= _WEEK) & (lasting >= np.timedelta64(0, "D"))
    fine &= before.isna() | (counted[SINCE] > before)
    return fine.groupby([counted[one] for one in _SEAT]).transform("all")


def _with_sums(rows: pd.DataFrame, added: pd.DataFrame, fields: Sequence[str]) -> pd.DataFrame:
    """Return the rows with each sum in the last row of its seat and week, and nothing in the others of these weeks."""
    last = added.index[~added.duplicated(_SEAT, keep="last")]
    sums = added.groupby(_SEAT)[list(fields)].sum(min_count=1)
    made = rows.copy()
    weeks = pd.MultiIndex.from_frame(made[_SEAT]).isin(sums.index)
    made.loc[weeks, list(fields)] = np.nan
    made.loc[last, list(fields)] = sums.to_numpy()
    return made


def _tell(code: str, some: pd.DataFrame, findings: Sequence[Findings]) -> None:
    """Tell once per file of how many seats and weeks it is so, and which is the first."""
    for part, own in some.groupby("part", sort=True):
        first = own.iloc[0]
        its = own[(own["code"] == first["code"]) & (own["week"] == first["week"])]
        weeks = len(own.drop_duplicates(_SEAT))
        more = f", and in {weeks - 1:,} more weeks of seats" if weeks > 1 else ""
        rows = ", ".join(map(str, its["row"][:7]))
        found = f"{first['rep']}, week of {first['week']:%Y-%m-%d}: {len(its)} counts, in rows {rows}{more}"
        findings[int(str(part))].tell(code, int(first["row"]), None, found)


def _tell_again(again: pd.DataFrame, findings: Sequence[Findings]) -> None:
    """Tell the rows that repeat another of the same seat and days, which counts once."""
    for part, own in again.groupby("part", sort=True):
        found = [f"{name}, {day:%Y-%m-%d}" for name, day in zip(own["rep"], own["date"], strict=True)]
        findings[int(str(part))].tell_all("duplicate_row", None, own["row"].tolist(), found)
