"""What kind of source is a value from, and what if a rep's own word contradicts the admin export?"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.ingest.findings import MOST_OF_A_KIND, Findings
from dashboard.ingest.merge import Merged, rounding
from dashboard.model.activity_columns import ACTIVITY_FIELDS
from dashboard.model.columns import FIELD_LABELS
from dashboard.model.settings import Settings
from dashboard.model.tables import SCORES

ADMIN, REPORTED = "admin_export", "self_reported"
CODE = "against_admin_export"
_COUNTS = 3
"""A file with so many counts of activity comes from the admin's usage export, from where else (ours)."""
_BY_REPS = frozenset({"metrics", "ssi_page"})
"""Shapes and formats of one person's own page."""
_APART = dict.fromkeys(SCORES, Settings.min_change_pillar) | {"reported_total": Settings.min_change_total}
"""Points by which two days of one week may differ without a contradiction: what is within noise."""


def with_source(rows: pd.DataFrame, layout: Set[str], fields: Sequence[str]) -> pd.DataFrame:
    """Return the rows of a file with the kind of source the file is of, where they do not say it themselves.

    `layout` is the file's format and its shape.
    """
    kind = REPORTED if layout & _BY_REPS else ADMIN if len(ACTIVITY_FIELDS & set(fields)) >= _COUNTS else None
    if kind is None or rows.empty:
        return rows
    said = rows["source"] if "source" in rows.columns else pd.Series(None, index=rows.index, dtype="object")
    return rows.assign(source=said.where(said.notna(), kind))


def from_admin(rows: pd.DataFrame) -> np.ndarray:
    """Mark the rows that an admin exported."""
    return (rows["source"] == ADMIN).to_numpy(dtype=bool) if "source" in rows else np.zeros(len(rows), dtype=bool)


@dataclass(frozen=True)
class _Pair:
    """A reading of the files that no admin exported, and the export's of the same rep and week."""

    here: pd.Series
    there: pd.Series
    same_day: bool


def tell_against_admin(merged: Merged, stored: pd.DataFrame | None, findings: Sequence[Findings]) -> None:
    """Report the values that contradict an admin export of the same rep and week, of these files or on the desk."""
    admin = from_admin(merged.rows)
    theirs = merged.rows[admin].assign(own=True)
    if stored is not None and len(stored) and from_admin(stored).any():
        theirs = pd.concat([theirs, _of_desk(stored[from_admin(stored)], merged.rows)], ignore_index=True)
    if theirs.empty or admin.all():
        return
    told = 0
    for pair in _pairs(merged.rows[~admin], theirs):
        for field, apart in _APART.items():
            found = _contradiction(pair, field, apart, findings)
            if found and told < MOST_OF_A_KIND:
                told += 1
                where = findings[int(pair.here["part"])]
                where.tell(CODE, int(pair.here["row"]), where.column(field), found)


def _of_desk(stored: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """Return the desk's readings with the number of the rep and the Monday of the week."""
    codes = own.drop_duplicates("rep_id").set_index("rep_id")["code"]
    known = stored[stored["rep_id"].isin(codes.index)]
    monday = known["date"] - pd.to_timedelta(known["date"].dt.day_of_week, unit="D")
    return known.assign(code=codes.reindex(known["rep_id"]).to_numpy(), week=monday, own=False)


def _pairs(ours: pd.DataFrame, theirs: pd.DataFrame) -> Iterator[_Pair]:
    """Return who is in both in the same week; of several exports of a week the latest counts."""
    latest = theirs.sort_values("date", kind="stable").drop_duplicates(["code", "week"], keep="last")
    places = ours[["code", "week"]].reset_index(drop=True).reset_index(names="here")
    both = places.merge(latest[["code", "week"]].reset_index(drop=True).reset_index(names="there"), on=["code", "week"])
    for here, there in both[["here", "there"]].itertuples(index=False):
        one, other = ours.iloc[here], latest.iloc[there]
        yield _Pair(one, other, one["date"] == other["date"])


def _contradiction(pair: _Pair, field: str, apart: float, findings: Sequence[Findings]) -> str:
    """Return a contradiction in words, "" where there is none."""
    here, there = pair.here.get(field, np.nan), pair.there.get(field, np.nan)
    if not abs(here - there) > (rounding(here) if pair.same_day else apart) + 1e-9:
        return ""
    who = f"{pair.here['rep']}, {pair.here['date']:%Y-%m-%d}, {FIELD_LABELS[field]}"
    said = f"{who}: {here:g} here, {there:g} in the admin export"
    if not pair.there["own"]:
        return f"{said} of {pair.there['date']:%Y-%m-%d} on the desk"
    where = f"row {int(pair.there['row'])} of {findings[int(pair.there['part'])].file}"
    return f"{said} of {pair.there['date']:%Y-%m-%d} ({where})"
