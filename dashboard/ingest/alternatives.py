"""What if two sources say what a rep has in the pipeline? They are alternatives, not parts of one sum.

The rule: where a list of deals and another file of the set, or a file and what a file of another kind brought onto the
desk, give the same field of the same rep and week, and not the same amounts, one question per group of fields asks
which source counts. Of the others only what the chosen one does not say is kept. A file of the same kind as the one on
the desk is a newer version, which is no question; two lists without a common deal may be added up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from dashboard.ingest.desk_rows import Standing, desk_rows
from dashboard.ingest.findings import Findings
from dashboard.ingest.identify import Identified
from dashboard.ingest.recall import Remembered
from dashboard.ingest.source_question import Contradiction, Sources, ask
from dashboard.model.problems import FileReport

_SUMS = ("open_pipeline", "weighted_pipeline", "won", "deals_open", "deals_won", "deals_lost", "deals_overdue")
_SUMS = (*_SUMS, "deals_without_amount")
_GROUPS = {
    "open": ("the open pipeline", ("open_pipeline", "weighted_pipeline", "deals_open", "deals_overdue")),
    "won": ("what was won", ("won", "deals_won", "deals_lost")),
    "quota": ("the quota", ("quota",)),
}
_ALONG = {"open": ("deals_without_amount",), "won": ("attainment",)}
"""Fields that go with a group, but are no reason to ask."""
_SAME = 1e-6
_NO_ANSWERS: Mapping[str, str] = {}
_NOTHING: Remembered = {}


def settle(
    found: Identified,
    findings: list[Findings],
    reports: Sequence[FileReport | None] = (),
    standing: Standing | None = None,
    *,
    answers: Mapping[str, str] = _NO_ANSWERS,
    remembered: Remembered = _NOTHING,
) -> Identified:
    """Return the rows with a list's sums of the same rep as one, and one source per rep, week and group of fields.

    Where two lists are added up, `findings` gets one more source, which is both of them.
    """
    lists = [place for place, told in enumerate(findings) if told.counted is not None]
    named = [field for _, fields in _GROUPS.values() for field in fields if field in found.rows.columns]
    if found.rows.empty or not named:
        return found
    rows = _added_up(found.rows, lists)
    desk, files = desk_rows(rows, named, reports, standing)
    if len(desk) or (lists and len(pd.unique(rows["part"])) > 1):
        sources = Sources(findings, tuple(reports), files, answers, remembered)
        rows = _of_one_source_each(rows, desk, lists, sources)
    return replace(found, rows=rows)


def _added_up(rows: pd.DataFrame, lists: Sequence[int]) -> pd.DataFrame:
    """Return the rows with those of one list, rep and currency added up: somebody may be spelled in two ways there."""
    keys = ["part", "code", "currency"]
    again = (rows["part"].isin(lists) & rows.duplicated(keys, keep=False)).to_numpy()
    if not again.any():
        return rows
    fields = [field for field in _SUMS if field in rows.columns]
    sums = _sums(rows[again], keys, fields)
    first = rows[again].drop_duplicates(keys).assign(**{field: sums[field].to_numpy() for field in fields})
    return pd.concat([rows[~again], first]).sort_index(kind="stable").reset_index(drop=True)


def _sums(rows: pd.DataFrame, keys: list[str], fields: Sequence[str]) -> pd.DataFrame:
    """Return the sums per key of what is known; the weighted pipeline is not where it is not of all that is open."""
    unweighted = pd.Series(False, index=rows.index)
    if {"open_pipeline", "weighted_pipeline"} <= set(rows.columns):
        unweighted = rows["weighted_pipeline"].isna() & (rows["open_pipeline"] > 0)
    groups = rows.assign(unweighted=unweighted).groupby(keys, sort=False)
    sums = groups[list(fields)].sum(min_count=1)
    if "weighted_pipeline" in sums:
        sums["weighted_pipeline"] = sums["weighted_pipeline"].mask(groups["unweighted"].any())
    return sums


def _of_one_source_each(rows: pd.DataFrame, desk: pd.DataFrame, lists: Sequence[int], sources: Sources) -> pd.DataFrame:
    """Return the rows with each group of fields from one source wherever sources contradict each other."""
    fields = [field for _, group in _GROUPS.values() for field in group if field in rows.columns]
    fields += [field for along in _ALONG.values() for field in along if field in rows.columns]
    days = rows["date"].to_numpy().astype("datetime64[D]").astype(np.int64)
    whose = rows["code"].to_numpy(dtype=np.int64) * 100_000 + (days - (days + 3) % 7)
    own = rows[["part", "rep", *fields]].assign(whose=whose, currency=rows["currency"].fillna(""))
    said = pd.concat([own, desk.reindex(columns=own.columns)], ignore_index=True) if len(desk) else own
    strong = np.isin(said["part"], lists) | (said["part"] >= sources.count)
    said = said.assign(listed=strong)
    settled = said
    for group in _GROUPS:
        settled = _of_one_source(settled, said, group, sources)
    kept = _with_own_share(settled, said["part"].isin(lists).to_numpy()).iloc[: len(rows)]
    changed = {field: kept[field].to_numpy() for field in fields}
    return rows.assign(part=kept["part"].to_numpy(), **changed)


def _of_one_source(settled: pd.DataFrame, said: pd.DataFrame, group: str, sources: Sources) -> pd.DataFrame:
    """Return what is said with a group of fields from one source; while that is asked, from none."""
    words, named = _GROUPS[group]
    fields = [field for field in named if field in said.columns]
    apart = {field: _apart(said, field) for field in fields}
    apart = {field: whose for field, whose in apart.items() if len(whose)}
    if not apart:
        return settled
    here = np.isin(said["whose"], np.unique(np.concatenate(list(apart.values()))))
    spoken = said[fields].notna().any(axis=1).to_numpy()
    parts = sorted({int(part) for part in said["part"][here & spoken]})
    chosen = ask(sources, Contradiction(group, words, said, apart, parts))
    also = [field for field in _ALONG.get(group, ()) if field in said.columns]
    if chosen is None:
        return settled.assign(**{field: settled[field].mask(here & spoken) for field in (*fields, *also)})
    if chosen.added:
        return _both(settled, said, [*fields, *also], chosen.parts, sources)
    dropped = {field: _said_by(said, field, chosen.parts) for field in (*fields, *also)}
    if "attainment" in dropped and "won" in dropped:
        dropped["attainment"] |= dropped["won"]
    return settled.assign(**{field: settled[field].mask(gone) for field, gone in dropped.items()})


def _apart(said: pd.DataFrame, field: str) -> np.ndarray:
    """Return of whom and which week sources, of which one is strong, give different amounts of a currency in a field.

    Sources without any currency in common contradict each other too, if there is any amount.
    """
    some = said[["whose", "part", "currency", "listed", field]].dropna(subset=field)
    some = some[some["whose"].duplicated(keep=False)]
    some = some.assign(value=some[field])
    if some["part"].nunique() < 2:
        return np.empty(0, dtype=np.int64)
    pairs = some.groupby(["whose", "currency"]).agg(
        parts=("part", "nunique"), listed=("listed", "any"), low=("value", "min"), high=("value", "max")
    )
    common = (pairs["parts"] > 1).to_numpy()
    reps = pairs.index.get_level_values("whose")
    differs = reps[common & pairs["listed"].to_numpy() & (pairs["high"] - pairs["low"] > _SAME).to_numpy()]
    alone = some[~some["whose"].isin(reps[common])].groupby("whose")
    each = alone.agg(parts=("part", "nunique"), listed=("listed", "any"), high=("value", "max"))
    disjoint = each.index[(each["parts"] > 1) & each["listed"] & (each["high"] > _SAME)]
    return np.union1d(differs, disjoint).astype(np.int64)


def _said_by(said: pd.DataFrame, field: str, chosen: Sequence[int]) -> np.ndarray:
    """Mark where others say what the chosen ones say too: in the same currency, or without a currency in common."""
    own = said["part"].isin(chosen).to_numpy()
    filled = said[field].notna().to_numpy()
    whose, currency = said["whose"].to_numpy(), pd.factorize(said["currency"])[0]
    key = whose * 1000 + currency
    theirs = np.isin(key, key[own & filled])
    with_common = pd.Series(theirs & ~own).groupby([whose, said["part"].to_numpy()]).transform("any").to_numpy()
    return ~own & (theirs | (np.isin(whose, whose[own & filled]) & ~with_common))


def _both(
    settled: pd.DataFrame, said: pd.DataFrame, fields: Sequence[str], lists: Sequence[int], sources: Sources
) -> pd.DataFrame:
    """Return what is said with the lists' amounts added up per rep and currency; what one does not know is unknown."""
    keys = ["whose", "currency"]
    mine = said["part"].isin(lists).to_numpy()
    several = mine & (said[mine].groupby(keys)["part"].transform("nunique").reindex(said.index) > 1).to_numpy()
    first = np.zeros(len(said), dtype=bool)
    first[np.flatnonzero(several)[~said[several].duplicated(keys).to_numpy()]] = True
    sums = _sums(said[several], keys, fields).set_axis(said.index[first]).reindex(said.index)
    changed = {field: settled[field].where(~several, sums[field]) for field in fields}
    part = settled["part"].where(~first, sources.both(lists))
    others = {field: values.mask(_said_by(said, field, lists)) for field, values in changed.items()}
    return settled.assign(part=part.astype("int64"), **others)


def _with_own_share(said: pd.DataFrame, listed: np.ndarray) -> pd.DataFrame:
    """Return what is said without shares of a quota of which another source, a list of deals, says what was won."""
    if not {"attainment", "won", "quota"} <= set(said.columns):
        return said
    key = said["whose"].to_numpy() * 1000 + pd.factorize(said["currency"])[0]
    won = said["won"].notna().to_numpy()
    known = np.isin(key, key[won & listed]) & np.isin(key, key[said["quota"].notna().to_numpy()])
    return said.assign(attainment=said["attainment"].mask(known & ~won & ~listed))
