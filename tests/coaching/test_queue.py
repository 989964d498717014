"""The queue names at most three reps to coach, and every rep stands where the one call about them says."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.coaching.call import Call, advise
from dashboard.coaching.doubt import doubt
from dashboard.coaching.need import drop, serious_pipeline, slump
from dashboard.coaching.queue import queue
from dashboard.model.bands import Band
from dashboard.model.cards import Basis, Corner, Flag, RepCard, State, Verdict, Weakest
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from tests.coaching.cards import card, pillar_card, pipeline_card, unscored

SETTINGS = Settings()


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
verdicts = st.sampled_from(Verdict)
states = st.sampled_from(State)
places = st.none() | st.sampled_from(Corner)


def _held(coverage: float | None, attainment: float | None) -> tuple:
    return (pipeline_card(coverage=coverage, attainment=attainment),)


@st.composite
def reps(draw, scored=states, corners=places) -> RepCard:
    """Any scored or unscored rep, with a verdict and flags as they come."""
    changed = {
        "verdict": draw(verdicts),
        "change_4w": draw(numbers),
        "net_change_4w": draw(numbers),
        "weakest": draw(
            st.none() | st.builds(Weakest, st.sampled_from(Pillar), st.sampled_from(Basis), st.floats(-9, 9))
        ),
        "corner": draw(corners),
        "band": draw(st.none() | st.sampled_from(Band)),
        "flags": tuple(draw(st.sets(st.sampled_from(Flag)))),
        "pillars": {
            pillar: pillar_card(pillar, verdict=draw(verdicts), net_change_4w=draw(numbers)) for pillar in Pillar
        },
        "pipelines": draw(st.just(()) | st.builds(_held, st.none() | st.floats(0, 9), st.none() | st.floats(0, 2))),
    }
    state = draw(scored)
    return card(**changed) if state is State.SCORED else unscored(state, **changed)


@settings(deadline=None)
@given(st.lists(reps(), max_size=8))
def test_no_rep_stands_twice_and_every_reason_is_a_sentence(found: list[RepCard]) -> None:
    """Three at most to coach, all scored, nobody in two lists, nobody with a call in none, each reason a sentence."""
    desk = [card_of(rep, number) for number, rep in enumerate(found)]
    lists = queue(desk, SETTINGS)
    everyone = [reason for name in vars(lists) for reason in getattr(lists, name)]
    scored = {rep.rep_id for rep in desk if rep.state is State.SCORED}
    assert len(lists.coach) <= 3
    assert {reason.rep_id for reason in (*lists.coach, *lists.worth)} <= scored
    assert len(everyone) == sum(advise(rep, SETTINGS).call is not Call.NONE for rep in desk)
    assert len({reason.rep_id for reason in everyone}) == len(everyone)
    assert all(re.fullmatch(r"[A-Z].*[^.]\.", reason.reason) for reason in everyone)


def card_of(rep: RepCard, number: int) -> RepCard:
    """Return the rep under an id of its own."""
    return replace(rep, rep_id=f"rep-{number}")


@settings(deadline=None)
@given(st.lists(reps(), max_size=8))
def test_the_queue_and_every_other_page_say_the_same(found: list[RepCard]) -> None:
    """Whoever is listed is listed under the rep's own call and with its reason."""
    desk = [card_of(rep, number) for number, rep in enumerate(found)]
    advice = {rep.rep_id: advise(rep, SETTINGS) for rep in desk}
    lists = queue(desk, SETTINGS)
    told = {call: getattr(lists, call) for call in Call if call not in (Call.COACH, Call.NONE)}
    told |= {Call.COACH: (*lists.coach, *lists.worth)}
    for call, reasons in told.items():
        assert all((advice[each.rep_id].call, advice[each.rep_id].reason) == (call, each.reason) for each in reasons)
        listed = [each.rep_id for each in reasons]
        assert len(listed) == len([a for a in advice.values() if a.call is call])


@settings(deadline=None)
@given(reps(scored=st.just(State.SCORED), corners=st.sampled_from(Corner)))
def test_no_call_contradicts_a_corner_that_is_clear(rep: RepCard) -> None:
    """High results: no talk about the score. High score, low results: no praise for the score, and nobody let be.

    A pillar or a total that falls beyond noise calls for a talk in any corner; what is in doubt calls for nothing.
    """
    call = advise(rep, SETTINGS).call
    judged = rep.state is State.SCORED and not {Flag.NEW_STARTER, Flag.QUOTA_MET, Flag.NEAR_LINE} & set(rep.flags)
    unsure = {Call.NONE} if doubt(rep, SETTINGS) else set()
    allowed = {
        Corner.LEAVE_ALONE: {Call.LEAVE_ALONE, Call.CELEBRATE} | unsure,
        Corner.MENTOR: {Call.MENTOR, Call.CELEBRATE} | unsure,
        Corner.CONVERT: {Call.COACH},
        Corner.BUILD_HABITS: {Call.COACH, Call.CELEBRATE},
    }
    if judged and rep.corner:
        fallen = drop(rep, SETTINGS) or slump(rep, SETTINGS) or serious_pipeline(rep, SETTINGS)
        assert call in allowed[rep.corner] | ({Call.COACH} if fallen else set())
        assert call is not Call.LEAVE_ALONE or not (fallen or unsure)
