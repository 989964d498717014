"""A review held in the app shows in the terminal's notes: what was for the rep, and nothing else."""

import zipfile
from datetime import UTC, date, datetime

import pytest

from dashboard.model.reviews import Talk
from dashboard.store.engine import open_store
from dashboard.store.reviews import open_review
from tests.store.talks import write

AT = datetime(2026, 11, 18, 9, tzinfo=UTC)


@pytest.fixture
def talked(type_in, desk):
    """The sample team is on the desk, and one rep was talked with."""
    type_in("demo", "--as-of", "2026-11-18", "--weeks", "3")
    engine = open_store(desk)
    review = open_review(engine, date(2026, 11, 16), None, who="app", at=AT)
    write(engine, review.review_id, Talk("lars-sokolov", "tired of it all", "well done"), at=AT)
    return type_in


def test_the_words_for_the_rep_are_in_the_notes(talked, tmp_path):
    """As they are in the app's."""
    out = tmp_path / "note.md"
    assert talked("notes", "--rep", "lars-sokolov", "--out", out).code == 0
    assert "well done" in out.read_text("utf-8")


def test_what_was_only_for_the_manager_is_in_nothing_that_leaves(talked, tmp_path):
    """Neither in a note of any kind nor in what the terminal prints."""
    out = tmp_path / "notes.zip"
    assert talked("notes", "--all", "--format", "zip", "--out", out).code == 0
    with zipfile.ZipFile(out) as archive:
        assert all(b"tired of it all" not in archive.read(name) for name in archive.namelist())
    for words in (("review",), ("review", "--json"), ("commitments", "--json"), ("people", "--json")):
        assert "tired of it all" not in talked(*words).out
