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
    """Return what stands on the desk beside the rows and is of another kind than all files, with the files it is of.

    Only amounts of reps, weeks and currencies that the rows speak of; `part` counts on from the files'.
    """
    told = rows[rows["date"].notna() & rows[list(fields)].notna().any(axis=1)] if standing else rows.iloc[:0]
    if told.empty or standing is None:
        return pd.DataFrame(), ()
    days = told["date"].to_numpy().astype("datetime64[D]").astype(np.int64)
    weeks = days - (days + 3) % 7
    asked = np.unique(weeks).astype("datetime64[D]")
    found, files = standing(pd.unique(told["rep_id"]).tolist(), np.datetime_as_string(asked).tolist())
    strange = [place for place, file in enumerate(files) if not any(one and alike(one, file) for one in reports)]
    people = told.drop_duplicates("rep_id").set_index("rep_id")
    found = found[found["origin"].isin(strange) & found["field"].isin(fields) & found["rep_id"].isin(people.index)]
    if found.empty:
        return pd.DataFrame(), ()
    found = found.pivot_table("value", ["rep_id", "week", "currency", "origin"], "field", aggfunc="first").reset_index()
    code = people["code"].reindex(found["rep_id"]).to_numpy(dtype=np.int64)
    whose = code * 100_000 + found["week"].to_numpy().astype("datetime64[D]").astype(np.int64)
    desk = found.assign(
        whose=whose, rep=people["rep"].reindex(found["rep_id"]).to_numpy(), part=found["origin"] + len(reports)
    )
    ours = pd.MultiIndex.from_arrays(
        [told["code"].to_numpy(dtype=np.int64) * 100_000 + weeks, told["currency"].fillna("")]
    )
    return desk[pd.MultiIndex.from_frame(desk[["whose", "currency"]]).isin(ours)], files


def alike(report: FileReport, file: DeskFile) -> bool:
    """Tell whether a file is of the same kind as one on the desk."""
    ours, theirs = _headings(report.columns), _headings(file.headings)
    return report.shape == file.shape and len(ours & theirs) >= _ALIKE * len(ours | theirs) > 0


def _headings(written: Sequence[str] | dict[str, str | None]) -> frozenset[str]:
    return frozenset(map(undated, written)) - {""}
