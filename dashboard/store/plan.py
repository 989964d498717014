"""What would an import change? Shown and confirmed before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from pandas import DataFrame
from sqlalchemy import Connection, Engine, select

from dashboard.model.problems import Problem
from dashboard.store.batch import Batch, Content, content, weeks_in
from dashboard.store.engine import reading
from dashboard.store.frames import fetch
from dashboard.store.schema import DATED, FACTS, Ledger, reps
from dashboard.store.versions import current, known_aliases, known_weeks, with_columns

MOST_CHANGES = 200
"""How many single changes a plan spells out; the counts are always complete."""

FEW_REPS = 500
"""Up to so many reps are looked up one by one; for more, the weeks are read as a whole."""

SAME = 1e-9
"""Relative difference below which two numbers are the same: the same file saved in another format stays the same."""


@dataclass(frozen=True)
class Change:
    """One value that would no longer be what it is; `week` and `before` are None where there was none."""

    rep_id: str
    name: str
    week: date | None
    field: str
    before: float | str | None
    after: float | str


@dataclass(frozen=True)
class ImportPlan:
    """How many rows are new, different or known already, how many say two things at once, and the first changes.

    A row is a rep's day of readings, a rep's week of activity, a rep's week and currency of pipeline, or a rep without
    any of these. A rep whose facts change counts as one more changed row. `filled` are those among the changed rows
    in which only blanks are filled and nothing that stood there is replaced.
    """

    added: int
    changed: int
    same: int
    conflicting: int
    changes: tuple[Change, ...] = ()
    filled: int = 0


@dataclass(frozen=True)
class Comparison:
    """A ledger's rows against what is known of them: which are known, which cells differ, and what stood there."""

    known: np.ndarray
    differs: np.ndarray
    before: DataFrame

    @property
    def changed(self) -> np.ndarray:
        """The known rows of which at least one value differs."""
        return self.known & self.differs.any(axis=1)

    @property
    def replaced(self) -> np.ndarray:
        """The known rows of which at least one value that was no blank differs."""
        return self.known & (self.differs & self.before.notna().to_numpy()).any(axis=1)


def plan(engine: Engine, batch: Batch) -> ImportPlan:
    """Return what `commit` would do with the batch, without writing anything."""
    with reading(engine) as connection:
        return compare_all(connection, content(batch), batch.problems)[0]


def compare_all(
    connection: Connection, new: Content, problems: Sequence[Problem]
) -> tuple[ImportPlan, dict[str, Comparison]]:
    """Return the plan and, by ledger, how its rows compare with the state the connection sees."""
    compared = {ledger.name: compare(connection, new.rows[ledger.name], ledger) for ledger in (*DATED, FACTS)}
    renamed = _new_aliases(connection, new)
    dated = [compared[ledger.name] for ledger in DATED]
    facts, silent = compared[FACTS.name], new.silent.to_numpy()
    also = _reps_changed(new.rows[FACTS.name], facts, renamed)
    counted = ImportPlan(
        added=sum(int((~each.known).sum()) for each in dated) + int((~facts.known & silent).sum()),
        changed=sum(int(each.changed.sum()) for each in dated) + int(also.sum()),
        same=sum(int((each.known & ~each.changed).sum()) for each in dated) + int((facts.known & silent & ~also).sum()),
        conflicting=sum(problem.code == "conflicting_values" for problem in problems),
        changes=_first_changes(new, compared, renamed),
        filled=sum(int((each.changed & ~each.replaced).sum()) for each in dated) + int((also & ~facts.replaced).sum()),
    )
    return counted, compared


def compare(connection: Connection, rows: DataFrame, ledger: Ledger) -> Comparison:
    """Compare a ledger's rows with what the store knows of the same keys; a blank differs from nothing."""
    keys, values = list(ledger.keys), list(ledger.fields)
    if rows.empty:
        return Comparison(np.zeros(0, dtype=bool), np.zeros((0, len(values)), dtype=bool), rows[values])
    known = _known(connection, rows, ledger)
    both = rows[keys].merge(known, on=keys, how="left", indicator="seen", validate="one_to_one")
    before, after = both[values], rows[values].reset_index(drop=True)
    numbers, texts = list(ledger.numbers), list(ledger.texts)
    near = np.isclose(after[numbers], before[numbers], rtol=SAME, atol=SAME)
    equal = np.hstack([near, (after[texts] == before[texts]).to_numpy(dtype=bool)])
    return Comparison((both["seen"] == "both").to_numpy(), ~equal & after.notna().to_numpy(), before)


def _known(connection: Connection, rows: DataFrame, ledger: Ledger) -> DataFrame:
    ids = rows["rep_id"].unique().tolist()
    if not ledger.day:
        query = select(*(reps.c[name] for name in (*ledger.keys, *ledger.fields)))
        return fetch(connection, query.where(reps.c.rep_id.in_(ids)) if len(ids) <= FEW_REPS else query, ledger)
    weeks = sorted(set(known_weeks(connection, ledger)) & set(weeks_in(rows, ledger)))
    if not weeks:
        return with_columns(rows.iloc[:0], ledger)
    day = ledger.table.c[ledger.day]
    last_day = date.fromisoformat(weeks[-1]) + timedelta(days=6)
    criteria = [day.between(weeks[0], last_day.isoformat())]
    few = [ledger.table.c.rep_id.in_(ids)] if len(ids) <= FEW_REPS else []
    return current(connection, ledger, *criteria, *few)


def _new_aliases(connection: Connection, new: Content) -> list[tuple[str, str]]:
    known = known_aliases(connection) if new.aliases else set()
    return [pair for pair in new.aliases if pair not in known]


def _reps_changed(people: DataFrame, facts: Comparison, renamed: list[tuple[str, str]]) -> np.ndarray:
    also = people["rep_id"].isin({rep_id for rep_id, _ in renamed}).to_numpy()
    return facts.changed | (facts.known & also)


def _first_changes(new: Content, compared: dict[str, Comparison], renamed: list[tuple[str, str]]) -> tuple[Change, ...]:
    people = new.rows[FACTS.name]
    names = dict(zip(people["rep_id"], people["name"], strict=True))
    found = [
        change
        for ledger in (*DATED, FACTS)
        for change in _changes(new.rows[ledger.name], compared[ledger.name], ledger, names)
    ]
    known = set(people["rep_id"][compared[FACTS.name].known])
    found += [Change(rep_id, names[rep_id], None, "alias", None, alias) for rep_id, alias in renamed if rep_id in known]
    return tuple(found[:MOST_CHANGES])


def _changes(rows: DataFrame, compared: Comparison, ledger: Ledger, names: dict[str, str]) -> list[Change]:
    cells = np.argwhere(compared.differs & compared.known[:, None])[:MOST_CHANGES]
    return [
        _change(rows.iloc[row], compared.before.iloc[row], ledger.fields[place], ledger, names) for row, place in cells
    ]


def _change(after: pd.Series, before: pd.Series, field: str, ledger: Ledger, names: dict[str, str]) -> Change:
    week = after[ledger.day].date() if ledger.day else None
    old = None if pd.isna(before[field]) else before[field]
    rep_id = after["rep_id"]
    return Change(
        rep_id, names.get(rep_id) or rep_id, week and week - timedelta(days=week.weekday()), field, old, after[field]
    )
