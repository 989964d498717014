"""Where in the team does a rep stand, and how much is a talk likely to change there?

The middle of a team repays coaching most (vendor research); by how much is our inference, and only orders the queue.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby

from dashboard.model.bands import Band
from dashboard.model.cards import Flag, RepCard, State

THIRD = 1 / 3
AT_THE_TOP, AT_THE_BOTTOM = 0.5, 0.8
"""What the very first and the very last of a team count; the middle third counts 1, and between them is no step."""

BY_BAND: dict[Band | None, float] = {
    Band.STARTING: 0.9,
    Band.BUILDING: 1.0,
    Band.ACTIVE: 1.0,
    Band.LEADER: 0.5,
    None: 0.9,
}
"""What a band counts in a team too small for places."""

IN_BAND: dict[Band | None, str] = {
    Band.STARTING: "at the start of the scale",
    Band.BUILDING: "in the middle of the scale, where a talk changes most",
    Band.ACTIVE: "in the middle of the scale, where a talk changes most",
    Band.LEADER: "at the top of the scale, where a talk changes least",
    None: "no total to stand by",
}


def places(cards: Iterable[RepCard], fewest: int) -> dict[str, float]:
    """Return each rep's place in the own team from 0 (lowest total) to 1; equal totals share the middle of theirs.

    Teams with fewer than `fewest` scored reps have no places; new starters take none.
    """
    counted = [card for card in cards if card.total is not None and card.state is State.SCORED and not _new(card)]
    ordered = sorted(counted, key=lambda card: (card.team or "", card.total or 0.0))
    found: dict[str, float] = {}
    for _, members in groupby(ordered, key=lambda card: card.team or ""):
        team = list(members)
        if len(team) >= max(fewest, 2):
            found |= _places(team)
    return found


def _new(card: RepCard) -> bool:
    return Flag.NEW_STARTER in card.flags


def _places(team: list[RepCard]) -> dict[str, float]:
    found, start = {}, 0
    for _, members in groupby(team, key=lambda card: round(card.total or 0.0, 3)):
        same = list(members)
        middle = (start + (len(same) - 1) / 2) / (len(team) - 1)
        found |= {card.rep_id: middle for card in same}
        start += len(same)
    return found


def coachability(card: RepCard, known: Mapping[str, float]) -> tuple[float, str]:
    """Return how much a talk is likely to change, from 0 to 1, and why in words; no place is told as a number."""
    place = known.get(card.rep_id)
    if place is None:
        return BY_BAND[card.band], IN_BAND[card.band]
    if place > 1 - THIRD:
        return 1 - (1 - AT_THE_TOP) * (place - 1 + THIRD) / THIRD, "in the upper third of the team"
    if place < THIRD:
        return 1 - (1 - AT_THE_BOTTOM) * (THIRD - place) / THIRD, "in the lower third of the team"
    return 1.0, "in the middle of the team, where a talk changes most"
