"""What do the pipelines come to, by team and currency: a card each, or a table where they are many?"""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.desk.review import WeekReview
from dashboard.exports.amounts import MISSING, compact, money, percent, times
from dashboard.metrics.totals import Total, by_team, of_all
from dashboard.ui import cached, kpi
from dashboard.ui.cached import Desk
from dashboard.ui.money_columns import amount, attained, coverage
from dashboard.ui.say import reps

MOST_CARDS = 6
RATIOS = (
    "Over the reps whose quota and won amount are both known. Coverage is the sum of open pipelines by the sum of "
    "what is left of each quota: what one rep wins beyond the quota does not close another's gap."
)
NO_TEAM, EVERYBODY = "No team", "All teams"
Row = tuple[str, Total]


def draw(at: Desk, review: WeekReview) -> None:
    """Draw the totals; nothing where no rep has pipeline figures."""
    rows = cached.made(at, "pipeline totals", (), lambda: named(review))
    if len(rows) > MOST_CARDS:
        _table(rows)
    elif len(rows) == 1:
        _apart(*rows[0])
    elif rows:
        with st.grid(min(len(rows), 4), min_column_width=200):
            for name, total in rows:
                kpi.card(name, opened(total), line(total), in_full(total))


def _apart(name: str, total: Total) -> None:
    """Draw the only total as a card per number."""
    with st.grid(4, min_column_width=160):
        kpi.card(
            "Open pipeline",
            compact(total.open_pipeline, total.currency),
            f"in {name}" if total.currency else name,
            in_full(total),
        )
        kpi.card("Won", compact(total.won, total.currency), f"by {reps(total.reps)}", in_full(total))
        of = f"of a quota of {compact(total.quota, total.currency)}" if total.quota is not None else "no quota given"
        kpi.card("Attainment", percent(total.attainment), of + _only(total), RATIOS)
        kpi.card("Coverage", times(total.coverage), "open, of what is left of each quota", RATIOS)


def named(review: WeekReview) -> list[Row]:
    """Return the totals with their names: over all teams where a currency has several, then by team."""
    teams = by_team(review.cards)
    if len({total.team for total in teams}) < 2:
        return [(total.currency or "Currency not given", total) for total in teams]
    several = [total for total in of_all(review.cards) if [each.currency for each in teams].count(total.currency) > 1]
    return [
        *((_title(EVERYBODY, total), total) for total in several),
        *((_title(total.team or NO_TEAM, total), total) for total in teams),
    ]


def _title(name: str, total: Total) -> str:
    return f"{name} · {total.currency or 'currency not given'}"


def opened(total: Total) -> str:
    """Return the open pipeline of a total, short."""
    known = total.open_pipeline is not None
    return f"{compact(total.open_pipeline, total.currency)} open" if known else MISSING


def line(total: Total) -> str:
    """Return what was won of the quota and how far the open pipeline covers the rest."""
    won = f"{compact(total.won, total.currency)} won"
    if total.quota is None:
        return f"{won}; no quota given" if total.won is not None else "no quota given"
    said = f"{won} of {compact(total.quota, total.currency)} quota"
    if total.attainment is None:
        return said if total.won is not None else f"of {compact(total.quota, total.currency)} quota"
    rest = f"; open covers {times(total.coverage)} the rest" if total.coverage is not None else ""
    return f"{said} ({percent(total.attainment)}){rest}{_only(total)}"


def _only(total: Total) -> str:
    """Say over how many reps the ratios go, where that is not all of them."""
    return f"; ratios of {total.with_quota} of {reps(total.reps)}" if total.with_quota < total.reps else ""


def in_full(total: Total) -> str:
    """Return the amounts in full."""
    parts = {"Open": total.open_pipeline, "won": total.won, "quota": total.quota}
    said = ", ".join(f"{name} {money(value, total.currency)}" for name, value in parts.items() if value is not None)
    return f"{said}: {reps(total.reps)} in this currency. Amounts of two currencies are never added."


def _table(rows: Sequence[Row]) -> None:
    """Draw the totals as a table."""
    st.dataframe(
        table(rows),
        hide_index=True,
        column_config={
            **{name: amount(name) for name in ("Open", "Won", "Quota")},
            "Attained": attained(),
            "Coverage": coverage(),
        },
        placeholder=MISSING,
        height="content" if len(rows) <= 12 else 440,
        alt="Open pipeline, won and quota by team and currency",
    )


def table(rows: Sequence[Row]) -> pd.DataFrame:
    """Return the totals as a table for the screen."""
    totals = [total for _, total in rows]
    return pd.DataFrame(
        {
            "Team": [name.rpartition(" · ")[0] or name for name, _ in rows],
            "Currency": [total.currency for total in totals],
            "Reps": [total.reps for total in totals],
            "Open": [total.open_pipeline for total in totals],
            "Won": [total.won for total in totals],
            "Quota": [total.quota for total in totals],
            "Attained": [None if total.attainment is None else total.attainment * 100 for total in totals],
            "Coverage": [total.coverage for total in totals],
        }
    )
