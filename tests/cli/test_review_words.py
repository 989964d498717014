"""What does a manager read in the terminal on a Monday morning?"""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from dashboard.cli.review_words import review_text
from dashboard.desk.review import WeekReview
from dashboard.metrics.team import Freshness, Movers
from dashboard.model.bands import Band
from dashboard.model.cards import (
    Basis,
    Flag,
    PipelineCard,
    Queue,
    Reason,
    RepCard,
    Shift,
    State,
    TeamCard,
    Verdict,
    Weakest,
)
from dashboard.model.pillars import Pillar

WEEK = date(2026, 11, 16)


def review(name: str | None, *cards: RepCard, queue: Queue | None = None) -> WeekReview:
    """A week's review of these cards."""
    team = TeamCard(WEEK, name, 2, 1, 1, median_total=61.26, median_change_1w=None, median_change_4w=-0.04)
    return WeekReview(
        team=team,
        cards=cards,
        queue=queue or Queue(),
        prompts={},
        table=pd.DataFrame(),
        freshness=Freshness(WEEK, 1, 2, ()),
        movers=Movers((), (), ()),
    )


MARA = RepCard(
    "mara",
    "Mara",
    WEEK,
    State.SCORED,
    total=61.26,
    band=Band.ACTIVE,
    rank=1,
    change_1w=-2.04,
    weakest=Weakest(Pillar.PEOPLE, Basis.TEAM, -1.5),
    pipelines=(PipelineCard("EUR", WEEK, attainment=0.468),),
)
IVO = RepCard("ivo", "Ivo", WEEK, State.NOT_ONBOARDED)


def test_with_ranks_hidden_the_order_stays_and_no_column_is_empty():
    """Best score first, who is new or has none last by name; ranks change nothing of it."""
    names = {"Zoe": 70.0, "Mara": 61.26, "Abel": 40.0}
    ranked = [
        replace(MARA, rep_id=name, name=name, total=total, rank=place)
        for place, (name, total) in enumerate(names.items(), 1)
    ]
    new = replace(MARA, rep_id="cy", name="Cy", total=99.0, rank=None, flags=(Flag.NEW_STARTER,))
    shown, hidden = (
        review_text(review("Nordics", IVO, new, *reversed(cards)))
        for cards in (ranked, [replace(card, rank=None) for card in ranked])
    )
    assert "rank" not in hidden
    for text in (shown, hidden):
        rows = [line.replace("–", " ").split() for line in text.split("\n\n")[1].splitlines()[1:]]
        order = [next(word for word in row if word.isalpha()) for row in rows]
        assert order == ["Zoe", "Mara", "Abel", "Cy", "Ivo"]


def test_a_week_in_words():
    """The team, then a row per rep by rank; who has no score comes last, with the reason in the place of the band."""
    assert review_text(review("Nordics", IVO, MARA)) == (
        "Nordics, week of 16 Nov 2026\n"
        "  median SSI 61.3 (unknown in a week, no change in four)\n"
        "  1 of 2 reps scored (not Ivo: not onboarded), 1 week of history\n\n"
        "  rank  rep    SSI  1 week  4 weeks  verdict  band           weakest pillar  attainment\n"
        "     1  Mara  61.3    −2.0        –  –        active         People (−1.5)          47%\n"
        "     –  Ivo      –       –        –  –        not onboarded  –                        –"
    )


def test_whom_to_talk_to():
    """The queues that hold anybody are told, a sentence a line."""
    queue = Queue(coach=(Reason("mara", "Mara", "People is behind."),))
    assert review_text(review(None, MARA, queue=queue)).endswith("\n\nTalk to first\n  Mara: People is behind.")
    assert review_text(review(None, MARA, queue=queue)).startswith("Everybody, week of")


def test_every_call_of_the_week_is_listed():
    """Under the words the pages have for it."""
    reason = (Reason("mara", "Mara", "So it is."),)
    queue = Queue(worth=reason, pipeline=reason, celebrate=reason, mentor=reason, leave_alone=reason)
    said = review_text(review(None, MARA, queue=queue)).split("\n\n")[2:]
    assert [part.splitlines()[0] for part in said] == [
        "Worth a talk",
        "Talk about the pipeline",
        "Celebrate",
        "Ask to help a teammate",
        "Leave alone",
    ]


@pytest.mark.parametrize(
    ("verdict", "flags", "said"),
    [
        (Verdict.UP, (), "up"),
        (Verdict.DOWN, (Flag.PROVISIONAL,), "down (provisional)"),
        (Verdict.STEADY, (Flag.PROVISIONAL,), "steady"),
        (Verdict.WITH_TEAM, (), "with team"),
    ],
)
def test_a_change_stands_beside_what_it_means(verdict: Verdict, flags: tuple[str, ...], said: str):
    """A loss inside noise is steady; what is called on little history is provisional."""
    text = review_text(review("Nordics", replace(MARA, change_4w=-1.5, verdict=verdict, flags=flags)))
    assert f"−1.5  {said}  " in text


def test_a_move_of_the_whole_team_is_told():
    """With its week and points, below the team; once it is over four weeks old no more."""
    for back, told in ((1, True), (4, False)):
        shift = Shift(Pillar.BRAND, WEEK - timedelta(weeks=back), -1.2, 0.9)
        plain = review("Nordics", MARA)
        text = review_text(replace(plain, team=replace(plain.team, shifts=(shift,))))
        assert ("brand −1.2 points at the median; 9 in 10 of the team" in text) is told


@pytest.mark.parametrize(("others", "of"), [((), ""), ((replace(MARA, rep_id="lea", name="Lea"),), " of Mara")])
def test_a_week_with_little_history_says_that_it_is_provisional(others, of):
    """Of everybody or by name, whatever the verdicts are."""
    told = review_text(review("North", replace(MARA, flags=(Flag.PROVISIONAL,)), *others, IVO))
    assert f"\n  under twelve weeks of scores{of}: every judgement of a change is provisional\n" in told
    assert "provisional" not in review_text(review("North", MARA, IVO))
