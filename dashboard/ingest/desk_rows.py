"""Which pipeline numbers on the desk would a file of another kind replace?

A kind is told by the shape and the headings, whatever the file's name, format and sheet, and whatever weeks it has: a
corrected copy, or one with a column more, is of the same kind.
"""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from dashboard.ingest.recall import undated
from dashboard.model.problems import DeskFile, FileReport

Standing = Callable[[Sequence[str], Sequence[str]], tuple[pd.DataFrame, tuple[DeskFile, ...]]]
"""What gives the pipeline on the desk of these reps in these weeks (ISO Mondays), and the files it is of.

One row per rep, week, currency and `field` with its `value` and `origin`, the place of the file.
"""
_ALIKE = 0.6
"""Two files are of one kind if at least so much of all their headings is common (ours: other programs share few)."""


def desk_rows(
    rows: pd.DataFrame, fields: Sequence[str], reports: Sequence[FileReport | None], standing: Standing | None
) -> tuple[pd.DataFrame, tuple[DeskFile, ...]]:
    """Return what stands on the desk beside the rows and is of another kind than their files, with the files it is of.

    Only amounts of reps, weeks and currencies that the rows speak of; `part` counts on from the files'.
    """
    told = rows[rows["date"].notna() & rows[list(fields)].notna().any(axis=1)] if standing else rows.iloc[:0]
    if told.empty or standing is None:
        return pd.DataFrame(), ()
    weeks = told["date"].to_numpy().astype("datetime64[D]").astype(np.int64)
    weeks -= (weeks + 3) % 7
    own = told[["part", "code", "rep_id", "rep"]].assign(currency=told["currency"].fillna(""))
    own["whose"] = own["code"].to_numpy(dtype=np.int64) * 100_000 + weeks
    asked = np.datetime_as_string(np.unique(weeks).astype("datetime64[D]")).tolist()
    found, files = standing(pd.unique(told["rep_id"]).tolist(), asked)
    people = own.drop_duplicates("rep_id").set_index("rep_id")
    found = found[found["field"].isin(fields) & found["rep_id"].isin(people.index)]
    code = people["code"].reindex(found["rep_id"]).to_numpy(dtype=np.int64)
    whose = code * 100_000 + found["week"].to_numpy().astype("datetime64[D]").astype(np.int64)
    found = found.assign(whose=whose)[~_newer(found["origin"].to_numpy(), whose, own, reports, files)]
    if found.empty:
        return pd.DataFrame(), ()
    desk = found.pivot_table("value", ["rep_id", "whose", "currency", "origin"], "field", aggfunc="first").reset_index()
    desk = desk.assign(rep=people["rep"].reindex(desk["rep_id"]).to_numpy(), part=desk["origin"] + len(reports))
    both = ["whose", "currency"]
    return desk[pd.MultiIndex.from_frame(desk[both]).isin(pd.MultiIndex.from_frame(own[both]))], files


def _newer(
    origins: np.ndarray,
    whose: np.ndarray,
    own: pd.DataFrame,
    reports: Sequence[FileReport | None],
    files: Sequence[DeskFile],
) -> np.ndarray:
    """Mark what a file of the same kind speaks of, which is a newer version of it."""
    marked = np.zeros(len(origins), dtype=bool)
    for place, file in enumerate(files):
        kin = [part for part, report in enumerate(reports) if report and alike(report, file)]
        if kin:
            marked |= (origins == place) & np.isin(whose, own.loc[own["part"].isin(kin), "whose"])
    return marked


def alike(report: FileReport, file: DeskFile) -> bool:
    """Tell whether a file is of the same kind as one on the desk."""
    ours, theirs = _headings(report.columns), _headings(file.headings)
    return report.shape == file.shape and len(ours & theirs) >= _ALIKE * len(ours | theirs) > 0


def _headings(written: Sequence[str] | dict[str, str | None]) -> frozenset[str]:
    return frozenset(map(undated, written)) - {""}
