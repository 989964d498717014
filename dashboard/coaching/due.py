"""Which commitments are worth a look in a week's review?"""

from collections.abc import Sequence
from datetime import date, timedelta

from dashboard.model.commitments import Done, Judged

LOOKED_FOR = timedelta(weeks=4)
"""So long after the day of the look a commitment without a word or a reading is still worth one."""


def due(judged: Sequence[Judged], week: date) -> list[Judged]:
    """Return what is worth a look in a week (its Monday), the longest waiting first.

    That is what could be judged for the first time, and, for four weeks from the day of the look on, what nobody has
    said a word about or no reading has come for. Of what was not done there is nothing to look at.
    """
    last = week + timedelta(days=6)
    tried = [one for one in judged if one.commitment.done is not Done.NOT_DONE]
    found = [one for one in tried if one.checked_week == week or _waits(one, last)]
    return sorted(found, key=lambda one: (one.commitment.check_on, one.commitment.agreed_on))


def _waits(one: Judged, last: date) -> bool:
    made = one.commitment
    open_still = made.done is Done.UNKNOWN or (one.checked_week is None and made.pillar is not None)
    return open_still and made.check_on <= last <= made.check_on + LOOKED_FOR


def waits_for(one: Judged, week: date) -> str:
    """Return what a commitment that is worth a look waits for, in two or three words.

    >>> from dashboard.model.commitments import Commitment, Outcome
    >>> from dashboard.model.pillars import Pillar
    >>> day = date(2026, 11, 16)
    >>> waits_for(Judged(Commitment("1", "ida", Pillar.PEOPLE, "Read.", day, day), Outcome.TOO_EARLY), day)
    "the rep's word, a reading"
    """
    waits = ["the rep's word"] if one.commitment.done is Done.UNKNOWN else []
    waits += ["a reading"] if one.checked_week is None and one.commitment.pillar else []
    waits += ["a first look"] if one.checked_week == week else []
    return ", ".join(waits)
