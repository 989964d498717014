"""From which day on is a look at the score fair? What was begun yesterday cannot have moved it yet."""

from datetime import date, timedelta

from dashboard.coaching.prompt import Prompt
from dashboard.coaching.prompts import check_on
from dashboard.model.pillars import Pillar

USUAL_DAYS: dict[Pillar, int] = {
    Pillar.BRAND: 21,
    Pillar.PEOPLE: 14,
    Pillar.INSIGHTS: 14,
    Pillar.RELATIONSHIPS: 28,
}
"""Days for a behaviour in one's own words (B: searches and comments show in days to two weeks, posts in two to four,
connections in thirty days); a prompt of the playbook has its own."""
CONVERSATION_DAYS = 7
"""Days until the next review, for what is agreed for the conversation: no score has to answer first."""


def fair_check(pillar: Pillar | None, agreed_on: date, prompt: Prompt | None = None) -> date:
    """Return the first day on which a look is fair: the prompt's own, else the pillar's; a weekend waits for Monday.

    >>> fair_check(Pillar.INSIGHTS, date(2026, 11, 16))
    datetime.date(2026, 11, 30)
    >>> fair_check(Pillar.BRAND, date(2026, 11, 15))
    datetime.date(2026, 12, 7)
    >>> fair_check(None, date(2026, 11, 16))
    datetime.date(2026, 11, 23)
    """
    if prompt is not None:
        return check_on(prompt, agreed_on)
    day = agreed_on + timedelta(days=(USUAL_DAYS[pillar] if pillar else CONVERSATION_DAYS))
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def talk_day(week: date, today: date, newest: date | None = None) -> date:
    """Return the day on which a week's talks are taken to be held: today, but the Friday of a week that is past.

    A review of a week (its Monday) is held in it or in the week after, unless there are scores of a `newest` one later.

    >>> talk_day(date(2026, 11, 16), date(2026, 11, 24)), talk_day(date(2026, 10, 19), date(2026, 11, 22))
    (datetime.date(2026, 11, 24), datetime.date(2026, 10, 23))
    >>> talk_day(date(2026, 11, 9), date(2026, 11, 22), newest=date(2026, 11, 16))
    datetime.date(2026, 11, 13)
    """
    past = today >= week + timedelta(weeks=2) or (newest is not None and newest > week)
    return min(today, week + timedelta(days=4)) if past else today
