"""What are the four pillars of the Social Selling Index, and how far do they reach?"""

from enum import StrEnum

PILLAR_MAX = 25.0
TOTAL_MAX = 100.0


class Pillar(StrEnum):
    """One of the four pillars, in LinkedIn's own order."""

    BRAND = "brand"
    PEOPLE = "people"
    INSIGHTS = "insights"
    RELATIONSHIPS = "relationships"


PILLARS: tuple[Pillar, ...] = tuple(Pillar)

LABELS: dict[Pillar, str] = {
    Pillar.BRAND: "Brand",
    Pillar.PEOPLE: "People",
    Pillar.INSIGHTS: "Insights",
    Pillar.RELATIONSHIPS: "Relationships",
}

CONVERSATION = "Conversation"
"""What something is about that is for no pillar: the conversation with buyers."""

FULL_NAMES: dict[Pillar, str] = {
    Pillar.BRAND: "Establish your professional brand",
    Pillar.PEOPLE: "Find the right people",
    Pillar.INSIGHTS: "Engage with insights",
    Pillar.RELATIONSHIPS: "Build relationships",
}


def about(pillar: Pillar | None) -> str:
    """Return the name of a pillar, or of what is about none.

    >>> about(Pillar.BRAND), about(None)
    ('Brand', 'Conversation')
    """
    return LABELS[pillar] if pillar else CONVERSATION
