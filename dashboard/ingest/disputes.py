"""Which of several values of one rep, day and field counts? The first, unless the manager says otherwise.

The answer `value:<rep>:<week>:<field>` is one of the values, "first", "last", or "total": the row, else the values,
that add up to the total beside them. `value` answers for all conflicts that have no answer of their own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

import numpy as np
import pandas as pd

from dashboard.ingest.findings import MOST_OF_A_KIND, Findings
from dashboard.ingest.merge import Conflict, Merged
from dashboard.model.problems import Dispute
from dashboard.model.tables import SCORES

FIRST, LAST, TOTAL = "first", "last", "total"
VALUE = "value"
_FIT = 1.0
"""LinkedIn shows the total rounded: up to so far apart pillars and total fit each other."""
_MOST_TRIED = 256


@dataclass(frozen=True)
class Group:
    """The rows that say different things of one field: places in the rows; `at` is the place of the merged row."""

    field: str
    at: int
    places: tuple[int, ...]

    @property
    def kept(self) -> int:
        """The place of the value that counts without an answer."""
        return self.places[0]


def settle(
    merged: Merged, rows: pd.DataFrame, findings: Sequence[Findings], surer: np.ndarray | None = None
) -> tuple[Merged, tuple[Dispute, ...]]:
    """Return the merged rows with the values that were chosen, and what there is to choose (the first 500).

    A value against a surer one of the same day is no matter of choice.
    """
    groups = _groups(merged, surer)
    if not groups:
        return merged, ()
    cells = {name: rows[name].to_numpy() for name in ("rep_id", "rep", "date", "part", "row")}
    weeks = [_monday(cells["date"][one.kept]) for one in groups]
    keys = [f"{VALUE}:{cells['rep_id'][one.kept]}:{week}:{one.field}" for one, week in zip(groups, weeks, strict=True)]
    told = [_answer(findings, one, key, rows) for one, key in zip(groups, keys, strict=True)]
    chosen = _chosen(groups, told, merged, rows)
    disputes = tuple(
        Dispute(key, str(cells["rep"][one.kept]), week, one.field, *_said(one, rows, findings), _text(rows, one, pick))
        for one, key, week, pick in islice(zip(groups, keys, weeks, chosen, strict=True), MOST_OF_A_KIND)
    )
    return (_with(merged, rows, groups, chosen, told) if any(told) else merged), disputes


def _answer(findings: Sequence[Findings], group: Group, key: str, rows: pd.DataFrame) -> str | None:
    """Return what was said about a conflict: one of its values as they are written here, or a word."""
    told = findings[int(rows["part"].iloc[group.kept])]
    if not any(name.lower().startswith(VALUE) for name in told.answers):
        return None
    said = (told.answer(key, VALUE) or "").lower()
    if said in (FIRST, LAST, TOTAL):
        return said
    try:
        number = f"{float(said):.10g}"
    except ValueError:
        return None
    return number if number in {_text(rows, group, place) for place in group.places} else None


def _monday(day: np.datetime64) -> str:
    """Return the Monday of a day's week as ISO text."""
    number = day.astype("datetime64[D]").astype(int)
    return str(np.datetime64(int(number - (number + 3) % 7), "D"))


def _groups(merged: Merged, surer: np.ndarray | None) -> list[Group]:
    """Return the conflicts by the value that was kept, in their order."""
    found: dict[tuple[str, int], list[int]] = {}
    for one in merged.conflicts:
        if surer is None or not surer[one.kept] or surer[one.place]:
            found.setdefault((one.field, one.kept), []).append(one.place)
    at = {name: {int(place): row for row, place in enumerate(merged.givers[name])} for name in {f for f, _ in found}}
    return [Group(name, at[name][kept], (kept, *sorted(others))) for (name, kept), others in found.items()]


def _chosen(groups: Sequence[Group], told: Sequence[str | None], merged: Merged, rows: pd.DataFrame) -> list[int]:
    """Return the place of the value that counts in each conflict."""
    fitting = _adding_up([one for one, answer in zip(groups, told, strict=True) if answer == TOTAL], merged, rows)
    found = []
    for one, answer in zip(groups, told, strict=True):
        if answer == LAST:
            found.append(max(one.places))
        elif answer == TOTAL:
            found.append(fitting.get((one.field, one.at), one.kept))
        else:
            values = {_text(rows, one, place): place for place in reversed(one.places)}
            found.append(values.get(answer or "", one.kept))
    return found


def _adding_up(groups: Iterable[Group], merged: Merged, rows: pd.DataFrame) -> dict[tuple[str, int], int]:
    """Return which values add up to the total beside them, by field and merged row."""
    by_row: dict[int, list[Group]] = {}
    for one in groups:
        by_row.setdefault(one.at, []).append(one)
    numbers = {name: rows[name].to_numpy(dtype="float64") for name in (*SCORES, "reported_total") if name in rows}
    found: dict[tuple[str, int], int] = {}
    if len(numbers) == len(SCORES) + 1:
        for at, own in by_row.items():
            for one, place in zip(own, _fitting(at, own, merged, numbers), strict=False):
                found[one.field, at] = place
    return found


def _fitting(at: int, groups: Sequence[Group], merged: Merged, numbers: dict[str, np.ndarray]) -> Sequence[int]:
    """Return the place of each group's value: of a row that adds up by itself, else of values that together do."""
    whole = sorted({place for one in groups for place in one.places})
    best = min(whole, key=lambda place: _off({name: values[place] for name, values in numbers.items()}))
    if _off({name: values[best] for name, values in numbers.items()}) <= _FIT:
        return [best if best in one.places else one.kept for one in groups]
    now = {name: values[merged.givers[name][at]] for name, values in numbers.items()}
    tried = list(islice(product(*(one.places for one in groups)), _MOST_TRIED))
    off = [
        _off(now | {one.field: numbers[one.field][place] for one, place in zip(groups, places, strict=True)})
        if all(one.field in numbers for one in groups)
        else np.inf
        for places in tried
    ]
    nearest = int(np.argmin(off))
    return tried[nearest] if off[nearest] <= _FIT else ()


def _off(values: dict[str, float]) -> float:
    """Return by how much pillars miss their total; infinite where one of them is not known."""
    apart = abs(sum(values[name] for name in SCORES) - values["reported_total"])
    return np.inf if np.isnan(apart) else float(apart)


def _with(
    merged: Merged, rows: pd.DataFrame, groups: Sequence[Group], chosen: Sequence[int], told: Sequence[str | None]
) -> Merged:
    """Return the merged rows with the chosen values, their places and the conflicts as they now stand."""
    values = {one.field: merged.rows[one.field].to_numpy().copy() for one in groups}
    givers = {name: giver.copy() for name, giver in merged.givers.items()}
    replaced: dict[tuple[str, int], tuple[Group, int, bool]] = {}
    for one, place, said in zip(groups, chosen, told, strict=True):
        values[one.field][one.at] = rows[one.field].iloc[place]
        givers[one.field][one.at] = place
        replaced[one.field, one.kept] = one, place, said is not None
    conflicts = [one for one in merged.conflicts if (one.field, one.kept) not in replaced]
    for one, place, said in replaced.values():
        others = [other for other in one.places if rows[one.field].iloc[other] != rows[one.field].iloc[place]]
        conflicts += [Conflict(one.field, other, place, answered=said) for other in others]
    return replace(merged, rows=merged.rows.assign(**values), givers=givers, conflicts=tuple(conflicts))


def _said(group: Group, rows: pd.DataFrame, findings: Sequence[Findings]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the different values of a conflict as text, and where each stands first."""
    found: dict[str, str] = {}
    several = len({int(rows["part"].iloc[place]) for place in group.places}) > 1
    for place in group.places:
        told = findings[int(rows["part"].iloc[place])]
        row = told.sheet_row(int(rows["row"].iloc[place]))
        found.setdefault(_text(rows, group, place), f"row {row} of {told.file}" if several else f"row {row}")
    return tuple(found), tuple(found.values())


def _text(rows: pd.DataFrame, group: Group, place: int) -> str:
    return f"{float(rows[group.field].iloc[place]):.10g}"
