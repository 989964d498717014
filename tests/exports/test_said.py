"""Does the note carry what was said to the rep, and what was agreed?"""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.coaching.prompts import check_on, prompts_for
from dashboard.desk.notes import bundle
from dashboard.exports.formats import NOTE_FORMATS, WRITERS
from dashboard.exports.note import Said, build
from dashboard.model.commitments import Commitment, Done, Judged, Outcome, Why
from dashboard.model.pillars import Pillar
from dashboard.model.weeks import label
from tests.coaching.cards import card
from tests.exports.conftest import AS_OF, NASTY, PLAYBOOK
from tests.exports.test_formats import TEXT_OF

MADE = Commitment(
    "c1",
    "mara",
    Pillar.PEOPLE,
    "Open five profiles.",
    AS_OF,
    date(2026, 12, 7),
    cue="the first call is over",
    accounts="Norrland AB",
)


def told(said: Said) -> str:
    """Return the note of a rep to whom something was said."""
    rep = card()
    return build(rep, prompts_for(rep, PLAYBOOK), as_of=AS_OF, said=said).markdown


def test_the_words_for_the_rep_come_first():
    """After the title and before the facts, line by line."""
    text = told(Said("Well done with Alder.\n\nMore of it."))
    assert "## From our talk\n\nWell done with Alder.\n\nMore of it.\n\n## The week" in text


def agreed(**changed) -> Said:
    """Return one agreement, not due yet unless changed."""
    return Said(agreed=(Judged(MADE, Outcome.TOO_EARLY, why=Why.NOT_DUE, **changed),))


def test_what_was_agreed_stands_in_place_of_the_blanks():
    """When, what, with whom, whether it was done, and when to look again."""
    text = told(agreed())
    assert (
        "- When the first call is over, I will open five profiles. Accounts: Norrland AB.\n"
        "  - Agreed 23 Nov 2026 for people; not said yet. We look again on 7 Dec 2026.\n"
    ) in text
    assert "What exactly, and how often: …" not in text


SEEN = Judged(
    Commitment("c2", "mara", Pillar.BRAND, "One post.", date(2026, 10, 19), date(2026, 11, 16), done=Done.PARTLY),
    Outcome.WORKED,
    date(2026, 11, 16),
    14.0,
    2.0,
    1.5,
    (0.5, 2.5),
    mates=0.3,
    usual=12.1,
)


@pytest.mark.parametrize("kind", NOTE_FORMATS)
def test_from_the_day_of_the_look_on_the_verdict_is_told(kind):
    """In the words of the ledger, with its interval and where the expected value comes from, in every format."""
    note = build(card(), (), as_of=AS_OF, said=Said(agreed=(SEEN, *agreed().agreed)))
    text = TEXT_OF[kind](NOTE_FORMATS[kind](note))
    for words in (
        "One post.",
        "Agreed 19 Oct 2026 for brand; partly done. Worked: the brand pillar is 1.5 points above what was to be",
        "(90 % interval +0.5 to +2.5).",
        "12.5 was to be expected: 12.2 from the readings before, +0.3 as the team",
        "When the first call is over, I will open five profiles.",
    ):
        assert words in text, words


def test_what_was_agreed_for_the_conversation_is_told_by_the_word_alone():
    """Until it is said, with the day on which it is asked about."""
    made = replace(MADE, pillar=None)
    talk = Judged(made, Outcome.TOO_EARLY, why=Why.CONVERSATION)
    assert "  - Agreed 23 Nov 2026 for conversation; not said yet. We look again on 7 Dec 2026.\n" in told(
        Said(agreed=(talk,))
    )
    late = told(Said(agreed=(replace(talk, commitment=replace(made, check_on=AS_OF)),)))
    assert "for conversation; not said yet. About the conversation, of which no score speaks" in late
    done = told(Said(agreed=(replace(talk, commitment=replace(made, done=Done.DONE)),)))
    assert "for conversation; done. About the conversation, of which no score speaks" in done


def test_what_the_rep_said_with_it_stays_on_the_desk():
    """The word counts; the remark beside it may be the manager's."""
    made = replace(MADE, done=Done.NOT_DONE, done_note="says there was no time")
    text = told(Said(agreed=(Judged(made, Outcome.NOT_DONE),)))
    assert "Agreed 23 Nov 2026 for people. Not done, by the rep's own word, so the score says nothing of it." in text
    assert "no time" not in text


def test_nothing_said_leaves_the_note_as_it_was():
    """No heading without words."""
    assert told(Said("  \n")) == told(Said())
    assert "From our talk" not in told(Said())


@pytest.mark.parametrize("kind", WRITERS)
def test_words_that_look_like_markup_are_words(kind):
    """Every format can be written with them, and none is changed by them."""
    nasty = Judged(replace(MADE, cue="", behaviour=f"1. {NASTY}"), Outcome.TOO_EARLY, why=Why.NOT_DUE)
    note = build(card(), (), as_of=AS_OF, said=Said(f"{NASTY}\n# {NASTY}", (nasty,)))
    assert f"1. {NASTY}" in TEXT_OF[kind](bundle([note], kind))
    assert note.markdown.count("\n# ") == 0


def test_a_list_or_a_mark_in_the_manager_s_words_stays_as_it_was_written():
    """Nothing of it is drawn while the rest is not: the review and the note show the same signs."""
    text = told(Said("**two** things\n- call\n1. ask"))
    assert "\\*\\*two\\*\\* things\n\n\\- call\n\n1\\. ask" in text


def test_of_a_week_long_past_the_look_is_counted_from_its_talk_or_is_the_one_agreed():
    """Not from the day the note is written: 16 October and its 14 days, unless the prompt stands agreed with a look."""
    rep = card(week=date(2026, 10, 12))
    asked = prompts_for(rep, PLAYBOOK)
    day = f"check again after {asked[0].check_after_days} days"
    text = build(rep, asked, as_of=AS_OF, said=Said()).markdown
    assert f"{day} ({label(check_on(asked[0], date(2026, 10, 16)))})" in text
    assert f"We look again on: {label(check_on(asked[0], date(2026, 10, 16)))}" in text
    made = replace(MADE, prompt_id=asked[0].id, agreed_on=date(2026, 10, 14), check_on=date(2026, 11, 2))
    stands = Judged(made, Outcome.TOO_EARLY, why=Why.NOT_DUE)
    assert f"{day} (2 Nov 2026)" in build(rep, asked, as_of=AS_OF, said=Said(agreed=(stands,))).markdown
    over = replace(stands, commitment=replace(made, check_on=date(2026, 10, 1)))
    assert f"{day} (1 Oct" not in build(rep, asked, as_of=AS_OF, said=Said(agreed=(over,))).markdown
