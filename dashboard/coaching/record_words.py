"""How is it said what was counted beside a commitment, and what a behaviour did in a team?"""

from dashboard.coaching.points import points, shifted
from dashboard.model.commitments import Count, Record
from dashboard.model.pillars import LABELS, Pillar

ACTIVITIES: dict[str, str] = {
    "days_active": "days active",
    "searches": "searches",
    "profile_views": "profile views",
    "leads_saved": "leads saved",
    "accounts_saved": "accounts saved",
    "inmails_sent": "InMails sent",
    "inmails_accepted": "InMails accepted",
    "messages": "messages",
    "connections": "new connections",
}
"""What the usage export counts, in words."""


def counted(count: Count) -> str:
    """Return a count a week, before and since.

    >>> counted(Count("searches", 4.0, 11.5)), counted(Count("messages", None, 3.0))
    ('searches 4.0 → 11.5 a week', 'messages – → 3.0 a week')
    """
    before, after = ("–" if value is None else points(value) for value in (count.before, count.after))
    return f"{ACTIVITIES[count.activity]} {before} → {after} a week"


def record(found: Record, team: str | None = None) -> str:
    """Return what a behaviour did in a team, over all cases in which it was done.

    >>> record(Record("Open five profiles.", Pillar.PEOPLE, 6, 1.24, 2))
    'On this desk, this moved the people pillar by a median of +1.2 points net in 6 cases; in 2 of them beyond noise.'
    """
    where = f"In {team}" if team else "On this desk"
    moved = f"moved {_named(found.pillar)} by a median of {shifted(found.median or 0.0)} net"
    if shifted(found.median or 0.0) == "no change":
        moved = f"left {_named(found.pillar)} where it was, at the median,"
    return f"{where}, this {moved} in {found.cases} cases; in {found.worked or 'none'} of them beyond noise."


def _named(pillar: Pillar) -> str:
    return f"the {LABELS[pillar].lower()} pillar"
