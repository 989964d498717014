"""What was written down in a review, for tests that need it to be there."""

from datetime import datetime

from sqlalchemy import Engine

from dashboard.model.reviews import Talk
from dashboard.store.reviews import change_talk


def write(engine: Engine, review_id: str, talk: Talk, *, at: datetime) -> None:
    """Put a talk in place of what stands there of the rep."""
    change_talk(engine, review_id, talk.rep_id, lambda _: talk, at=at)
