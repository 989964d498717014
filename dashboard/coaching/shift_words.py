"""How is it said that most of the team moved together, which is no rep's doing?"""

from collections.abc import Sequence
from datetime import date, timedelta

from dashboard.coaching.points import signed
from dashboard.model.cards import Shift
from dashboard.model.pillars import LABELS
from dashboard.model.weeks import label

JUDGED_OVER = 4
"""Weeks of a judged change: a shift within them is part of what is on screen."""
WHY = "Probably a change of LinkedIn's formula; nobody's change is judged by it."


def of_week(shifts: Sequence[Shift]) -> str:
    """Return how the team moved in one week, pillar by pillar, in median points; `shifts` are not empty.

    >>> from dashboard.model.pillars import Pillar
    >>> of_week([Shift(Pillar.BRAND, date(2026, 11, 2), -1.3, 0.9), Shift(Pillar.PEOPLE, date(2026, 11, 2), -0.6, 0.8)])
    'Week of 2 Nov 2026: brand −1.3, people −0.6 points for 8 in 10 of the team or more, in the same direction.'
    """
    moved = ", ".join(f"{LABELS[shift.pillar].lower()} {signed(shift.median_change)}" for shift in shifts)
    share = int(min(shift.share_of_reps for shift in shifts) * 10 + 1e-9)
    many = "the whole team" if share == 10 else f"{share} in 10 of the team or more"
    return f"Week of {label(shifts[0].week)}: {moved} points for {many}, in the same direction."


def by_week(shifts: Sequence[Shift]) -> dict[date, str]:
    """Return the sentence of each week in which most of the team moved together, the oldest first."""
    weeks = sorted({shift.week for shift in shifts})
    return {week: of_week([shift for shift in shifts if shift.week == week]) for week in weeks}


def recent(shifts: Sequence[Shift], week: date) -> tuple[Shift, ...]:
    """Return the shifts that lie within the four weeks over which the changes of a week are judged."""
    return tuple(shift for shift in shifts if shift.week > week - timedelta(weeks=JUDGED_OVER))
