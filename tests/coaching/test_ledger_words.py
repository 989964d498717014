"""How is it said what came of what was agreed?"""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.coaching.ledger_words import (
    ACTIVITIES,
    DONE,
    WORDS,
    brief,
    from_to,
    promise,
    record,
    said_done,
    sentence,
    waiting,
)
from dashboard.model.commitments import Commitment, Done, Judged, Outcome, Record, Why
from dashboard.model.pillars import Pillar
from dashboard.model.tables import ACTIVITY_VALUES

DAY = date(2026, 10, 19)
MADE = Commitment(
    "one", "ida", Pillar.INSIGHTS, "Three comments a day.", DAY, date(2026, 11, 2), start_value=5.2, done=Done.DONE
)
JUDGED = Judged(MADE, Outcome.WORKED, date(2026, 11, 2), 7.4, 2.2, 1.8, (0.6, 3.0), team_change=0.3)


def test_every_verdict_word_and_count_is_said():
    """No outcome, no answer and no activity without words."""
    assert (set(WORDS), set(DONE), set(ACTIVITIES)) == (set(Outcome), set(Done), set(ACTIVITY_VALUES))


def test_an_effect_is_said_with_its_interval():
    """What was gained beyond what was to be expected, and how sure that is."""
    said = "Worked: the insights pillar is 1.8 points above what was to be expected without it"
    assert sentence(JUDGED) == f"{said} (90 % interval +0.6 to +3.0)."
    down = replace(JUDGED, outcome=Outcome.WORSE, net_change=-1.8, interval=(-3.0, -0.6))
    assert "the insights pillar is 1.8 points below what was to be expected without it (90 % interval −3.0" in sentence(
        down
    )


@pytest.mark.parametrize(
    ("outcome", "begins"),
    [
        (Outcome.NO_EFFECT, "No effect worth mentioning: +1.8 points net on the insights pillar (90 %"),
        (Outcome.WITHIN_NOISE, "Cannot be told from noise: +1.8 points net on the insights pillar (90 %"),
        (Outcome.WITH_TEAM, "Moved with the whole team: +2.2 points on the insights pillar, +1.8 of it net (90 %"),
        (Outcome.NOT_DONE, "Not done, by the rep's own word"),
    ],
)
def test_what_is_not_an_effect_is_not_called_one(outcome, begins):
    """Each in its own words."""
    assert sentence(replace(JUDGED, outcome=outcome)).startswith(begins)


def test_next_to_nothing_is_said_so():
    """No "+0.0 points"."""
    nothing = replace(JUDGED, outcome=Outcome.NO_EFFECT, net_change=0.04, interval=(-0.6, 0.7))
    assert "mentioning: no net change on the insights pillar (90 % interval −0.6 to +0.7)" in sentence(nothing)


@pytest.mark.parametrize("why", [*Why, None])
def test_what_cannot_be_judged_says_why(why):
    """One sentence a reason; days where days matter."""
    early = Judged(MADE, Outcome.TOO_EARLY, why=why)
    assert sentence(early) == waiting(early)
    assert ("2 Nov 2026" in waiting(early)) == (why in (Why.NOT_DUE, Why.NO_READING, Why.NONE_CAME))


def test_what_was_agreed_is_one_sentence_with_its_when():
    """When, what, with whom, until when; a name at the beginning keeps its capitals."""
    full = replace(MADE, cue="when stand-up is over,", accounts="Fjord Shipping", until=date(2026, 11, 16))
    said = "When stand-up is over: three comments a day. Accounts: Fjord Shipping. Until 16 Nov 2026."
    assert (promise(full), promise(MADE)) == (said, "Three comments a day.")
    assert promise(replace(MADE, cue="it is noon", behaviour="VP first")) == "When it is noon: VP first."


def test_start_now_and_what_was_expected_are_beside_each_other():
    """7.4 - 1.8 = 5.6 would have come without it; what is not known is a dash, or left out."""
    assert from_to(JUDGED) == "5.2 → 7.4 of 25, 5.6 expected without it"
    assert from_to(replace(JUDGED, value=None, net_change=None)) == "5.2 → – of 25"


def test_in_brief_it_is_one_sentence_of_moderate_length():
    """The rest stands on the rep's page."""
    long = replace(MADE, behaviour="Before every call, " + "open one profile and " * 9 + "write. Then read.")
    assert brief(long).endswith("open one profile …")
    assert len(brief(long)) <= 122


def test_the_reps_word_has_its_note():
    """What was said, and what was said with it."""
    assert said_done(MADE) == "Done"
    assert said_done(replace(MADE, done=Done.PARTLY, done_note="two days")) == "Partly done: two days"


def test_a_record_names_the_team_and_the_number_of_cases():
    """A median that rounds to nothing is said so."""
    found = Record("Three comments a day.", Pillar.INSIGHTS, 5, 0.02, 0)
    assert record(found, "North") == (
        "In North, this left the insights pillar where it was, at the median, in 5 cases; in none of them beyond noise."
    )
