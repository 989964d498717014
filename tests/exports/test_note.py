"""The note says the facts of the week, the reasons, the prompts and what was agreed; missing is never zero."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from dashboard.exports.note import Note
from dashboard.model.cards import Basis, Compared, Flag, State, Verdict, Weakest
from dashboard.model.pillars import Pillar
from tests.coaching.cards import WEEK, card, pillar_card, pipeline_card, unscored
from tests.exports.conftest import noted

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("name", ["plain", "blank"])
def test_the_note_is_as_last_agreed(name: str, request: pytest.FixtureRequest) -> None:
    """A changed note shows up in the diff; UPDATE_SNAPSHOTS=1 accepts it."""
    note: Note = request.getfixturevalue(name)
    snapshot = SNAPSHOTS / f"{name}.md"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        snapshot.write_text(note.markdown, encoding="utf-8")
    assert note.markdown == snapshot.read_text(encoding="utf-8")


def test_every_part_is_there_in_order(plain: Note) -> None:
    """Facts, pillars, where to start, prompts, pipeline, room for the agreement, what the note is not."""
    heads = [line for line in plain.markdown.splitlines() if line.startswith("## ")]
    assert heads == [
        "## The week",
        "## Pillars",
        "## Where to start",
        "## To talk about: the people pillar",
        "## Pipeline",
        "## What we agreed",
    ]
    assert "Not a personnel record" in plain.markdown
    assert "one signal among several" in plain.markdown


def test_a_missing_score_is_a_dash_and_never_zero() -> None:
    """One pillar without a score keeps its row; no cell reads 0."""
    missing = pillar_card(Pillar.BRAND, score=None, baseline=None, gap=None, change_4w=None, verdict=Verdict.MISSING)
    held = dict(card().pillars) | {Pillar.BRAND: missing}
    text = noted(card(pillars=held, flags=(Flag.PARTIAL_SCORE,))).markdown
    assert "| Brand | – | – | – | – |" in text
    assert "Not all four pillars are known" in text


def test_a_pillar_not_read_four_weeks_ago_is_not_called_too_early() -> None:
    """Twelve weeks of scores are no short history: one reading is missing."""
    trend = tuple((WEEK - timedelta(weeks=back), None if back == 4 else 49.0) for back in range(11, -1, -1))
    unread = {"change_4w": None, "net_change_4w": None, "verdict": Verdict.TOO_EARLY}
    held = {pillar: pillar_card(pillar, **unread) for pillar in Pillar}
    assert noted(card(pillars=held, trend=trend, **unread)).markdown.count("no reading four weeks ago") == len(Pillar)
    assert noted(card(pillars=held, trend=trend[-4:], **unread)).markdown.count("too early to say") == len(Pillar)


def test_a_pillar_that_only_came_back_is_told_so() -> None:
    """Steady is true, and says less; with everybody is not with the team."""
    back = dict(card().pillars) | {Pillar.BRAND: pillar_card(Pillar.BRAND, back=True, change_4w=3.0)}
    assert "| +3.0, back to where it was |" in noted(card(pillars=back)).markdown
    along = dict(card().pillars) | {Pillar.BRAND: pillar_card(Pillar.BRAND, verdict=Verdict.WITH_TEAM, change_4w=-3.0)}
    assert "| −3.0, with everybody |" in noted(card(pillars=along, compared_with=Compared.EVERYBODY)).markdown


def test_the_default_baseline_is_said_to_be_one() -> None:
    """Neither peers nor own averages: the note does not hide it."""
    text = noted(card(weakest=Weakest(Pillar.PEOPLE, Basis.DEFAULT, -2.4))).markdown
    assert "2.4 points below a general benchmark (11.5). There are too few colleagues to compare with." in text


def test_currencies_stand_side_by_side_and_are_never_added() -> None:
    """Euro and an unknown currency are two columns."""
    text = noted(card(pipelines=(pipeline_card(), pipeline_card(currency="", open_pipeline=5_000)))).markdown
    assert "| Figure | EUR, week of 16 Nov 2026 | currency not given, week of 16 Nov 2026 |" in text
    assert "| Open pipeline | €210,000 | 5,000 |" in text
    assert "215,000" not in text


def test_the_day_to_look_again_is_dated_from_the_conversation(plain: Note) -> None:
    """28 days after Monday 23 November 2026 is 21 December."""
    assert "- [ ] We look again on: 21 Dec 2026" in plain.markdown


def test_no_rank_is_printed(plain: Note) -> None:
    """The note is about the task; a rank helps nobody at the bottom."""
    assert "rank" not in plain.markdown.lower()


def test_without_a_score_the_note_says_what_comes_first() -> None:
    """Nobody on leave is asked to read a page."""
    assert "Nothing to agree on during a leave." in noted(unscored(State.ON_LEAVE)).markdown
    assert "let us set up the seat together first" in noted(unscored(State.NOT_ONBOARDED)).markdown
    assert "let us read the score page together first" in noted(unscored(State.STALE)).markdown


def test_without_a_score_a_thin_pipeline_is_what_to_talk_about():
    """0.6 times what is left is said in the rep's note; a covered one is not."""
    thin = (pipeline_card(open_pipeline=88_000, remaining=150_000, coverage=0.587),)
    said = "Let us talk about the pipeline: the open pipeline of €88K covers 0.6 times the €150K left of the quota"
    assert said in noted(unscored(State.MISSING, pipelines=thin)).markdown
    assert "Let us talk about the pipeline" not in noted(unscored(State.MISSING)).markdown
    assert "Let us talk about the pipeline" not in noted(card(pipelines=thin)).markdown
