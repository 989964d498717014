"""What if several rows speak of the same rep and day? Repeats count once, gaps fill each other, conflicts are told.

The policy for a conflict: the value that stands first is kept, and both are named. Of several days within one week
of pipeline numbers the latest counts, which is no conflict.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from dashboard.ingest.findings import MOST_OF_A_KIND, Findings
from dashboard.model.columns import FIELD_LABELS
from dashboard.model.problems import Severity


@dataclass(frozen=True)
class Conflict:
    """A value that was not kept: the field, and the places of its row and of the row whose value was.

    `answered` says that the manager chose so.
    """

    field: str
    place: int
    kept: int
    answered: bool = False


@dataclass(frozen=True)
class Merged:
    """One row per key; per original row whether it has values here and whether it only repeats others; conflicts.

    `givers` says per field which original row gave each value, where that is not the row itself.
    """

    rows: pd.DataFrame
    has: np.ndarray
    repeats: np.ndarray
    conflicts: tuple[Conflict, ...] = ()
    givers: Mapping[str, np.ndarray] = field(default_factory=dict)


def merge(
    rows: pd.DataFrame, keys: np.ndarray, fields: list[str], days: np.ndarray, surer: np.ndarray | None = None
) -> Merged:
    """Merge the rows that have a value of `fields` by key.

    Of the same key, a later day goes before an earlier one, and of a day the rows marked as `surer` before the others.
    """
    has = rows[fields].notna().to_numpy(dtype=bool).any(axis=1) if fields else np.zeros(len(rows), dtype=bool)
    has = np.asarray(has, dtype=bool)
    places = np.flatnonzero(has)
    if not pd.Series(keys[places]).duplicated().any():
        return Merged(rows if has.all() else rows.iloc[places], has, np.zeros(len(rows), dtype=bool))
    places = places[np.argsort(-days[places] * 2 - (0 if surer is None else surer[places]), kind="stable")]
    codes, different = pd.factorize(keys[places])
    first = _firsts(codes, places, len(different))
    used = np.zeros(len(rows), dtype=bool)
    values, givers, conflicts = {}, {}, []
    for name in fields:
        column = rows[name].to_numpy()
        filled = ~np.isnan(column[places])
        giver = givers[name] = _firsts(codes[filled], places[filled], len(different))
        values[name] = np.where(giver >= 0, column[giver], np.nan)
        kept = giver[codes]
        other = (np.abs(column[places] - column[kept]) > 1e-9) & filled & (days[places] == days[kept])
        used[giver[giver >= 0]] = used[places[other]] = True
        conflicts += [Conflict(name, *pair) for pair in zip(places[other].tolist(), kept[other].tolist(), strict=True)]
    same_day = np.zeros(len(rows), dtype=bool)
    same_day[places] = days[places] == days[first][codes]
    order = np.argsort(first, kind="stable")
    merged = rows.iloc[first].assign(**values).iloc[order]
    givers = {name: giver[order] for name, giver in givers.items()}
    return Merged(merged, has, has & ~used & same_day, tuple(conflicts), givers)


def _firsts(codes: np.ndarray, places: np.ndarray, count: int) -> np.ndarray:
    """Return for each code the first of its places, -1 where it has none."""
    first = np.full(count, -1)
    first[codes[::-1]] = places[::-1]
    return first


def tell_conflicts(
    merged: Merged, rows: pd.DataFrame, findings: Sequence[Findings], surer: np.ndarray | None = None
) -> None:
    """Report each value that was not kept, in the file and row where it stands."""
    by_column: dict[tuple[int, str, str, bool], list[Conflict]] = {}
    parts = rows["part"].to_numpy()
    for one in merged.conflicts:
        weaker = surer is not None and surer[one.kept] and not surer[one.place]
        if weaker and _only_rounded(rows[one.field], one):
            continue
        code = "against_admin_export" if weaker else "conflicting_values"
        by_column.setdefault((int(parts[one.place]), one.field, code, one.answered), []).append(one)
    numbers = rows["row"].to_numpy()
    for (part, name, code, answered), conflicts in by_column.items():
        told = findings[part]
        found = [_described(one, rows, findings) for one in conflicts[:MOST_OF_A_KIND]]
        severity = Severity.INFO if answered else None
        told.tell_all(code, told.column(name), [int(numbers[one.place]) for one in conflicts], found, severity)


def _only_rounded(column: pd.Series, one: Conflict) -> bool:
    """Say whether the value that was not kept is the other one, rounded."""
    here, kept = float(column.iloc[one.place]), float(column.iloc[one.kept])
    return abs(here - kept) <= rounding(here) + 1e-9


def rounding(value: float) -> float:
    """Return by how much a value may differ from an exact one that was rounded to its decimals.

    >>> rounding(18.0), rounding(18.4), rounding(18.43)
    (0.5, 0.05, 0.005)
    """
    decimals = len(f"{value:.10g}".partition(".")[2])
    return 0.5 / 10**decimals


def tell_repeats(tables: Sequence[Merged], rows: pd.DataFrame, findings: Sequence[Findings]) -> dict[int, int]:
    """Report the lines that only repeat others in every table; return how many rows of each file do nothing else."""
    has = np.logical_or.reduce([one.has for one in tables])
    new = np.logical_or.reduce([one.has & ~one.repeats for one in tables])
    places = np.flatnonzero(has & ~new)
    counts: dict[int, int] = {}
    for part in np.unique(rows["part"].to_numpy()[places]):
        own = places[rows["part"].to_numpy()[places] == part]
        shown = rows.iloc[own[:MOST_OF_A_KIND]]
        found = [f"{name}, {day:%Y-%m-%d}" for name, day in zip(shown["rep"], shown["date"], strict=True)]
        findings[int(part)].tell_all("duplicate_row", None, rows["row"].iloc[own].tolist(), found)
        still = rows["row"].to_numpy()[(rows["part"].to_numpy() == part) & new]
        counts[int(part)] = len(np.setdiff1d(rows["row"].to_numpy()[own], still))
    return counts


def _described(one: Conflict, rows: pd.DataFrame, findings: Sequence[Findings]) -> str:
    """Return both values of a conflict in words."""
    here, there = rows.iloc[one.place], rows.iloc[one.kept]
    where = f"row {int(there['row'])}"
    if here["part"] != there["part"]:
        where += f" of {findings[int(there['part'])].file}"
    label = FIELD_LABELS.get(one.field, one.field)
    who = f"{here['rep']}, {here['date']:%Y-%m-%d}"
    return f"{who}, {label}: {here[one.field]:g} here, {there[one.field]:g} in {where} is kept"
