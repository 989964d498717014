"""How does what was read get into the store, and how is it taken back?"""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from dashboard.model.errors import AlreadyUndone, UnknownImport
from dashboard.model.problems import Person, Problem, Severity
from dashboard.store import schema
from dashboard.store.engine import reading, revision
from dashboard.store.history import people, readings, reps
from dashboard.store.imports import commit, list_imports, problems_of, undo
from tests.store.batches import AT, batch, imported, shown

MONDAY = """
    rep   date        brand  people
    anna  2026-11-16  18.4   9
    ben   2026-11-16  12     .
"""
CORRECTED = """
    rep   date        brand  people
    anna  2026-11-16  19     .
"""


def test_an_import_is_recorded(store):
    """An import keeps who, when, which files, how many rows, and what they changed."""
    record = imported(store, batch(MONDAY))
    assert list_imports(store) == [record]
    assert (record.import_id, record.at, record.who, record.files) == ("20261116-1", AT, "Dana", ("team.xlsx",))
    assert (record.rows, record.added, record.changed, record.undone_at) == (2, 2, 0, None)


def test_ids_count_within_a_day(store):
    """The second import of a day ends in -2, the first of the next day in -1; newest first in the list."""
    for text, at in ((MONDAY, AT), (CORRECTED, AT), (MONDAY, AT.replace(day=17))):
        imported(store, batch(text), at)
    assert [record.import_id for record in list_imports(store)] == ["20261117-1", "20261116-2", "20261116-1"]


def test_an_id_is_not_used_again(store):
    """An import taken back keeps its id."""
    first = imported(store, batch(MONDAY))
    undo(store, first.import_id, at=AT)
    second = imported(store, batch(MONDAY))
    assert second.import_id == "20261116-2"


def test_the_hour_keeps_its_zone(store):
    """An hour with a time zone comes back with it."""
    at = datetime(2026, 11, 16, 7, 30, tzinfo=UTC)
    imported(store, batch(MONDAY), at)
    assert list_imports(store)[0].at == at


def test_the_same_content_writes_nothing(store):
    """Importing the same file again leaves no record and the revision as it was."""
    imported(store, batch(MONDAY))
    before = revision(store)
    record, plan = commit(store, batch(MONDAY), who="Dana", at=AT)
    assert record is None
    assert (plan.added, plan.changed, plan.same) == (0, 0, 2)
    assert (revision(store), len(list_imports(store))) == (before, 1)


def test_a_corrected_file_is_a_new_version(store):
    """What the newer import says counts, what it leaves blank does not erase."""
    imported(store, batch(MONDAY))
    record = imported(store, batch(CORRECTED))
    assert (record.added, record.changed) == (0, 1)
    assert shown(readings(store)[["rep_id", "brand", "people"]]) == (
        "rep_id  brand  people\n"
        "anna    19     9\n"
        "ben     12     ."
    )  # fmt: skip


def test_undo_brings_the_older_version_back(store):
    """An import taken back no longer counts, what it replaced does."""
    imported(store, batch(MONDAY))
    before = readings(store)
    record = imported(store, batch(CORRECTED))
    undone = undo(store, record.import_id, at=AT.replace(hour=9))
    assert undone.undone_at == AT.replace(hour=9)
    assert list_imports(store)[0] == undone
    assert readings(store).equals(before)


def test_undo_of_the_older_import_keeps_the_newer(store):
    """What both imports said stays when the older one is taken back."""
    first = imported(store, batch(MONDAY))
    imported(store, batch(MONDAY.replace("12", "13")))
    undo(store, first.import_id, at=AT)
    assert readings(store)["brand"].tolist() == [18.4, 13]


def test_undo_is_said_no_to(store):
    """Taking back twice, or what never was, is refused in a sentence and changes nothing."""
    record = imported(store, batch(MONDAY))
    undo(store, record.import_id, at=AT)
    before = revision(store)
    with pytest.raises(AlreadyUndone, match="20261116-1 was already taken back"):
        undo(store, record.import_id, at=AT)
    with pytest.raises(UnknownImport, match='no import "nonsense"'):
        undo(store, "nonsense", at=AT)
    assert revision(store) == before


def test_what_is_known_of_a_rep_follows_the_imports(store):
    """The newest fact that is not blank counts; taking its import back restores the older one."""
    imported(store, batch(MONDAY, people=[Person("anna", "Anna", team="North", role="AE")]))
    moved = batch(people=[Person("anna", "Anna Berg", team="South")])
    record = imported(store, moved)
    assert record.changed == 1
    assert shown(reps(store)[:1][["name", "team", "role"]]).endswith("Anna Berg  South  AE")
    undo(store, record.import_id, at=AT)
    assert shown(reps(store)[:1][["name", "team", "role"]]).endswith("Anna  North  AE")


def test_whom_only_a_taken_back_import_knew_is_gone(store):
    """A rep without any import left is no longer on the desk."""
    record = imported(store, batch(MONDAY))
    undo(store, record.import_id, at=AT)
    assert reps(store).empty
    assert readings(store).empty


def test_a_rep_without_any_row_is_kept(store):
    """Somebody not onboarded, with blank cells only, is known all the same."""
    record = imported(store, batch(people=[Person("cleo", "Cleo", status="not_onboarded")]))
    assert (record.rows, record.added) == (1, 1)
    assert reps(store)["status"].tolist() == ["not_onboarded"]
    again, plan = commit(store, batch(people=[Person("cleo", "Cleo", status="not_onboarded")]), who="Dana", at=AT)
    assert (again, plan.same) == (None, 1)


def test_somebody_in_the_rows_alone_is_known_by_name(store):
    """A rep the batch does not list among its people is named as in the row."""
    drawn = batch(MONDAY)
    imported(store, type(drawn)(drawn.readings, drawn.pipeline, drawn.activity, (), drawn.files))
    assert reps(store)["name"].tolist() == ["anna", "ben"]


def test_aliases_add_up(store):
    """Every other way a rep was written is remembered, and forgotten with its import."""
    imported(store, batch(MONDAY, people=[Person("anna", "Anna", aliases=("A. Berg",))]))
    also = batch(MONDAY, people=[Person("anna", "Anna", aliases=("Berg, Anna",))])
    record = imported(store, also)
    assert record.changed == 1
    assert people(store)[0].aliases == ("A. Berg", "Berg, Anna")
    undo(store, record.import_id, at=AT)
    assert people(store)[0].aliases == ("A. Berg",)


def test_problems_are_kept_with_the_import(store):
    """What was found wrong can be looked up later; the count is complete."""
    found = Problem("score_too_high", "team.xlsx", "Team", 4, "Brand", "31", "check it", Severity.ERROR)
    record = imported(store, batch(MONDAY, problems=[found]))
    assert record.problems == 1
    assert problems_of(store, record.import_id) == (found,)
    with pytest.raises(UnknownImport):
        problems_of(store, "nonsense")


def test_every_row_knows_where_it_came_from(store):
    """Each stored row leads to its import, file, sheet and row as the spreadsheet counts."""
    origin = """
        rep   date        brand  file       sheet  row
        anna  2026-11-16  18     team.xlsx  Team   4
        ben   2026-11-16  12     more.csv   .      9
        cleo  2026-11-16  14     .          .      .
    """
    imported(store, batch(origin, files=["team.xlsx", "more.csv"]))
    table, files = schema.READINGS.table, schema.import_files
    joined = table.outerjoin(files, (table.c.import_seq == files.c.import_seq) & (table.c.file_no == files.c.file_no))
    query = select(table.c.rep_id, files.c.name, files.c.sheet, table.c.row_no).select_from(joined)
    with reading(store) as connection:
        found = [tuple(row) for row in connection.execute(query.order_by(table.c.rep_id))]
    assert found == [("anna", "team.xlsx", "Team", 4), ("ben", "more.csv", None, 9), ("cleo", None, None, None)]
    assert list_imports(store)[0].files == ("team.xlsx", "more.csv")


def test_an_import_of_nothing_is_nothing(store):
    """An empty batch writes nothing."""
    assert commit(store, batch(), who="Dana", at=AT)[0] is None
