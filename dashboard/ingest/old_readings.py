"""Is a reading older than the week it is reported for, than everybody else's, or than what the desk has?"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard.ingest.days import days_beside
from dashboard.ingest.findings import MOST_OF_A_KIND, Findings
from dashboard.ingest.merge import Merged
from dashboard.ingest.steps import Steps
from dashboard.ingest.table import Table
from dashboard.model.problems import Severity

_CODE = "old_reading"
_FEW = 3
"""So many reps make a week of a file; of two nobody can say which one is late (ours)."""
_BEHIND = 14
"""Days by which the newest reading of a file is older than the desk's before that is told (ours)."""


def tell_read_before(rows: pd.DataFrame, table: Table, findings: Findings) -> None:
    """Report the rows whose score was read before the Monday of the week it is reported for."""
    if "read_on" not in table.cells or rows.empty:
        return
    column = table.headings["read_on"]
    read = days_beside(table, "read_on", findings)
    if read is None:
        return
    days = read.reindex(rows.index)
    monday = rows["date"] - pd.to_timedelta(rows["date"].dt.day_of_week, unit="D")
    old = np.flatnonzero((days < monday).to_numpy())
    shown = [
        f"read on {day:%Y-%m-%d}, reported for the week of {week:%Y-%m-%d}"
        for day, week in zip(days.iloc[old[:MOST_OF_A_KIND]], monday.iloc[old], strict=False)
    ]
    findings.tell_all(_CODE, column, rows.index[old].tolist(), shown)


def tell_behind(merged: Merged, findings: Sequence[Findings]) -> None:
    """Report who has an older week than most, in files with one reading for each rep."""
    for part, own in merged.rows.groupby("part", sort=False):
        weeks = own["week"].to_numpy()
        if len(own) < _FEW or own["code"].duplicated().any() or (weeks == weeks[0]).all():
            continue
        different, counts = np.unique(weeks, return_counts=True)
        if counts[-1] * 2 <= len(own):
            continue
        old = own[weeks < different[-1]]
        others = f"{counts[-1]} of {len(own)} reps have the week of {pd.Timestamp(different[-1]):%Y-%m-%d}"
        told = findings[int(str(part))]
        shown = [
            f"{rep}: {day:%Y-%m-%d}, while {others}"
            for rep, day in zip(old["rep"][:MOST_OF_A_KIND], old["date"], strict=False)
        ]
        told.tell_all(_CODE, told.column("date"), old["row"].tolist(), shown)


def tell_before_desk(steps: Steps, findings: Sequence[Findings]) -> None:
    """Report the files whose newest reading is two weeks or more older than the desk's newest of the same reps."""
    stored = ~steps.own
    if not stored.any():
        return
    newest = int(steps.days[stored].max())
    places = np.flatnonzero(steps.own)
    parts = steps.merged.rows["part"].to_numpy()[steps.place[places]]
    for part in np.unique(parts):
        own = int(steps.days[places[parts == part]].max())
        if newest - own >= _BEHIND:
            days = [np.datetime64(day, "D") for day in (own, newest)]
            found = f"the newest of its readings is of {days[0]}; the desk has {days[1]} of the same reps"
            findings[int(part)].tell(_CODE, None, None, found, Severity.INFO)
