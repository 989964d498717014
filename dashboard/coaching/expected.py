"""How is it said where an expected value comes from? In parts that add up as they are written."""

from dashboard.coaching.points import points, signed
from dashboard.model.commitments import Judged


def reckoned(one: Judged) -> str:
    """Return how the expected value was reckoned, in parts that add up as they are written; empty where there is none.

    >>> from datetime import date
    >>> from dashboard.model.commitments import Commitment, Outcome
    >>> from dashboard.model.pillars import Pillar
    >>> made = Commitment("1", "ida", Pillar.BRAND, "Post.", date(2026, 10, 12), date(2026, 11, 2), start_value=4.0)
    >>> reckoned(Judged(made, Outcome.WORKED, value=6.8, net_change=1.7, usual=6.1))
    '5.1 was to be expected from the readings before (the last 4.0, on its way back to 6.1, their mean of eight weeks).'
    """
    if one.expected is None:
        return ""
    moved = _moved(one)
    own = round(one.expected, 1) - sum(by for by, _ in moved)
    why = _from_readings(one, own)
    readings = f"from the readings before{f' ({why})' if why else ''}"
    parts = ", ".join([f": {points(own)} {readings}", *(f"{signed(by)} {name}" for by, name in moved)])
    return f"{points(one.expected)} was to be expected{parts if moved else f' {readings}'}.{_unused(one)}"


def _moved(one: Judged) -> list[tuple[float, str]]:
    """Return what is added to the forecast of the own readings, in points as they are written, and by what."""
    way = "rising" if one.trend > 0 else "falling"
    parts = (
        (one.shift, "by the change of the formula"),
        (one.mates or 0.0, "as the team mates moved"),
        (one.trend, f"as it was {way} before"),
    )
    return [(round(by, 1), name) for by, name in parts if round(by, 1)]


def _from_readings(one: Judged, own: float) -> str:
    """Return why the own readings tell this number of points; empty where that is not known."""
    start, usual = one.commitment.start_value, one.usual
    if start is None or usual is None:
        return ""
    if not round(one.trend, 1) and round(min(start, usual), 1) < round(own, 1) < round(max(start, usual), 1):
        return f"the last {points(start)}, on its way back to {points(usual)}, their mean of eight weeks"
    return f"the last {points(start)}, their mean of eight weeks {points(usual)}"


def _unused(one: Judged) -> str:
    """Return where a trend of before would have led that explains nothing of what came; empty where there is none."""
    if one.going_on is None or round(one.trend, 1):
        return ""
    return f" Going on as before it would stand at {points(one.going_on)}."
