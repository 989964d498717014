"""Is what was agreed on the pages of the rep and of the week, with an honest verdict?"""

import os
from dataclasses import replace
from datetime import date

import pytest

from dashboard.model.commitments import Commitment, Done
from dashboard.model.pillars import Pillar
from dashboard.store.commitments import agree, commitments, say_done
from dashboard.store.engine import open_store
from dashboard.ui.go import PAGES
from tests.views.conftest import NOW, calm, texts

REP = "lars-sokolov"
SAID = Commitment(
    "old", REP, Pillar.INSIGHTS, "Three comments a day", date(2026, 10, 19), date(2026, 11, 2), cue="stand-up is over"
)
NEW = Commitment("new", REP, Pillar.PEOPLE, "Five profiles", date(2026, 11, 16), date(2026, 11, 30))
DUE = Commitment("due", REP, Pillar.PEOPLE, "Save ten leads", date(2026, 10, 26), date(2026, 11, 12))


@pytest.fixture
def with_(opened):
    """Open a page of a team's desk after something was agreed; return the app and the store."""

    def go(page: str, *made: Commitment, **query: str):
        app = opened("a team", page, **query)
        store = open_store(os.environ["SSI_COACH_DATABASE"])
        for one in made:
            agree(store, one, who="test", at=NOW)
        return calm(app.run()), store

    return go


def test_a_rep_without_commitments_is_told_what_one_is(with_):
    """Nothing is agreed: one line that says where."""
    app, _ = with_("rep", rep=REP)
    assert "Nothing is agreed yet" in texts(app)


def test_what_was_agreed_stands_on_the_reps_page(with_):
    """In one sentence with its when, start and now; what is too early is said to be."""
    app, _ = with_("rep", SAID, NEW, rep=REP)
    said = texts(app)
    assert "When stand-up is over: three comments a day." in said
    assert "Too early to say: a look at the score is fair from 30 Nov 2026 on." in said
    assert "Too early" in said
    assert "Agreed 16 Nov 2026" in said


def test_the_reps_word_is_kept_at_once(with_):
    """One click; another click takes it back; what was not done has no verdict on the score."""
    app, store = with_("rep", SAID, rep=REP)
    app.segmented_control(key="ledger_done_old").set_value(Done.NOT_DONE).run()
    assert [made.done for made in commitments(store)] == [Done.NOT_DONE]
    assert "Not done, by the rep's own word" in texts(calm(app))


def test_what_is_due_stands_on_the_first_page(with_):
    """From the day of the look on; what is not due does not."""
    app, store = with_("this_week", DUE, NEW)
    said = texts(app)
    assert "Commitments to look at" in said
    assert "Save ten leads." in said
    assert "Five profiles" not in said
    say_done(store, "due", Done.NOT_DONE, who="test", at=NOW)
    assert "Commitments to look at" not in texts(calm(app.run()))


def test_nothing_due_is_no_heading(with_):
    """The first page stays as it was."""
    app, _ = with_("this_week")
    assert "Commitments to look at" not in texts(app)


def test_earlier_commitments_are_folded(with_):
    """Three stand open, the others are counted."""
    made = [replace(NEW, commitment_id=f"c{day}", agreed_on=date(2026, 11, day)) for day in range(10, 15)]
    app, _ = with_("rep", *made, rep=REP)
    assert [one.label for one in app.expander if one.label.startswith("Earlier")] == ["Earlier (2)"]


def test_every_page_stands_with_commitments(with_):
    """No page falls over what was said."""
    app, _ = with_("this_week", SAID, NEW, DUE)
    for page in PAGES.values():
        calm(app.switch_page(page).run())
