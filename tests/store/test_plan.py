"""What would an import change?"""

from datetime import date

from dashboard.model.problems import Person, Problem, Severity
from dashboard.store.engine import revision
from dashboard.store.history import readings
from dashboard.store.plan import MOST_CHANGES, Change, ImportPlan, plan
from tests.store.batches import batch, imported, team_batch

KNOWN = """
    rep   date        brand  people  source
    anna  2026-11-09  17     9       typed
    anna  2026-11-16  18     9       typed
"""


def test_a_plan_writes_nothing(store):
    """Planning leaves the store as it is."""
    before = revision(store)
    assert plan(store, batch(KNOWN)) == ImportPlan(added=2, changed=0, same=0, conflicting=0)
    assert revision(store) == before


def test_rows_are_new_different_or_the_same(store):
    """A row is a rep's day: counted once, whichever of its values differ."""
    imported(store, batch(KNOWN))
    next_file = """
        rep   date        brand  people  source
        anna  2026-11-09  17     9       typed
        anna  2026-11-16  19     10      typed
        ben   2026-11-16  12     .       typed
    """
    found = plan(store, batch(next_file))
    assert (found.added, found.changed, found.same) == (1, 1, 1)
    assert found.changes == (
        Change("anna", "Anna", date(2026, 11, 16), "brand", 18.0, 19.0),
        Change("anna", "Anna", date(2026, 11, 16), "people", 9.0, 10.0),
    )


def test_a_blank_changes_nothing(store):
    """A cell that is blank now and was filled before is the same."""
    imported(store, batch(KNOWN))
    assert plan(store, batch("rep date people\n anna 2026-11-16 9")).same == 1


def test_a_blank_filled_is_a_change(store):
    """A value where there was none is a change from nothing."""
    imported(store, batch("rep date brand\n anna 2026-11-18 18"))
    found = plan(store, batch("rep date insights\n anna 2026-11-18 7.5"))
    assert found.changes == (Change("anna", "Anna", date(2026, 11, 16), "insights", None, 7.5),)


def test_the_last_digit_of_a_float_is_no_change(store):
    """The same number read from another format stays the same."""
    imported(store, batch("rep date brand\n anna 2026-11-16 0.3"))
    assert plan(store, batch("rep date brand\n anna 2026-11-16 0.30000000000000004")).same == 1


def test_a_row_of_blanks_is_no_row(store):
    """A row without a single number is not stored; whose it is becomes known and counts once."""
    assert imported(store, batch("rep date brand\n anna 2026-11-16 .\n anna 2026-11-23 .")).added == 1
    assert readings(store).empty


def test_pipeline_is_counted_per_currency(store):
    """Two currencies of one rep in one week are two rows."""
    snapshots = """
        rep   week        currency  open_pipeline
        anna  2026-11-16  EUR       1000
        anna  2026-11-16  USD       500
    """
    assert plan(store, batch(pipeline=snapshots)).added == 2


def test_facts_of_a_rep_count_as_changed(store):
    """A rep who moved to another team is one changed row, spelt out without a week."""
    imported(store, batch(KNOWN, people=[Person("anna", "Anna", team="North")]))
    found = plan(store, batch(KNOWN, people=[Person("anna", "Anna", team="South")]))
    assert (found.changed, found.same) == (1, 2)
    assert found.changes == (Change("anna", "Anna", None, "team", "North", "South"),)


def test_conflicts_are_counted_from_the_problems(store):
    """How often the files contradict themselves is told by the reader."""
    problem = Problem("conflicting_values", "team.xlsx", None, 3, "Brand", "18 and 19", "", Severity.WARNING)
    assert plan(store, batch(KNOWN, problems=[problem])).conflicting == 1


def test_of_two_rows_with_one_key_the_later_wins(store):
    """Within one batch the later row wins value by value, as a newer import would."""
    twice = """
        rep   date        brand  people
        anna  2026-11-16  18     9
        anna  2026-11-16  19     .
    """
    imported(store, batch(twice))
    merged = batch("rep date brand people\n anna 2026-11-16 19 9")
    assert plan(store, merged) == ImportPlan(added=0, changed=0, same=1, conflicting=0)


def test_many_changes_are_counted_but_not_all_spelt_out(store):
    """The counts are complete, the list of changes stops at 200."""
    big = team_batch(reps=600, weeks=2)
    imported(store, big)
    big.readings["brand"] += 1
    found = plan(store, big)
    assert (found.changed, len(found.changes)) == (1200, MOST_CHANGES)
