"""Which commitments are worth a look in a week's review?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.coaching.due import due
from dashboard.model.commitments import Commitment, Done, Judged, Outcome
from dashboard.model.pillars import Pillar

WEEK = date(2026, 11, 16)
WAITING = Judged(
    Commitment("one", "ida", Pillar.PEOPLE, "x", date(2026, 11, 2), WEEK, done=Done.DONE), Outcome.TOO_EARLY
)
JUDGED = replace(WAITING, outcome=Outcome.WORKED, checked_week=WEEK)


def said(one: Judged, done: Done) -> Judged:
    """Return the commitment with another word."""
    return replace(one, commitment=replace(one.commitment, done=done))


@pytest.mark.parametrize(
    ("one", "week", "looked_at"),
    [
        (JUDGED, WEEK, True),
        (JUDGED, WEEK + timedelta(weeks=1), False),
        (said(JUDGED, Done.UNKNOWN), WEEK + timedelta(weeks=3), True),
        (said(JUDGED, Done.UNKNOWN), WEEK + timedelta(weeks=5), False),
        (said(JUDGED, Done.NOT_DONE), WEEK, False),
        (WAITING, WEEK, True),
        (WAITING, WEEK - timedelta(weeks=1), False),
        (WAITING, WEEK + timedelta(weeks=5), False),
    ],
)
def test_what_is_worth_a_look(one, week, looked_at):
    """New verdicts in their week; what waits for a word or a reading for four weeks; nothing before its day."""
    assert due([one], week) == ([one] if looked_at else [])


def test_the_longest_waiting_comes_first():
    """By the day of the look."""
    later = replace(JUDGED, commitment=replace(JUDGED.commitment, check_on=WEEK + timedelta(days=2)))
    assert due([later, JUDGED], WEEK) == [JUDGED, later]
