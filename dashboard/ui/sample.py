"""How does the sample team come onto the desk from the app?"""

from datetime import UTC, datetime

from dashboard.sample.team import sample_batch
from dashboard.store.imports import commit
from dashboard.ui.cached import Desk

WHO = "app"


def load(at: Desk) -> None:
    """Put the invented team onto the desk, its last week being this one."""
    now = datetime.now(UTC)
    commit(at.engine, sample_batch(last_week=now.date()), who=WHO, at=now)
