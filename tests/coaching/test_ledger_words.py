"""How is it said what came of what was agreed?"""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.coaching.ledger_words import (
    DONE,
    WORDS,
    brief,
    from_to,
    promise,
    said_done,
    sentence,
    verdict,
    waiting,
)
from dashboard.coaching.record_words import ACTIVITIES, record
from dashboard.model.carried import Carried
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
        (Outcome.WITHIN_NOISE, "Not clear enough to call it an effect: +1.8 points net on the insights pillar (90 %"),
        (Outcome.WITH_TEAM, "Moved with the whole team: +2.2 points on the insights pillar, +1.8 of it net (90 %"),
        (Outcome.NOT_DONE, "Not done, by the rep's own word"),
    ],
)
def test_what_is_not_an_effect_is_not_called_one(outcome, begins):
    """Each in its own words."""
    assert sentence(replace(JUDGED, outcome=outcome)).startswith(begins)


def test_noise_is_what_has_zero_in_its_interval():
    """Where zero lies outside, it is not clear enough: less than what is worth mentioning, or mostly the team's."""
    noise = replace(JUDGED, outcome=Outcome.WITHIN_NOISE)
    told = replace(noise, interval=(-0.6, 3.0))
    assert sentence(told).startswith("Cannot be told from noise: +1.8 points net on")
    assert [verdict(one) for one in (told, noise, replace(noise, why=Why.ALREADY))] == [
        "Within noise",
        "Not clear enough",
        "On its way before",
    ]
    assert sentence(replace(noise, net_change=-1.5, interval=(-2.2, -0.8))) == (
        "Not clear enough to call it worse: −1.5 points net on the insights pillar (90 % interval −2.2 to −0.8)."
    )


@pytest.mark.parametrize(
    ("outcome", "badge", "begins"),
    [
        (Outcome.WORKED, "Up, not said yet", "Up 1.8 points beyond what was to be expected on the insights pillar"),
        (Outcome.WORSE, "Down, not said yet", "Down 1.8 points below what was to be expected on the insights pillar"),
        (Outcome.NO_EFFECT, "No net change", "No net change worth mentioning: +1.8 points net on"),
        (Outcome.WITHIN_NOISE, "Not clear enough", "Not clear enough to call it an effect: +1.8 points net on"),
        (Outcome.WITH_TEAM, "With the team", "Moved with the whole team: +2.2 points on the insights pillar"),
    ],
)
def test_before_the_rep_has_said_a_word_nothing_worked(outcome, badge, begins):
    """What moved is said, and that nobody knows yet whether it was done; with a word it is a verdict."""
    unsaid = replace(JUDGED, outcome=outcome, commitment=replace(MADE, done=Done.UNKNOWN))
    assert sentence(unsaid).startswith(begins)
    assert sentence(unsaid).endswith("(90 % interval +0.6 to +3.0); whether it was done is not said yet.")
    said = badge if outcome is Outcome.WITHIN_NOISE else WORDS[outcome]
    assert (verdict(unsaid), verdict(replace(unsaid, commitment=MADE))) == (badge, said)


def test_of_the_conversation_only_the_word_is_told():
    """No points, no interval; the badge is the rep's word."""
    talk = Judged(replace(MADE, pillar=None, start_value=None), Outcome.TOO_EARLY, why=Why.CONVERSATION)
    assert (verdict(talk), from_to(talk)) == ("Done", "")
    assert sentence(talk).startswith("About the conversation, of which no score speaks")


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


def test_start_and_now_are_beside_each_other():
    """What is not known is a dash; what was expected is said once, with its reckoning."""
    assert from_to(JUDGED) == "5.2 → 7.4 of 25"
    assert from_to(replace(JUDGED, value=None, net_change=None)) == "5.2 → – of 25"


def test_what_the_formula_made_of_a_pillar_stands_beside_start_and_now():
    """Also where nothing can be judged yet."""
    moved = replace(JUDGED, carried=Carried(-0.42, (date(2026, 11, 2),)), net_change=None)
    assert from_to(moved) == "5.2 → 7.4 of 25 (−0.4 by the formula's shift of 2 Nov 2026)"


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
