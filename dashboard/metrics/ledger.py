"""What came of what was agreed, beyond what would have happened anyway and beyond the team's own move?

Each commitment is judged once, at the first fair reading: the first on or after the day agreed on for the look, at most
four weeks later. What comes after that changes nothing. Guide: "Commitments" in method.md.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import pandas as pd

from dashboard.metrics.already import already, only_went_on
from dashboard.metrics.counted import Tally, by_rep, counts
from dashboard.metrics.effect import MATES, Asked, Effect, effects
from dashboard.metrics.formula import Span, between
from dashboard.metrics.grid import Days, Whole
from dashboard.metrics.history import History
from dashboard.metrics.outcome import outcome
from dashboard.model.commitments import Commitment, Done, Judged, Outcome, Why
from dashboard.model.pillars import PILLARS, Pillar
from dashboard.model.settings import Settings
from dashboard.model.weeks import monday

MOVED = (Outcome.WORKED, Outcome.WORSE)
FAIR_FOR = timedelta(weeks=4)
"""A reading later than this after the day of the look speaks of everything since, and no more of what was agreed."""
START_WITHIN = timedelta(weeks=4)
"""A reading older than this on the day of the agreement is no start (as a score goes stale after four weeks)."""

USUAL_WEEKS = timedelta(weeks=8)
"""Of which the mean is told beside what was expected."""


@dataclass(frozen=True)
class _Reading:
    """One pillar of one rep, in points of 0-25: the week (its Monday) and the day it was read."""

    week: date
    day: date
    value: float


@dataclass(frozen=True)
class _Path:
    """The readings that matter for one commitment: at its start, at the first fair look, and the newest since."""

    start: _Reading | None
    fair: _Reading | None
    newest: _Reading | None


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
    paths = {made.commitment_id: _path(history, made, week) for made in commitments}
    found = _effects(history, commitments, paths, settings)
    counted = by_rep(history.activity if activity is None else activity)
    judged = [_judged(history, made, paths[made.commitment_id], found, week, settings) for made in commitments]
    spans = [_span(one, paths[one.commitment.commitment_id]) for one in judged]
    moved = between(history, week, spans, settings.min_peers)
    judged = [replace(one, carried=by) for one, by in zip(judged, moved, strict=True)]
    return [_with_counts(one, counted.get(one.commitment.rep_id), week) for one in judged]


def _span(one: Judged, path: _Path) -> Span | None:
    """Return which of the rep's points was read when it was agreed, and when the last one; None without both."""
    made, at = one.commitment, path.fair or path.newest
    if made.start_value is None or at is None:
        return None
    start = path.start.week if path.start else monday(made.agreed_on)
    return Span(made.rep_id, made.pillar, made.start_value, start, at.week)


def _path(history: History, made: Commitment, week: date) -> _Path:
    told = [one for one in _readings(history, made) if one.week <= week]
    start = [one for one in told if made.agreed_on - START_WITHIN <= one.day <= made.agreed_on]
    since = [one for one in told if one.day > made.agreed_on and (not start or one.week > start[-1].week)]
    fair = [one for one in since if made.check_on <= one.day <= made.check_on + FAIR_FOR]
    return _Path(start[-1] if start else None, fair[0] if fair else None, since[-1] if since else None)


def _readings(history: History, made: Commitment) -> tuple[_Reading, ...]:
    """Return the readings of a rep's pillar, the oldest first; looked up once."""
    key = ("readings", made.rep_id, made.pillar)
    if key not in history.kept:
        places, weeks, days = _places(history)
        rows = places.get(made.rep_id, np.array([], dtype=int))
        values = history.readings[made.pillar.value].to_numpy(dtype=float)[rows]
        known = zip(weeks[rows].tolist(), days[rows].tolist(), values.tolist(), strict=True)
        found = (_Reading(*one) for one in known if not math.isnan(one[2]))
        history.kept[key] = tuple(sorted(found, key=lambda one: one.week))
    return history.kept[key]


def _places(history: History) -> tuple[Mapping[str, Whole], Days, Days]:
    """Return where each rep's readings stand, and week and day of every reading."""
    if "places" not in history.kept:
        weeks, days = (history.readings[name].to_numpy().astype("datetime64[D]") for name in ("week", "date"))
        places = history.readings.groupby("rep_id").indices
        history.kept["places"] = {str(rep_id): np.asarray(rows) for rep_id, rows in places.items()}, weeks, days
    return history.kept["places"]


def _effects(
    history: History, commitments: Sequence[Commitment], paths: Mapping[str, _Path], settings: Settings
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
    found: dict[str, Effect] = {}
    for (start, look), mine in spans.items():
        busy = [made for made in tried if _busy(made, paths[made.commitment_id], start, look)]
        near = _near(history, mine, settings.min_peers)
        told = _told(history, _asked(mine, [made for made in busy if made.rep_id in near], start, look), look, settings)
        found |= {made.commitment_id: told[made.rep_id, made.pillar] for made in mine}
    return found


def _busy(made: Commitment, path: _Path, start: date, look: date) -> bool:
    """Tell whether a commitment ran between a start and a look, as far as was known at the look."""
    if path.start is None or path.start.week >= look or made.agreed_on > look:
        return False
    if path.fair and path.fair.week <= look:
        return path.fair.week > start
    return monday(made.check_on + FAIR_FOR) > start


def _near(history: History, mine: Sequence[Commitment], min_peers: int) -> set[str]:
    """Return the reps these are compared with: their teams, the small ones taken together."""
    sizes = np.bincount(history.teams)
    groups = np.where(sizes[history.teams] >= min_peers, history.teams, -1)
    ids = history.reps["rep_id"].to_numpy()
    return set(ids[np.isin(groups, groups[np.isin(ids, [made.rep_id for made in mine])])])


def _asked(mine: Sequence[Commitment], busy: Sequence[Commitment], start: date, look: date) -> tuple[Asked, ...]:
    """Return what is asked of a span: its own commitments, and on the same pillars who else was coached meanwhile."""
    pillars = {made.pillar for made in mine}
    both = [*mine, *(made for made in busy if made.pillar in pillars)]
    return tuple(dict.fromkeys(Asked(made.rep_id, made.pillar, start, look) for made in both))


def _told(
    history: History, asked: tuple[Asked, ...], look: date, settings: Settings
) -> Mapping[tuple[str, Pillar], Effect]:
    """Return the effects as of a look; worked out once, since what comes later changes nothing."""
    key = ("effects", asked, settings)
    if key not in history.kept:
        told = effects(history, asked, look, settings)
        history.kept[key] = {(one.rep_id, one.pillar): found for one, found in zip(asked, told, strict=True)}
    return history.kept[key]


def _judged(
    history: History,
    made: Commitment,
    path: _Path,
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
    team = team_move(history, made, path.start.week, path.fair.week)
    found_out = outcome(change, effect.interval, team, settings.min_change_pillar, effect.team_change)
    told = _readings(history, made)
    went_on = found_out in MOVED and _went_on(told, path.start, path.fair, effect.interval, settings.min_change_pillar)
    return replace(
        plain,
        outcome=Outcome.WITHIN_NOISE if went_on else found_out,
        why=Why.ALREADY if went_on else None,
        net_change=effect.net_change,
        interval=effect.interval,
        team_change=team,
        shift=effect.shift,
        mates=effect.team_change,
        usual=_usual(told, path.start),
    )


def _usual(told: Sequence[_Reading], start: _Reading) -> float:
    """Return the mean of the readings of the eight weeks up to and including the start, in points."""
    known = [one.value for one in told if start.week - USUAL_WEEKS < one.week <= start.week]
    return round(sum(known) / len(known), 6)


def _went_on(
    told: Sequence[_Reading], start: _Reading, fair: _Reading, interval: tuple[float, float], minimum: float
) -> bool:
    """Tell whether a move was on its way before the start, at a pace that explains it."""
    before = [(one.week, one.value) for one in told if one.week <= start.week]
    return only_went_on(interval, already(before, minimum), (fair.week - start.week).days / 7)


def _with_counts(one: Judged, own: Tally | None, week: date) -> Judged:
    return replace(one, counts=counts(own, one.commitment, one.checked_week or week)) if own else one


def team_move(history: History, made: Commitment, start: date, look: date) -> float | None:
    """Return the median plain change of the team mates between two weeks, in points; None with fewer than three."""
    rep = history.reps["rep_id"].to_numpy() == made.rep_id
    mates = np.isin(history.teams, history.teams[rep]) & ~rep
    place = PILLARS.index(made.pillar)
    changes = (history.scores.at(look) - history.scores.at(start))[mates, place]
    known = changes[~np.isnan(changes)]
    return round(float(np.median(known)), 6) if len(known) >= MATES else None


def _why(made: Commitment, path: _Path, week: date) -> Why:
    """Return why it is too early, as of a week."""
    last_day = week + timedelta(days=6)
    if path.start is None and last_day >= made.agreed_on:
        return Why.NO_START
    if path.fair:
        return Why.SHORT_HISTORY
    if made.check_on > last_day:
        return Why.NOT_DUE
    return Why.NO_READING if last_day <= made.check_on + FAIR_FOR else Why.NONE_CAME
