"""Under which id is a rep known now who was joined with another?"""

from dashboard.store.identity import join, part
from dashboard.store.imports import commit, undo
from dashboard.store.renamed import now_called
from tests.store.batches import AT, batch


def test_a_rep_who_was_joined_is_known_under_the_other_id(store):
    """Once or twice joined; taken back or parted again, each stands for themselves."""
    days = " anna 2026-11-16 17\n bo 2026-11-09 16\n cleo 2026-11-09 12"
    commit(store, batch(f"rep date brand\n{days}"), who="Dana", at=AT)
    assert now_called(store) == {}
    join(store, "bo", "anna", who="Dana", at=AT)
    assert now_called(store) == {"bo": "anna"}
    second = join(store, "anna", "cleo", who="Dana", at=AT)
    assert now_called(store) == {"bo": "cleo", "anna": "cleo"}
    undo(store, second.import_id, at=AT)
    assert now_called(store) == {"bo": "anna"}
    part(store, "anna", "Bo", who="Dana", at=AT)
    assert now_called(store) == {}
