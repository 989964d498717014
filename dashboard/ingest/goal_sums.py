"""Which quota of a rep counts: that of the period, else the sum of the months that fill it, else a longer one?"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from dashboard.ingest.findings import Findings
from dashboard.ingest.periods import ALL, Span, span
from dashboard.model.problems import LeftOut, Severity

_DAY = np.timedelta64(1, "D")
_KEY = ["who", "currency"]
_PERIOD = ["goal_from", "goal_to"]


def of_period(rows: pd.DataFrame, day: date, findings: Findings, *, by_row: bool = True) -> pd.DataFrame:
    """Return the rows with each rep's quota of the period around a day, once per currency.

    `rows` have `goal_from`, `goal_to` and `quota`, and are of periods that hold the day or lie within the period. What
    lies within it and does not fill it is not stored, what is longer is stored as it stands; both are told, once.
    `by_row` says that each goal has a row of its own.
    """
    if findings.period == ALL:
        return rows.drop(columns=_PERIOD)
    wanted = span(findings.period, day)
    first, last = (np.datetime64(one, "us") for one in wanted)
    rows = rows[rows["quota"].notna()].assign(row=rows.index[rows["quota"].notna()]).reset_index(drop=True)
    inside = (rows["goal_from"] >= first) & (rows["goal_to"] <= last)
    whole = (rows["goal_from"] == first) & (rows["goal_to"] == last)
    settled = rows["who"].isin(rows["who"][whole])
    within = rows[inside & ~settled]
    parts = _once(within, findings)
    filled = parts[_fills(parts, first, last)]
    settled |= rows["who"].isin(filled["who"])
    longer = rows[~inside & ~settled]
    short = parts[~parts["who"].isin([*filled["who"], *longer["who"]])]
    kept = pd.concat([rows[whole], _summed(filled), longer])
    used = rows.index.isin([*rows.index[whole], *filled.index, *longer.index])
    told = rows.index.isin([*short.index, *within.index.difference(parts.index)])
    if by_row:
        _tell_left_out(rows[~used & ~told], findings)
    _tell(short, longer, wanted, findings)
    return kept.set_axis(kept["row"].to_numpy()).drop(columns=[*_PERIOD, "row"])


def _once(parts: pd.DataFrame, findings: Findings) -> pd.DataFrame:
    """Return the parts of a period without those that stand there twice, which is told."""
    key = [*_KEY, *_PERIOD]
    first = parts.groupby(key)[["quota", "row"]].transform("first")
    double = parts.duplicated(key)
    for one, kept in zip(parts[double].to_dict("records"), first[double].to_dict("records"), strict=True):
        who = f"{one['name'] or one['email']}, {_name(one['goal_from'], one['goal_to'])}"
        if one["quota"] == kept["quota"]:
            findings.tell("duplicate_row", one["row"], None, who)
        else:
            found = f"{who}, Quota: {one['quota']:g} here, {kept['quota']:g} in row {kept['row']:.0f} is kept"
            findings.tell("conflicting_values", one["row"], findings.column("quota"), found)
    return parts[~double]


def _fills(parts: pd.DataFrame, first: np.datetime64, last: np.datetime64) -> pd.Series:
    """Mark the parts of those reps and currencies whose parts follow one another from the first day to the last."""
    ordered = parts.sort_values("goal_from", kind="stable")
    groups = ordered.groupby(_KEY)
    before = groups["goal_to"].shift()
    starts = pd.Series(np.where(before.isna(), first, before + _DAY), index=ordered.index)
    follows = (ordered["goal_from"] == starts).groupby([ordered[one] for one in _KEY]).transform("all")
    return (follows & (groups["goal_to"].transform("max") == last)).reindex(parts.index)


def _summed(parts: pd.DataFrame) -> pd.DataFrame:
    """Return the parts with the sum in the first of each rep and currency, and nothing in the others."""
    sums = parts.groupby(_KEY)["quota"].transform("sum")
    return parts.assign(quota=sums.mask(parts.duplicated(_KEY)))


def _tell_left_out(rows: pd.DataFrame, findings: Findings) -> None:
    """Tell the goals of longer periods beside those of the period itself."""
    for row, first, last in zip(rows["row"], rows["goal_from"], rows["goal_to"], strict=True):
        findings.left_out.append(LeftOut(int(row), another(first, last)))


def another(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """Return why the goal of a period is left out."""
    return f"a goal of another period: {first:%Y-%m-%d} to {last:%Y-%m-%d}"


def _tell(short: pd.DataFrame, longer: pd.DataFrame, wanted: Span, findings: Findings) -> None:
    """Tell once whose quotas do not fill the period and are not stored, and once whose are longer."""
    period = f"{wanted.first} to {wanted.last}"
    for rows, said, severity in (
        (short, f"of {period} there is only {{}}", Severity.ERROR),
        (longer, f"{{}}, not {period}", Severity.WARNING),
    ):
        if rows.empty:
            continue
        own = rows[rows["who"] == rows["who"].iloc[0]]
        names = [_name(*pair) for pair in zip(own["goal_from"], own["goal_to"], strict=True)]
        reps = rows["who"].nunique()
        more = f", and {reps - 1:,} more reps" if reps > 1 else ""
        found = f"{own['name'].iloc[0] or own['email'].iloc[0]}: {said.format(_listed(names))}{more}"
        findings.tell("quota_period", int(rows["row"].iloc[0]), findings.column("quota"), found, severity)


def _listed(names: Sequence[str]) -> str:
    """Return different names in words."""
    once = list(dict.fromkeys(names))
    return " and ".join([", ".join(once[:-1]), once[-1]] if len(once) > 1 else once)


def _name(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """Return a month by its number, any other span by its days."""
    month = span("month", first.date())
    if (month.first, month.last) == (first.date(), last.date()):
        return f"{first:%Y-%m}"
    return f"{first:%Y-%m-%d} to {last:%Y-%m-%d}"
