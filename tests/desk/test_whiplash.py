"""One deal near a line turns nobody's advice around."""

from dataclasses import replace
from datetime import timedelta

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


def desk(seed: int) -> tuple[History, np.ndarray]:
    """Return eight reps over nine weeks, and what each had won by each week, of a quota of 1."""
    some = np.random.default_rng(seed)
    names = [f"rep-{number}" for number in range(8)]
    weeks = [WEEK - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    levels = some.normal([11, 8, 8, 14], 3, (len(names), 4)).clip(1, 24)
    points = (levels[:, None] + some.normal(0, 0.3, (len(names), WEEKS, 4))).clip(0, 25).reshape(-1, 4)
    rows = [(name, week) for name in names for week in weeks]
    scores = dict(zip(PILLARS, points.T, strict=True)) | {"total": points.sum(axis=1)}
    told = pd.DataFrame(rows, columns=["rep_id", "week"]).assign(**scores)
    told["week"] = told["date"] = pd.to_datetime(told["week"]).astype("datetime64[us]")
    readings = told.reindex(columns=[*READINGS])
    deals = some.exponential(some.choice([0.05, 0.15]), (len(names), WEEKS)) * (some.random((len(names), WEEKS)) < 0.3)
    team = reps("\n".join(["rep_id team", *(f"{name} North" for name in names)]))
    history = History(team, readings, pd.DataFrame(), drawn("rep_id week", ("rep_id", "week")))
    return history, deals.cumsum(axis=1).clip(0, 0.9)


def calls(history: History, won: np.ndarray, opened: np.ndarray) -> dict[str, Call]:
    """Return each rep's call of the newest week with that much won and open by each week."""
    rows = history.readings[["rep_id", "week"]].reset_index(drop=True)
    money = {"currency": "EUR", "won": won.ravel(), "quota": 1.0, "open_pipeline": opened.ravel()}
    pipeline = rows.assign(**money).reindex(columns=[*PIPELINE])
    found = cards(replace(history, pipeline=pipeline), WEEK, Settings(), DEFAULTS)
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


@pytest.mark.parametrize("seed", range(12))
def test_one_deal_of_any_size_ends_no_talk_with_leaving_alone(seed: int) -> None:
    """However much a week brings: what was worth a talk last week is not left alone for it. Pipelines are covered."""
    history, won = desk(seed)
    opened = np.full(won.shape, 9.0)
    before = calls(history, won, opened)
    for place, rep in enumerate(before):
        more = won.copy()
        more[place, -1] += 0.3
        after = calls(history, more, opened)[rep]
        assert (before[rep], after) != (Call.COACH, Call.LEAVE_ALONE)
