"""Does an ended review keep what stood there, and nothing of what was only for the manager?"""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dashboard.coaching.playbook import load_playbook
from dashboard.desk.benchmarks import load_benchmarks
from dashboard.desk.frozen import beside, freeze, read
from dashboard.desk.review import load_history, week_review
from dashboard.model.commitments import Commitment
from dashboard.model.pillars import Pillar
from dashboard.model.reviews import Talk, Talked
from dashboard.model.settings import Settings
from dashboard.sample.team import sample_batch
from dashboard.store.engine import open_store
from dashboard.store.imports import commit
from tests.browser.serving import ROOT

WEEK, LATER = date(2026, 11, 9), date(2026, 11, 16)
ORDER = ("lars-sokolov", "clara-hedlund")
MADE = Commitment(
    "c1", "lars-sokolov", Pillar.RELATIONSHIPS, "Two messages a day.", WEEK, date(2026, 12, 7), review_id="r1"
)
TALKS = {
    "lars-sokolov": Talk("lars-sokolov", "tired of it all", "well done", Talked.COACHED, 15),
    "clara-hedlund": Talk("clara-hedlund", talked=Talked.SKIPPED),
}


@pytest.fixture(scope="module")
def weeks(tmp_path_factory):
    """The review of two weeks of the sample team, the later one with the commitment made in the first."""
    engine = open_store(f"sqlite:///{tmp_path_factory.mktemp('frozen') / 'desk.sqlite'}")
    commit(engine, sample_batch(last_week=LATER), who="test", at=datetime(2026, 11, 20, tzinfo=UTC))
    history = load_history(engine)
    rest = (None, Settings(), load_benchmarks().defaults, load_playbook(ROOT / "data" / "playbook.toml"))
    return week_review(history, WEEK, *rest), week_review(history, LATER, *rest, commitments=[MADE])


@pytest.fixture(scope="module")
def frozen(weeks):
    """The first week as it was ended, as the store gives it back."""
    return json.loads(json.dumps(freeze(weeks[0], TALKS, ORDER, Settings(), [MADE])))


def test_what_stood_there_is_read_again(weeks, frozen):
    """Numbers, words and agreements of those talked about, in the order of the meeting."""
    kept, card = read(frozen), next(card for card in weeks[0].cards if card.rep_id == "lars-sokolov")
    lars, clara = kept.discussed
    assert (lars.name, lars.talked, lars.shared, lars.minutes) == ("Lars Sokolov", Talked.COACHED, "well done", 15)
    assert lars.total == pytest.approx(card.total, abs=0.001)
    assert "furthest behind" in lars.weakest
    assert (clara.talked, clara.total) == (Talked.SKIPPED, None)
    assert [one.promise for one in kept.agreed] == ["Two messages a day."]
    assert kept.settings["min_change_total"] == 2.0
    assert len(kept.points) == len(weeks[0].cards)


def test_what_was_only_for_the_manager_is_not_kept_with_it(frozen):
    """A frozen review may be handed on; the private words stay in the store."""
    assert "tired of it all" not in json.dumps(frozen)


def test_an_older_shape_is_still_read():
    """What it lacks is empty, and nothing fails."""
    kept = read({"reps": [{"rep_id": "ida", "name": "Ida Lund"}]})
    assert (kept.discussed[0].name, kept.discussed[0].talked, kept.agreed) == ("Ida Lund", Talked.OPEN, ())
    assert read({}).discussed == ()


def test_two_reviews_stand_beside_each_other(weeks, frozen):
    """The points then and later, and what was known later of what was agreed."""
    then, later = read(frozen), read(freeze(weeks[1], {}, (), Settings()))
    lars, clara = beside(then, "r1", later)
    assert lars.total == (then.points["lars-sokolov"]["total"], later.points["lars-sokolov"]["total"])
    (made,) = lars.agreed
    assert made.points[0] == then.points["lars-sokolov"]["relationships"]
    assert made.known is not None
    assert made.known.sentence.startswith("Too early")
    assert clara.total == (None, None)


def test_who_is_unknown_later_has_only_the_earlier_numbers(frozen):
    """Somebody who is no longer on the desk, or joined with another person, is still named."""
    lars, _ = beside(read(frozen), "r1", read({}))
    assert (lars.name, lars.total[1]) == ("Lars Sokolov", None)
    assert lars.agreed[0].known is None


def test_another_review_s_agreements_are_not_this_one_s(frozen):
    """Only what was agreed in the review is held beside the later one."""
    assert beside(read(frozen), "another", read(frozen))[0].agreed == ()


def test_the_shifts_known_then_are_read_again(weeks, frozen):
    """So that what lies between two reviews can be told from what they kept."""
    assert read(frozen).shifts == tuple(
        replace(one, median_change=round(one.median_change, 3), share_of_reps=round(one.share_of_reps, 3))
        for one in weeks[0].team.shifts
    )
    assert read(frozen).shifts
    assert read({}).shifts == ()


def test_who_was_joined_since_is_found_under_the_id_of_today(frozen):
    """The words of then stay, also the name; of two who are one now the points of the one who is still there count."""
    kept = read(frozen, {"lars-sokolov": "lars-s", "clara-hedlund": "anton-iyer"})
    lars, clara = kept.discussed
    assert ((lars.rep_id, lars.name), (clara.rep_id, clara.name)) == (
        ("lars-s", "Lars Sokolov"),
        ("anton-iyer", "Clara Hedlund"),
    )
    assert [one.rep_id for one in kept.agreed] == ["lars-s"]
    assert kept.points["lars-s"] == read(frozen).points["lars-sokolov"]
    assert kept.points["anton-iyer"] == read(frozen).points["anton-iyer"]
    assert (kept.names["anton-iyer"], "lars-sokolov" in kept.points) == ("Anton Iyer", False)
    (row,) = (one for one in beside(kept, "r1", kept) if one.rep_id == "lars-s")
    assert (row.name, len(row.agreed)) == ("Lars Sokolov", 1)
