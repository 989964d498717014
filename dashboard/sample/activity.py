"""What did each rep do on LinkedIn in each week? Counts as a Navigator usage export has them."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from dashboard.sample.roster import Roster

USUAL: Final = {
    "searches": 14.0,
    "profile_views": 24.0,
    "leads_saved": 6.0,
    "accounts_saved": 2.0,
    "messages": 12.0,
    "connections": 8.0,
}
"""Counts a week for a middling rep."""
INMAILS, ACCEPTANCE = 5.0, 0.3
NAVIGATOR_ONLY: Final = ("leads_saved", "accounts_saved", "inmails_sent", "inmails_accepted")
WORK_DAYS = 5


def activity(who: Roster, weeks: int, seed: int, level: np.ndarray) -> Mapping[str, np.ndarray]:
    """Return each activity column as reps x weeks; free seats have no saved leads and no InMails (NaN)."""
    rng = np.random.default_rng([seed, 5])
    shape = (len(who.people), weeks)
    pace = np.exp(0.35 * level + rng.normal(0, 0.25, len(level)))[:, None] * np.ones(shape)
    counts = {name: rng.poisson(usual * pace) * 1.0 for name, usual in USUAL.items()}
    sent = rng.poisson(INMAILS * pace)
    counts |= {"inmails_sent": sent * 1.0, "inmails_accepted": rng.binomial(sent, ACCEPTANCE) * 1.0}
    counts["days_active"] = rng.binomial(WORK_DAYS, np.clip(0.7 + 0.12 * level, 0.2, 0.98)[:, None], shape) * 1.0
    for name in NAVIGATOR_ONLY:
        counts[name][who.free] = np.nan
    return counts
