"""Which of several versions has a say? Held against a dozen lines that keep everything in dictionaries."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from dashboard.model.problems import Person
from dashboard.store.engine import open_store
from dashboard.store.history import people, pipeline, readings, reps, weeks
from dashboard.store.imports import commit, undo
from tests.store.batches import AT, Drawn, batch

REPS = ("anna", "ben")
DAYS = ("2026-11-09", "2026-11-16", "2026-11-18")
BLANK = "."
CELLS = st.sampled_from([BLANK, "1", "2"])


@dataclass(frozen=True)
class Told:
    """One small import: brand and people by rep and day, won by rep and currency, team by rep."""

    scores: dict[tuple[str, str], tuple[str, str]]
    won: dict[tuple[str, str], str]
    teams: dict[str, str | None]

    def batch(self) -> Drawn:
        """Return it as the store takes it in."""
        rows = [f"{rep} {day} {brand} {people}" for (rep, day), (brand, people) in self.scores.items()]
        snapshots = [f"{rep} 2026-11-16 {currency} {won}" for (rep, currency), won in self.won.items()]
        return batch(
            "\n".join(["rep date brand people", *rows]),
            pipeline="\n".join(["rep week currency won", *snapshots]),
            people=[Person(rep, rep.title(), team=team) for rep, team in self.teams.items()],
        )


imports = st.builds(
    Told,
    st.dictionaries(st.tuples(st.sampled_from(REPS), st.sampled_from(DAYS)), st.tuples(CELLS, CELLS), max_size=4),
    st.dictionaries(st.tuples(st.sampled_from(REPS), st.sampled_from(["EUR", "USD"])), CELLS, max_size=2),
    st.dictionaries(st.sampled_from(REPS), st.sampled_from([None, "North", "South"]), max_size=2),
)
histories = st.lists(imports, min_size=1, max_size=4)


@given(histories, st.data())
@settings(max_examples=8, deadline=None)
def test_imports_taken_back_in_any_order_might_never_have_been(told, data):
    """After every single undo the store says what the remaining imports say, and in the end nothing."""
    store = open_store("sqlite://")
    left = {}
    for each in told:
        record, _ = commit(store, each.batch(), who="Dana", at=AT)
        left |= {record.import_id: each} if record else {}
        assert _state(store) == _expected(list(left.values()))
    for import_id in data.draw(st.permutations(list(left))):
        undo(store, import_id, at=AT)
        left.pop(import_id)
        assert _state(store) == _expected(list(left.values()))
    assert _state(store) == ({}, {}, {})
    assert (weeks(store), people(store)) == ([], [])


@given(histories, imports)
@settings(max_examples=8, deadline=None)
def test_undo_is_the_opposite_of_an_import(told, last):
    """An import and its undo leave every row with the say it had before."""
    store = open_store("sqlite://")
    for each in told:
        commit(store, each.batch(), who="Dana", at=AT)
    before = _says(store)
    record, _ = commit(store, last.batch(), who="Dana", at=AT)
    if record:
        undo(store, record.import_id, at=AT)
    assert [row for row in _says(store) if row in before] == before
    assert all(row[-1] == 0 for row in _says(store) if row not in before)


@given(histories)
@settings(max_examples=8, deadline=None)
def test_the_same_again_is_never_new(told):
    """Whatever was imported before, the newest import is the same the next time."""
    store = open_store("sqlite://")
    for each in told:
        commit(store, each.batch(), who="Dana", at=AT)
    record, plan = commit(store, told[-1].batch(), who="Dana", at=AT)
    assert (record, plan.added, plan.changed) == (None, 0, 0)


def _state(store: Engine) -> tuple[dict, dict, dict]:
    scores = readings(store)[["rep_id", "week", "date", "brand", "people"]].itertuples(index=False)
    won = pipeline(store)[["rep_id", "currency", "won"]].itertuples(index=False)
    known = reps(store)[["rep_id", "team"]].itertuples(index=False)
    return (
        {(rep, f"{week:%Y-%m-%d}"): (f"{day:%Y-%m-%d}", _cell(b), _cell(p)) for rep, week, day, b, p in scores},
        {(rep, currency): _cell(each) for rep, currency, each in won},
        {rep: None if pd.isna(team) else team for rep, team in known},
    )


def _cell(value: float) -> str:
    return BLANK if pd.isna(value) else f"{value:g}"


def _expected(left: list[Told]) -> tuple[dict, dict, dict]:
    days, won, teams = {}, {}, {}
    for told in left:
        for key, cells in told.scores.items():
            old = days.get(key, (BLANK, BLANK))
            days[key] = tuple(cell if cell != BLANK else old[place] for place, cell in enumerate(cells))
        won |= {key: cell for key, cell in told.won.items() if cell != BLANK}
        seen = {rep for rep, _ in (*told.scores, *told.won)} | set(told.teams)
        teams |= {rep: told.teams.get(rep) or teams.get(rep) for rep in seen}
    scored = {key: cells for key, cells in sorted(days.items()) if cells != (BLANK, BLANK)}
    latest = {(rep, _week(day)): (day, *cells) for (rep, day), cells in scored.items()}
    return latest, won, teams


def _week(day: str) -> str:
    year, week, _ = date.fromisoformat(day).isocalendar()
    return date.fromisocalendar(year, week, 1).isoformat()


def _says(store: Engine) -> list[tuple]:
    tables = {"readings": "date", "pipeline": "week || currency", "rep_facts": "''"}
    with store.connect() as connection:
        return [
            (name, *row)
            for name, key in tables.items()
            for row in connection.execute(text(f"SELECT rep_id, {key}, import_seq, live FROM {name} ORDER BY 1, 2, 3"))
        ]
