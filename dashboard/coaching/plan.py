"""Which steps of the 30-day plan are a rep's, how far is the plan, and which are done?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.coaching.step import LAST_DAY, RESERVED, WEEKS, Step
from dashboard.model.cards import RepCard
from dashboard.model.pillars import Pillar
from dashboard.model.reviews import Tick
from dashboard.model.weeks import monday

FRIDAY = 4
FURTHEST = 2
"""So many pillars are held in the last week (practitioner articles: drop what did nothing)."""


@dataclass(frozen=True)
class Progress:
    """One rep's plan on one day: when it began, its day (1-30, more once over, 0 or less before), and what is done.

    `steps` are the rep's, in order; `done` the ids of those ticked.
    """

    began: date
    day: int
    steps: tuple[Step, ...]
    done: frozenset[str]

    @property
    def week(self) -> int:
        """The week of the plan, 1-4; the last one also once the plan is over."""
        return min(max((self.day - 1) // 7 + 1, 1), WEEKS)

    @property
    def over(self) -> bool:
        """Tell whether the thirty days are over."""
        return self.day > LAST_DAY

    def of(self, week: int) -> tuple[Step, ...]:
        """Return the steps of a week of the plan (1-4)."""
        return tuple(step for step in self.steps if step.week == week)

    def count(self, until: int) -> tuple[int, int]:
        """Return how many of the steps up to and including a week are done, and how many there are."""
        due = [step for step in self.steps if step.week <= until]
        return sum(step.id in self.done for step in due), len(due)


def furthest_behind(card: RepCard) -> tuple[Pillar, ...]:
    """Return the two pillars furthest behind their baselines, or lowest where there is none to hold them against."""
    held = [one for one in card.pillars.values() if one.score is not None]
    ordered = sorted(held, key=lambda one: (one.gap is None, one.gap if one.gap is not None else one.score or 0.0))
    return tuple(one.pillar for one in ordered[:FURTHEST])


def steps_for(card: RepCard, plan: Sequence[Step], done: Iterable[str] = ()) -> tuple[Step, ...]:
    """Return a rep's steps in order: those the seat allows, and of the last ones those for the pillars behind.

    What is done already stays, though another pillar may be behind by now.
    """
    behind, kept = furthest_behind(card), set(done)
    fitting = [
        step
        for step in plan
        if step.id in kept or (step.serves(card.licence) and (not step.behind or step.pillar in behind))
    ]
    return tuple(sorted(fitting, key=lambda step: step.days))


def progress(card: RepCard, plan: Sequence[Step], ticks: Iterable[Tick], today: date) -> Progress | None:
    """Return how far the plan begun last is, None where none was begun up to today (on a weekend: for the Monday)."""
    own, last = [tick for tick in ticks if tick.rep_id == card.rep_id], first_day(today)
    began = max((tick.plan_from for tick in own if tick.step == RESERVED and tick.plan_from <= last), default=None)
    if began is None:
        return None
    done = frozenset(tick.step for tick in own if tick.plan_from == began and tick.step != RESERVED)
    return Progress(began, (today - began).days + 1, steps_for(card, plan, done), done)


def first_day(day: date) -> date:
    """Return the first working day (Monday to Friday) from a day on.

    >>> first_day(date(2026, 11, 20)), first_day(date(2026, 11, 22))
    (datetime.date(2026, 11, 20), datetime.date(2026, 11, 23))
    """
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > FRIDAY else day


def start(rep_id: str, day: date) -> Tick:
    """Return what the store keeps of a plan begun on a day."""
    return Tick(rep_id, day, RESERVED, monday(day))


def tick_of(rep_id: str, began: date, step: Step) -> Tick:
    """Return what the store keeps of a step that is done: it belongs to the week in which it begins."""
    return Tick(rep_id, began, step.id, monday(began + timedelta(days=step.days[0] - 1)))


def dates(began: date, step: Step) -> tuple[date, date]:
    """Return the first and the last working day of a step; one that lies on a weekend waits for Monday.

    >>> from dashboard.coaching.prompt import Per
    >>> dates(date(2026, 11, 16), Step("a", (4, 7), "List.", 5, Per.DAY))
    (datetime.date(2026, 11, 19), datetime.date(2026, 11, 20))
    """
    first, last = (began + timedelta(days=day - 1) for day in step.days)
    begins, friday = first_day(first), last - timedelta(days=max(last.weekday() - FRIDAY, 0))
    return begins, max(begins, friday)
