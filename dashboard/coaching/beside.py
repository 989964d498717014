"""Beside whom and what is a rep's change judged? The team, or everybody where it is too small; four weeks ago."""

from collections.abc import Iterable

from dashboard.model.cards import Compared, RepCard

SENTENCES: dict[Compared, str] = {
    Compared.TEAM: "Compared with the median change of the team.",
    Compared.EVERYBODY: "Compared with the median change of everybody shown: too few of the team have scores.",
}


TEAM, EVERYBODY = "the team", "everybody"


def whom(card: RepCard) -> str:
    """Return whose move is taken off a rep's, to follow "net of": the team's unless the card says more."""
    return EVERYBODY if card.compared_with is Compared.EVERYBODY else TEAM


def groups(compared_with: Iterable[Compared | None]) -> str:
    """Return whose moves are taken off those of several reps, to follow "net of".

    >>> groups([Compared.TEAM, None]), groups([Compared.EVERYBODY]), groups([Compared.TEAM, Compared.EVERYBODY])
    ('the team', 'everybody', 'the own team, or everybody where it is too small')
    """
    found = set(compared_with)
    if {Compared.TEAM, Compared.EVERYBODY} <= found:
        return f"the own team, or {EVERYBODY} where it is too small"
    return EVERYBODY if Compared.EVERYBODY in found else TEAM


def compared(card: RepCard) -> str:
    """Return the sentence that says with whom the change over four weeks is compared; empty where with nobody."""
    return SENTENCES[card.compared_with] if card.compared_with else ""


ENOUGH = 6
"""Scores in the weeks shown beside a rep from which a history is not short (metrics.signals.FEWEST_WEEKS)."""
GAP = "no reading four weeks ago"


def unread(card: RepCard) -> bool:
    """Tell whether only the reading of four weeks ago is missing, and not a history to judge by."""
    return card.change_4w is None and sum(points is not None for _, points in card.trend) >= ENOUGH


OWN_WOBBLE = "not clearly more than this rep's own ups and downs"
ONLY_BACK = "back to where it was"


def explained(card: RepCard) -> str:
    """Return why a large change is no change of its own: a way back, or the rep's usual wobble."""
    return f"which only brings it {ONLY_BACK}" if card.back else OWN_WOBBLE
