"""What is known of every rep in one week? One row per rep: the table every page starts from.

Columns: WHO, then NUMBERS; for each pillar `<pillar>` and `<pillar>_<part>` for each of PARTS (the total's parts have
no prefix); the newest pipeline in the main currency (PIPELINE); FLAGS as true or false. Units: model/tables.py.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from dashboard.metrics.baseline import Baselines, baselines
from dashboard.metrics.behind import behind, of_lowest
from dashboard.metrics.best_week import best_week
from dashboard.metrics.changes import LATELY, net_of_team
from dashboard.metrics.close import furthest, smallest
from dashboard.metrics.corners import corners
from dashboard.metrics.crossing import of_change
from dashboard.metrics.flatness import score_without_meetings
from dashboard.metrics.grid import NOWHERE, Whole, choose, last_weeks
from dashboard.metrics.history import History
from dashboard.metrics.rank import ranks
from dashboard.metrics.scores import MEASURES, PILLAR_PART, TOTAL
from dashboard.metrics.signals import Signals, signals
from dashboard.metrics.snapshots import NUMBERS as PIPELINE_NUMBERS
from dashboard.metrics.spans import by_itself
from dashboard.metrics.standing import Standing, standing
from dashboard.metrics.steady_corner import barely
from dashboard.metrics.verdict import measured, verdicts
from dashboard.model.bands import BANDS
from dashboard.model.cards import Compared, Flag, Verdict
from dashboard.model.moves import SHOWN
from dashboard.model.pillars import PILLARS, Pillar
from dashboard.model.settings import Settings

WHO = ("rep_id", "name", "team", "role", "licence")
NUMBERS = ("state", "last_scored", "total", "reported_total", "band", "rank", "trend")
PARTS = ("change_1w", "change_4w", "net_change_4w", "verdict", "back", "baseline", "gap", "carried")
PIPELINE = ("currency", "pipeline_week", *PIPELINE_NUMBERS)
FLAGS = tuple(Flag)
TREND_WEEKS = 12

Columns = dict[str, Any]


def week_table(history: History, week: date, settings: Settings, defaults: Mapping[Pillar, float]) -> pd.DataFrame:
    """Return one row per rep shown, in the order of `history.reps`; nothing after the week is looked at.

    `defaults` are the baselines (points of 0-25) of last resort, from data/benchmarks.toml.
    """
    who = standing(history, week, settings.stale_after_weeks)
    columns: Columns = {name: history.reps[name].array for name in WHO}
    columns |= _numbers(history, week, who, settings)
    heard = signals(history, week, settings)
    columns |= _changes(history, week, who, settings, heard)
    held = baselines(history, week, who.counted, settings, defaults, heard.plain.points)
    columns |= _pillars(history, week, held)
    columns |= _weakest(columns, held, heard, who, settings)
    columns |= _pipeline(history, week)
    columns |= _corners(history, week, columns, who, settings)
    ranked = who.counted & history.shown & (not settings.hide_ranks)
    table = pd.DataFrame(
        columns
        | {
            "rank": ranks(columns["total"], ranked, settings.min_change_total),
            Flag.NEW_STARTER: who.new_starter,
            Flag.PERHAPS_LEFT: who.perhaps_left,
            Flag.PROVISIONAL: heard.provisional & who.scored,
            Flag.SCORE_WITHOUT_MEETINGS: score_without_meetings(history, week, columns["verdict"] == Verdict.UP),
        }
    )
    return table if history.shown.all() else table[history.shown].reset_index(drop=True)


def _numbers(history: History, week: date, who: Standing, settings: Settings) -> Columns:
    now = history.scores.at(week)
    total = now[:, TOTAL]
    band = np.searchsorted(settings.band_cuts, np.nan_to_num(total), side="right")
    pillars_known = (~np.isnan(now[:, PILLAR_PART])).sum(axis=1)
    return {
        "state": who.state,
        "last_scored": who.last_scored.astype("datetime64[us]"),
        "total": total,
        "reported_total": history.scores.column("reported_total", week),
        "band": choose(BANDS, np.where(np.isnan(total), NOWHERE, band)),
        "trend": _trends(history, week),
        Flag.PARTIAL_SCORE: (pillars_known > 0) & (pillars_known < len(PILLARS)),
    }


def _trends(history: History, week: date) -> pd.Series:
    """Return each rep's totals of the last twelve weeks, oldest first, none before the desk's first week."""
    known = history.scores.weeks_until(week)
    weeks = [day for day in last_weeks(week, TREND_WEEKS) if len(known) and np.datetime64(day, "D") >= known[0]]
    totals = [history.scores.at(day)[:, TOTAL] for day in weeks]
    matrix = np.column_stack(totals) if totals else np.empty((len(history.reps), 0))
    plain = matrix.astype(object)
    plain[np.isnan(matrix)] = None
    return pd.Series(plain.tolist(), dtype=object)


def _changes(history: History, week: date, who: Standing, settings: Settings, heard: Signals) -> Columns:
    now, change = history.scores.at(week), history.scores.change(week, SHOWN)
    lately = who.lately(week, LATELY)
    net, mates = net_of_team(change, who.counted, history.teams, settings.min_peers, lately)
    minimum = np.where(np.arange(len(MEASURES)) == TOTAL, settings.min_change_total, settings.min_change_pillar)
    alone, took = by_itself(heard.moves, heard.plain.points, minimum)
    apart = heard.moves.apart & took
    verdict = verdicts(now, change, net, heard.beyond, heard.judged, minimum, apart, heard.near, alone)
    points, weeks = measured(verdict, heard.moves, np.where(np.isnan(net), change, net), minimum, alone)
    parts = {
        "change_1w": history.scores.change(week, 1),
        "change_4w": change,
        "net_change_4w": net,
        "verdict": verdict,
        "back": heard.back,
        "moved": points,
        "moved_weeks": weeks,
    }
    compared = np.where(np.isnan(net[:, TOTAL]), NOWHERE, np.where(mates[:, TOTAL], 0, 1))
    columns = {column(measure, part): parts[part][:, at] for at, measure in enumerate(MEASURES) for part in parts}
    crossed = of_change(history, week, SHOWN, settings.min_peers)
    crossed[np.isnan(change[:, TOTAL])] = None
    return columns | {"compared_with": choose(tuple(Compared), compared), "change_carried": crossed}


def column(measure: str, part: str) -> str:
    """Return the name of the column with one part of a measure; the total's parts have no prefix.

    >>> column("people", "gap"), column("total", "change_4w")
    ('people_gap', 'change_4w')
    """
    return part if measure == MEASURES[TOTAL] else f"{measure}_{part}"


def _pillars(history: History, week: date, held: Baselines) -> Columns:
    own = history.scores.at(week)[:, PILLAR_PART]
    gaps = np.round(own - held.points, 6)
    columns: Columns = {"basis": held.basis}
    for at, pillar in enumerate(PILLARS):
        columns |= {pillar.value: own[:, at], f"{pillar}_baseline": held.points[:, at], f"{pillar}_gap": gaps[:, at]}
        columns[f"{pillar}_carried"] = held.carried[:, at]
    columns["lowest"], columns["lowest_score"] = smallest(own)
    return columns


def _weakest(columns: Columns, held: Baselines, heard: Signals, who: Standing, settings: Settings) -> Columns:
    gaps = np.column_stack([columns[column(pillar, "gap")] for pillar in PILLARS])
    median = 1 + np.nan_to_num(np.pi / 2 / held.peers)  # the peers' median wobbles as well
    wobble = heard.wobble * median[:, None]
    found = furthest(gaps, wobble)
    truly = behind(gaps, wobble, heard.block.groups, settings.min_change_pillar / 2, who.counted)
    return {
        "weakest": found.pillar,
        "weakest_gap": found.gap,
        "weakest_confidence": found.confidence,
        "weakest_runner_up": found.runner_up,
        "weakest_behind": of_lowest(gaps, truly),
    }


def _pipeline(history: History, week: date) -> Columns:
    seen = history.snapshots.at(week)
    main, count = seen.rows(seen.main()), len(history.reps)
    columns = {name: _spread(main.of(name), main.rep, np.full(count, np.nan)) for name in PIPELINE[2:]}
    weeks = _spread(main.week, main.rep, np.full(count, np.datetime64("NaT", "D")))
    return columns | {
        "currency": _spread(main.currency, main.rep, np.full(count, None)),
        "pipeline_week": weeks.astype("datetime64[us]"),
        Flag.QUOTA_MET: _spread(main.quota_met(), main.rep, np.full(count, False)),
        Flag.PIPELINE_OLD: weeks < np.datetime64(week, "D"),
        Flag.SEVERAL_CURRENCIES: np.bincount(seen.rep, minlength=count) > 1,
    }


def _spread(values: np.ndarray, places: Whole, empty: np.ndarray) -> np.ndarray:
    """Put the values at the places of `empty`, an array made for it."""
    empty[places] = values
    return empty


def _corners(history: History, week: date, columns: Columns, who: Standing, settings: Settings) -> Columns:
    scored, counted = who.scored & history.shown, who.counted & history.shown
    best = best_week(history, week)
    stands = corners(columns["total"], columns["attainment"], scored, settings, counted, best)
    lines = {
        "ssi_cut": stands.cuts.ssi,
        "attainment_cut": stands.cuts.attainment,
        "cut_at_medians": stands.cuts.medians,
    }
    little = barely(history, week, stands, counted, settings)
    return {"corner": stands.corner, **lines, Flag.NEAR_LINE: stands.near, Flag.BARELY_ABOVE: little}
