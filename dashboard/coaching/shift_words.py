"""How is it said that most of the team moved together, which is no rep's doing?"""

from collections.abc import Sequence
from datetime import date, timedelta

from dashboard.coaching.against import shifts as named_shifts
from dashboard.coaching.points import signed
from dashboard.model.cards import Shift
from dashboard.model.pillars import LABELS, Pillar
from dashboard.model.weeks import label

JUDGED_OVER = 4
"""Weeks of a judged change: a shift within them is part of what is on screen."""
WHY = (
    "Probably a change of LinkedIn's formula; nobody's change is judged by it. What it made of one rep's points is "
    "reckoned by the rep's own level and team, so it may be more or less."
)


def of_week(shifts: Sequence[Shift]) -> str:
    """Return how the team moved in one week, pillar by pillar, in median points; `shifts` are not empty.

    >>> of_week([Shift(Pillar.BRAND, date(2026, 11, 2), -1.3, 0.9), Shift(Pillar.PEOPLE, date(2026, 11, 2), -0.6, 0.8)])
    'Week of 2 Nov 2026: brand −1.3, people −0.6 points at the median; 8 in 10 of the team or more moved that way.'
    """
    moved = ", ".join(f"{LABELS[shift.pillar].lower()} {signed(shift.median_change)}" for shift in shifts)
    share = int(min(shift.share_of_reps for shift in shifts) * 10 + 1e-9)
    many = "the whole team" if share == 10 else f"{share} in 10 of the team or more"
    return f"Week of {label(shifts[0].week)}: {moved} points at the median; {many} moved that way."


def by_week(shifts: Sequence[Shift]) -> dict[date, str]:
    """Return the sentence of each week in which most of the team moved together, the oldest first."""
    weeks = sorted({shift.week for shift in shifts})
    return {week: of_week([shift for shift in shifts if shift.week == week]) for week in weeks}


def since(shifts: Sequence[Shift], week: date) -> tuple[Shift, ...]:
    """Return the shifts of the weeks after one."""
    return tuple(shift for shift in shifts if shift.week > week)


def crossed(shifts: Sequence[Shift]) -> str:
    """Return that plain differences across some shifts hold what the formula did; empty without a shift."""
    if not shifts:
        return ""
    lies = "A shift of the formula lies" if len(by_week(shifts)) == 1 else "Shifts of the formula lie"
    return (
        f"{lies} between the two, and the differences hold what it took or gave. {' '.join(by_week(shifts).values())}"
    )


def in_pace(shifts: Sequence[Shift], week: date, weeks: int) -> str:
    """Return that a pace over so many weeks up to one has shifts of the formula in it; empty where it has none.

    >>> moved = Shift(Pillar.BRAND, date(2026, 11, 2), -1.3, 0.9)
    >>> in_pace([moved], date(2026, 11, 16), 8)
    "The formula's shift of 2 Nov 2026 is in this pace: about −1.3 points, nobody's doing."
    >>> in_pace([moved], date(2027, 2, 1), 8)
    ''
    """
    found = [shift for shift in since(shifts, week - timedelta(weeks=weeks - 1)) if shift.week <= week]
    if not part(found):
        return ""
    named = named_shifts(sorted({shift.week for shift in found}))
    held = "is" if len(by_week(found)) == 1 else "are"
    return f"{named[:1].upper()}{named[1:]} {held} in this pace: {part(found)} points, nobody's doing."


def part(shifts: Sequence[Shift], pillar: Pillar | None = None) -> str:
    """Return about how many points some shifts made, of one pillar or of the total; empty where none.

    >>> moved = [Shift(Pillar.BRAND, date(2026, 11, 2), -1.3, 0.9), Shift(Pillar.PEOPLE, date(2026, 11, 2), -0.6, 0.8)]
    >>> part(moved), part(moved, Pillar.PEOPLE), part(moved, Pillar.INSIGHTS)
    ('about −1.9', 'about −0.6', '')
    """
    points = sum(shift.median_change for shift in shifts if pillar in (None, shift.pillar))
    return f"about {signed(points)}" if round(points, 1) else ""


def recent(shifts: Sequence[Shift], week: date) -> tuple[Shift, ...]:
    """Return the shifts that lie within the four weeks over which the changes of a week are judged."""
    return tuple(shift for shift in shifts if shift.week > week - timedelta(weeks=JUDGED_OVER))
