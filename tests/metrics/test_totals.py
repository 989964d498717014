"""Are amounts added within a currency only, and ratios made of what is known?"""

from datetime import date

import pytest

from dashboard.metrics.totals import by_team, of_all
from dashboard.model.cards import PipelineCard, RepCard, State

MONDAY = date(2026, 11, 16)


def rep(name: str, team: str | None, *held: PipelineCard) -> RepCard:
    """Return a rep with pipelines."""
    return RepCard(name, name, MONDAY, State.SCORED, team=team, pipelines=held)


def money(currency: str, opened: float | None, won: float | None, quota: float | None) -> PipelineCard:
    """Return a pipeline."""
    return PipelineCard(currency, MONDAY, open_pipeline=opened, won=won, quota=quota)


CARDS = [
    rep("ida", "North", money("EUR", 300, 40, 100), money("USD", 50, 0, None)),
    rep("leo", "North", money("EUR", 100, 80, 100)),
    rep("zoe", "South", money("EUR", 60, None, 90)),
    rep("ben", None, money("USD", None, 10, 5)),
    rep("ann", "South"),
]


def test_each_team_and_currency_stands_alone():
    """North: 300 + 100 open, 40 + 80 won of 200; its dollars apart; who has no figures is in no total."""
    found = {(total.team, total.currency): total for total in by_team(CARDS)}
    assert list(found) == [("North", "EUR"), ("North", "USD"), ("South", "EUR"), (None, "USD")]
    north = found["North", "EUR"]
    assert (north.reps, north.open_pipeline, north.won, north.quota) == (2, 400, 120, 200)


def test_ratios_are_of_sums():
    """120 of 200 is 60 %; 400 open on the 80 left is 5 times."""
    north = by_team(CARDS)[0]
    assert (north.attainment, north.coverage) == (pytest.approx(0.6), pytest.approx(5.0))


def test_ratios_leave_out_who_lacks_a_part():
    """All euros: Zoe's won is not known, so 120 of 200 stays 60 %, over two of three reps."""
    euros = of_all(CARDS)[0]
    assert (euros.reps, euros.with_quota, euros.open_pipeline, euros.quota) == (3, 2, 460, 290)
    assert (euros.attainment, euros.coverage) == (pytest.approx(0.6), pytest.approx(5.0))


def test_a_quota_that_is_met_has_no_coverage():
    """Ben won 10 of 5."""
    met = by_team(CARDS)[-1]
    assert (met.attainment, met.coverage, met.open_pipeline) == (2.0, None, None)


def test_one_reps_surplus_does_not_close_anothers_gap():
    """150 and 20 won of 100 each: nothing and 80 are left, which 120 open cover 1.5 times."""
    cards = [rep("ida", "North", money("EUR", 60, 150, 100)), rep("leo", "North", money("EUR", 60, 20, 100))]
    assert by_team(cards)[0].coverage == pytest.approx(1.5)
