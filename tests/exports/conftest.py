"""Notes to write in every format: a plain one, one without a score, and one whose names are markup."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.coaching.playbook import load_playbook
from dashboard.coaching.prompts import prompts_for
from dashboard.exports.note import Note, build
from dashboard.model.cards import Corner, RepCard, State
from tests.coaching.cards import card, unscored

AS_OF = date(2026, 11, 23)
PLAYBOOK = load_playbook(Path(__file__).resolve().parents[2] / "data" / "playbook.toml")

NASTY = '<script>alert(1)</script> | *bold* _em_ `code` [a](b) =HYPERLINK("x") & &amp; ~~s~~ \\| #'
"""A name that means something in Markdown, HTML and spreadsheets."""


def noted(rep: RepCard) -> Note:
    """Return the note of a card with its prompts."""
    return build(rep, prompts_for(rep, PLAYBOOK), as_of=AS_OF)


@pytest.fixture(scope="session")
def plain() -> Note:
    """The note of a steady rep with a clear corner."""
    return noted(card(corner=Corner.MENTOR))


@pytest.fixture(scope="session")
def blank() -> Note:
    """The note of a rep whose seat was never onboarded, without a pipeline."""
    return noted(unscored(State.NOT_ONBOARDED, pipelines=(), rep_id="tom-okafor", name="Tom Okafor"))


@pytest.fixture(scope="session")
def nasty() -> Note:
    """The note of a rep whose name, team and role are markup."""
    return noted(card(rep_id="nasty", name=NASTY, team="=1+1", role="+cmd|' /C calc'!A0"))
