"""Does the note carry what was said to the rep, and what was agreed?"""

from datetime import date

import pytest

from dashboard.coaching.prompts import prompts_for
from dashboard.desk.notes import bundle
from dashboard.exports.formats import WRITERS
from dashboard.exports.note import Said, build
from dashboard.model.commitments import Commitment
from dashboard.model.pillars import Pillar
from tests.coaching.cards import card
from tests.exports.conftest import AS_OF, NASTY, PLAYBOOK

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


def test_what_was_agreed_stands_in_place_of_the_blanks():
    """When, what, with whom, and when to look again."""
    text = told(Said(agreed=(MADE,)))
    assert (
        "- When the first call is over: open five profiles. Accounts: Norrland AB. We look again on 7 Dec 2026." in text
    )
    assert "What exactly, and how often: …" not in text


def test_nothing_said_leaves_the_note_as_it_was():
    """No heading without words."""
    assert told(Said("  \n")) == told(Said())
    assert "From our talk" not in told(Said())


@pytest.mark.parametrize("kind", WRITERS)
def test_words_that_look_like_markup_are_words(kind):
    """Every format can be written with them, and none is changed by them."""
    note = build(card(), (), as_of=AS_OF, said=Said(f"{NASTY}\n# {NASTY}", (MADE,)))
    assert bundle([note], kind)
    assert note.markdown.count("\n# ") == 0


def test_a_list_or_a_mark_in_the_manager_s_words_stays_as_it_was_written():
    """Nothing of it is drawn while the rest is not: the review and the note show the same signs."""
    text = told(Said("**two** things\n- call\n1. ask"))
    assert "\\*\\*two\\*\\* things\n\n\\- call\n\n1\\. ask" in text
