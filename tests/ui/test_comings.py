"""Who came and who may have gone is said from the cards, in a fixed order."""

from dataclasses import replace
from datetime import date

from dashboard.model.cards import Flag, RepCard, State
from dashboard.ui.comings import first_week, gone, named, new

WEEK = date(2026, 11, 16)


def card(rep_id: str, *flags: Flag) -> RepCard:
    """Return a card with flags."""
    return RepCard(rep_id, rep_id.title(), WEEK, State.MISSING, flags=flags)


def test_the_longest_gone_stand_first():
    """Only the marked are named, oldest last score first."""
    cards = [
        replace(card("ann", Flag.PERHAPS_LEFT), last_scored=date(2026, 10, 26)),
        replace(card("bo", Flag.PERHAPS_LEFT), last_scored=date(2026, 10, 12)),
        replace(card("cy"), last_scored=date(2026, 10, 5)),
    ]
    assert [one.rep_id for one in gone(cards)] == ["bo", "ann"]


def test_the_newest_stand_first():
    """A new starter is dated by the first score of the trend."""
    trend = ((date(2026, 11, 9), None), (WEEK, 50.0))
    late = replace(card("ann", Flag.NEW_STARTER), state=State.SCORED, trend=trend)
    first = ((date(2026, 11, 9), 40.0), (WEEK, 41.0))
    early = replace(card("bo", Flag.NEW_STARTER), state=State.SCORED, trend=first)
    assert first_week(early) == date(2026, 11, 9)
    assert [one.rep_id for one in new([early, card("cy"), late])] == ["ann", "bo"]


def test_who_is_named_here_is_told_to_the_other_lists():
    """Only those who fit in the box."""
    cards = [card(f"r{place}", Flag.NEW_STARTER) for place in range(8)]
    assert named(cards) == {f"r{place}" for place in range(6)}


def test_the_new_need_no_score_but_must_be_there():
    """Whoever is on leave or has left is not greeted."""
    flagged = [card(name, Flag.NEW_STARTER) for name in ("ann", "bo", "cy")]
    cards = [flagged[0], replace(flagged[1], state=State.ON_LEAVE), replace(flagged[2], state=State.LEFT)]
    assert [one.rep_id for one in new(cards)] == ["ann"]
