"""Against what is a pillar held, and what have shifts of LinkedIn's formula to do with the gap, in words?"""

from collections.abc import Iterable, Sequence
from datetime import date

from dashboard.coaching.points import points, signed
from dashboard.model.cards import Basis, PillarCard, RepCard
from dashboard.model.carried import Carried
from dashboard.model.weeks import label

AGAINST: dict[Basis, str] = {
    Basis.INDUSTRY: "the industry average",
    Basis.NETWORK: "the network average",
    Basis.RAMP: "the median of the same role and time on the team",
    Basis.ROLE: "the median of the same role",
    Basis.TEAM: "the team's median",
    Basis.OWN_BEST: "the rep's own best twelve weeks",
    Basis.TARGET: "the target",
    Basis.DEFAULT: "the default benchmark",
}
"""Against what a pillar is held, in words."""


def against(held: PillarCard, basis: Basis, *, figure: bool = False) -> str:
    """Return against what a pillar is held, if wished with its points, and what of that is the formula's.

    >>> from dashboard.model.cards import Verdict
    >>> from dashboard.model.pillars import Pillar
    >>> moved = Carried(-1.1, (date(2026, 11, 2),))
    >>> known = (Pillar.RELATIONSHIPS, 13.2, None, None, None)
    >>> against(PillarCard(*known, 14.1, Basis.DEFAULT, -0.9, Verdict.STEADY, moved), Basis.DEFAULT, figure=True)
    "the default benchmark (14.1), moved by the formula's shift of 2 Nov 2026"
    >>> against(PillarCard(*known, 20.0, Basis.TARGET, -6.8, Verdict.STEADY, moved), Basis.TARGET)
    "the target, counting −1.1 by the formula's shift of 2 Nov 2026"
    """
    number = f" ({points(held.baseline)})" if figure and held.baseline is not None else ""
    return f"{AGAINST[basis]}{number}{moved(held, basis)}"


def moved(held: PillarCard, basis: Basis) -> str:
    """Return what shifts of the formula have to do with a baseline, to follow its name; empty where nothing."""
    if held.carried is None:
        return ""
    when = shifts(held.carried.weeks)
    if basis is Basis.TARGET:
        return f", counting {signed(held.carried.points)} by {when}"
    return f", moved by {when}"


def in_change(card: RepCard) -> str:
    """Return which part of a rep's four weeks is the formula's, as a sentence; empty where nothing is.

    >>> from dashboard.model.cards import State
    >>> week = date(2026, 11, 16)
    >>> in_change(RepCard("ida", "Ida", week, State.SCORED, change_carried=Carried(-1.4, (date(2026, 10, 26),))))
    "The formula's shift of 26 Oct 2026 is in these four weeks: −1.4 points."
    """
    if card.change_carried is None:
        return ""
    when, made = shifts(card.change_carried.weeks), signed(card.change_carried.points)
    held = "is" if len(card.change_carried.weeks) == 1 else "are"
    return f"{when[:1].upper()}{when[1:]} {held} in these four weeks: {made} points."


def in_gaps(known: Iterable[Carried | None]) -> str:
    """Return what shifts of the formula have to do with many gaps at once; empty where nothing.

    >>> in_gaps([None, Carried(-1.1, (date(2026, 11, 2),))])
    "Baselines older than the formula's shift of 2 Nov 2026 are moved by it; a target stays where it was set."
    """
    weeks = sorted({week for one in known if one for week in one.weeks})
    if not weeks:
        return ""
    them = "it" if len(weeks) == 1 else "them"
    return f"Baselines older than {shifts(weeks)} are moved by {them}; a target stays where it was set."


def shifts(weeks: Sequence[date]) -> str:
    """Return the shifts of some weeks, the oldest first, at least one.

    >>> shifts([date(2026, 5, 4)]), shifts([date(2026, 5, 4), date(2026, 11, 2)])
    ("the formula's shift of 4 May 2026", "the formula's shifts of 4 May 2026 and 2 Nov 2026")
    >>> shifts([date(2026, 5, 4)] * 3)
    '3 shifts of the formula since 4 May 2026'
    """
    if len(weeks) > 2:
        return f"{len(weeks)} shifts of the formula since {label(weeks[0])}"
    return f"the formula's shift{'' if len(weeks) == 1 else 's'} of {' and '.join(map(label, weeks))}"
