"""How sure is it which pillar is furthest behind, in words?"""

from dashboard.coaching.close import closeness
from dashboard.coaching.need import gap
from dashboard.model.cards import Basis, Weakest
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from tests.coaching.cards import card

CLOSE = Weakest(Pillar.PEOPLE, Basis.TEAM, -2.4, 0.56, Pillar.INSIGHTS)


def test_a_close_call_is_told() -> None:
    """Two pillars that noise could swap are both named."""
    assert closeness(card(weakest=CLOSE)) == (
        "People or insights, too close to call (56% sure): either is a fair place to start."
    )


def test_a_clear_one_is_told_with_its_confidence() -> None:
    """The confidence is stated, and never as certainty."""
    clear = Weakest(Pillar.PEOPLE, Basis.TEAM, -2.4, 0.9996)
    assert closeness(card(weakest=clear)) == "Beside the usual wobble that is over 99% sure."


def test_what_is_not_known_is_not_told() -> None:
    """No confidence, no weakest pillar, or none behind: no words."""
    for weakest in (None, Weakest(Pillar.PEOPLE, Basis.TEAM, -2.4), Weakest(Pillar.PEOPLE, Basis.TEAM, 0.4, 0.9)):
        assert closeness(card(weakest=weakest)) == ""


def test_evidence_for_a_talk_names_both() -> None:
    """The queue's reason says that it is too close to call."""
    told = gap(card(weakest=CLOSE), Settings())
    assert told is not None
    assert told.say() == "people 2.4 points below the team's median (or insights, too close to call)"
