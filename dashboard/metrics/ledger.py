"""What came of what was agreed, beyond what would have happened anyway and beyond the team's own move?

Each commitment is judged once, at the first fair reading: the first on or after the day agreed on for the look, at most
four weeks later. What comes after that changes nothing. Guide: "Commitments" in method.md.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from dashboard.metrics.already import already, part_of_trend, usual
from dashboard.metrics.counted import Tally, by_rep, counts
from dashboard.metrics.effect import MATES, Asked, Asking, Effect, effects_of
from dashboard.metrics.formula import Span, between
from dashboard.metrics.grid import Marks
from dashboard.metrics.history import History
from dashboard.metrics.looks import known_until
from dashboard.metrics.outcome import outcome
from dashboard.metrics.path import FAIR_FOR, Path, Reading, before_start, path_of
from dashboard.model.commitments import Commitment, Done, Judged, Outcome, Why
from dashboard.model.pillars import PILLARS, Pillar
from dashboard.model.settings import Settings
from dashboard.model.weeks import monday

MOVED = (Outcome.WORKED, Outcome.WORSE)
MOST_TOLD = 5_000
"""Spans whose effects are kept at most."""


def judge(
    history: History,
    commitments: Sequence[Commitment],
    week: date,
    settings: Settings,
    activity: pd.DataFrame | None = None,
) -> list[Judged]:
    """Return each commitment with its verdict as of a week (its Monday), in the order given; nothing after it is seen.

    `activity` are the counts of the usage export, the history's own unless given.
    """
    paths = {made.commitment_id: path_of(history, made, week) for made in commitments}
    found = _effects(history, commitments, paths, settings)
    counted = by_rep(history.activity if activity is None else activity)
    judged = [_judged(history, made, paths[made.commitment_id], found, week, settings) for made in commitments]
    spans = [_span(one, paths[one.commitment.commitment_id]) for one in judged]
    moved = between(history, week, spans, settings.min_peers)
    judged = [replace(one, carried=by) for one, by in zip(judged, moved, strict=True)]
    return [_with_counts(one, counted.get(one.commitment.rep_id), week) for one in judged]


def _span(one: Judged, path: Path) -> Span | None:
    """Return which of the rep's points was read when it was agreed, and when the last one; None without both."""
    made, at = one.commitment, path.fair or path.newest
    if made.start_value is None or at is None:
        return None
    start = path.start.week if path.start else monday(made.agreed_on)
    return Span(made.rep_id, made.measured, made.start_value, start, at.week)


def _effects(
    history: History, commitments: Sequence[Commitment], paths: Mapping[str, Path], settings: Settings
) -> Mapping[str, Effect]:
    """Return the effect of every commitment with a fair reading, each as of the week of that reading.

    What was not done is nobody's coaching: those reps are among those the others are held against.
    """
    tried = [made for made in commitments if made.done is not Done.NOT_DONE and paths[made.commitment_id].start]
    spans: dict[tuple[date, date], list[Commitment]] = {}
    for made in tried:
        start, fair = paths[made.commitment_id].start, paths[made.commitment_id].fair
        if start and fair:
            spans.setdefault((start.week, fair.week), []).append(made)
    askings = []
    for (start, look), mine in spans.items():
        near = _near(history, mine, settings.min_peers)
        ran = (made for made in tried if _busy(made, paths[made.commitment_id], start, look))
        busy = [made for made in ran if near[history.places[made.rep_id]]]
        askings.append(_asking(mine, busy, start, look))
    told = zip(spans.values(), _told(history, askings, settings), strict=True)
    return {made.commitment_id: found[made.rep_id, made.measured] for mine, found in told for made in mine}


def _busy(made: Commitment, path: Path, start: date, look: date) -> bool:
    """Tell whether a commitment ran between a start and a look, as far as was known at the look."""
    if path.start is None or path.start.week >= look or made.agreed_on > look:
        return False
    if path.fair and path.fair.week <= look:
        return path.fair.week > start
    return monday(made.check_on + FAIR_FOR) > start


def _near(history: History, mine: Sequence[Commitment], min_peers: int) -> Marks:
    """Mark the reps these are compared with: their teams, the small ones taken together."""
    sizes = np.bincount(history.teams)
    groups = np.where(sizes[history.teams] >= min_peers, history.teams, -1)
    return np.isin(groups, groups[[history.places[made.rep_id] for made in mine]])


def _asking(mine: Sequence[Commitment], busy: Sequence[Commitment], start: date, look: date) -> Asking:
    """Return what is asked of a span: its own commitments; and on the same pillars who else was coached meanwhile."""
    pillars = {made.pillar for made in mine}
    asked = tuple(dict.fromkeys(Asked(made.rep_id, made.measured, start, look) for made in mine))
    both = dict.fromkeys(Asked(made.rep_id, made.measured, start, look) for made in busy if made.pillar in pillars)
    return Asking(look, asked, tuple(one for one in both if one not in asked))


def _told(history: History, askings: Sequence[Asking], settings: Settings) -> list[Mapping[tuple[str, Pillar], Effect]]:
    """Return the effects as of each look; worked out once, since what comes later changes nothing."""
    keys = [(known_until(history, one.look), one, settings) for one in askings]
    known: dict[Hashable, Any] = {key: told for key in keys if (told := history.told.get(key)) is not None}
    new = [(key, one) for key, one in zip(keys, askings, strict=True) if key not in known]
    found = effects_of(history, [one for _, one in new], settings) if new else []
    for (key, one), own in zip(new, found, strict=True):
        known[key] = {(asked.rep_id, asked.pillar): effect for asked, effect in zip(one.asked, own, strict=True)}
    if len(history.told) > MOST_TOLD:
        history.told.clear()
    history.told.update(known)
    return [known[key] for key in keys]


def _judged(
    history: History,
    made: Commitment,
    path: Path,
    found: Mapping[str, Effect],
    week: date,
    settings: Settings,
) -> Judged:
    start, at = made.start_value, path.fair or path.newest
    if start is None and path.start:
        start = path.start.value
    change = None if at is None or start is None else round(at.value - start, 6)
    plain = Judged(
        replace(made, start_value=start),
        Outcome.TOO_EARLY,
        checked_week=path.fair.week if path.fair else None,
        value=at.value if at else None,
        change=change,
    )
    if made.done is Done.NOT_DONE:
        return replace(plain, outcome=Outcome.NOT_DONE)
    effect = found.get(made.commitment_id)
    if not (effect and effect.interval and path.start and path.fair and change is not None):
        return replace(plain, why=_why(made, path, week))
    return _weighed(history, plain, (path.start, path.fair), effect, settings.min_change_pillar)


def _weighed(
    history: History, plain: Judged, readings: tuple[Reading, Reading], effect: Effect, minimum: float
) -> Judged:
    """Return what an effect with its interval means, from the reading at the start to the one at the look.

    What is only the going on of a trend of before belongs to what was expected.
    """
    (start, fair), made, (low, high) = readings, plain.commitment, effect.interval or (0.0, 0.0)
    team, mates, net = team_move(history, made, start.week, fair.week), effect.team_change, effect.net_change or 0.0
    before = before_start(history, made, start)
    pace = already(before, minimum)
    going_on = round(start.value + pace * (fair.week - start.week).days / 7, 6) if pace else None
    trend = part_of_trend(net, going_on, fair.value - net - effect.shift - (mates or 0.0), pace, mates or 0.0)
    beyond = (round(low - trend, 6), round(high - trend, 6))
    whole, own = (outcome(plain.change or 0.0, each, team, minimum, mates) for each in ((low, high), beyond))
    went_on = whole in MOVED and own not in MOVED
    return replace(
        plain,
        outcome=Outcome.WITHIN_NOISE if went_on else own,
        why=Why.ALREADY if went_on else None,
        net_change=round(net - trend, 6),
        interval=beyond,
        team_change=team,
        shift=effect.shift,
        mates=mates,
        usual=usual(before),
        going_on=going_on,
        trend=trend,
    )


def _with_counts(one: Judged, own: Tally | None, week: date) -> Judged:
    return replace(one, counts=counts(own, one.commitment, one.checked_week or week)) if own else one


def team_move(history: History, made: Commitment, start: date, look: date) -> float | None:
    """Return the median plain change of the team mates between two weeks, in points; None with fewer than three."""
    rep = history.places[made.rep_id]
    team = np.flatnonzero(history.teams == history.teams[rep])
    points = history.scores.block((start, look), team[team != rep])[:, PILLARS.index(made.measured)]
    changes = points[:, 1] - points[:, 0]
    known = changes[~np.isnan(changes)]
    return round(float(np.median(known)), 6) if len(known) >= MATES else None


def _why(made: Commitment, path: Path, week: date) -> Why:
    """Return why it is too early, as of a week, or why nothing is to be told."""
    if made.pillar is None:
        return Why.CONVERSATION
    last_day = week + timedelta(days=6)
    if path.start is None and last_day >= made.agreed_on:
        return Why.NO_START
    if path.fair:
        return Why.SHORT_HISTORY
    if made.check_on > last_day:
        return Why.NOT_DUE
    return Why.NO_READING if last_day <= made.check_on + FAIR_FOR else Why.NONE_CAME
