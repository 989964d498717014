"""Did a pillar move by more than it would have without coaching?"""

from datetime import timedelta

import numpy as np
import pytest

from dashboard.metrics.effect import Asked, Effect, effects
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from tests.metrics.drawn import WEEK, history

WEEKS = 24
START = WEEK - timedelta(weeks=4)
FIRST = WEEK - timedelta(weeks=WEEKS - 1)


def wobbling(reps=8, seed=5):
    """Return points by rep and week around 10, wobbling by about a quarter of a point."""
    return np.round(10 + np.random.default_rng(seed).normal(0, 0.25, (reps, WEEKS)), 2)


def told(people):
    """Return a history in which the people pillar is given by rep and week (NaN: no reading), the others stand."""
    weeks = [FIRST + timedelta(weeks=place) for place in range(WEEKS)]
    lines = [
        f"r{rep} {week:%m-%d} 12 {value} 6 15"
        for rep, row in enumerate(people)
        for week, value in zip(weeks, row, strict=True)
        if not np.isnan(value)
    ]
    reps = "\n".join(["rep_id team", *(f"r{rep} North" for rep in range(len(people)))])
    return history(reps, "\n".join(["rep_id week brand people insights relationships", *lines]))


def effect(people, *others, rep="r0", start=START, check=WEEK):
    """Return the effect for one rep, while others are coached too."""
    asked = [Asked(each, Pillar.PEOPLE, start, check) for each in (rep, *others)]
    return effects(told(people), asked, check, Settings())[0]


def test_a_gain_nobody_else_has_is_the_effect():
    """Two points more in the last three weeks, the mates as ever: about two, and the interval holds it."""
    people = wobbling()
    people[0, -3:] += 2
    found = effect(people)
    assert found.net_change == pytest.approx(2, abs=0.4)
    assert found.interval[0] < 2 < found.interval[1]
    assert found.interval[0] > 1
    assert found.value - found.expected == pytest.approx(found.net_change)
    assert found.change == pytest.approx(people[0, -1] - people[0, -5])


def test_what_the_whole_team_gains_is_not_the_effect():
    """Everybody rises by two within the four weeks: the change is two, the team's as well, and nothing is left."""
    people = wobbling()
    people[:, -2:] += 2
    found = effect(people)
    assert found.change > 1.4
    assert found.net_change == pytest.approx(0, abs=0.5)


def test_what_the_formula_took_is_told():
    """7 % off everybody's pillar after the start: the reading of the start would have been that much lower."""
    people = wobbling(reps=14)
    people[:, -2:] *= 0.93
    found = effect(np.round(people, 2))
    assert found.shift == pytest.approx(-0.07 * people[0, -5], abs=0.1)
    assert found.net_change == pytest.approx(0, abs=0.6)
    assert effect(wobbling(reps=14)).shift == 0


def test_a_rep_coached_for_one_low_reading_is_not_credited_with_the_way_back():
    """The reading at the start was 0.7 low by chance: the change is mostly what was to be expected."""
    people = wobbling()
    people[0, -5], people[0, -1] = 9.3, 10.0
    found = effect(people)
    assert found.change == pytest.approx(0.7)
    assert found.net_change == pytest.approx(0, abs=0.3)


def test_after_a_clear_drop_the_interval_holds_both_ways_it_may_go():
    """Three points down for two weeks, then all back: nobody can tell coaching from a dip that ends by itself."""
    people = wobbling()
    people[0, -6:-4] -= 3
    found = effect(people)
    assert found.interval[0] < 0.3
    assert found.interval[1] > 2


def test_mates_who_are_coached_on_it_too_are_no_comparison():
    """Five of eight are coached and gain two; held against the three others each of them gains two."""
    people = wobbling()
    people[:5, -3:] += 2
    alone, told_of_all = effect(people), effect(people, "r1", "r2", "r3", "r4")
    assert told_of_all.net_change == pytest.approx(2, abs=0.4)
    assert alone.net_change < told_of_all.net_change


def test_without_mates_the_forecast_alone_is_the_comparison():
    """One rep has no team: no team's move, and the gain stands for itself."""
    people = wobbling(reps=1)
    people[0, -3:] += 2
    found = effect(people)
    assert found.team_change is None
    assert found.net_change == pytest.approx(2, abs=0.5)


def test_nothing_after_the_look_counts():
    """A later fall does not change what was found at the look."""
    people = wobbling()
    fallen = people.copy()
    fallen[0, -1] = 4
    check = WEEK - timedelta(weeks=1)
    asked = [Asked("r0", Pillar.PEOPLE, START, check)]
    found = [effects(told(each), asked, WEEK, Settings()) for each in (people, fallen)]
    assert found[0] == found[1]


def test_until_the_look_the_newest_week_counts():
    """A look that is still to come is answered as of the week."""
    people = wobbling()
    later = Asked("r0", Pillar.PEOPLE, START, WEEK + timedelta(weeks=2))
    assert effects(told(people), [later], WEEK, Settings()) == [effect(people)]


def test_what_cannot_be_told_is_missing():
    """An unknown rep, a start without a reading or after the look: nothing; under six weeks only the plain change."""
    people = wobbling()
    people[1, -5] = np.nan
    people[2, :-7] = np.nan
    assert effect(people, rep="nobody") == Effect()
    assert effect(people, rep="r1") == Effect()
    assert effect(people, start=WEEK) == Effect()
    short = effect(people, rep="r2")
    assert (short.change, short.net_change) == (pytest.approx(people[2, -1] - people[2, -5]), None)


def test_nobody_asked_is_no_work():
    """No commitments, no effects."""
    assert effects(history("rep_id\nanna"), [], WEEK, Settings()) == []
