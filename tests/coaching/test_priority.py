"""The order of the talks is made of four factors, and each can be named, weighed and opened."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.coaching.need import FACTS, Kind, evidence, need
from dashboard.coaching.priority import FACTORS, Around, around, factors, priority
from dashboard.coaching.standing import BY_BAND, IN_BAND, coachability, places
from dashboard.model.bands import Band
from dashboard.model.cards import Basis, Corner, Flag, RepCard, Verdict, Weakest
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from tests.coaching.cards import WEEK, card, pipeline_card

SETTINGS = Settings()
BEHIND = {"weakest": Weakest(Pillar.PEOPLE, Basis.TEAM, -2.0)}
"""Two of the four points that make a whole need."""
THIN = {"pipelines": (pipeline_card(coverage=1.5),)}
"""Half of the usual three times: half a need."""


def test_need_is_weighed_in_whole_needs() -> None:
    """Two of the four points that make a whole need."""
    assert need(card(**BEHIND), SETTINGS) == 0.5


def test_evidence_of_both_kinds_adds_up() -> None:
    """Half a need beside half a signal is a whole one."""
    both = card(**BEHIND, **THIN)
    assert {fact.kind: fact.weight for fact in evidence(both, SETTINGS)} == {Kind.NEED: 0.5, Kind.SIGNAL: 0.5}
    assert priority(both, Around()) == 1.0


def test_a_small_team_goes_by_band() -> None:
    """Without places the top band counts half."""
    assert priority(card(**BEHIND, band=Band.LEADER), Around()) == 0.25


def test_every_band_and_corner_is_covered() -> None:
    """Closed sets are covered completely, nothing known included."""
    assert set(BY_BAND) == set(IN_BAND) == {*Band, None}
    assert set(FACTS) == {*Corner, None}


def team(*totals: float) -> list[RepCard]:
    """Return a rep for each total, all as far behind."""
    return [card(rep_id=f"rep-{at}", total=total, **BEHIND) for at, total in enumerate(totals)]


def test_the_middle_of_the_team_counts_in_full_and_its_ends_less() -> None:
    """Seven reps from the lowest to the highest: 0.8 at the bottom, 1 in the middle third, 0.5 at the top."""
    reps = team(20, 30, 40, 50, 60, 70, 80)
    known = places(reps, 5)
    told = [round(coachability(rep, known)[0], 3) for rep in reps]
    assert told == [0.8, 0.9, 1.0, 1.0, 1.0, 0.75, 0.5]


def test_equal_totals_share_a_place() -> None:
    """Who stands level is as coachable."""
    known = places(team(50, 50, 60, 60, 60), 5)
    assert [round(known[f"rep-{at}"], 3) for at in range(5)] == [0.125, 0.125, 0.75, 0.75, 0.75]


@pytest.mark.parametrize("changed", [{"team": "Elsewhere"}, {"flags": (Flag.NEW_STARTER,)}, {"total": None}])
def test_only_settled_members_of_a_large_enough_team_have_a_place(changed: dict) -> None:
    """Five are needed: somebody of another team, new, or without a total is none of them."""
    reps = team(20, 30, 40, 50, 60)
    assert len(places(reps, 5)) == 5
    assert places([*reps[:4], replace(reps[4], **changed)], 5) == {}


@pytest.mark.parametrize(("weeks", "share"), [(1, 0.125), (4, 0.5), (8, 1.0), (30, 1.0), (None, 1.0)])
def test_the_longer_ago_the_last_talk_the_earlier_the_next(weeks: int | None, share: float) -> None:
    """Last week counts an eighth; from eight weeks on, and before the first talk, it counts in full."""
    rep = card(**BEHIND)
    coached = {} if weeks is None else {rep.rep_id: WEEK - timedelta(weeks=weeks)}
    assert priority(rep, around([rep], SETTINGS, coached)) == pytest.approx(0.5 * share)


def test_a_weight_of_none_leaves_a_factor_out_and_two_doubles_it() -> None:
    """Evidence is multiplied by its weight, the other factors are raised to it."""
    rep, last = card(**BEHIND, **THIN), {"priya-raman": WEEK - timedelta(weeks=4)}
    told = {
        (name, weight): priority(rep, around([rep], replace(SETTINGS, **{name: weight}), last))
        for name in [kept.setting for kept in FACTORS]
        for weight in (0.0, 1.0, 2.0)
    }
    assert [told["weight_need", weight] for weight in (0.0, 1.0, 2.0)] == [0.25, 0.5, 0.75]
    assert [told["weight_signal", weight] for weight in (0.0, 1.0, 2.0)] == [0.25, 0.5, 0.75]
    assert [told["weight_waiting", weight] for weight in (0.0, 1.0, 2.0)] == [1.0, 0.5, 0.25]
    assert [told["weight_coachability", weight] for weight in (0.0, 1.0, 2.0)] == [0.5, 0.5, 0.5]


def test_a_provisional_verdict_weighs_half_and_says_so() -> None:
    """Six points net are a whole need; under twelve weeks of scores, half of one."""
    fell = card(verdict=Verdict.DOWN, change_4w=-6.0, net_change_4w=-6.0, weakest=None)
    early = replace(fell, flags=(Flag.PROVISIONAL,))
    assert (need(fell, SETTINGS), need(early, SETTINGS)) == (1.0, 0.5)
    assert "provisional" in factors(early, Around())[1].words


@pytest.mark.parametrize(("confidence", "weight"), [(None, 0.5), (0.9, 0.45), (0.5, 0.25), (0.3, 0.25)])
def test_a_close_call_weighs_by_its_confidence_but_half_at_least(confidence: float | None, weight: float) -> None:
    """One of the pillars is behind, whichever it is."""
    assert need(card(weakest=Weakest(Pillar.PEOPLE, Basis.TEAM, -2.0, confidence)), SETTINGS) == pytest.approx(weight)


def test_each_factor_can_be_opened() -> None:
    """Name, value, weight and a sentence each, without a place as a number."""
    rep = card(**BEHIND, **THIN)
    known = around([rep, *team(10, 20, 70, 80)], SETTINGS, {rep.rep_id: date(2026, 11, 2)})
    told = {factor.name: (factor.value, factor.weight, factor.words) for factor in factors(rep, known)}
    assert list(told) == [kept.name for kept in FACTORS]
    assert told["Need"][0] == 0.5
    assert "covers 1.5 times" in told["Need"][2]
    assert told["Signal"] == (0.5, 1.0, "People 2.0 points below the team's median.")
    assert told["Middle of the team"] == (1.0, 1.0, "In the middle of the team, where a talk changes most.")
    assert told["Time since the last talk"] == (0.25, 1.0, "The last talk was 2 weeks ago.")


def test_what_is_not_known_is_said_and_weighs_nothing() -> None:
    """No pipeline, nothing behind."""
    told = factors(card(pipelines=(), weakest=None), Around())
    assert [(factor.value, factor.words) for factor in told[:2]] == [
        (0, "No quota left to win is known."),
        (0, "Nothing in the score beyond noise."),
    ]
