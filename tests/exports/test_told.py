"""The facts are put to the rep in sentences that are kind, true and free of jargon."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from dashboard.coaching.prompt import Effect, Grade
from dashboard.exports import told
from dashboard.model.bands import Band
from dashboard.model.cards import Basis, Compared, Corner, Cuts, Flag, Lowest, State, Verdict, Weakest
from dashboard.model.carried import Carried
from dashboard.model.pillars import PILLARS, Pillar
from tests.coaching.cards import WEEK, card, pillar_card, unscored
from tests.exports.conftest import PLAYBOOK, noted

JARGON = ("noise", "wobble", "net of", "onboarded", "headroom", "corner", "grade ", "baseline", "coach the", "the rep")


def test_the_band_is_placed_among_the_four() -> None:
    """A name alone does not say how many there are."""
    said = [told.total(card(band=band)) for band in Band]
    assert said[0] == "**Social Selling Index (SSI) 49.7 of 100**: “starting”, the first of four bands."
    assert [line.split(", the ")[1] for line in said] == [f"{n} of four bands." for n in told.PLACES]
    assert told.total(card(band=None)) == "**Social Selling Index (SSI) 49.7 of 100**."


@pytest.mark.parametrize(
    ("change", "net", "verdict", "said"),
    [
        (3.4, 4.3, Verdict.UP, "Up 3.4 points in four weeks (median of the team: −0.9 points)."),
        (-3.4, -0.5, Verdict.WITH_TEAM, "Down 3.4 points in four weeks (median of the team: −2.9 points)."),
        (3.4, 3.4, Verdict.UP, "Up 3.4 points in four weeks (median of the team: no change)."),
        (-3.4, None, Verdict.DOWN, "Down 3.4 points in four weeks."),
        (
            0.9,
            0.4,
            Verdict.STEADY,
            "Steady over four weeks (+0.9 points): not clearly more than a score moves by itself.",
        ),
        (None, None, Verdict.TOO_EARLY, "There is no score of four weeks ago to compare with."),
        (None, None, Verdict.MISSING, ""),
    ],
)
def test_the_change_stands_beside_the_team_s(change, net, verdict, said) -> None:
    """The team's own move is told as a number; 3.4 - 4.3 is -0.9."""
    assert told.change(card(change_4w=change, net_change_4w=net, verdict=verdict)) == said


def test_a_pillar_that_moved_by_itself_is_named() -> None:
    """Only beyond noise; steady pillars are silent."""
    up = pillar_card(Pillar.INSIGHTS, change_4w=2.4, net_change_4w=2.1, verdict=Verdict.UP)
    held = dict(card().pillars) | {Pillar.INSIGHTS: up}
    said = "More than the usual ups and downs in four weeks: insights +2.1 points, the team's own move taken out."
    assert told.moved(card(pillars=held)) == said
    assert told.moved(card()) == ""


def test_the_place_to_start_is_where_there_is_room() -> None:
    """Nobody is called weak; a lead, a level and a small gap are told as what they are."""
    behind = "The most room is in people: 9.1 of 25, 2.4 points below the team's median (11.5)."
    ahead = "No pillar is behind; the smallest lead is in people: 9.1 of 25, 0.4 points above the team's median (11.5)."
    assert told.weakest(card()) == behind
    assert told.weakest(card(weakest=Weakest(Pillar.PEOPLE, Basis.TEAM, 0.4))) == ahead
    assert told.weakest(card(weakest=Weakest(Pillar.PEOPLE, Basis.TEAM, -0.4))).endswith(
        "So small a gap may be chance."
    )
    assert "nothing to compare with yet" in told.weakest(card(weakest=None))


def test_the_lowest_score_is_explained() -> None:
    """It is insights or people for nearly everybody; the same pillar is said once more only as such."""
    assert told.lowest(card()).endswith("so it is for nearly everybody, hence we go by the difference to others.")
    same = card(lowest=Lowest(Pillar.PEOPLE, 9.1))
    assert told.lowest(same) == "It is also the lowest of the four scores: people, 9.1 of 25."
    assert told.lowest(card(lowest=None)) == ""


def test_a_change_is_told_beside_those_it_was_compared_with() -> None:
    """Everybody, where the team is too small; a way back after a dip is told to be one."""
    everybody = card(change_4w=3.4, net_change_4w=4.3, verdict=Verdict.UP, compared_with=Compared.EVERYBODY)
    assert told.change(everybody) == "Up 3.4 points in four weeks (median of everybody: −0.9 points)."
    back = card(change_4w=6.4, net_change_4w=7.3, verdict=Verdict.STEADY, back=True)
    assert told.change(back) == "+6.4 points over four weeks, which only brings the score back to where it was."


def test_what_the_formula_made_of_the_four_weeks_is_told() -> None:
    """With the week in which it changed; without a shift nothing is said."""
    crossed = card(change_carried=Carried(-1.43, (date(2026, 10, 26),)))
    assert told.crossed(crossed) == (
        "LinkedIn seems to have changed how it counts (week of 26 Oct 2026), which made −1.4 points of that."
    )
    assert told.crossed(card()) == ""


def test_score_and_results_lead_to_one_next_step() -> None:
    """Each side of the lines has one; too close to call has none, and without lines there is only the step."""
    at = card(corner=Corner.LEAVE_ALONE, total=41.0)
    assert told.corner(at).startswith("SSI 41.0 is below the median (49.5), 60% of quota above it (45%): the results")
    assert told.corner(replace(at, flags=(Flag.NEAR_LINE,))) == ""
    assert told.corner(replace(at, cuts=None)).startswith("The results come by another way")
    assert told.corner(card()) == ""


def test_results_in_doubt_lead_to_no_step() -> None:
    """Where they stand is said; a way worth keeping they are not yet, nor beside a falling score."""
    at = card(corner=Corner.LEAVE_ALONE, total=41.0)
    for changed in ({"flags": (Flag.BARELY_ABOVE,)}, {"verdict": Verdict.DOWN, "net_change_4w": -3.0}):
        said = told.corner(replace(at, **changed))
        assert said == "SSI 41.0 is below the median (49.5), 60% of quota above it (45%)."


def test_the_evidence_is_told_in_words() -> None:
    """Whose word it is, and that nobody measured it; no letter stands for it."""
    prompt = PLAYBOOK.prompts[0]
    claimed = replace(prompt, effect=Effect(8, 12, "total", "days"), grade=Grade.ARTICLES)
    assert told.expected(claimed) == (
        "+8 to +12 points on the total within days; a claim of practitioner articles, not something measured"
    )
    bare = replace(prompt, effect=None, grade=Grade.LINKEDIN, source="LinkedIn's own pages")
    assert told.expected(bare) == "no figure is known; LinkedIn's own pages say that it helps"
    assert told.source(bare) == ""
    guessed = replace(bare, grade=Grade.INFERENCE)
    assert told.expected(guessed) == "no figure is known; that it helps is our own conclusion"


def test_every_state_and_flag_has_its_sentence() -> None:
    """None is left to a code; a score of long ago is dated."""
    assert set(told.ABSENT) == set(State) - {State.SCORED}
    assert set(told.FLAGS) == set(Flag) - {Flag.NEAR_LINE, Flag.BARELY_ABOVE, Flag.PERHAPS_LEFT}
    assert set(told.CORNERS) == set(Corner)
    assert told.absent(unscored(State.STALE, last_scored=WEEK)).endswith("the last one is of the week of 16 Nov 2026.")


def test_no_note_speaks_our_jargon() -> None:
    """Whatever the card: no word that only the makers of the desk use, and nobody is spoken of behind their back."""
    shapes = [card(weakest=Weakest(p, b, -2.4), corner=c) for p, b, c in product(PILLARS, Basis, Corner)]
    shapes += [unscored(state) for state in State if state is not State.SCORED]
    shapes += [card(verdict=verdict, change_4w=-3.0, net_change_4w=-2.5, flags=tuple(Flag)) for verdict in Verdict]
    for rep in shapes:
        text = noted(rep).markdown.lower()
        assert [word for word in JARGON if word in text] == []


def test_lines_that_are_no_medians_are_lines() -> None:
    """Too few reps for a median: the fixed line is called a line."""
    at = card(corner=Corner.BUILD_HABITS, total=41.0, cuts=Cuts(50.0, 0.7, medians=False))
    assert "both below the line (50.0 and 70%)" in told.corner(at)


def test_a_benchmark_that_moved_with_the_formula_is_said_in_the_reps_own_words():
    """Neither shift nor basis: LinkedIn counts anew. A target stays, and the part that is LinkedIn's is told."""
    held = pillar_card(Pillar.PEOPLE, carried=Carried(-1.14, (date(2026, 11, 2),)))
    moved = card(pillars={**card().pillars, Pillar.PEOPLE: held})
    said = told.weakest(moved)
    assert "LinkedIn seems to have changed how it counts this pillar (week of 2 Nov 2026)" in said
    assert "moved along" in said
    aimed = replace(moved, weakest=Weakest(Pillar.PEOPLE, Basis.TARGET, -2.4))
    assert "(week of 2 Nov 2026): −1.1 points since the target was set." in told.weakest(aimed)
