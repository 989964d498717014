"""Do all notes at once carry the edits, although they are built outside the session?"""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pandas as pd

from dashboard.desk.review import WeekReview
from dashboard.metrics.team import Freshness, Movers
from dashboard.model.cards import Queue, RepCard, State, TeamCard
from dashboard.ui.note_desk import everybody

MONDAY = date(2026, 11, 16)
CARDS = tuple(
    RepCard(rep_id, name, MONDAY, State.MISSING) for rep_id, name in (("ida-lund", "Ida Lund"), ("leo", "Leo"))
)


def test_the_zip_holds_every_rep_and_the_edits():
    """A file per rep and format; where the manager wrote their own text, that is it."""
    team = TeamCard(MONDAY, None, 2, 0, 1, None, None, None)
    fresh, moved = Freshness(None, 0, 2, CARDS), Movers((), (), ())
    review = WeekReview(team, CARDS, Queue(), {}, pd.DataFrame(), fresh, moved)
    built = ZipFile(BytesIO(everybody(review, {"leo": "# Mine"}, "zip")))
    assert built.read("2026-11-16-leo.md").decode().strip() == "# Mine"
    assert "Coaching note: Ida Lund" in built.read("2026-11-16-ida-lund.md").decode()
