"""The queue names at most three reps to coach, each with evidence that noise cannot explain."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.coaching.queue import queue
from dashboard.model.bands import Band
from dashboard.model.cards import Basis, Corner, Flag, RepCard, State, Verdict, Weakest
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from tests.coaching.cards import card, pillar_card, pipeline_card, unscored

SETTINGS = Settings()
FINE = {"weakest": Weakest(Pillar.PEOPLE, Basis.TEAM, -0.5)}
"""Half a point behind: inside noise."""


def only(rep: RepCard) -> tuple[list[str], list[str], list[str]]:
    """Return the reasons in the three lists of a desk with one rep."""
    lists = queue([rep], SETTINGS)
    coach, celebrate, leave = ([r.reason for r in part] for part in (lists.coach, lists.celebrate, lists.leave_alone))
    return coach, celebrate, leave


def test_a_drop_beyond_noise_and_a_gap_are_one_sentence_with_numbers() -> None:
    """Down 3.1 net; people 2.4 behind; the pipeline covers the rest of the quota 3.5 times and is not mentioned."""
    rep = card(verdict=Verdict.DOWN, change_4w=-2.6, net_change_4w=-3.1)
    assert only(rep)[0] == ["Down 3.1 points net of the team in four weeks; people 2.4 points below the team's median."]


def test_a_thin_pipeline_is_evidence() -> None:
    """Open deals worth 0.8 of what is left of the quota cannot meet it."""
    rep = card(**FINE, pipelines=(pipeline_card(coverage=0.8),))
    assert only(rep)[0] == ["Open pipeline covers 0.8 times what is left of the quota."]


def test_what_noise_explains_is_not_said() -> None:
    """Steady, half a point behind, pipeline covered: there is nothing to say."""
    assert only(card(**FINE)) == ([], [], [])
    assert only(card(**FINE, verdict=Verdict.WITH_TEAM, change_4w=-5.0, net_change_4w=-0.2)) == ([], [], [])


def test_a_rise_beyond_noise_is_celebrated_with_its_pillar() -> None:
    """The pillar that rose most is named; the rep is not coached in the same week."""
    up = pillar_card(Pillar.INSIGHTS, verdict=Verdict.UP, change_4w=2.4, net_change_4w=2.1)
    rep = card(verdict=Verdict.UP, change_4w=4.2, net_change_4w=3.1, pillars={Pillar.INSIGHTS: up})
    assert only(rep) == ([], ["Up 3.1 points net of the team in four weeks, most on insights (+2.1)."], [])


def test_a_met_quota_is_celebrated() -> None:
    """With its attainment, also where there is no score."""
    met = {"flags": (Flag.QUOTA_MET,), "pipelines": (pipeline_card(attainment=1.04, coverage=None),)}
    assert only(card(**met))[1] == ["Quota met, 104% attained."]
    assert only(unscored(State.MISSING, **met))[1] == ["Quota met, 104% attained."]


def test_results_without_the_score_are_left_alone() -> None:
    """Low SSI, high attainment: the method works, borrow it."""
    rep = card(corner=Corner.LEAVE_ALONE, total=38.0, pipelines=(pipeline_card(attainment=0.91),))
    assert only(rep)[2] == [
        "SSI 38.0 is in the lower half, 91% of quota in the upper: leave the method alone and ask to borrow it."
    ]


def test_the_absent_and_the_new_are_left_alone() -> None:
    """Whoever is on leave or has too short a history is not judged."""
    assert only(unscored(State.ON_LEAVE))[2] == ["On leave: the score can wait for the return."]
    new = card(flags=(Flag.NEW_STARTER,), verdict=Verdict.TOO_EARLY, change_4w=None, net_change_4w=None)
    assert only(new) == ([], [], ["New on the desk: under five weeks of scores, too few to judge a change."])


def test_on_a_young_desk_levels_are_coached_though_no_change_can_be_judged() -> None:
    """In the first weeks everybody is too early for a verdict, but a gap to the team is a fact."""
    rep = card(verdict=Verdict.TOO_EARLY, change_4w=None, net_change_4w=None)
    assert only(rep)[0] == ["People 2.4 points below the team's median."]


def test_reps_without_a_score_are_not_coached() -> None:
    """Missing, stale, not onboarded and former reps have no gap to speak of."""
    for state in (State.MISSING, State.STALE, State.NOT_ONBOARDED, State.LEFT):
        assert only(unscored(state, pipelines=(pipeline_card(coverage=0.1),))) == ([], [], [])


def test_at_most_three_are_coached_the_furthest_behind_first() -> None:
    """Gaps of 1 to 5 points: the three widest, widest first."""
    reps = [card(rep_id=f"rep-{n}", weakest=Weakest(Pillar.PEOPLE, Basis.TEAM, -float(n))) for n in (1, 5, 2, 4, 3)]
    assert [reason.rep_id for reason in queue(reps, SETTINGS).coach] == ["rep-5", "rep-4", "rep-3"]


def test_the_middle_goes_before_the_top() -> None:
    """The same gap weighs half in the leader band."""
    top = card(rep_id="a", band=Band.LEADER)
    middle = card(rep_id="b", band=Band.ACTIVE)
    assert [reason.rep_id for reason in queue([top, middle], SETTINGS).coach] == ["b", "a"]


numbers = st.none() | st.floats(-30, 30)


@st.composite
def reps(draw) -> RepCard:
    """Any scored or unscored rep, with a verdict and flags as they come."""
    changed = {
        "verdict": draw(st.sampled_from(Verdict)),
        "change_4w": draw(numbers),
        "net_change_4w": draw(numbers),
        "weakest": draw(
            st.none() | st.builds(Weakest, st.sampled_from(Pillar), st.sampled_from(Basis), st.floats(-9, 9))
        ),
        "corner": draw(st.none() | st.sampled_from(Corner)),
        "band": draw(st.none() | st.sampled_from(Band)),
        "flags": tuple(draw(st.sets(st.sampled_from(Flag)))),
        "pipelines": draw(st.just(()) | st.builds(lambda c: (pipeline_card(coverage=c),), st.none() | st.floats(0, 9))),
    }
    state = draw(st.sampled_from(State))
    return card(**changed) if state is State.SCORED else unscored(state, **changed)


@settings(deadline=None)
@given(st.lists(reps(), max_size=8))
def test_no_rep_stands_twice_and_every_reason_is_a_sentence(found: list[RepCard]) -> None:
    """Three at most to coach, all scored, nobody in two lists, each reason capitalised and ended."""
    desk = [card_of(rep, number) for number, rep in enumerate(found)]
    lists = queue(desk, SETTINGS)
    everyone = [*lists.coach, *lists.celebrate, *lists.leave_alone]
    scored = {rep.rep_id for rep in desk if rep.state is State.SCORED}
    assert len(lists.coach) <= 3
    assert {reason.rep_id for reason in lists.coach} <= scored
    assert len({reason.rep_id for reason in everyone}) == len(everyone)
    assert all(re.fullmatch(r"[A-Z].*[^.]\.", reason.reason) for reason in everyone)


def card_of(rep: RepCard, number: int) -> RepCard:
    """Return the rep under an id of its own."""
    return replace(rep, rep_id=f"rep-{number}")
