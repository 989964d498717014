"""What a card says is said with its numbers, units and baseline, and noise is called noise."""

import pytest

from dashboard.coaching import words
from dashboard.coaching.against import AGAINST
from dashboard.coaching.close import closeness
from dashboard.model.cards import Basis, Corner, Cuts, Flag, Lowest, State, Verdict, Weakest
from dashboard.model.pillars import Pillar
from tests.coaching.cards import WEEK, card, pillar_card, unscored


def test_the_weakest_pillar_is_named_with_gap_and_baseline() -> None:
    """9.1 of 25 against a median of 11.5 is 2.4 behind."""
    assert words.weakest(card()) == "People is furthest behind: 9.1 of 25, 2.4 points below the team's median (11.5)."


@pytest.mark.parametrize(("basis", "said"), AGAINST.items())
def test_every_baseline_is_said(basis: Basis, said: str) -> None:
    """Each basis has its words, and a default is called one."""
    sentence = words.weakest(card(weakest=Weakest(Pillar.PEOPLE, basis, -2.4)))
    assert said in sentence
    assert ("built-in default" in sentence) == (basis is Basis.DEFAULT)


def test_every_basis_corner_flag_and_state_has_words() -> None:
    """Closed sets are told completely."""
    assert set(AGAINST) == set(Basis)
    assert set(words.CORNERS) == set(words.USUALLY) == set(Corner)
    assert set(words.FLAGS) == set(Flag)
    assert set(words.NOT_SCORED) == set(State) - {State.SCORED}


def test_a_gap_inside_noise_is_called_that() -> None:
    """0.4 behind is less than the smallest change worth mentioning on a pillar (1.0)."""
    assert words.weakest(card(weakest=Weakest(Pillar.PEOPLE, Basis.TEAM, -0.4))).endswith("wobble of a steady score.")


def test_a_rep_ahead_everywhere_is_not_called_weak() -> None:
    """The one closest to its baseline is named as that, and no weakness."""
    ahead = card(weakest=Weakest(Pillar.BRAND, Basis.TEAM, 0.2))
    assert words.weakest(ahead) == (
        "No pillar is behind; brand is closest to the baseline: 0.2 points above the team's median (16.0)."
    )
    assert closeness(ahead) == ""


@pytest.mark.parametrize("gap", [0.0, -0.04, 0.04])
def test_a_pillar_level_with_its_baseline_is_neither_behind_nor_ahead(gap: float) -> None:
    """What is said as 0.0 is level, whatever the third decimal says."""
    level = card(weakest=Weakest(Pillar.BRAND, Basis.TEAM, gap))
    assert words.weakest(level) == "No pillar is behind; brand is level with the team's median (16.0)."


def test_without_a_score_nothing_is_called_weakest() -> None:
    """Missing is not zero."""
    assert words.weakest(unscored(State.MISSING)).startswith("No pillar can be called the weakest")
    assert words.lowest(unscored(State.MISSING)) == ""
    assert words.change(unscored(State.MISSING)) == ""


def test_the_lowest_raw_pillar_stands_beside_the_weakest() -> None:
    """Insights is lowest in points for nearly everybody and here only 0.2 behind."""
    assert words.lowest(card()) == (
        "Lowest raw score: insights, 6.4 of 25, 0.2 points below the team's median. "
        "For nearly everybody people or insights is lowest, so the gap decides."
    )
    assert words.lowest(card(lowest=Lowest(Pillar.PEOPLE, 9.1))).endswith("9.1 of 25, the same pillar.")
    assert words.lowest(card(weakest=None)) == "Lowest raw score: insights, 6.4 of 25."


@pytest.mark.parametrize(
    ("verdict", "change", "net", "said"),
    [
        (Verdict.UP, 4.2, 3.1, "Up 4.2 points in four weeks, +3.1 points net of the team."),
        (Verdict.DOWN, -2.6, -3.1, "Down 2.6 points in four weeks, −3.1 points net of the team."),
        (Verdict.UP, 4.2, None, "Up 4.2 points in four weeks."),
        (
            Verdict.STEADY,
            0.9,
            0.4,
            "Steady: +0.9 points in four weeks, inside the wobble of a steady score (under 2.0).",
        ),
        (
            Verdict.STEADY,
            0.04,
            0.4,
            "Steady: no change in four weeks, inside the wobble of a steady score (under 2.0).",
        ),
        (
            Verdict.STEADY,
            -3.3,
            -4.2,
            "Steady: −3.3 points in four weeks (−4.2 points net of the team), "
            "not clearly more than this rep's own ups and downs.",
        ),
        (Verdict.WITH_TEAM, -5.0, -0.3, "Down 5.0 points in four weeks, mostly with the team: −0.3 points net of it."),
        (Verdict.TOO_EARLY, None, None, "Too early to judge: there is no score of four weeks ago."),
    ],
)
def test_a_change_is_told_as_its_verdict(verdict: Verdict, change, net, said: str) -> None:
    """Net of the team where the team is known; noise is called noise."""
    assert words.change(card(verdict=verdict, change_4w=change, net_change_4w=net)) == said


def test_a_missing_score_is_told_with_its_reason() -> None:
    """Not onboarded is not zero, and the last score is dated."""
    assert words.state(card()) == ""
    assert words.state(unscored(State.MISSING, last_scored=WEEK)) == (
        "No score this week; the last score is of the week of 16 Nov 2026."
    )
    assert "not a score of zero" in words.state(unscored(State.NOT_ONBOARDED))


def test_without_a_status_nothing_is_claimed_about_the_seat() -> None:
    """Never a score and no word why: what to check is said."""
    assert words.state(unscored(State.MISSING)) == (
        "No score so far: check that the seat is set up, and that the rep is in the export under the same name."
    )


def test_only_pillars_beyond_noise_are_said_to_have_moved() -> None:
    """Steady pillars are left out."""
    up = pillar_card(Pillar.INSIGHTS, verdict=Verdict.UP, change_4w=2.4, net_change_4w=2.1)
    assert words.moved(card(pillars=dict(card().pillars) | {Pillar.INSIGHTS: up})) == (
        "Moved beyond noise in four weeks: insights +2.1 points net of the team."
    )
    assert words.moved(card()) == ""


STANDS = {
    Corner.BUILD_HABITS: "Low score, low results: SSI 49.7 and 60% of quota are both below the median (49.5 and 45%).",
    Corner.CONVERT: "High score, low results: SSI 49.7 is above the median (49.5), 60% of quota below it (45%).",
    Corner.LEAVE_ALONE: "Low score, high results: SSI 49.7 is below the median (49.5), 60% of quota above it (45%).",
    Corner.MENTOR: "High score, high results: SSI 49.7 and 60% of quota are both above the median (49.5 and 45%).",
}


@pytest.mark.parametrize("corner", Corner)
def test_a_corner_is_a_place_and_no_advice(corner: Corner) -> None:
    """It says on which side of which lines a rep stands; what to do is decided in one other place."""
    assert words.corner(card(corner=corner)) == STANDS[corner]


def test_near_a_line_no_corner_is_named() -> None:
    """Both numbers beside their lines, and no side."""
    near = card(corner=Corner.MENTOR, flags=(Flag.NEAR_LINE,))
    assert words.corner(near) == "SSI 49.7 (median 49.5), 60% of quota (median 45%)."


def test_fixed_lines_are_not_called_medians() -> None:
    """Too few reps for a median: 50 points and half of the quota."""
    few = card(corner=Corner.MENTOR, total=58.0, cuts=Cuts(50, 0.5, medians=False))
    assert words.stand(few) == "SSI 58.0 and 60% of quota are both above the line (50.0 and 50%)"
    assert words.corner(card(corner=None)) == ""


def test_a_change_just_below_the_minimum_does_not_read_as_the_minimum() -> None:
    """-1.97 is under 2.0 and stands in two places; nothing is rounded up to what it did not reach."""
    steady = card(verdict=Verdict.STEADY, change_4w=-1.97, net_change_4w=-0.7)
    assert words.change(steady) == (
        "Steady: −1.97 points in four weeks, inside the wobble of a steady score (under 2.0)."
    )
    near = words.weakest(card(weakest=Weakest(Pillar.PEOPLE, Basis.TEAM, -0.96)))
    assert ", 0.96 points below " in near
    assert "within the wobble" in near
