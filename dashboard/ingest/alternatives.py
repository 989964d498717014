"""What if a list of deals and another file both say what a rep has in the pipeline? They are alternatives, not parts.

The rule: where a list of deals and another file of the set give the same field of the same rep and week, and not the
same amounts, one question per group of fields asks which file counts. The other file's fields of that group are then
left out for the reps of whom the chosen one speaks. Files imported later are newer versions, as the store keeps them.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from dashboard.ingest.findings import Findings
from dashboard.ingest.identify import Identified
from dashboard.model.columns import FIELD_LABELS

_SUMS = ("open_pipeline", "weighted_pipeline", "won", "deals_open", "deals_won", "deals_lost", "deals_overdue")
_SUMS = (*_SUMS, "deals_without_amount")
_GROUPS = {
    "open": ("the open pipeline", ("open_pipeline", "weighted_pipeline", "deals_open", "deals_overdue")),
    "won": ("what was won", ("won", "deals_won", "deals_lost")),
}
_ALONG = {"open": ("deals_without_amount",), "won": ("attainment",)}
"""Fields that go with a group, but are no reason to ask."""
_SAME = 1e-6


def settle(found: Identified, findings: Sequence[Findings]) -> Identified:
    """Return the rows with a list's sums of the same rep as one, and one source per rep, week and group of fields."""
    lists = [place for place, told in enumerate(findings) if told.counted is not None]
    if not lists or found.rows.empty:
        return found
    rows = _added_up(found.rows, lists)
    if len(pd.unique(rows["part"])) > 1:
        for group in _GROUPS:
            rows = _of_one_source(rows, group, lists, findings)
    return replace(found, rows=rows)


def _added_up(rows: pd.DataFrame, lists: Sequence[int]) -> pd.DataFrame:
    """Return the rows with those of one list, rep and currency added up: somebody may be spelled in two ways there."""
    keys = ["part", "code", "currency"]
    again = (rows["part"].isin(lists) & rows.duplicated(keys, keep=False)).to_numpy()
    if not again.any():
        return rows
    groups = rows[again].groupby(keys, sort=False)
    fields = [field for field in _SUMS if field in rows.columns]
    sums = groups[fields].agg(lambda values: values.sum(skipna=False))
    first = rows[again].drop_duplicates(keys).assign(**{field: sums[field].to_numpy() for field in fields})
    return pd.concat([rows[~again], first]).sort_index(kind="stable").reset_index(drop=True)


def _of_one_source(rows: pd.DataFrame, group: str, lists: Sequence[int], findings: Sequence[Findings]) -> pd.DataFrame:
    """Return the rows with a group of fields from one file wherever files contradict each other; else that is asked."""
    words, named = _GROUPS[group]
    fields = [field for field in named if field in rows.columns]
    days = rows["date"].to_numpy().astype("datetime64[D]").astype(np.int64)
    whose = rows["code"].to_numpy(dtype=np.int64) * 100_000 + (days - (days + 3) % 7)
    apart = {field: _apart(rows, field, whose, lists) for field in fields}
    contradicted = np.unique(np.concatenate(list(apart.values())))
    if not len(contradicted):
        return rows
    here = np.isin(whose, contradicted)
    spoken = rows[fields].notna().any(axis=1).to_numpy()
    parts = sorted({int(part) for part in rows["part"][here & spoken]})
    field = next(field for field, one in apart.items() if len(one))
    chosen = _asked(rows, group, words, field, apart[field], whose, parts, findings)
    dropped = here & spoken
    if chosen is not None:
        own = (rows["part"] == chosen).to_numpy()
        dropped = np.isin(whose, whose[own & spoken]) & ~own
    also = [field for field in (*fields, *_ALONG[group]) if field in rows.columns]
    return rows.assign(**{field: rows[field].mask(dropped) for field in also})


def _apart(rows: pd.DataFrame, field: str, whose: np.ndarray, lists: Sequence[int]) -> np.ndarray:
    """Return of whom and which week files, one of them a list of deals, give different amounts in a field."""
    said = pd.DataFrame(
        {"whose": whose, "part": rows["part"], "currency": rows["currency"], "value": rows[field]}
    ).dropna(subset="value")
    said = said.assign(listed=said["part"].isin(lists))
    by_rep = said.groupby("whose").agg(parts=("part", "nunique"), listed=("listed", "any"))
    several = by_rep.index[(by_rep["parts"] > 1) & by_rep["listed"]]
    said = said[said["whose"].isin(several) & (said["value"] != 0)]
    sums = said.groupby(["whose", "currency"]).agg(
        parts=("part", "nunique"), low=("value", "min"), high=("value", "max")
    )
    reps = sums.index.get_level_values("whose")
    differs = (sums["parts"].to_numpy() != by_rep["parts"].loc[reps].to_numpy()) | (sums["high"] - sums["low"] > _SAME)
    return reps[differs].unique().to_numpy(dtype=np.int64)


def _asked(
    rows: pd.DataFrame,
    group: str,
    words: str,
    field: str,
    apart: np.ndarray,
    whose: np.ndarray,
    parts: Sequence[int],
    findings: Sequence[Findings],
) -> int | None:
    """Return which of the files counts, as answered; None while that is asked."""
    files = [findings[part].file for part in parts]
    example = rows[(whose == apart[0]) & rows[field].notna().to_numpy()]
    amounts = [
        f"{line[field]:,.2f} {line['currency']}".strip() + f" in {findings[int(line['part'])].file}"
        for line in example.to_dict("records")
    ]
    reps = "1 rep" if len(apart) == 1 else f"{len(apart):,} reps"
    text = (
        f"{' and '.join(files)} differ in {words} of {reps}. {FIELD_LABELS[field]} of {example['rep'].iloc[0]}: "
        f"{', '.join(amounts)}. Which file counts?"
    )
    answer = findings[parts[0]].ask(f"source:{group}", None, text, files)
    return parts[files.index(answer)] if answer is not None else None
