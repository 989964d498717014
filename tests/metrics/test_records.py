"""What is said of a behaviour over all who agreed to it?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.metrics.records import records
from dashboard.model.commitments import Commitment, Done, Judged, Outcome, Record
from dashboard.model.pillars import Pillar

DAY = date(2026, 10, 19)


def case(number: int, net: float | None, *, done=Done.DONE, outcome=Outcome.WITHIN_NOISE, **changed) -> Judged:
    """Return one judged commitment."""
    made = Commitment(f"c{number}", f"rep{number}", Pillar.PEOPLE, "Five profiles a day", DAY, DAY, done=done)
    return Judged(replace(made, **changed), outcome, net_change=net)


FIVE = [case(number, net) for number, net in enumerate((0.2, 1.4, -0.6, 2.2, 0.9))]


def test_five_cases_are_a_record():
    """The median of all, whatever came of them: -0.6, 0.2, 0.9, 1.4, 2.2."""
    assert records(FIVE) == [Record("Five profiles a day", Pillar.PEOPLE, 5, 0.9, 0)]


def test_four_cases_are_none():
    """Nothing is said with fewer than five."""
    assert records(FIVE[:4]) == []


@pytest.mark.parametrize("done", [Done.PARTLY, Done.NOT_DONE, Done.UNKNOWN])
def test_what_was_not_fully_done_is_never_credited(done):
    """Partly, not, or nobody knows: it is no case."""
    assert records([*FIVE[:4], case(9, 3.0, done=done, outcome=Outcome.WORKED)]) == []


def test_what_cannot_be_judged_is_no_case():
    """Too early: there is no number to count."""
    assert records([*FIVE[:4], case(9, None, outcome=Outcome.TOO_EARLY)]) == []


def test_cases_of_one_prompt_belong_together_whatever_the_words():
    """The prompt tells behaviours apart, without one the words do; the newest words are shown."""
    asked = [replace(each.commitment, prompt_id="p", behaviour=f"Words {n}") for n, each in enumerate(FIVE)]
    told = [replace(each, commitment=made) for each, made in zip(FIVE, asked, strict=True)]
    told[2] = replace(told[2], commitment=replace(asked[2], agreed_on=DAY + timedelta(days=7)))
    assert records(told) == [Record("Words 2", Pillar.PEOPLE, 5, 0.9, 0, "p")]
    spaced = [replace(FIVE[0], commitment=replace(FIVE[0].commitment, behaviour="five  PROFILES a day")), *FIVE[1:]]
    assert [record.cases for record in records(spaced)] == [5]


def test_how_many_worked_is_counted():
    """Beyond noise, out of all cases; the behaviour with most cases comes first."""
    worked = [case(number, 2.0, outcome=Outcome.WORKED, behaviour="another") for number in range(6)]
    assert [(one.behaviour, one.cases, one.worked) for one in records([*FIVE, *worked])] == [
        ("another", 6, 6),
        ("Five profiles a day", 5, 0),
    ]
