"""Does what was said and agreed go where the rep goes?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.model.commitments import Commitment, Done
from dashboard.model.pillars import Pillar
from dashboard.model.reviews import Talk, Talked, Tick
from dashboard.store.commitments import agree, commitments, say_done
from dashboard.store.identity import join, part
from dashboard.store.imports import commit, undo
from dashboard.store.reviews import open_review, talks
from dashboard.store.ticks import tick, ticks
from tests.store.batches import AT, batch
from tests.store.talks import write

DAY = date(2026, 11, 16)
MADE = Commitment("one", "bo", Pillar.INSIGHTS, "three comments a day", DAY, DAY + timedelta(days=14))
TALK = Talk("bo", "tired", "well done", Talked.COACHED, 10)
STEP = Tick("bo", DAY, "profile", DAY)


@pytest.fixture
def desk(store):
    """A store that knows Anna and Bo, with a talk, a commitment and a tick of Bo."""
    commit(store, batch("rep date brand\n anna 2026-11-16 17\n bo 2026-11-09 16"), who="Dana", at=AT)
    agree(store, MADE, who="Dana", at=AT)
    say_done(store, "one", Done.PARTLY, "two days", who="Dana", at=AT)
    write(store, review(store), TALK, at=AT)
    tick(store, STEP, True, at=AT)
    return store


def review(store) -> str:
    """Return the open review."""
    return open_review(store, DAY, None, who="Dana", at=AT).review_id


def said(store, rep_id):
    """Return all that was said of a rep."""
    return commitments(store, [rep_id]), talks(store, review(store)).get(rep_id), ticks(store, rep_id)


PARTLY = replace(MADE, done=Done.PARTLY, done_note="two days")
NOTHING = ([], None, [])
OF_BO = ([PARTLY], TALK, [STEP])
OF_ANNA = ([replace(PARTLY, rep_id="anna")], replace(TALK, rep_id="anna"), [replace(STEP, rep_id="anna")])


def test_what_was_said_goes_with_a_join_and_comes_back(desk):
    """Joined, Anna has Bo's commitment with its word, the talk and the tick; taken back, Bo has them again."""
    assert (said(desk, "bo"), said(desk, "anna")) == (OF_BO, NOTHING)
    done = join(desk, "bo", "anna", who="Dana", at=AT)
    assert (said(desk, "bo"), said(desk, "anna")) == (NOTHING, OF_ANNA)
    undo(desk, done.import_id, at=AT)
    assert (said(desk, "bo"), said(desk, "anna")) == (OF_BO, NOTHING)


def test_parted_again_each_has_their_own(desk):
    """What was Bo's before the join is Bo's after it; what Anna agreed before and since stays Anna's."""
    agree(desk, replace(MADE, commitment_id="hers", rep_id="anna"), who="Dana", at=AT)
    join(desk, "bo", "anna", who="Dana", at=AT)
    agree(desk, replace(MADE, commitment_id="later", rep_id="anna"), who="Dana", at=AT)
    done = part(desk, "anna", "Bo", who="Dana", at=AT)
    assert said(desk, "bo") == OF_BO
    assert {each.commitment_id for each in commitments(desk, ["anna"])} == {"hers", "later"}
    undo(desk, done.record.import_id, at=AT)
    assert {each.commitment_id for each in commitments(desk, ["anna"])} == {"hers", "later", "one"}


def test_two_talks_of_one_review_become_one(desk):
    """No word is lost: both texts stand there, the minutes are added, coached is coached."""
    hers = Talk("anna", "new patch", "", Talked.SKIPPED)
    write(desk, review(desk), hers, at=AT)
    done = join(desk, "bo", "anna", who="Dana", at=AT)
    both = Talk("anna", "new patch\n\ntired", "well done", Talked.COACHED, 10)
    assert talks(desk, review(desk)) == {"anna": both}
    undo(desk, done.import_id, at=AT)
    assert talks(desk, review(desk)) == {"anna": hers, "bo": TALK}


def test_what_was_written_since_the_join_stays(desk):
    """Taking the join back gives Bo the old words and leaves Anna the new ones."""
    done = join(desk, "bo", "anna", who="Dana", at=AT)
    new = Talk("anna", "tired, and on holiday next week", "well done", Talked.COACHED, 10)
    write(desk, review(desk), new, at=AT)
    undo(desk, done.import_id, at=AT)
    assert talks(desk, review(desk)) == {"anna": new, "bo": TALK}


def test_the_same_step_ticked_twice_is_ticked_once(desk):
    """Both had done the step in the same week; taken back, both have."""
    tick(desk, replace(STEP, rep_id="anna"), True, at=AT)
    done = join(desk, "bo", "anna", who="Dana", at=AT)
    assert ticks(desk, "anna") == [replace(STEP, rep_id="anna")]
    undo(desk, done.import_id, at=AT)
    assert (ticks(desk, "anna"), ticks(desk, "bo")) == ([replace(STEP, rep_id="anna")], [STEP])
