"""Who was coached in which week, and does the time go to the top, the middle or the bottom of the team?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
import pandas as pd

from dashboard.metrics.grid import Days, Floats, Marks, Words
from dashboard.metrics.history import History
from dashboard.metrics.scores import TOTAL
from dashboard.metrics.standing import away
from dashboard.model.cards import State
from dashboard.model.reviews import Talked
from dashboard.model.weeks import monday

SMALLEST_TEAM = 3
"""Scored reps a team needs to have a top, a middle and a bottom."""
SCORE_HOLDS = 4
"""Weeks for which a rep's last total still says in which third the rep stands."""


class Covered(StrEnum):
    """What became of a rep in a week."""

    COACHED = "coached"
    SKIPPED = "skipped"
    AWAY = "away"
    NOT_YET = "not_yet"
    NOTHING = "nothing"


class Third(StrEnum):
    """Where in the own team a rep stands by total in the week of the talk."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True)
class Share:
    """The talks with one third of the team: how many, their share (0-1), and minutes where these were noted.

    `share_of_minutes` is over the `noted` talks of all thirds; both are None where no talk has minutes.
    """

    third: Third
    talks: int
    share: float
    minutes: int | None
    share_of_minutes: float | None
    noted: int


def coverage(
    history: History,
    talked: Sequence[tuple[str, date, Talked]],
    agreed: Sequence[tuple[str, date]],
    weeks: Sequence[date],
) -> pd.DataFrame:
    """Return reps x weeks of Covered, whoever waits longest first and who is not there last; without reps who left.

    `talked` is what became of a rep in the review of a week; `agreed` are the days on which a commitment was made,
    which takes a talk. A talk outweighs an absence, and nobody waits while away or before the first score.
    """
    days = np.array(list(weeks), dtype="datetime64[D]")
    words = np.full((len(history.reps), len(weeks)), Covered.NOTHING, dtype=object)
    words[_not_yet(history, days).T] = Covered.NOT_YET
    words[away(history, days).T] = Covered.AWAY
    _put(words, history, weeks, [(rep, day) for rep, day, what in talked if what is Talked.SKIPPED], Covered.SKIPPED)
    coached = [(rep, day) for rep, day, what in talked if what is Talked.COACHED]
    _put(words, history, weeks, [*coached, *agreed], Covered.COACHED)
    present = history.shown & history.reps["status"].ne(State.LEFT).fillna(True).to_numpy(dtype=bool)
    index = pd.MultiIndex.from_frame(history.reps.loc[present, ["rep_id", "name"]])
    table = pd.DataFrame(words[present], index=index, columns=pd.Index(list(weeks), name="week"), dtype=object)
    return table.iloc[_longest_first(table)]


def _not_yet(history: History, days: Days) -> Marks:
    """Mark, by week and rep, whose first score was still to come, or who is not onboarded, since the desk's first week.

    Of whoever has none and no such status nothing is known about the seat: that one waits like the others.
    """
    known = history.scores.weeks
    if not len(known) or not len(days):
        return np.zeros((len(days), len(history.reps)), dtype=bool)
    first = history.scores.first_scored(days[-1].astype(object)).astype("datetime64[D]")
    told = history.reps["status"].eq(State.NOT_ONBOARDED).fillna(False).to_numpy(dtype=bool)
    never = np.isnat(first) & (told | ~np.isnat(history.scores.final))
    return (days >= known[0])[:, None] & (never | (days[:, None] < first))


def _put(
    words: Words, history: History, weeks: Sequence[date], found: Sequence[tuple[str, date]], word: Covered
) -> None:
    rows = {rep_id: row for row, rep_id in enumerate(history.reps["rep_id"])}
    columns = {week: column for column, week in enumerate(weeks)}
    for rep_id, day in found:
        if rep_id in rows and monday(day) in columns:
            words[rows[rep_id], columns[monday(day)]] = word


def _longest_first(table: pd.DataFrame) -> list[int]:
    """Return the places of the rows: who waits longest first, ties by name, who is not there at the end.

    The waiting began after the last talk, or with the first week there.
    """
    rows = table.to_numpy(dtype=object)
    absent = (Covered.AWAY, Covered.NOT_YET)
    last = [max(np.flatnonzero(np.isin(row, (Covered.COACHED, *absent))), default=-1) for row in rows]
    gone = [len(row) > 0 and row[-1] in absent for row in rows]
    names = [str(name).casefold() for _, name in table.index]
    return sorted(range(len(rows)), key=lambda place: (gone[place], last[place], names[place]))


def shares(history: History, covered: pd.DataFrame, minutes: Mapping[tuple[str, date], int]) -> tuple[Share, ...]:
    """Return what share of the talks in a `coverage` went to each third of the team; empty where no talk can be placed.

    `minutes` are those noted, by rep and week. The third is that of the week of the talk, in the rep's own team.
    """
    rows = {rep_id: row for row, rep_id in enumerate(history.reps["rep_id"])}
    found = [(_third(history, rows[rep_id], week), minutes.get((rep_id, week))) for rep_id, week in _talks(covered)]
    placed = [(third, spent) for third, spent in found if third is not None]
    if not placed:
        return ()
    noted = sum(spent or 0 for _, spent in placed)
    return tuple(_share(third, placed, noted) for third in Third)


def _talks(covered: pd.DataFrame) -> list[tuple[str, date]]:
    rows, columns = np.nonzero((covered == Covered.COACHED).to_numpy(dtype=bool))
    ids = covered.index.get_level_values("rep_id")
    return [(ids[row], covered.columns[column]) for row, column in zip(rows, columns, strict=True)]


def _share(third: Third, placed: Sequence[tuple[Third, int | None]], noted: int) -> Share:
    mine = [spent for where, spent in placed if where is third]
    known = [spent for spent in mine if spent is not None]
    spent = sum(known) if noted else None
    return Share(third, len(mine), len(mine) / len(placed), spent, None if spent is None else spent / noted, len(known))


def _third(history: History, place: int, week: date) -> Third | None:
    """Return the third of the rep's own team by total in that week; None without a score, or in a small team."""
    totals = _totals(history, week)
    mates = totals[(history.teams == history.teams[place]) & ~np.isnan(totals)]
    if np.isnan(totals[place]) or len(mates) < SMALLEST_TEAM:
        return None
    below, level = (mates < totals[place]).sum(), (mates == totals[place]).sum()
    return (Third.BOTTOM, Third.MIDDLE, Third.TOP)[int(3 * (below + level / 2) / len(mates))]


def _totals(history: History, week: date) -> Floats:
    """Return each rep's newest total at the week, at most SCORE_HOLDS weeks old; NaN for who is away."""
    kept = history.kept
    if ("totals", week) not in kept:
        totals = history.scores.at(week)[:, TOTAL]
        for back in range(1, SCORE_HOLDS + 1):
            totals = np.where(np.isnan(totals), history.scores.at(week - timedelta(weeks=back))[:, TOTAL], totals)
        gone = away(history, np.array([week], dtype="datetime64[D]"))[0]
        kept["totals", week] = np.where(gone, np.nan, totals)
    return kept["totals", week]
