"""Beside whom is a rep's change judged? The team, or everybody where the team is too small."""

from dashboard.model.cards import Compared, RepCard

SENTENCES: dict[Compared, str] = {
    Compared.TEAM: "Compared with the median change of the team.",
    Compared.EVERYBODY: "Compared with the median change of everybody shown: too few of the team have scores.",
}


def whom(card: RepCard) -> str:
    """Return whose move is taken off a rep's, to follow "net of": the team's unless the card says more."""
    return "everybody" if card.compared_with is Compared.EVERYBODY else "the team"


def compared(card: RepCard) -> str:
    """Return the sentence that says with whom the change over four weeks is compared; empty where with nobody."""
    return SENTENCES[card.compared_with] if card.compared_with else ""
