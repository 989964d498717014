"""The 30-day plan serves every seat in every week, and what is done stays done."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.coaching.plan import dates, first_day, furthest_behind, progress, start, steps_for, tick_of
from dashboard.coaching.playbook import Playbook, parse_playbook
from dashboard.coaching.prompt import Per
from dashboard.coaching.step import RESERVED, Step
from dashboard.model.errors import BadPlaybook
from dashboard.model.pillars import PILLARS, Pillar
from dashboard.model.reviews import Tick
from tests.coaching.cards import card
from tests.coaching.conftest import PLAYBOOK

MONDAY = date(2026, 11, 16)
WEDNESDAY = date(2026, 11, 18)
PROMPTS = PLAYBOOK.read_text(encoding="utf-8").partition("\n[[plan]]")[0]
STEP = '[[plan]]\nid = "one"\ndays = [1, 7]\ntext = "List."\nminutes = 5\nper = "day"\n'


@pytest.mark.parametrize("licence", ["navigator", "free", None])
def test_every_seat_has_steps_in_every_week_and_none_it_cannot_follow(playbook: Playbook, licence: str | None) -> None:
    """At least two a week; none for a seat the rep lacks."""
    steps = steps_for(card(licence=licence), playbook.plan)
    assert [sum(step.week == week for step in steps) >= 2 for week in (1, 2, 3, 4)] == [True] * 4
    assert all(step.licence != "navigator" for step in steps) or licence == "navigator"


def test_every_pillar_can_be_held_in_the_last_week(playbook: Playbook) -> None:
    """Whichever two are furthest behind, there is a step for each."""
    assert {step.pillar for step in playbook.plan if step.behind and step.week == 4} == set(PILLARS)


def test_the_last_week_holds_the_two_pillars_furthest_behind(playbook: Playbook) -> None:
    """People is 2.4 behind, insights 0.2; brand and relationships are ahead."""
    assert furthest_behind(card()) == (Pillar.PEOPLE, Pillar.INSIGHTS)
    held = {step.pillar for step in steps_for(card(), playbook.plan) if step.behind}
    assert held == {Pillar.PEOPLE, Pillar.INSIGHTS}


def test_the_text_promises_nothing_and_automates_nothing(playbook: Playbook) -> None:
    """No automation, no person; whoever sends requests reads the weekly limit, on a free seat the five notes too."""
    for step in playbook.plan:
        assert not re.search(r"automat|bot\b|guarantee|scrap|\byou\b|\byour\b", step.text, re.I), step.id
        if "requests a day" in step.text and step.week == 3:
            assert "100 invitations" in step.text
            assert step.licence == "navigator" or "five personalised notes" in step.text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (STEP.replace("[1, 7]", "[0, 7]"), 'plan "one", field days: [0, 7] is no span of days'),
        (STEP.replace("[1, 7]", "7"), 'plan "one", field days: 7 is no span of days'),
        (STEP.replace('"one"', f'"{RESERVED}"'), f'"{RESERVED}" is kept for the start of a plan'),
        (STEP.replace("minutes = 5", ""), 'plan "one", field minutes: it is missing; every plan has id, days'),
        (f'{STEP}pillar = "luck"\n', 'field pillar: "luck" is not known; allowed: brand, people'),
        (f'{STEP}behind = "yes"\n', "field behind: 'yes' is neither; allowed: true or false"),
        (f"{STEP}bands = []\n", 'plan "one", field bands: it is not known; allowed: id, days'),
        (f"{STEP}{STEP}", 'plan "one", field id: it stands there 2 times'),
        (STEP, "week 2 of the plan has no step for a Navigator seat"),
        ("[plan]\nid = 1\n", "plan is no list of entries; allowed: [[plan]] before each entry"),
    ],
)
def test_a_plan_that_cannot_be_followed_is_refused_in_a_sentence(changed: str, said: str) -> None:
    """Which step, which field, and what is allowed."""
    with pytest.raises(BadPlaybook) as refused:
        parse_playbook(f"{PROMPTS}\n{changed}", "mine.toml")
    assert said in refused.value.sentence


def test_a_playbook_without_a_plan_is_a_playbook() -> None:
    """Prompts of one's own from before there were plans go on working."""
    assert parse_playbook(PROMPTS, "mine.toml").plan == ()


def test_a_plan_counts_its_days_from_its_own_start(playbook: Playbook) -> None:
    """Begun on a Wednesday: the Wednesday after is day 8 and the second week; after day 30 it is over."""
    ticks = [start("priya-raman", WEDNESDAY)]
    told = {day: progress(card(), playbook.plan, ticks, WEDNESDAY + timedelta(days=day - 1)) for day in (1, 8, 30, 31)}
    assert {day: (found.day, found.week, found.over) for day, found in told.items() if found} == {
        1: (1, 1, False),
        8: (8, 2, False),
        30: (30, 4, False),
        31: (31, 4, True),
    }


@pytest.mark.parametrize(("day", "begins"), [(20, 20), (21, 23), (22, 23), (23, 23)])
def test_a_plan_begins_on_a_working_day(playbook: Playbook, day: int, begins: int) -> None:
    """Friday 20 November is one; from Saturday and Sunday it waits for Monday, and is shown as waiting."""
    today, monday = date(2026, 11, day), date(2026, 11, begins)
    assert first_day(today) == monday
    found = progress(card(), playbook.plan, [start("priya-raman", first_day(today))], today)
    assert found is not None
    assert (found.began, found.day, found.week) == (monday, day - begins + 1, 1)


@pytest.mark.parametrize("began", [MONDAY + timedelta(days=days) for days in range(7)])
def test_no_step_begins_or_ends_on_a_weekend(playbook: Playbook, began: date) -> None:
    """Whatever the day of the start, also of older plans begun on a Sunday; each step in its own span, or after."""
    for step in playbook.plan:
        first, last = dates(began, step)
        assert first <= last
        assert first.weekday() < 5
        assert last.weekday() < 5
        assert first >= began + timedelta(days=step.days[0] - 1)


def test_steps_are_ticked_in_the_week_they_begin_in(playbook: Playbook) -> None:
    """Day 8 of a plan begun on a Wednesday lies in the week of the Monday after."""
    step = next(step for step in playbook.plan if step.days[0] == 8)
    assert tick_of("priya-raman", WEDNESDAY, step) == Tick("priya-raman", WEDNESDAY, step.id, date(2026, 11, 23))


def test_what_is_done_is_counted_and_stays(playbook: Playbook) -> None:
    """A step for a pillar that is no longer behind stays in the plan once it was ticked."""
    held = next(step for step in playbook.plan if step.behind and step.pillar is Pillar.BRAND)
    first = next(step for step in playbook.plan if step.week == 1)
    ticks = [start("priya-raman", MONDAY), *(tick_of("priya-raman", MONDAY, step) for step in (held, first))]
    found = progress(card(), playbook.plan, ticks, MONDAY)
    assert found is not None
    assert held in found.steps
    assert found.count(1) == (1, len(found.of(1)))
    assert found.count(4) == (2, len(found.steps))


def test_the_plan_begun_last_counts_and_that_of_others_does_not(playbook: Playbook) -> None:
    """A second month starts with nothing ticked; without a start there is no plan."""
    later = MONDAY + timedelta(weeks=6)
    first = next(step for step in playbook.plan if step.week == 1)
    ticks = [start("priya-raman", MONDAY), tick_of("priya-raman", MONDAY, first), start("priya-raman", later)]
    found = progress(card(), playbook.plan, ticks, later)
    assert found is not None
    assert (found.began, found.done) == (later, frozenset())
    assert progress(replace(card(), rep_id="ida"), playbook.plan, ticks, later) is None
    assert progress(card(), playbook.plan, ticks, MONDAY - timedelta(days=3)) is None


def test_a_step_knows_its_week() -> None:
    """Days 22 to 30 are the fourth week."""
    assert [Step("a", (day, 30), ".", 5, Per.DAY).week for day in (1, 7, 8, 21, 22, 30)] == [1, 1, 2, 3, 4, 4]
