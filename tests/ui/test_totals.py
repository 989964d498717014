"""Are the totals named by team and currency, short on the card and full on hover?"""

from datetime import date

import pandas as pd

from dashboard.desk.review import WeekReview
from dashboard.metrics.team import Freshness, Movers
from dashboard.metrics.totals import of_all
from dashboard.model.cards import PipelineCard, Queue, RepCard, State, TeamCard
from dashboard.ui import totals

MONDAY = date(2026, 11, 16)


def rep(
    name: str, team: str | None, currency: str, won: float | None = 80_000, quota: float | None = 200_000
) -> RepCard:
    """Return a rep with 480,000 open."""
    held = PipelineCard(currency, MONDAY, open_pipeline=480_000, won=won, quota=quota)
    return RepCard(name, name, MONDAY, State.SCORED, team=team, pipelines=(held,))


def review(*cards: RepCard) -> WeekReview:
    """Return a week of these reps."""
    team, fresh, moved = (
        TeamCard(MONDAY, None, 2, 0, 1, None, None, None),
        Freshness(None, 0, 2, ()),
        Movers((), (), ()),
    )
    return WeekReview(team, cards, Queue(), {}, pd.DataFrame(), fresh, moved)


def test_a_currency_of_several_teams_has_a_row_over_all_of_them():
    """Dollars of two teams are added, euros of one stand there already."""
    named = totals.named(review(rep("a", "North", "USD"), rep("b", "South", "USD"), rep("c", "South", "EUR")))
    assert [name for name, _ in named] == ["All teams · USD", "North · USD", "South · EUR", "South · USD"]
    assert named[0][1].open_pipeline == 960_000


def test_a_desk_without_teams_has_a_row_per_currency():
    """No team is named where there is none."""
    assert [name for name, _ in totals.named(review(rep("a", None, "USD"), rep("b", None, "")))] == [
        *("Currency not given", "USD")
    ]


def test_a_card_says_the_ratio_and_whom_it_leaves_out():
    """80,000 of 200,000 is 40%, and 480,000 are 4 times the rest; the rep without a quota is in no ratio."""
    (total,) = of_all([rep("a", None, "USD")])
    assert (totals.opened(total), totals.line(total)) == (
        "$480K open",
        "$80K won of $200K quota (40%); open covers 4.0× the rest",
    )
    (partly,) = of_all([rep("a", None, "USD"), rep("b", None, "USD", quota=None)])
    assert totals.line(partly).endswith("open covers 4.0× the rest; ratios of 1 of 2 reps")


def test_amounts_are_in_full_on_hover():
    """And it is said that currencies stay apart."""
    (total,) = of_all([rep("a", None, "EUR")])
    assert totals.in_full(total).startswith("Open €480,000, won €80,000, quota €200,000: 1 rep in this currency.")


def test_what_is_not_known_is_said():
    """Without a quota there is no ratio, without either no amount."""
    assert totals.line(of_all([rep("a", None, "USD", quota=None)])[0]) == "$80K won; no quota given"
    assert totals.line(of_all([rep("a", None, "USD", won=None, quota=None)])[0]) == "no quota given"


def test_many_totals_are_a_table():
    """The team stands apart from the currency, so that the table can be sorted by either."""
    shown = totals.table(totals.named(review(rep("a", "North", "USD"), rep("b", "South", "EUR"))))
    assert shown["Team"].tolist() == ["North", "South"]
    assert shown["Attained"].tolist() == [40.0, 40.0]
