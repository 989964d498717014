"""Do the counts of the usage export show that something was done more often than before?"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from dashboard.metrics.grid import Days, Floats
from dashboard.model.commitments import Commitment, Count
from dashboard.model.pillars import Pillar
from dashboard.model.tables import ACTIVITY_VALUES
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


@dataclass(frozen=True)
class Tally:
    """One rep's counts (columns ACTIVITY_VALUES) by week."""

    weeks: Days
    values: Floats

    def means(self, first: date, end: date) -> dict[str, float | None]:
        """Return the mean of each count over the known weeks from a week on and before another, None where none is."""
        inside = (self.weeks >= np.datetime64(first, "D")) & (self.weeks < np.datetime64(end, "D"))
        rows = self.values[inside]
        known = ~np.isnan(rows)
        sums, often = np.where(known, rows, 0.0).sum(axis=0), known.sum(axis=0)
        pairs = zip(ACTIVITY_VALUES, sums, often, strict=True)
        return {name: float(total) / int(count) if count else None for name, total, count in pairs}


def activities(made: Commitment) -> tuple[str, ...]:
    """Return which counts speak of what was agreed."""
    return OF_PROMPT.get(made.prompt_id or "", OF_PILLAR[made.pillar] if made.pillar else ())


def by_rep(activity: pd.DataFrame) -> dict[str, Tally]:
    """Return each rep's counts."""
    weeks, values = activity["week"].to_numpy().astype("datetime64[D]"), activity[[*ACTIVITY_VALUES]].to_numpy(float)
    places = activity.groupby("rep_id").indices if len(activity) else {}
    return {str(rep_id): Tally(weeks[rows], values[rows]) for rep_id, rows in places.items()}


def counts(own: Tally, made: Commitment, until: date) -> tuple[Count, ...]:
    """Return, per week, the means of the four weeks before a commitment and of at most four since, up to a week.

    A week in which it was agreed after the Monday belongs to neither; counts no export has are left out.
    """
    first = monday(made.agreed_on - timedelta(days=1)) + timedelta(weeks=1)
    before = own.means(monday(made.agreed_on) - timedelta(weeks=WEEKS), monday(made.agreed_on))
    since = own.means(first, min(first + timedelta(weeks=WEEKS), until + timedelta(weeks=1)))
    told = (Count(name, before[name], since[name]) for name in activities(made))
    return tuple(count for count in told if count.before is not None or count.after is not None)
