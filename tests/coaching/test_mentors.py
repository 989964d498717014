"""A mentor is a teammate who is clearly above on the pillar a rep is furthest behind on."""

from dataclasses import replace

import pytest

from dashboard.coaching.mentors import USUAL, in_words, mentors
from dashboard.model.cards import Basis, Corner, Flag, Queue, Reason, RepCard, State, Verdict, Weakest
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from tests.coaching.cards import card, pillar_card, unscored

PEOPLE = Pillar.PEOPLE
LEARNER = card(rep_id="learner")
"""People is furthest behind: 9.1, 2.4 below the team's median."""


def above(
    rep_id: str, score: float, *, gap: float | None = 1.0, verdict: Verdict = Verdict.STEADY, **changed
) -> RepCard:
    """Return a teammate with a score on people."""
    made = card(rep_id=rep_id, name=rep_id.title(), **changed)
    held = pillar_card(PEOPLE, score=score, gap=gap, verdict=verdict)
    return replace(made, pillars={**made.pillars, PEOPLE: held})


def mentor(rep: RepCard, cards: list[RepCard], settings: Settings = USUAL) -> RepCard | None:
    """Return the rep's mentor in a week that calls for nobody."""
    return mentors([rep, *(card for card in cards if card is not rep)], Queue(), settings).get(rep.rep_id)


def test_the_highest_teammate_is_asked() -> None:
    """Of two clearly above the higher one."""
    found = mentor(LEARNER, [LEARNER, above("ida", 14.0), above("bo", 15.5)])
    assert found is not None
    assert in_words(LEARNER, found) == "Bo could show how: 15.5 on people, 6.4 points above"


@pytest.mark.parametrize(
    "nobody",
    [
        above("ida", 11.0),  # 1.9 above: less than twice the smallest change worth mentioning
        above("ida", 15.0, team="Elsewhere"),
        above("ida", 15.0, flags=(Flag.NEW_STARTER,)),
        above("ida", 15.0, gap=-0.5),  # behind the own baseline
        above("ida", 15.0, verdict=Verdict.DOWN),
        above("ida", 15.0, state=State.ON_LEAVE),
    ],
)
def test_nobody_is_asked_who_is_not_able(nobody: RepCard) -> None:
    """Within noise, of another team, new, behind or falling there, or away."""
    assert mentor(LEARNER, [LEARNER, nobody]) is None
    assert in_words(LEARNER, None) == ""


def test_the_smallest_change_worth_mentioning_is_a_setting() -> None:
    """With 0.5 a lead of 1.9 is clear."""
    assert mentor(LEARNER, [above("ida", 11.0)], Settings(min_change_pillar=0.5)) is not None


@pytest.mark.parametrize(
    "rep", [unscored(State.MISSING), card(weakest=None), card(weakest=Weakest(PEOPLE, Basis.TEAM, 0.4))]
)
def test_who_is_behind_on_nothing_needs_nobody(rep: RepCard) -> None:
    """Without a score, or with no pillar behind."""
    assert mentor(rep, [above("ida", 20.0)]) is None


def test_no_two_of_the_three_ask_the_same() -> None:
    """The first gets the highest, the second the next; the others may ask whom they like."""
    reps = [card(rep_id=f"rep-{at}") for at in range(3)]
    queue = Queue(coach=tuple(Reason(rep.rep_id, rep.name, ".") for rep in reps[:2]))
    found = mentors([*reps, above("ida", 14.0), above("bo", 15.5)], queue)
    assert {rep_id: asked.name for rep_id, asked in found.items()} == {"rep-0": "Bo", "rep-1": "Ida", "rep-2": "Bo"}


@pytest.mark.parametrize(
    ("weakest", "corner", "asked"),
    [(PEOPLE, None, "Ida"), (Pillar.BRAND, None, "Bo"), (PEOPLE, Corner.CONVERT, "Bo")],
)
def test_nobody_teaches_what_they_are_to_be_talked_to_about(weakest: Pillar, corner: Corner | None, asked: str) -> None:
    """Bo is highest, but worth a talk on people herself; on another pillar, or about the deals, she can show people."""
    bo = above("bo", 15.5, weakest=Weakest(weakest, Basis.TEAM, 0.4), corner=corner)
    queue = Queue(worth=(Reason("bo", "Bo", "Open pipeline."),))
    assert mentors([LEARNER, bo, above("ida", 14.0)], queue)["learner"].name == asked


def test_a_team_with_one_mentor_leaves_the_second_without() -> None:
    """Better nobody than an hour asked twice."""
    reps = [card(rep_id=f"rep-{at}") for at in range(2)]
    queue = Queue(coach=tuple(Reason(rep.rep_id, rep.name, ".") for rep in reps))
    assert set(mentors([*reps, above("ida", 14.0)], queue)) == {"rep-0"}
