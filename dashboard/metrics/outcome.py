"""What does an effect mean, with its interval, beside the team's own move?"""

from dashboard.metrics.verdict import TEAMS_PART
from dashboard.model.commitments import Outcome


def outcome(
    change: float, interval: tuple[float, float], team: float | None, minimum: float, mates: float | None = None
) -> Outcome:
    """Return what an effect means, all in points: the plain change, the 90 % interval of the net one, the team's move.

    An effect, which is the middle of the interval, of the minimum *worked* where the interval is wholly above zero;
    wholly below things got *worse*, unless it was mostly the `mates` who rose beyond what they were expected to. Inside
    the smallest change worth mentioning on both sides there is *no effect*; else it cannot be told from noise. Of the
    two that say nothing, a plain change of the minimum that is mostly the team's is called that.

    >>> outcome(2.0, (0.7, 2.9), 0.1, 1.0).value, outcome(1.6, (-1.0, 1.4), 1.3, 1.0).value
    ('worked', 'with_team')
    """
    low, high = interval
    net = (low + high) / 2
    if low > 0 and net >= minimum:
        return Outcome.WORKED
    if high < 0 and net <= -minimum and net + (mates or 0.0) <= -minimum:
        return Outcome.WORSE
    if -minimum < low and high < minimum:
        return _of_team(change, team, minimum) or Outcome.NO_EFFECT
    if low > 0 or high < 0:
        return Outcome.WITHIN_NOISE
    return _of_team(change, team, minimum) or Outcome.WITHIN_NOISE


def _of_team(change: float, team: float | None, minimum: float) -> Outcome | None:
    """Return *with the team* where a change of the minimum is mostly the team's, else nothing."""
    if team is not None and abs(change) >= minimum and team * change >= TEAMS_PART * change * change:
        return Outcome.WITH_TEAM
    return None
