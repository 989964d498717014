"""How did one rep's pipeline run, week by week, in each currency?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from dashboard.metrics.cards import plain
from dashboard.metrics.history import History
from dashboard.metrics.snapshots import NUMBERS
from dashboard.model.cards import PipelineCard


def by_week(history: History, rep_id: str, weeks: Sequence[date]) -> tuple[PipelineCard, ...]:
    """Return the rep's pipelines of exactly these weeks, in their order, each week's main currency first.

    A week without a row has no pipeline: nothing is carried on from an earlier one. Amounts of different currencies
    are never added.
    """
    reps, rows = history.reps["rep_id"].eq(rep_id), history.pipeline["rep_id"].eq(rep_id)
    own = replace(history, reps=history.reps[reps], pipeline=history.pipeline[rows], role=None)
    return tuple(line for week in weeks for line in _of_week(own, week))


def _of_week(own: History, week: date) -> list[PipelineCard]:
    seen = own.snapshots.at(week)
    exact = seen.rows(seen.week == np.datetime64(week, "D"))
    return [
        PipelineCard(str(currency), week, **dict(zip(NUMBERS, numbers, strict=True)))
        for currency, numbers in zip(exact.currency, plain(exact.numbers), strict=True)
    ]


def meetings(lines: Sequence[PipelineCard], weeks: Sequence[date]) -> float | None:
    """Return the meetings of these weeks together, by the main currency's count; None unless each week has one.

    >>> monday = date(2026, 11, 16)
    >>> meetings([PipelineCard("EUR", monday, meetings=3.0)], [monday])
    3.0
    """
    counted = {line.week: line.meetings for line in reversed(lines)}
    found = [counted.get(week) for week in weeks]
    return sum(one for one in found if one is not None) if all(one is not None for one in found) else None
