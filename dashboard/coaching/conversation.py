"""What to ask where the score is fine and the results do not follow? About the deals first, not for more score."""

from dashboard.coaching.words import settled
from dashboard.model.cards import Corner, RepCard

QUESTION = "Which open deals moved in the last four weeks, and what was said just before they did?"
"""The question about the pipeline (our inference)."""
DETAIL = (
    "Take the three largest open deals. For each: the last conversation, the next step with its day, and who has not "
    "been spoken to yet. Listen for where conversations end without a next step."
)
WHY = "The score is above the line and the results are below theirs: more score is not what is missing."


def before_the_score(card: RepCard) -> bool:
    """Tell whether a talk is about the conversation, not the score: a clearly high score with clearly low results.

    >>> from datetime import date
    >>> from dashboard.model.cards import State
    >>> before_the_score(RepCard("ida", "Ida", date(2026, 11, 16), State.SCORED, corner=Corner.CONVERT))
    True
    """
    return settled(card) is Corner.CONVERT
