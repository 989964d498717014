"""One call per rep and week, with evidence that noise cannot explain."""

from datetime import timedelta

import pytest

from dashboard.coaching import call as calls
from dashboard.coaching.call import Call, advise
from dashboard.model.cards import Basis, Corner, Flag, RepCard, State, Verdict, Weakest
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from tests.coaching.cards import WEEK, card, pillar_card, pipeline_card, unscored

SETTINGS = Settings()
FINE = {"weakest": Weakest(Pillar.PEOPLE, Basis.TEAM, -0.5)}
"""Half a point behind: inside noise."""
UP = {"verdict": Verdict.UP, "change_4w": 4.2, "net_change_4w": 3.1}
DOWN = {"verdict": Verdict.DOWN, "change_4w": -2.6, "net_change_4w": -3.1}
LOW = {"total": 38.0}
THIN = (pipeline_card(open_pipeline=96_000, coverage=1.6, attainment=0.14),)


def told(rep: RepCard) -> tuple[Call, str]:
    """Return the call and its reason."""
    advice = advise(rep, SETTINGS)
    return advice.call, advice.reason


def test_a_drop_beyond_noise_and_a_gap_are_one_sentence_with_numbers() -> None:
    """Down 3.1 net; people 2.4 behind; the pipeline covers the rest of the quota 3.5 times and is not mentioned."""
    said = "Down 3.1 points net of the team in four weeks; people 2.4 points below the team's median."
    assert told(card(**DOWN)) == (Call.COACH, said)


def test_a_thin_pipeline_is_told_with_its_numbers_and_what_is_usual() -> None:
    """48,000 open for the 60,000 left is 0.8 times; three times is usual. One sentence that stands alone."""
    rep = card(**FINE, pipelines=(pipeline_card(open_pipeline=48_000, coverage=0.8),))
    said = "Open pipeline of €48K covers 0.8 times the €60K left of the quota, where 3 times is usual."
    assert told(rep) == (Call.COACH, said)


def test_a_coverage_of_nothing_is_said_in_words() -> None:
    """ "Covers 0.0 times" is no sentence."""
    said = told(card(**FINE, pipelines=(pipeline_card(open_pipeline=10, coverage=0.0),)))[1]
    assert "covers next to nothing of the" in said


def test_coverage_is_judged_as_it_is_said() -> None:
    """2.96 is said as 3.0 and is usual; 2.94 is said as 2.9 and is not."""
    assert told(card(**FINE, pipelines=(pipeline_card(coverage=2.96),)))[0] is Call.NONE
    assert told(card(**FINE, pipelines=(pipeline_card(coverage=2.94),)))[0] is Call.COACH


def test_what_the_settings_leave_out_calls_nobody() -> None:
    """A thin pipeline with a need that weighs nothing; a pillar behind beside it is the only reason named."""
    thin = card(**FINE, pipelines=THIN)
    both = card(pipelines=THIN)
    without = Settings(weight_need=0)
    assert (advise(thin, Settings()).call, advise(thin, without).call) == (Call.COACH, Call.NONE)
    assert "pipeline" not in advise(both, without).reason.lower()
    assert advise(both, without).call is Call.COACH


def test_what_noise_explains_is_not_said() -> None:
    """Steady, half a point behind, pipeline covered: there is nothing to say."""
    quiet = (Call.NONE, "Nothing stands out beyond noise.")
    assert told(card(**FINE)) == quiet
    assert told(card(**FINE, verdict=Verdict.WITH_TEAM, change_4w=-5.0, net_change_4w=-0.2)) == quiet


def test_a_rise_beyond_noise_is_celebrated_with_its_pillar_and_what_is_left() -> None:
    """The pillar that rose most is named, and so is the one still behind."""
    held = {Pillar.INSIGHTS: pillar_card(Pillar.INSIGHTS, verdict=Verdict.UP, change_4w=2.4, net_change_4w=2.1)}
    up = "Up 3.1 points net of the team in four weeks, most on insights (+2.1)"
    assert told(card(**UP, **FINE, pillars=held)) == (Call.CELEBRATE, f"{up}.")
    left = "what is left: people 2.4 points below the team's median"
    assert told(card(**UP, pillars=held)) == (Call.CELEBRATE, f"{up}; {left}.")


def test_a_rise_does_not_hide_a_serious_pipeline() -> None:
    """1.6 times what is left, under the two times that would need half of the deals: a talk, and the rise is said."""
    rep = card(**UP, **FINE, pillars={}, pipelines=THIN)
    said = "Open pipeline of €96K covers 1.6 times the €60K left of the quota, where 3 times is usual"
    assert told(rep) == (Call.COACH, f"{said}, though up 3.1 points net of the team in four weeks.")


def test_a_rise_does_not_hide_a_pillar_far_behind() -> None:
    """Four points behind is a whole need (3.9 is not)."""
    assert told(card(**UP, weakest=Weakest(Pillar.BRAND, Basis.TEAM, -4.0)))[0] is Call.COACH
    assert told(card(**UP, weakest=Weakest(Pillar.BRAND, Basis.TEAM, -3.9)))[0] is Call.CELEBRATE


def test_a_met_quota_is_celebrated() -> None:
    """With its attainment, also where there is no score."""
    met = {"flags": (Flag.QUOTA_MET,), "pipelines": (pipeline_card(attainment=1.04, coverage=None),)}
    assert told(card(**met)) == (Call.CELEBRATE, "Quota met, 104% attained.")
    assert told(unscored(State.MISSING, **met)) == (Call.CELEBRATE, "Quota met, 104% attained.")
    assert told(card(**met | UP, pillars={}))[1].endswith("attained; up 3.1 points net of the team in four weeks.")


def test_results_without_the_score_are_left_alone() -> None:
    """Low SSI, high attainment: the method works, borrow it. The lines are named, so that nobody looks for others."""
    rep = card(corner=Corner.LEAVE_ALONE, **LOW, pipelines=(pipeline_card(attainment=0.91),))
    said = "SSI 38.0 is below the median (49.5), 91% of quota above it (45%)"
    assert told(rep) == (Call.LEAVE_ALONE, f"{said}: leave the method alone and ask to borrow it.")


def test_a_score_that_falls_beyond_noise_is_not_left_alone() -> None:
    """A deal that lifts the results does not end a talk that is still called for."""
    rep = card(corner=Corner.LEAVE_ALONE, **LOW, **DOWN, pipelines=(pipeline_card(attainment=0.91),))
    assert told(rep) == (Call.COACH, "Down 3.1 points net of the team in four weeks.")


SLUMP = {Pillar.INSIGHTS: pillar_card(Pillar.INSIGHTS, verdict=Verdict.DOWN, change_4w=-2.3, net_change_4w=-2.1)}


@pytest.mark.parametrize("corner", [*Corner, None])
def test_a_pillar_that_falls_beyond_noise_calls_for_a_talk(corner: Corner | None) -> None:
    """In any corner, though the total is steady; said with its points, and only once where the total tells it."""
    call, said = told(card(corner=corner, **FINE, pillars=SLUMP))
    assert call is Call.COACH
    assert said.startswith("Insights down 2.1 points net of the team in four weeks")
    assert "Insights" not in told(card(corner=corner, **FINE, **DOWN, pillars=SLUMP))[1]


def falling(*totals: float | None) -> tuple:
    """Return the totals of the newest weeks."""
    return tuple((WEEK - timedelta(weeks=len(totals) - 1 - at), total) for at, total in enumerate(totals))


@pytest.mark.parametrize("corner", [Corner.LEAVE_ALONE, Corner.MENTOR])
@pytest.mark.parametrize(
    ("changed", "but"),
    [
        ({"flags": (Flag.BARELY_ABOVE,)}, "not clearly so for four weeks yet"),
        ({"trend": falling(39.6, 39.1, 38.9, 38.0)}, "the score still falls"),
        ({"verdict": Verdict.WITH_TEAM, "change_4w": -4.0, "net_change_4w": -1.0}, "the score still falls"),
        ({"pillars": {Pillar.BRAND: pillar_card(Pillar.BRAND, net_change_4w=-1.0)}}, "the score still falls"),
        (
            {"pipelines": (pipeline_card(attainment=0.91, open_pipeline=150_000, coverage=2.5),)},
            "the open pipeline of €150K covers 2.5 times the €60K left of the quota, where 3 times is usual",
        ),
    ],
)
def test_results_in_doubt_call_for_nothing_yet(corner: Corner, changed: dict, but: str) -> None:
    """Neither left alone nor asked to help, and it is said what speaks against it; no talk for it either."""
    call, said = told(card(corner=corner, **LOW | {"pipelines": (pipeline_card(attainment=0.91),)} | changed))
    assert call is Call.NONE
    assert said.endswith(f", but {but}.")


def test_a_score_that_fell_once_or_has_a_gap_is_not_still_falling() -> None:
    """Two falls in three weeks are the usual ups and downs."""
    rep = {"corner": Corner.LEAVE_ALONE, **LOW, "pipelines": (pipeline_card(attainment=0.91),)}
    for totals in ((39.6, 39.1, 39.1, 38.0), (39.6, None, 38.9, 38.0), (39.1, 38.9, 38.0)):
        assert told(card(**rep, trend=falling(*totals)))[0] is Call.LEAVE_ALONE


def test_results_so_far_do_not_excuse_an_empty_pipeline() -> None:
    """Under two times the rest of the quota even those results are in danger."""
    rep = card(corner=Corner.LEAVE_ALONE, **LOW, pipelines=(pipeline_card(attainment=0.91, coverage=1.2),))
    assert told(rep)[0] is Call.COACH


def test_a_score_without_results_is_coached_on_the_conversation() -> None:
    """A pillar behind is not mentioned, and a rise of the score is not what was missing."""
    rep = card(corner=Corner.CONVERT, pipelines=(pipeline_card(attainment=0.1),), total=60.0)
    said = "SSI 60.0 is above the median (49.5), 10% of quota below it (45%): coach the conversation, not the score"
    assert told(rep) == (Call.COACH, f"{said}.")
    assert advise(card(corner=Corner.CONVERT, **UP), SETTINGS).call is Call.COACH


def test_score_and_results_together_are_asked_to_help() -> None:
    """One pillar behind is no reason for a talk; a drop is."""
    rep = card(corner=Corner.MENTOR, total=63.2)
    said = "SSI 63.2 and 60% of quota are both above the median (49.5 and 45%)"
    assert told(rep) == (Call.MENTOR, f"{said}: ask for an hour of help with a teammate's weak pillar.")
    assert told(card(corner=Corner.MENTOR, **DOWN))[0] is Call.COACH


def test_both_low_is_a_need_of_its_own() -> None:
    """Even where no single pillar stands out."""
    assert told(card(corner=Corner.BUILD_HABITS, **FINE, **LOW, pipelines=(pipeline_card(attainment=0.2),))) == (
        Call.COACH,
        "SSI 38.0 and 20% of quota are both below the median (49.5 and 45%).",
    )


@pytest.mark.parametrize("corner", Corner)
def test_near_a_line_the_corner_decides_nothing(corner: Corner) -> None:
    """The same rep in any corner gets the same call, and it is said why."""
    rep = card(corner=corner, flags=(Flag.NEAR_LINE,), **FINE)
    assert told(rep) == (Call.NONE, "Nothing stands out beyond noise, and the corner is too close to call.")


BEHIND = {"weakest": Weakest(Pillar.PEOPLE, Basis.TEAM, -2.4), "flags": (Flag.NEAR_LINE,)}


@pytest.mark.parametrize(
    ("total", "attained", "call"),
    [
        (48.9, 0.9, Call.NONE),  # the score is near its line (49.5), the results are well above theirs (45 %)
        (50.1, 0.9, Call.NONE),
        (48.9, 0.49, Call.COACH),  # both are near
        (41.0, 0.9, Call.COACH),  # the results are, though by one deal: the flag says so
        (48.9, 0.2, Call.COACH),
    ],
)
def test_a_score_near_its_line_leaves_good_results_what_they_are(total: float, attained: float, call: Call) -> None:
    """A pillar behind is no reason for a talk on either side of the line, so it is none on the line."""
    rep = card(total=total, pipelines=(pipeline_card(attainment=attained),), **BEHIND)
    assert told(rep)[0] is call


def test_the_absent_and_the_new_are_left_alone() -> None:
    """Whoever is on leave or has too short a history is not judged, in whatever corner."""
    assert told(unscored(State.ON_LEAVE)) == (Call.LEAVE_ALONE, "On leave: the score can wait for the return.")
    new = card(flags=(Flag.NEW_STARTER,), verdict=Verdict.TOO_EARLY, change_4w=None, corner=Corner.CONVERT)
    said = "New on the desk: under six weeks of scores, too few to judge a change."
    assert told(new) == (Call.LEAVE_ALONE, said)


def test_on_a_young_desk_levels_are_coached_though_no_change_can_be_judged() -> None:
    """In the first weeks everybody is too early for a verdict, but a gap to the team is a fact."""
    rep = card(verdict=Verdict.TOO_EARLY, change_4w=None, net_change_4w=None)
    assert told(rep) == (Call.COACH, "People 2.4 points below the team's median.")


@pytest.mark.parametrize("state", [State.MISSING, State.STALE, State.NOT_ONBOARDED, State.LEFT])
def test_reps_without_a_score_are_not_coached(state: State) -> None:
    """Missing, stale, not onboarded and former reps have no gap to speak of; what is missing is said."""
    call, reason = told(unscored(state, pipelines=(pipeline_card(coverage=0.1 if state is State.LEFT else 3.0),)))
    assert call is Call.NONE
    assert reason.startswith("No ")


@pytest.mark.parametrize(
    ("changed", "begins"),
    [
        ({"state": State.MISSING}, "No score so far: check the seat. "),
        ({"state": State.MISSING, "last_scored": WEEK}, "No score this week. "),
        ({"state": State.STALE, "last_scored": WEEK}, "No score for some time. "),
        ({"state": State.NOT_ONBOARDED}, "No score yet. "),
    ],
)
def test_a_thin_pipeline_calls_for_a_talk_of_its_own_without_a_score(changed: dict, begins: str) -> None:
    """There is no pillar to coach, but 88,000 open are 0.6 times the 150,000 left."""
    held = pipeline_card(currency="USD", open_pipeline=88_000, remaining=150_000, coverage=0.587, attainment=0.0)
    thin = "Open pipeline of $88K covers 0.6 times the $150K left of the quota, where 3 times is usual."
    assert told(unscored(**changed, pipelines=(held,))) == (Call.PIPELINE, begins + thin)


def test_every_call_can_be_reached_and_has_words() -> None:
    """The closed set is told completely."""
    reps = [
        card(**DOWN), card(**UP), unscored(State.ON_LEAVE), card(corner=Corner.MENTOR),
        unscored(State.MISSING, pipelines=THIN), card(**FINE),
    ]  # fmt: skip
    assert [told(rep)[0] for rep in reps] == list(Call)
    assert set(calls.LABELS) == set(Call)
