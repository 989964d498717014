"""Is a pillar behind its baseline in truth, or may it be the wobble of the scores?"""

from dashboard.model.cards import RepCard
from dashboard.model.settings import Settings

SURE = 0.8
"""From this chance on a pillar counts as behind in truth (ours: four times right of five)."""
UNSURE = "within the wobble of the scores"


def is_behind(card: RepCard, settings: Settings) -> bool:
    """Tell whether the weakest pillar lies further below its baseline than is worth mentioning, and surely so."""
    return _far(card, settings) and not _by_chance(card)


def is_unsure(card: RepCard, settings: Settings) -> bool:
    """Tell whether the gap of the weakest pillar would be worth mentioning, but wobble and luck may explain it."""
    return _far(card, settings) and _by_chance(card)


def _far(card: RepCard, settings: Settings) -> bool:
    return card.weakest is not None and -card.weakest.gap >= settings.min_change_pillar


def _by_chance(card: RepCard) -> bool:
    """Tell whether the gap may be chance; one of which no chance was worked out counts as it stands."""
    return card.weakest is not None and card.weakest.behind is not None and card.weakest.behind < SURE
