"""Do the counts of the usage export show that something was done more often than before?"""

from datetime import date, timedelta

import pandas as pd

from dashboard.model.commitments import Commitment, Count
from dashboard.model.pillars import Pillar
from dashboard.model.weeks import monday

WEEKS = 4
"""Weeks before a commitment whose mean it is held against, and at most so many since."""

OF_PILLAR: dict[Pillar, tuple[str, ...]] = {
    Pillar.BRAND: ("days_active",),
    Pillar.PEOPLE: ("searches", "profile_views", "leads_saved", "accounts_saved"),
    Pillar.INSIGHTS: ("inmails_sent", "inmails_accepted", "messages"),
    Pillar.RELATIONSHIPS: ("connections",),
}
"""What the export counts of each pillar's behaviours; of posts and comments it counts only the days."""

OF_PROMPT: dict[str, tuple[str, ...]] = {
    "people-five-a-day": ("profile_views",),
    "people-first-list-navigator": ("leads_saved", "accounts_saved"),
    "people-four-steady-days": ("days_active",),
    "people-saved-search-navigator": ("searches", "leads_saved"),
    "people-boolean-search-free": ("searches", "profile_views"),
    "people-fewer-sharper-searches": ("searches",),
    "people-buying-group-navigator": ("leads_saved", "accounts_saved"),
    "people-lookalikes-navigator": ("searches", "leads_saved", "accounts_saved"),
    "insights-three-comments": ("days_active",),
    "insights-first-inmails-navigator": ("inmails_sent", "inmails_accepted"),
    "insights-first-messages-free": ("messages",),
    "insights-share-with-a-view": ("days_active",),
    "insights-answer-every-comment": ("days_active",),
    "insights-answered-inmails-navigator": ("inmails_sent", "inmails_accepted"),
    "insights-answered-messages-free": ("messages",),
    "insights-digest-free": ("messages",),
    "relationships-keep-in-touch": ("messages",),
}
"""What the export counts of the behaviours of these prompts; of all others, what it counts of their pillar."""


def activities(made: Commitment) -> tuple[str, ...]:
    """Return which counts speak of what was agreed."""
    return OF_PROMPT.get(made.prompt_id or "", OF_PILLAR[made.pillar])


def counts(activity: pd.DataFrame, made: Commitment, until: date) -> tuple[Count, ...]:
    """Return, per week, the means of the four weeks before a commitment and of at most four since, up to a week.

    A week in which it was agreed after the Monday belongs to neither; counts no export has are left out.
    """
    if activity.empty:
        return ()
    own = activity[activity["rep_id"] == made.rep_id]
    first = monday(made.agreed_on - timedelta(days=1)) + timedelta(weeks=1)
    before = _weeks(own, monday(made.agreed_on) - timedelta(weeks=WEEKS), monday(made.agreed_on))
    since = _weeks(own, first, min(first + timedelta(weeks=WEEKS), until + timedelta(weeks=1)))
    told = (Count(name, _mean(before[name]), _mean(since[name])) for name in activities(made))
    return tuple(count for count in told if count.before is not None or count.after is not None)


def _weeks(own: pd.DataFrame, first: date, end: date) -> pd.DataFrame:
    """Return the rows from a week on and before another one."""
    return own[(own["week"] >= pd.Timestamp(first)) & (own["week"] < pd.Timestamp(end))]


def _mean(values: pd.Series) -> float | None:
    """Return the mean of the known weeks, None where none is."""
    known = values.dropna()
    return float(known.mean()) if len(known) else None
