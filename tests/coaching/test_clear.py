"""A gap that the wobble of the scores may explain is no reason for a talk, and nothing said denies that."""

import pytest

from dashboard.coaching.call import Call, advise
from dashboard.coaching.clear import is_behind, is_unsure
from dashboard.coaching.close import closeness
from dashboard.coaching.need import gap
from dashboard.coaching.priority import around, factors
from dashboard.coaching.words import weakest
from dashboard.exports import told
from dashboard.model.cards import Basis, RepCard, Verdict, Weakest
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from tests.coaching.cards import card

SETTINGS = Settings()
WORDS = "people 2.4 points below the team's median is within the wobble of the scores, so no reason by itself"


def behind(likely: float | None, points: float = -2.4) -> RepCard:
    """Return a rep whose people pillar is so likely behind, and very surely the furthest."""
    return card(weakest=Weakest(Pillar.PEOPLE, Basis.TEAM, points, 0.995, None, likely))


@pytest.mark.parametrize(
    ("likely", "points", "sure", "unsure"),
    [(0.8, -2.4, True, False), (0.79, -2.4, False, True), (None, -1.0, True, False), (0.9, -0.9, False, False)],
)
def test_a_gap_is_evidence_where_it_is_large_and_sure(likely, points, sure, unsure) -> None:
    """At least one point, and behind in truth in four of five cases; where that is not known the gap counts."""
    rep = behind(likely, points)
    assert (is_behind(rep, SETTINGS), is_unsure(rep, SETTINGS)) == (sure, unsure)
    assert (gap(rep, SETTINGS) is not None) == sure


def test_it_is_said_that_a_gap_is_no_reason() -> None:
    """In the call, and where the place in the queue is explained."""
    assert advise(behind(0.5), SETTINGS).call is Call.NONE
    assert advise(behind(0.5), SETTINGS).reason == f"Nothing stands out beyond noise; {WORDS}."
    fallen = card(weakest=behind(0.5).weakest, verdict=Verdict.DOWN, change_4w=-3.0, net_change_4w=-3.0)
    assert "people" not in advise(fallen, SETTINGS).reason
    signal = factors(behind(0.5), around([], SETTINGS, {}))[1]
    assert signal.words == f"Nothing in the score beyond noise; {WORDS}."


def test_no_sentence_beside_it_claims_to_be_sure() -> None:
    """Which pillar is the furthest is not called sure where the gap is nothing beside the wobble."""
    assert weakest(behind(0.5)).endswith("That is within the wobble of the scores: no reason for a talk by itself.")
    assert told.weakest(behind(0.5)).endswith("So small a gap may be chance.")
    assert closeness(behind(0.5)) == closeness(behind(0.99, -0.6)) == ""
    assert closeness(behind(0.9)) == "Beside the usual wobble that is over 99% sure."
    assert "wobble" not in weakest(behind(0.9))
    assert "chance" not in told.weakest(behind(0.9))
