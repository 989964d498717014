"""What was known in the week of a look?"""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from dashboard.metrics import ledger
from dashboard.metrics.effect import Asked, Asking, effects_of
from dashboard.metrics.grid import last_weeks
from dashboard.metrics.history import History
from dashboard.metrics.ledger import judge
from dashboard.metrics.looks import known_until, looks
from dashboard.metrics.panel import WEEKS, panel, roundings
from dashboard.metrics.scores import MEASURES
from dashboard.metrics.shifts import alone, restated
from dashboard.metrics.standing import away
from dashboard.model.commitments import Commitment
from dashboard.model.pillars import PILLARS
from dashboard.model.settings import Settings
from dashboard.model.tables import ACTIVITY, PIPELINE, READINGS, REPS
from tests.metrics.drawn import WEEK

SIZES = (9, 6, 2, 12, 5)
SPAN = 60
SHIFTED = WEEK - timedelta(weeks=20)


@pytest.fixture(scope="module")
def told():
    """Five teams over sixty weeks with gaps, and a formula that is 7 % stricter since twenty weeks ago."""
    random = np.random.default_rng(3)
    weeks = np.array(last_weeks(WEEK, SPAN), dtype="datetime64[us]")
    teams = np.repeat([f"team {place}" for place in range(len(SIZES))], SIZES)
    ids = np.array([f"r{place:02}" for place in range(len(teams))])
    points = 10 + random.normal(0, 0.4, (len(ids), SPAN, len(PILLARS))).cumsum(axis=1) / 4
    points[:, weeks.astype("datetime64[D]") >= np.datetime64(SHIFTED)] *= 0.93
    rep, place = np.nonzero(random.random((len(ids), SPAN)) > 0.12)
    found = pd.DataFrame(points[rep, place].round(2), columns=[pillar.value for pillar in PILLARS])
    found = found.assign(rep_id=ids[rep], week=weeks[place], date=weeks[place], total=found.sum(axis=1))
    reps = pd.DataFrame({"rep_id": ids, "name": ids, "team": teams}).reindex(columns=[*REPS])
    pipeline, activity = (pd.DataFrame(columns=[*columns]) for columns in (PIPELINE, ACTIVITY))
    return History(reps, found.reindex(columns=[*READINGS]), pipeline, activity)


def everybody(told: History, week: date):
    """Return the block of all reps, restated among all."""
    weeks = np.array(last_weeks(week, WEEKS), dtype="datetime64[D]")
    return panel(told, week, away(told, weeks), Settings().min_peers)


def test_many_looks_at_once_are_what_each_is_by_itself(told):
    """The points of the groups that are looked at are restated as they are among all, whoever lends them a shift."""
    wanted = {WEEK - timedelta(weeks=back): np.array([back % 34]) for back in range(24)}
    found = {week: look for known in looks(told, wanted, Settings()) for week, look in known.items()}
    assert list(found) == sorted(wanted)
    lent = 0
    for week, look in found.items():
        block = everybody(told, week)
        assert wanted[week][0] in look.rows
        np.testing.assert_allclose(look.raw.points, block.points[look.rows])
        np.testing.assert_allclose(look.block.points, restated(block).panel.points[look.rows], rtol=0, atol=1e-9)
        assert look.rounding == roundings(block.points)
        lent += not alone(block)[look.rows].all()
    assert 0 < lent < len(found)


def test_many_questions_at_once_are_answered_as_each_by_itself(told):
    """Starts, looks, pillars and teams of all kinds: the same effects, and their intervals, to a billionth."""
    random = np.random.default_rng(4)
    askings = []
    for number in range(40):
        look = WEEK - timedelta(weeks=int(random.integers(12)))
        start = look - timedelta(weeks=int(random.integers(2, 5)))
        one, other = (f"r{place:02}" for place in random.choice(34, 2, replace=False))
        pillar = PILLARS[number % len(PILLARS)]
        askings.append(Asking(look, (Asked(one, pillar, start, look),), (Asked(other, pillar, start, look),)))
    together = [own[0] for own in effects_of(told, askings, Settings())]
    alone = [effects_of(told, [asking], Settings())[0][0] for asking in askings]
    assert sum(one.interval is not None for one in together) > 20
    for one, other in zip(together, alone, strict=True):
        assert one.interval == pytest.approx(other.interval, abs=1e-9)
        assert (one.net_change, one.shift) == pytest.approx((other.net_change, other.shift), abs=1e-9)


def test_a_block_of_scores_has_the_weeks_that_are_asked_for(told):
    """In their order, with nothing in a week that nobody has."""
    weeks = [WEEK, WEEK - timedelta(weeks=SPAN), WEEK - timedelta(weeks=3)]
    found = told.scores.block(weeks, np.array([4, 2]))
    assert found.shape == (2, len(MEASURES), 3)
    np.testing.assert_array_equal(found, np.stack([told.scores.at(week)[[4, 2]] for week in weeks], axis=2))


def test_what_comes_after_a_week_does_not_change_what_was_known_until_then(told):
    """A new week leaves the past as it was; another score, another team or somebody gone from then on does not."""
    past = told.readings["week"] < pd.Timestamp(WEEK)
    before = replace(told, readings=told.readings[past])
    known = [known_until(told, WEEK - timedelta(weeks=back)) for back in range(4)]
    assert [known_until(before, WEEK - timedelta(weeks=back)) for back in range(4)][1:] == known[1:]
    assert len(set(known)) == 4
    last = told.readings.index[told.readings["week"] == pd.Timestamp(WEEK - timedelta(weeks=2))][0]
    brand = told.readings["brand"].where(told.readings.index != last, 1.0)
    other = replace(told, readings=told.readings.assign(brand=brand))
    assert [known_until(other, WEEK - timedelta(weeks=back)) == known[back] for back in (2, 3)] == [False, True]
    new = pd.DataFrame({"rep_id": ["a new one"], "team": ["team 3"]})
    reps = pd.concat([new, told.reps], ignore_index=True)
    scores = told.readings.tail(1).assign(rep_id="a new one", week=pd.Timestamp(WEEK), brand=9.0)
    hired = replace(told, reps=reps, readings=pd.concat([told.readings, scores], ignore_index=True))
    assert [known_until(hired, WEEK - timedelta(weeks=back)) == known[back] for back in (0, 1)] == [False, True]
    moved = replace(told, reps=told.reps.assign(team="one"))
    gone = replace(told, reps=told.reps.assign(status=["left", *["active"] * 33]))
    assert known_until(moved, WEEK) != known[0] != known_until(gone, WEEK)


def test_effects_are_taken_over_where_nothing_up_to_the_look_has_changed(told, monkeypatch):
    """The history of the next week finds what was worked out; where the past was changed it is worked out again."""
    day = WEEK - timedelta(weeks=9)
    made = Commitment("c1", "r03", PILLARS[1], "comment", day, day + timedelta(weeks=3))
    before = judge(told, [made], WEEK, Settings())
    assert before[0].interval
    monkeypatch.setattr(ledger, "effects_of", lambda *_: pytest.fail("it was worked out again"))
    later = replace(told, readings=told.readings[told.readings["week"] < pd.Timestamp(WEEK)])
    assert judge(later, [made], WEEK - timedelta(weeks=1), Settings()) == before
    with pytest.raises(pytest.fail.Exception):
        judge(replace(told, reps=told.reps.assign(team="one")), [made], WEEK, Settings())
