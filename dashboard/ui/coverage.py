"""Who was coached in which week, who waits longest, and on whom does the time go?"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts import coverage as charts
from dashboard.charts.heatmap import MOST_ROWS
from dashboard.exports.amounts import percent
from dashboard.metrics.coverage import Covered, Share, coverage, shares
from dashboard.metrics.history import History
from dashboard.model.commitments import Commitment
from dashboard.model.reviews import Review
from dashboard.model.weeks import label
from dashboard.store.commitments import commitments
from dashboard.store.reviews import list_reviews, talked_minutes, talked_weeks
from dashboard.ui import cached, go, kpi, state
from dashboard.ui.cached import Desk
from dashboard.ui.pictures import picture

WEEKS = 12
LEGEND = (
    "● coached or agreed on something · ○ skipped in the review · – away · … no score yet · blank: nothing noted. "
    "Who waits longest is on top; nobody waits while away or before the first score."
)
WHY = (
    "A third is that of the week of the talk, by total, in the rep's own team. The middle of a team usually repays "
    "coaching most; the top and the bottom take the time unless it is planned."
)
EMPTY = "No talk is noted in these weeks. Whoever is coached or skipped in a review stands here, and who waits longest."


def draw(at: Desk, until: date) -> None:
    """Draw the map of the last weeks up to one, and the shares of the thirds above it."""
    told = cached.history(at, state.choice())
    covered = table(at, told, until)
    if not covered.isin([Covered.COACHED, Covered.SKIPPED]).to_numpy().any():
        st.info(EMPTY, icon=":material/info:")
        go.link("review", "Open the review", "forum")
        return
    _shares(found := shares(told, covered, talked_minutes(at.engine)))
    with st.container(border=True):
        _map(covered)
        st.caption(LEGEND + outside(covered, found))


def table(at: Desk, told: History, until: date) -> pd.DataFrame:
    """Return who was coached when: read anew on every run, as a talk changes no revision."""
    weeks = [until - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    last = until + timedelta(days=6)
    agreed = talks_of(commitments(at.engine, until=last), list_reviews(at.engine))
    return coverage(told, talked_weeks(at.engine), agreed, weeks)


def talks_of(made: Sequence[Commitment], reviews: Sequence[Review]) -> list[tuple[str, date]]:
    """Return with whom and when it took a talk to agree: in the week of its review, else on the day agreed on."""
    held = {review.review_id: review.week for review in reviews}
    return [(one.rep_id, held.get(one.review_id or "", one.agreed_on)) for one in made]


def _map(covered: pd.DataFrame) -> None:
    names = covered.index.get_level_values("name").tolist()
    weeks: list[Any] = covered.columns.tolist()
    days = [label(week).rsplit(" ", 1)[0] for week in weeks]
    alt = f"Coaching of {len(names)} reps over {len(days)} weeks: coached, skipped, away or nothing noted"
    if len(names) > MOST_ROWS:
        signs = covered.map(lambda word: charts.SIGNS[word]).set_axis(days, axis=1)
        st.dataframe(
            signs.reset_index(drop=True).assign(Rep=names)[["Rep", *days]], hide_index=True, height=640, alt=alt
        )
    else:
        words = covered.to_numpy(dtype=object).tolist()
        picture(charts.coverage(words, rows=names, columns=days), alt, key="picture_coverage")


def _shares(found: Sequence[Share]) -> None:
    """Draw what share of the talks went to each third; nothing where none can be placed."""
    if not found:
        return
    with st.grid(3, min_column_width=160):
        for share in found:
            kpi.card(f"{share.third.capitalize()} third", percent(share.share), spent(share, found), WHY)


def outside(covered: pd.DataFrame, found: Sequence[Share]) -> str:
    """Return how many talks are in no third, and why; empty where all are."""
    talks = int((covered == Covered.COACHED).to_numpy().sum())
    rest = talks - sum(each.talks for each in found)
    return f" {rest} of {talks} talks are in no third: no score, or a team of fewer than three." if rest else ""


def spent(share: Share, found: Sequence[Share]) -> str:
    """Return the talks of a third, and its minutes where any were noted."""
    talks = sum(each.talks for each in found)
    said = f"{share.talks} of {talks} talk{'' if talks == 1 else 's'}"
    if share.minutes is None or share.share_of_minutes is None:
        return said
    minutes = sum(each.minutes or 0 for each in found)
    if sum(each.noted for each in found) < talks:
        return f"{said}; {share.minutes or 'none'} of the {minutes} minutes noted"
    return f"{said}; {share.minutes} of {minutes} minutes ({percent(share.share_of_minutes)})"
