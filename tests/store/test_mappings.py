"""Is what was answered about a layout of file kept, replaced and forgotten?"""

from dataclasses import replace
from datetime import timedelta

from dashboard.store import mappings
from dashboard.store.engine import revision
from dashboard.store.imports import undo
from dashboard.store.mappings import remember, remembered
from tests.store.batches import AT, batch, imported, report

ONE = {"column:Marque": "brand"}


def told(answers: dict[str, str], layout: str = "a"):
    """Return what a reader says of a file whose layout was answered so."""
    return replace(report("team.csv"), keep={layout: answers})


def test_an_import_keeps_its_answers_with_it(store):
    """They are written in the import's own transaction, and stay when its numbers are taken back."""
    drawn = replace(batch("rep date brand\n anna 2026-11-09 16"), files=(told(ONE),))
    record = imported(store, drawn)
    assert remembered(store) == {"a": ONE}
    undo(store, record.import_id, at=AT)
    assert remembered(store) == {"a": ONE}


def test_the_newest_answers_count(store):
    """Another answer replaces all of the layout's; no answer forgets the layout; the same is no news."""
    assert remember(store, [told(ONE)], at=AT)
    before = revision(store)
    assert not remember(store, [told(ONE)], at=AT)
    assert revision(store) == before
    assert remember(store, [told({"date_order": "dmy"})], at=AT)
    assert remembered(store) == {"a": {"date_order": "dmy"}}
    assert remember(store, [told({})], at=AT)
    assert remembered(store) == {}


def test_a_file_without_answers_keeps_nothing(store):
    """What needs no question needs no memory."""
    assert not remember(store, [told({}), report("plain.csv")], at=AT)


def test_only_so_many_layouts_are_remembered(store, monkeypatch):
    """The one longest unused goes first."""
    monkeypatch.setattr(mappings, "MOST_LAYOUTS", 2)
    for number, layout in enumerate("abc"):
        remember(store, [told(ONE, layout)], at=AT + timedelta(days=number))
    assert set(remembered(store)) == {"b", "c"}
