"""What does a set of read files say, in the store's own columns, one row per key?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pandas as pd
from pandas import DataFrame, Series

from dashboard.model.people import tidy
from dashboard.model.problems import FileReport, Person, Problem
from dashboard.model.tables import PLACES
from dashboard.store.frames import DAY_TYPE, mondays
from dashboard.store.schema import ACTIVITY, DATED, FACTS, PIPELINE, READINGS, Ledger

ORIGIN: tuple[str, ...] = ("file", "sheet", "row", PLACES)


class Batch(Protocol):
    """What the store takes in: what ingest loads, or anything of the same shape."""

    @property
    def files(self) -> Sequence[FileReport]:
        """What was understood of each file."""
        ...

    @property
    def readings(self) -> DataFrame:
        """Columns of model.tables.READINGS."""
        ...

    @property
    def pipeline(self) -> DataFrame:
        """Columns of model.tables.PIPELINE."""
        ...

    @property
    def activity(self) -> DataFrame:
        """Columns of model.tables.ACTIVITY."""
        ...

    @property
    def people(self) -> Sequence[Person]:
        """Everybody the files name."""
        ...

    @property
    def problems(self) -> Sequence[Problem]:
        """What was found wrong."""
        ...


@dataclass(frozen=True)
class Content:
    """A batch made ready: the rows of each ledger by its name, sorted, one per key; the aliases per rep.

    `spelled` are the rows of files in which a rep is not written by name, `strands` by ledger the rows before those of
    several spellings became one; only what ingest read says so.
    """

    rows: dict[str, DataFrame]
    aliases: tuple[tuple[str, str], ...]
    spelled: DataFrame
    strands: dict[str, DataFrame]

    @property
    def silent(self) -> Series:
        """Of each of the people, whether no row is theirs: not onboarded, or on a list of names alone."""
        heard = {rep_id for ledger in DATED for rep_id in self.rows[ledger.name]["rep_id"].unique()}
        return ~self.rows[FACTS.name]["rep_id"].isin(heard)

    @property
    def size(self) -> int:
        """How many rows there are, people without any row as one each."""
        return sum(len(self.rows[ledger.name]) for ledger in DATED) + int(self.silent.sum())


def content(batch: Batch) -> Content:
    """Return what the batch says; of two rows with the same key the later one wins, value by value."""
    tables = {READINGS.name: batch.readings, PIPELINE.name: batch.pipeline, ACTIVITY.name: batch.activity}
    rows = {ledger.name: _dated(tables[ledger.name], ledger) for ledger in DATED}
    facts = pd.concat([_strangers(tables.values(), batch.people), _facts(batch.people)], ignore_index=True)
    aliases = {(person.rep_id, alias) for person in batch.people for alias in person.aliases}
    told = getattr(batch, "strands", {})
    apart = {ledger.name: _told(told[ledger.name], ledger) for ledger in DATED if ledger.name in told}
    rows[FACTS.name] = _one_per_key(facts, FACTS)
    return Content(rows, tuple(sorted(aliases)), getattr(batch, "spelled", DataFrame()), apart)


def weeks_in(rows: DataFrame, ledger: Ledger) -> list[str]:
    """Return the Mondays of the weeks the rows speak of, as ISO text in order."""
    days = np.unique(mondays(rows[ledger.day]).to_numpy(dtype="datetime64[D]"))
    return np.datetime_as_string(days).tolist()


def _dated(table: DataFrame, ledger: Ledger) -> DataFrame:
    return _one_per_key(_told(table, ledger), ledger)


def _told(table: DataFrame, ledger: Ledger) -> DataFrame:
    """Return the rows of a table that say anything, in the columns and types of the ledger."""
    # A row without a single number says nothing: whoever has only blank cells is known from the people.
    rows = table.reindex(columns=list(dict.fromkeys((*ledger.keys, "week", *ledger.fields, *ORIGIN))))
    numbers = rows[list(ledger.numbers)].astype("float64")
    said = numbers.notna().any(axis=1)
    texts = {name: rows[name].astype("str") for name in (*ledger.texts, "file", "sheet", PLACES)}
    rows = rows.assign(**{name: numbers[name] for name in ledger.numbers}, **texts, **_keys(rows, ledger))
    return rows.loc[said, [*ledger.keys, *ledger.fields, *ORIGIN]]


def _keys(rows: DataFrame, ledger: Ledger) -> dict[str, Series]:
    week = rows["week"].astype(DAY_TYPE)
    keys = {"rep_id": rows["rep_id"].astype("str")}
    if ledger.day == "date":
        keys["date"] = rows["date"].astype(DAY_TYPE).fillna(week).dt.normalize()
    else:
        keys["week"] = mondays(week.dt.normalize())
    if "currency" in ledger.keys:
        keys["currency"] = rows["currency"].astype("str").fillna("")
    return keys


def _facts(people: Sequence[Person]) -> DataFrame:
    told = {name: [getattr(person, name) or None for person in people] for name in (*FACTS.keys, *FACTS.fields)}
    return DataFrame(told, dtype="str")


def _strangers(tables: Iterable[DataFrame], people: Sequence[Person]) -> DataFrame:
    """Everybody who occurs in the tables alone: the name as the row has it, else the id."""
    named = pd.concat([table.reindex(columns=["rep_id", "rep"]).astype("str") for table in tables])
    named = named[~named["rep_id"].isin({person.rep_id for person in people})].drop_duplicates("rep_id")
    names = named["rep"].fillna(named["rep_id"]).map(tidy)
    return DataFrame({"rep_id": named["rep_id"], "name": names}, dtype="str").reindex(
        columns=[*FACTS.keys, *FACTS.fields]
    )


def _one_per_key(rows: DataFrame, ledger: Ledger) -> DataFrame:
    keys = list(ledger.keys)
    rows = rows.sort_values(keys, kind="stable", ignore_index=True)
    return newest(rows, keys, [name for name in rows.columns if name not in keys])


def newest(rows: DataFrame, keys: list[str], values: list[str]) -> DataFrame:
    """Return one row per key from rows sorted by key and age: of each value the newest that is not blank."""
    again = rows.duplicated(keys, keep=False)
    if not again.any():
        return rows
    carried = rows.loc[again].groupby(keys, sort=False)[values].ffill()
    rows = rows.copy()
    rows.loc[again, values] = carried
    return rows[~rows.duplicated(keys, keep="last")].reset_index(drop=True)
