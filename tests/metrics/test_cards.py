"""What is known of one rep, as plain values?"""

from datetime import date

import pytest

from dashboard.metrics.cards import cards
from dashboard.model.bands import Band
from dashboard.model.cards import Basis, Corner, Flag, Lowest, State, Verdict
from dashboard.model.pillars import PILLARS, Pillar
from dashboard.model.settings import Settings
from tests.metrics.drawn import DEFAULTS, WEEK, by_id, history, then, totals
from tests.metrics.test_week import PIPELINE_ROWS, READINGS, REPS


def made(told, week=WEEK):
    """Return the cards by rep."""
    return by_id(cards(told, week, Settings(), DEFAULTS))


def test_a_card_says_in_plain_values_what_the_table_says():
    """The figures are worked out in test_week."""
    anna = made(history(REPS, READINGS, PIPELINE_ROWS))["anna"]
    assert (anna.state, anna.total, anna.band, anna.rank) == (State.SCORED, 36, Band.BUILDING, 2)
    assert (anna.change_1w, anna.change_4w, anna.net_change_4w) == (None, 4, 2)
    assert anna.verdict is Verdict.TOO_EARLY
    weakest = anna.weakest
    assert (weakest.pillar, weakest.basis, weakest.gap) == (Pillar.PEOPLE, Basis.DEFAULT, -0.4)
    assert (weakest.runner_up, weakest.confidence < 0.8) == (Pillar.BRAND, True)  # moved by 4: it may stand anywhere
    assert anna.lowest == Lowest(Pillar.INSIGHTS, 2)
    assert (anna.team, anna.role, anna.licence, anna.last_scored) == ("North", "AE", "navigator", WEEK)
    assert anna.flags == (Flag.PIPELINE_OLD, Flag.SEVERAL_CURRENCIES)


def test_a_pillar_has_its_own_numbers():
    """Brand rose from 10 to 14, Ben's is unknown then: nobody to compare with; two weeks are too few to judge it."""
    brand = made(history(REPS, READINGS))["anna"].pillars[Pillar.BRAND]
    assert (brand.score, brand.change_4w, brand.net_change_4w, brand.verdict) == (14, 4, None, Verdict.TOO_EARLY)
    assert (brand.baseline, brand.baseline_source, brand.gap) == (11.8, Basis.DEFAULT, 2.2)


def test_a_change_beyond_the_usual_wobble_is_told():
    """Eight points more after eight weeks within 0.6; half a point is nothing."""
    told = made(then(a="58 58 58", b="50.5 50.4 50.5", c="50 50.1 50", d="50.1 49.9 50", e="42 42 42"))
    assert [told[rep].verdict for rep in "abe"] == [Verdict.UP, Verdict.STEADY, Verdict.DOWN]


def test_every_card_has_all_four_pillars():
    """Also where no score is known: missing is told, not left out."""
    for card in made(history(REPS, READINGS)).values():
        assert tuple(card.pillars) == PILLARS


def test_all_currencies_are_on_the_card_the_main_one_first():
    """Nothing is added across currencies."""
    anna = made(history(REPS, READINGS, PIPELINE_ROWS))["anna"]
    assert [(line.currency, line.open_pipeline, line.week) for line in anna.pipelines] == [
        ("USD", 100, date(2026, 11, 9)),
        ("EUR", 900, date(2026, 11, 9)),
    ]
    assert anna.pipeline is anna.pipelines[0]


def test_a_corner_comes_from_the_main_currency():
    """Below five reps the cuts are fixed: 40 points and a met quota."""
    assert made(history(REPS, READINGS, PIPELINE_ROWS))["ben"].corner is Corner.LEAVE_ALONE


def test_a_rep_who_was_never_scored_has_a_card_of_missing_values():
    """None throughout, and no zero."""
    (card,) = made(history("rep_id\nanna")).values()
    values = (
        card.total,
        card.band,
        card.rank,
        card.change_4w,
        card.weakest,
        card.lowest,
        card.last_scored,
        card.corner,
    )
    assert (card.state, card.verdict, values) == (State.MISSING, Verdict.MISSING, (None,) * 8)
    assert (card.pipelines, card.pipeline, card.flags, card.trend) == ((), None, (), ())


def test_the_trend_names_its_weeks():
    """Oldest first, a missing week with None."""
    trend = made(totals("11-02 11-16", anna="50 52"))["anna"].trend
    assert trend == ((date(2026, 11, 2), 50), (date(2026, 11, 9), None), (WEEK, 52))


@pytest.mark.parametrize(("mates", "basis"), [(4, Basis.DEFAULT), (5, Basis.TEAM)])
def test_the_baseline_switches_at_five_scored_mates(mates, basis):
    """A sixth without a score does not count."""
    names = [f"r{n}" for n in range(mates)]
    lines = [f"{name} 11-16 10 10 10 10" for name in names]
    told = history(
        "\n".join(["rep_id team", *(f"{name} North" for name in [*names, "late"])]),
        "\n".join(["rep_id week brand people insights relationships", *lines]),
    )
    assert made(told)["r0"].weakest.basis is basis
