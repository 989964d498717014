"""One deal near a line turns nobody's advice around."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from dashboard.coaching.call import Call, advise
from dashboard.metrics.cards import cards
from dashboard.metrics.history import History
from dashboard.model.pillars import PILLARS
from dashboard.model.settings import Settings
from dashboard.model.tables import PIPELINE
from tests.metrics.drawn import DEFAULTS, READINGS, WEEK, drawn, reps

WEEKS = 9
SMALL = 0.03
"""Of the quota: a small deal.

The last three seeds are teams in which such a deal did turn advice around while the lines had no margin.
"""


def desk(seed: int, count: int = WEEKS) -> tuple[History, np.ndarray]:
    """Return eight reps over nine or so many weeks, and what each had won by each week, of a quota of 1."""
    some = np.random.default_rng(seed)
    names = [f"rep-{number}" for number in range(8)]
    weeks = [WEEK - timedelta(weeks=back) for back in range(count - 1, -1, -1)]
    levels = some.normal([11, 8, 8, 14], 3, (len(names), 4)).clip(1, 24)
    points = (levels[:, None] + some.normal(0, 0.3, (len(names), count, 4))).clip(0, 25).reshape(-1, 4)
    rows = [(name, week) for name in names for week in weeks]
    scores = dict(zip(PILLARS, points.T, strict=True)) | {"total": points.sum(axis=1)}
    told = pd.DataFrame(rows, columns=["rep_id", "week"]).assign(**scores)
    told["week"] = told["date"] = pd.to_datetime(told["week"]).astype("datetime64[us]")
    readings = told.reindex(columns=[*READINGS])
    deals = some.exponential(some.choice([0.05, 0.15]), (len(names), count)) * (some.random((len(names), count)) < 0.3)
    team = reps("\n".join(["rep_id team", *(f"{name} North" for name in names)]))
    history = History(team, readings, pd.DataFrame(), drawn("rep_id week", ("rep_id", "week")))
    return history, deals.cumsum(axis=1).clip(0, 0.9)


def calls(history: History, won: np.ndarray, opened: np.ndarray, week: date = WEEK) -> dict[str, Call]:
    """Return each rep's call of a week with that much won and open by each week."""
    rows = history.readings[["rep_id", "week"]].reset_index(drop=True)
    money = {"currency": "EUR", "won": won.ravel(), "quota": 1.0, "open_pipeline": opened.ravel()}
    pipeline = rows.assign(**money).reindex(columns=[*PIPELINE])
    found = cards(replace(history, pipeline=pipeline), week, Settings(), DEFAULTS)
    return {card.rep_id: advise(card, Settings()).call for card in found}


def turned(before: dict[str, Call], after: dict[str, Call]) -> list[str]:
    """Return who went from a talk to being left alone, or the other way."""
    pair = {Call.COACH, Call.LEAVE_ALONE}
    return [rep for rep in before if {before[rep], after[rep]} == pair]


@pytest.mark.parametrize("seed", [*range(12), 52, 65, 168])
def test_a_small_deal_moves_nobody_from_a_talk_to_being_left_alone(seed: int) -> None:
    """Nor the one who won it, nor those whose line it moves; in any week, won or taken back."""
    history, won = desk(seed)
    some = np.random.default_rng(seed + 1000)
    opened = some.uniform(0.5, 4, won.shape)
    rep, week, size = some.integers(8), some.integers(WEEKS), some.uniform(0, SMALL)
    more = won.copy()
    more[rep, week:] += size
    assert not turned(calls(history, won, opened), calls(history, more, opened))


@pytest.mark.parametrize("seed", [14, 29, 32, 48])
def test_no_talk_of_one_week_is_leaving_alone_in_the_next(seed: int) -> None:
    """Twelve weeks of deals of any size, with the pipeline covered: between the two there is a week with neither."""
    history, won = desk(seed, 24)
    opened = np.full(won.shape, 9.0)
    weeks = [calls(history, won, opened, WEEK - timedelta(weeks=back)) for back in range(11, -1, -1)]
    assert any(Call.LEAVE_ALONE in week.values() for week in weeks)
    for before, after in pairwise(weeks):
        assert not [rep for rep in before if (before[rep], after[rep]) == (Call.COACH, Call.LEAVE_ALONE)]
