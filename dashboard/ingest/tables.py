"""How do identified rows become the tables of the house: one line per rep and day, and per rep, week and currency?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from dashboard.ingest.disputes import settle
from dashboard.ingest.findings import Findings
from dashboard.ingest.identify import Identified
from dashboard.ingest.merge import Merged, merge, tell_conflicts, tell_repeats
from dashboard.ingest.old_readings import tell_before_desk, tell_behind
from dashboard.ingest.origin import from_admin, tell_against_admin
from dashboard.ingest.places import places
from dashboard.ingest.plausible import tell_odd
from dashboard.ingest.steps import Stored, steps
from dashboard.ingest.strands import strands
from dashboard.ingest.usage_weeks import added_up
from dashboard.model.problems import Dispute
from dashboard.model.tables import (
    ACTIVITY,
    ACTIVITY_VALUES,
    PIPELINE,
    PIPELINE_VALUES,
    READING_VALUES,
    READINGS,
    SCORES,
)

_ROUNDING = 1.0
"""LinkedIn keeps decimals and shows the total rounded: this far apart is no finding (LinkedIn's own page)."""
_TEXTS = frozenset({"rep_id", "rep", "currency", "source", "file", "sheet"})


@dataclass(frozen=True)
class Tables:
    """The three tables, how many rows of each file only repeat another, and the numbers with several values."""

    readings: pd.DataFrame
    pipeline: pd.DataFrame
    activity: pd.DataFrame
    repeats: dict[int, int]
    disputes: tuple[Dispute, ...] = ()
    strands: Mapping[str, pd.DataFrame] = field(default_factory=dict)


def build(found: Identified, findings: Sequence[Findings], stored: Stored | None = None) -> Tables:
    """Return the tables; repeated rows, conflicts and what can hardly be true are reported to the files' findings.

    `stored` gives the readings on the desk that those of the files may follow.
    """
    dated = found.rows["date"].notna()
    rows = found.rows if dated.all() else found.rows[dated]
    if rows.empty:
        return Tables(_shaped(rows, READINGS), _shaped(rows, PIPELINE), _shaped(rows, ACTIVITY), {})
    days = rows["date"].to_numpy().astype("datetime64[D]").astype(np.int64)
    weeks = days - (days + 3) % 7
    currencies, different = pd.factorize(rows["currency"])
    rows = rows.assign(
        week=(weeks * 86_400_000_000).astype("datetime64[us]"),
        currency=_chosen([*different, None], currencies, rows.index),
    )
    rows = added_up(rows, findings)
    who = rows["code"].to_numpy() * 100_000
    surer = from_admin(rows)
    keys = (who + days, (who + weeks) * 1000 + currencies, who + weeks)
    fields = [_in(rows, values) for values in (READING_VALUES, PIPELINE_VALUES, ACTIVITY_VALUES)]
    parts = list(zip(keys, fields, (surer, None, None), strict=True))
    settled = [settle(merge(rows, key, own, days, sure), rows, findings, sure) for key, own, sure in parts]
    merged = readings, pipeline, activity = tuple(one for one, _ in settled)
    for one in merged:
        tell_conflicts(one, rows, findings, surer if one is readings else None)
    repeats = tell_repeats(merged, rows, findings)
    scored = _with_total(readings, findings)
    known = _of_desk(readings, stored)
    following = steps(readings, rows, scored["total"], known)
    tell_odd(following, findings)
    tell_behind(readings, findings)
    tell_before_desk(following, findings)
    tell_against_admin(readings, known, findings)
    shaped = zip((scored, pipeline.rows, activity.rows), (READINGS, PIPELINE, ACTIVITY), strict=True)
    made = [_shaped(table, columns, findings) for table, columns in shaped]
    disputes = tuple(dispute for _, some in settled for dispute in some)
    apart = () if found.spelled.empty else tuple(strands(rows, key, own, days) for key, own, _ in parts)
    placed = [_placed(*pair, rows, findings) for pair in zip(made, merged, strict=True)]
    return Tables(*placed, repeats, disputes, _strands(apart, findings))


def _strands(apart: Sequence[tuple[Merged, pd.DataFrame]], findings: Sequence[Findings]) -> dict[str, pd.DataFrame]:
    """Return per table, by name, its rows as they were before those of several spellings became one."""
    columns = {"readings": READINGS, "pipeline": PIPELINE, "activity": ACTIVITY}
    pairs = zip(columns.items(), apart, strict=False)
    return {
        name: _placed(_shaped(one.rows, shape, findings), one, own, findings)
        for (name, shape), (one, own) in pairs
        if len(own)
    }


def _placed(table: pd.DataFrame, merged: Merged, rows: pd.DataFrame, findings: Sequence[Findings]) -> pd.DataFrame:
    """Return a table with the places of those values that do not stand in their row's line, if there are any."""
    found = places(merged, rows, findings)
    return table if found is None else table.assign(places=found)


def _of_desk(merged: Merged, stored: Stored | None) -> pd.DataFrame | None:
    """Return the readings on the desk of the reps of the files; None without a desk."""
    if stored is None or merged.rows.empty:
        return None
    days = merged.rows["date"]
    return stored(merged.rows["rep_id"].unique().tolist(), days.min().date(), days.max().date())


def _in(rows: pd.DataFrame, fields: tuple[str, ...]) -> list[str]:
    """Return those of the fields that any file has."""
    return [field for field in fields if field in rows.columns]


def _with_total(merged: Merged, findings: Sequence[Findings]) -> pd.DataFrame:
    """Return readings with their total: the sum of the four pillars, else the reported total."""
    rows = merged.rows
    missing = pd.Series(np.nan, index=rows.index)
    reported = rows.get("reported_total", missing)
    added = sum((rows.get(field, missing) for field in SCORES), pd.Series(0.0, index=rows.index))
    apart = (added - reported).abs() > _ROUNDING + 1e-9
    for place in np.flatnonzero(apart.to_numpy()):
        told = findings[int(rows["part"].iloc[place])]
        found = f"{reported.iloc[place]:g} reported, the pillars add up to {added.iloc[place]:.2f}"
        told.tell("total_mismatch", int(rows["row"].iloc[place]), told.column("reported_total"), found)
    return rows.assign(total=added.where(added.notna(), reported))


def _shaped(rows: pd.DataFrame, columns: tuple[str, ...], findings: Sequence[Findings] = ()) -> pd.DataFrame:
    """Return a table with exactly these columns, in the types of the contract."""
    made: dict[str, pd.Series] = {}
    for column in columns:
        if column in ("file", "sheet"):
            names = [getattr(one, column) for one in findings] or [None]
            made[column] = _chosen(names, rows["part"].to_numpy(dtype=np.int64), rows.index)
        elif column in rows.columns:
            made[column] = _typed(column, rows[column])
        elif column in _TEXTS:
            unsaid = "typed" if column == "source" else None
            made[column] = _chosen([unsaid], np.zeros(len(rows), dtype=np.int64), rows.index)
        else:
            made[column] = _typed(column, pd.Series(np.nan, index=rows.index))
    if "source" in rows.columns and "source" in columns:
        made["source"] = made["source"].fillna("typed")
    return pd.DataFrame(made).reset_index(drop=True)


def _chosen(texts: Sequence[str | None], places: np.ndarray, index: pd.Index) -> pd.Series:
    """Return per row the text at its place."""
    return pd.Series(pd.array(texts, dtype="str").take(places), index=index)


def _typed(column: str, cells: pd.Series) -> pd.Series:
    """Return a column in its type."""
    if column in _TEXTS:
        return cells.astype("str")
    if column in ("date", "week"):
        return cells.astype("datetime64[us]")
    return cells.astype("int64") if column == "row" else cells.astype("float64")
