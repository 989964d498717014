"""In which band does a score lie?

Cuts at 30 and 70 are those of LinkedIn's own study; 70 is also the competitive threshold
practitioners quote, 50 halves the middle (data/benchmarks.toml names the sources).
"""

from enum import StrEnum

from dashboard.model.pillars import PILLAR_MAX, TOTAL_MAX


class Band(StrEnum):
    """How far a rep's habit has come, from the total score."""

    STARTING = "starting"
    BUILDING = "building"
    ACTIVE = "active"
    LEADER = "leader"


BANDS: tuple[Band, ...] = tuple(Band)
CUTS: tuple[float, float, float] = (30.0, 50.0, 70.0)


def band_of(total: float, cuts: tuple[float, float, float] = CUTS) -> Band:
    """Return the band of a total score (0-100 points); a cut belongs to the band above it.

    >>> band_of(29.9), band_of(30), band_of(69.99), band_of(70)
    (<Band.STARTING: 'starting'>, <Band.BUILDING: 'building'>, <Band.ACTIVE: 'active'>, <Band.LEADER: 'leader'>)
    """
    return BANDS[sum(total >= cut for cut in cuts)]


def pillar_band(score: float, cuts: tuple[float, float, float] = CUTS) -> Band:
    """Return the band of one pillar (0-25 points), read on the total's scale of 0-100.

    >>> pillar_band(18)
    <Band.LEADER: 'leader'>
    """
    return band_of(score * TOTAL_MAX / PILLAR_MAX, cuts)
