"""Does what is typed of a rep count, and can it be taken back?"""

from datetime import UTC, date, datetime

import pytest

from dashboard.desk.states import STATES, set_state
from dashboard.model.cards import State
from dashboard.model.errors import UnknownRep
from dashboard.sample.team import sample_batch
from dashboard.store import history
from dashboard.store.engine import open_store
from dashboard.store.imports import commit, list_imports, undo

AT = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


@pytest.fixture
def engine(tmp_path):
    """A store with three reps."""
    made = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    commit(made, sample_batch(reps=3, last_week=date(2026, 11, 16)), who="Mara", at=AT)
    return made


def status_of(engine, rep_id: str) -> str | None:
    """Return what the desk holds a rep to be."""
    return next(person.status for person in history.people(engine) if person.rep_id == rep_id)


@pytest.mark.parametrize("state", STATES)
def test_a_rep_is_what_was_typed_last(engine, state: str):
    """Every state can be said and said otherwise again; everything else stays as it was."""
    before = history.people(engine)[0]
    set_state(engine, [before.rep_id], "left" if state != "left" else "active", who="Mara", at=AT)
    record = set_state(engine, [before.rep_id], state, who="Mara", at=AT)
    after = history.people(engine)[0]
    assert status_of(engine, before.rep_id) == state
    assert (after.name, after.team, after.role) == (before.name, before.team, before.role)
    assert record is not None
    assert (record.files, record.changed, record.added) == ((f"{STATES[state]}: {before.name}",), 1, 0)


def test_what_was_typed_can_be_taken_back(engine):
    """It stands in the history like any import, and taken back the old state counts again."""
    rep_id = history.people(engine)[0].rep_id
    before = status_of(engine, rep_id)
    record = set_state(engine, [rep_id], "left", who="Mara", at=AT)
    assert record is not None
    assert list_imports(engine)[0].import_id == record.import_id
    undo(engine, record.import_id, at=AT)
    assert status_of(engine, rep_id) == before


def test_the_same_again_is_no_import(engine):
    """Nothing is written that the desk knows."""
    rep_id = history.people(engine)[0].rep_id
    set_state(engine, [rep_id], "on_leave", who="Mara", at=AT)
    assert set_state(engine, [rep_id], "on_leave", who="Mara", at=AT) is None


def test_nobody_unknown_is_made_by_it(engine):
    """A rep who is not on the desk is a sentence, and nothing is stored."""
    with pytest.raises(UnknownRep, match="nobody"):
        set_state(engine, ["nobody"], "left", who="Mara", at=AT)
    assert len(list_imports(engine)) == 1


def test_every_state_is_one_the_desk_knows():
    """What can be typed is what metrics understand."""
    assert set(STATES) - {"active"} <= {str(state) for state in State}
