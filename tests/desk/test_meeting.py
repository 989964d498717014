"""Who is talked with in a review, and what was said to them before?"""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dashboard.desk.meeting import (
    agreed_in,
    as_talked,
    awaited,
    before,
    going_on,
    last_reviews,
    merged,
    order,
    said_before,
    with_those_of,
)
from dashboard.model.cards import Queue, Reason, RepCard, State
from dashboard.model.commitments import Commitment, Done, Judged, Outcome, Why
from dashboard.model.pillars import Pillar
from dashboard.model.reviews import Review, Talk

WEEK = date(2026, 11, 16)
AT = datetime(2026, 11, 16, 9, tzinfo=UTC)
REVIEW = Review("r2", WEEK, None, AT, "test")


class Week:
    """What of a week's review the order is made of."""

    def __init__(self, names: str, queue: Queue, left: str = "") -> None:
        states = {name: State.LEFT if name in left.split() else State.SCORED for name in names.split()}
        self.cards = tuple(RepCard(name, name.title(), WEEK, state) for name, state in states.items())
        self.queue = queue


def reasons(*names: str) -> tuple[Reason, ...]:
    """Return a list of the queue."""
    return tuple(Reason(name, name.title(), ".") for name in names)


def judged(name: str, rep: str = "ida", *, review: str | None = "r1", **facts) -> Judged:
    """Return a commitment agreed a week before the review."""
    usual: dict[str, Any] = {"agreed_on": date(2026, 11, 9), "check_on": date(2026, 11, 23)}
    return Judged(
        Commitment(name, rep, Pillar.PEOPLE, "Open five profiles.", review_id=review, **usual | facts),
        Outcome.TOO_EARLY,
    )


def test_the_first_three_are_talked_with_in_the_order_of_the_queue():
    """Nobody else is, unless everybody is asked for: then by what the week calls for, and whoever is left."""
    week = Week("ann bo cy dee eve", Queue(coach=reasons("dee", "bo"), celebrate=reasons("cy")), left="eve")
    assert order(week, {}, everybody=False) == ("dee", "bo")
    assert order(week, {}, everybody=True) == ("dee", "bo", "cy", "ann")


def test_whom_something_was_written_about_stays():
    """The queue may change during the meeting, and somebody may leave: their talk is not lost from sight."""
    week = Week("ann bo eve", Queue(coach=reasons("bo")), left="eve")
    assert order(week, {"eve": Talk("eve"), "gone": Talk("gone")}, everybody=False) == ("bo", "eve")


def test_those_with_whom_something_was_agreed_come_first():
    """Before the queue's three; nobody twice, and nobody who is away."""
    week = Week("ann bo cy eve", Queue(coach=reasons("bo", "ann")), left="eve")
    assert order(week, {}, everybody=False, awaited=["cy", "ann", "eve"]) == ("cy", "ann", "bo")


def test_a_review_comes_back_to_what_was_agreed_last_week_and_to_what_is_due():
    """By the last review, whenever it was held, by the days of the week before, and by the day of the look."""
    later = {"check_on": date(2026, 12, 21)}
    held = [
        judged("a", "due", review=None, agreed_on=date(2026, 10, 19), check_on=WEEK),
        judged("b", "late", review="r1", agreed_on=WEEK, **later),
        judged("c", "cli", review=None, **later),
        judged("d", "old", review=None, agreed_on=date(2026, 10, 19), **later),
        judged("e", "now", review="r2", agreed_on=WEEK, **later),
    ]
    found = awaited(held, WEEK, ["r1"], "r2")
    assert found == {"late": "agreed last time", "cli": "agreed last time", "due": "the rep's word due"}
    assert list(found) == ["late", "cli", "due"]


def test_what_was_said_last_time_stands_in_the_order_of_the_talks():
    """As the tabs do; of whom no talk is planned with comes last, and nobody is lost."""
    said = [judged(rep, rep) for rep in ("cy", "zoe", "ann", "bo")]
    assert [one.commitment.rep_id for one in as_talked(said, ["ann", "bo", "cy"])] == ["ann", "bo", "cy", "zoe"]


@pytest.mark.parametrize(
    ("facts", "done", "runs"),
    [
        ({}, Done.UNKNOWN, True),
        ({"why": Why.NO_READING}, Done.DONE, True),
        ({"why": Why.NONE_CAME}, Done.DONE, False),
        ({"checked_week": WEEK}, Done.UNKNOWN, False),
        ({}, Done.NOT_DONE, False),
    ],
)
def test_what_nobody_has_looked_at_yet_goes_on(facts, done, runs):
    """Until the look, unless it was not done or no reading came."""
    assert going_on(replace(judged("a", done=done), **facts)) is runs


@pytest.mark.parametrize(
    ("facts", "done", "why"),
    [
        ({"checked_week": WEEK}, Done.UNKNOWN, "look due"),
        ({"why": Why.NO_READING}, Done.UNKNOWN, "waits for a reading"),
        ({"why": Why.NO_READING}, Done.DONE, "waits for a reading"),
        ({"checked_week": date(2026, 11, 9)}, Done.UNKNOWN, "the rep's word due"),
    ],
)
def test_the_tab_says_what_the_card_beneath_says(facts, done, why):
    """No look is due while there is no reading to look at."""
    made = judged("a", "ida", review=None, agreed_on=date(2026, 10, 19), check_on=WEEK, done=done)
    assert awaited([replace(made, **facts)], WEEK, []) == {"ida": why}


def test_the_last_reviews_are_those_of_the_newest_week_before():
    """Of the same team, ended or not; what was agreed in any of them was agreed last time."""
    weeks = {"r2": WEEK, "r1": date(2026, 11, 9), "r1b": date(2026, 11, 9), "r0": date(2026, 11, 2)}
    held = [Review(name, week, None, AT, "test") for name, week in weeks.items()]
    other = Review("x", date(2026, 11, 9), "DACH", AT, "test")
    assert last_reviews([other, *held], WEEK, None) == ("r1", "r1b")
    assert last_reviews(held, date(2026, 11, 2), None) == ()


@pytest.mark.parametrize(
    ("facts", "live"),
    [
        ({}, True),
        ({"check_on": date(2026, 10, 5)}, True),
        ({"check_on": date(2026, 10, 5), "done": Done.DONE}, False),
        ({"check_on": date(2026, 10, 26), "done": Done.DONE}, True),
        ({"review": "r2"}, False),
    ],
)
def test_what_still_waits_is_talked_about(facts, live):
    """A word not said, a look still to come or four weeks old at most; not what is only now agreed."""
    assert bool(said_before([judged("c1", **facts)], REVIEW)) is live


def test_the_newest_word_comes_first():
    """With one rep, or with everybody."""
    old, new, other = judged("old", agreed_on=date(2026, 11, 2)), judged("new"), judged("other", "bo")
    assert said_before([old, new, other], REVIEW, "ida") == [new, old]
    assert said_before([old, other, new], REVIEW)[-1] == old


def test_what_was_just_agreed_is_in_the_review_before_it_can_be_judged():
    """Held for an older week, a review has its own agreements all the same."""
    made = judged("c1", review="r2").commitment
    assert agreed_in([made, judged("c2").commitment], REVIEW) == [made]
    assert with_those_of([], [made]) == [Judged(made, Outcome.TOO_EARLY, why=Why.NOT_DUE)]
    assert with_those_of([judged("c1")], [made]) == [judged("c1")]


@pytest.mark.parametrize(
    ("now", "seen", "mine", "kept"),
    [
        ("a", "a", "a b", "a b"),
        ("a", "a", "", ""),
        ("hers", "", "mine", "hers\n\nmine"),
        ("hers", "", "hers and mine", "hers and mine"),
        ("hers and more", "hers", "hers", "hers and more"),
        ("hers", "old", "", "hers"),
    ],
)
def test_no_words_of_two_writers_are_lost(now, seen, mine, kept):
    """What I had not seen stays, unless my text has it."""
    assert merged(now, seen, mine) == kept


def test_the_last_review_is_the_team_s_own_and_ended():
    """Another team's, a later one and one still open are not it."""
    ended = replace(REVIEW, review_id="r1", week=date(2026, 11, 9), ended_at=AT)
    others = [replace(ended, team="North"), replace(ended, ended_at=None), replace(ended, week=WEEK)]
    assert before([*others, ended], WEEK, None) == ended
    assert before(others, WEEK, None) is None
