"""Who is in the sample team, and what happens to whom?"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np

from dashboard.model.people import slug
from dashboard.model.problems import Person
from dashboard.sample.names import email_of, region_of, rep_names, team_names

TEAM_SIZE = 8
FEWEST_TEAMS, SMALLEST_TEAM = 3, 4
NEW_STARTER_WEEKS = 4
LEAVE_WEEKS = 5
FREE_SHARE = 0.3

ROLES = ("Account executive", "Account manager")


class Story(StrEnum):
    """What a rep's figures show, beside the weekly noise."""

    STEADY = "steady"
    IMPROVING = "improving"
    NEW_STARTER = "new_starter"
    SLIDING = "sliding"
    REBOUND = "rebound"
    ON_LEAVE = "on_leave"
    NOT_ONBOARDED = "not_onboarded"


STORIES: dict[int, Story] = {
    1: Story.IMPROVING,
    4: Story.NEW_STARTER,
    6: Story.SLIDING,
    8: Story.REBOUND,
    11: Story.ON_LEAVE,
    12: Story.NOT_ONBOARDED,
}
"""By place among each fourteen reps, so that a sample of any size has them all in proportion."""

STATUS = {Story.ON_LEAVE: "on_leave", Story.NOT_ONBOARDED: "not_onboarded"}


@dataclass(frozen=True)
class Roster:
    """The reps in order: one entry per rep in every field; `team_index` counts teams from 0."""

    people: tuple[Person, ...]
    stories: tuple[Story, ...]
    team_index: np.ndarray
    currency: np.ndarray

    def told(self, story: Story) -> np.ndarray:
        """Return which reps the story is about, as booleans."""
        return np.array([each is story for each in self.stories], dtype=bool)

    @property
    def free(self) -> np.ndarray:
        """Which reps have no Navigator licence, as booleans."""
        return np.array([person.licence == "free" for person in self.people], dtype=bool)


def roster(reps: int, seed: int, last_week: date) -> Roster:
    """Return `reps` invented people in teams of about eight (at least three teams from twelve reps on)."""
    teams = max(min(FEWEST_TEAMS, reps // SMALLEST_TEAM), round(reps / TEAM_SIZE), 1)
    team_index = np.arange(reps) * teams // max(reps, 1)
    stories = tuple(STORIES.get(place % 14, Story.STEADY) for place in range(reps))
    free = np.random.default_rng([seed, 2]).random(reps) < FREE_SHARE
    named = team_names(teams)
    people = tuple(
        _person(name, story, team=named[team], licence="free" if seat else "navigator", place=place, week=last_week)
        for place, (name, story, team, seat) in enumerate(
            zip(rep_names(reps, seed), stories, team_index.tolist(), free, strict=True)
        )
    )
    return Roster(people, stories, team_index, np.array([region_of(team).currency for team in team_index.tolist()]))


def _person(name: str, story: Story, *, team: str, licence: str, place: int, week: date) -> Person:
    """Return one rep; who was never onboarded is known by name alone."""
    if story is Story.NOT_ONBOARDED:
        return Person(slug(name), name, team=team, status=STATUS[story])
    started = week - timedelta(weeks=NEW_STARTER_WEEKS - 1) if story is Story.NEW_STARTER else None
    return Person(
        rep_id=slug(name),
        name=name,
        email=email_of(name),
        team=team,
        role=ROLES[place % 3 // 2],
        licence=licence,
        status=STATUS.get(story, "active"),
        started_on=started.isoformat() if started else None,
    )


def present(who: Roster, weeks: int) -> np.ndarray:
    """Return who was at work in which week, as booleans of reps x weeks (the last column is the last week)."""
    at_work = np.ones((len(who.people), weeks), dtype=bool)
    at_work[who.told(Story.NOT_ONBOARDED)] = False
    at_work[who.told(Story.NEW_STARTER), : max(weeks - NEW_STARTER_WEEKS, 0)] = False
    at_work[who.told(Story.ON_LEAVE), max(weeks - LEAVE_WEEKS, 1) :] = False
    return at_work
