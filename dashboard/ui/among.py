"""Among whom is ranked: everybody, or the reps of one role and the same time on the team?"""

from collections.abc import Collection
from typing import NamedTuple

from dashboard.desk.review import WeekReview
from dashboard.metrics.alike import Alike, alike
from dashboard.model.cards import State
from dashboard.ui import cached, filters, state
from dashboard.ui.cached import Desk

EVERYBODY = "everybody"
TIME = {True: "first half-year", False: "longer"}


class Among(NamedTuple):
    """Whom is ranked: the name of the group, and the ids of its reps (none: everybody)."""

    name: str = EVERYBODY
    rep_ids: tuple[str, ...] = ()


def choose(at: Desk, review: WeekReview) -> Among:
    """Draw among whom to rank, where there is more than one group, and return whom."""
    scored = {card.rep_id for card in review.cards if card.state is State.SCORED}
    told = cached.history(at, state.choice())
    found = cached.made(at, "alike", (), lambda: alike(told, review.team.week, scored))
    groups = {f"{group.role}, {TIME[group.ramping]}": group for group in found}
    if len(groups) < 2:
        return Among()
    words = {name: title(group, found) for name, group in groups.items()} | {EVERYBODY: "Everybody"}
    chosen = filters.pick("among", "Rank among", [EVERYBODY, *groups], words.__getitem__, width=220)
    return Among(chosen, found[groups[chosen]]) if chosen in groups else Among()


def title(group: Alike, found: Collection[Alike]) -> str:
    """Return what a group is called: the role, and the time on the team where that parts it.

    >>> new, old = Alike("Account executive", True), Alike("Account executive", False)
    >>> title(new, [new, old]), title(old, [old])
    ('Account executive, first half-year', 'Account executive')
    """
    parted = Alike(group.role, not group.ramping) in found
    return f"{group.role}, {TIME[group.ramping]}" if parted or group.ramping else group.role
