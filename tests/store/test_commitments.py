"""Is what was agreed kept as it was agreed, with the newest word of it?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.model.commitments import Commitment, Done
from dashboard.model.errors import BadCommitment, UnknownCommitment, UnknownRep
from dashboard.model.pillars import Pillar
from dashboard.model.reviews import Tick
from dashboard.store.commitments import agree, commitments, commitments_revision, say_done, withdraw
from dashboard.store.imports import commit
from dashboard.store.ticks import tick, ticks
from tests.store.batches import AT, batch

DAY = date(2026, 11, 16)
MADE = Commitment(
    "one", "anna", Pillar.INSIGHTS, "three comments a day", DAY, DAY + timedelta(days=14), start_value=5.5
)


@pytest.fixture
def desk(store):
    """A store that knows Anna."""
    commit(store, batch("rep date brand\n anna 2026-11-16 17"), who="Dana", at=AT)
    return store


def test_what_was_agreed_comes_back(desk):
    """Word for word, day for day; other reps and later days can be left out."""
    full = replace(MADE, cue="after stand-up", accounts="Fjord", until=DAY + timedelta(days=28), prompt_id="p-1")
    agree(desk, full, who="Dana", at=AT)
    assert commitments(desk) == commitments(desk, ["anna"]) == commitments(desk, until=DAY) == [full]
    assert commitments(desk, ["ben"]) == commitments(desk, until=DAY - timedelta(days=1)) == []


def test_what_is_for_the_conversation_has_no_pillar(desk):
    """None goes in and comes out."""
    talk = agree(desk, replace(MADE, pillar=None, start_value=None), who="Dana", at=AT)
    assert commitments(desk) == [talk]


def test_the_newest_word_counts(desk):
    """What the rep says of it can be said again; what is withdrawn is in no list."""
    agree(desk, MADE, who="Dana", at=AT)
    before = commitments_revision(desk)
    say_done(desk, "one", Done.DONE, who="Dana", at=AT)
    say_done(desk, "one", Done.PARTLY, "two days", who="Dana", at=AT)
    assert commitments(desk) == [replace(MADE, done=Done.PARTLY, done_note="two days")]
    assert commitments_revision(desk) != before
    withdraw(desk, "one", who="Dana", at=AT)
    assert commitments(desk) == []


@pytest.mark.parametrize(
    "wrong",
    [
        replace(MADE, behaviour=" "),
        replace(MADE, behaviour="x" * 2_001),
        replace(MADE, check_on=DAY - timedelta(days=1)),
        replace(MADE, until=DAY - timedelta(days=1)),
    ],
)
def test_what_cannot_be_agreed_is_refused(desk, wrong):
    """A sentence, and nothing kept."""
    with pytest.raises(BadCommitment):
        agree(desk, wrong, who="Dana", at=AT)
    assert commitments(desk) == []


def test_who_or_what_is_not_known_is_told(desk):
    """No commitment of nobody, no word of nothing."""
    with pytest.raises(UnknownRep):
        agree(desk, replace(MADE, rep_id="nobody"), who="Dana", at=AT)
    with pytest.raises(UnknownCommitment):
        say_done(desk, "nothing", Done.DONE, who="Dana", at=AT)


def test_a_step_of_a_plan_is_ticked_and_unticked(desk):
    """Twice ticked is once."""
    step = Tick("anna", DAY, "profile", DAY)
    tick(desk, step, True, at=AT)
    tick(desk, step, True, at=AT)
    assert ticks(desk, "anna") == [step]
    tick(desk, step, False, at=AT)
    assert ticks(desk, "anna") == []
