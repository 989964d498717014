"""With ranks hidden nobody is shown a place: not in JSON, words, exports or notes."""

from datetime import UTC, date, datetime

import pytest

from dashboard.coaching.priority import around, factors
from dashboard.desk.benchmarks import load_benchmarks
from dashboard.desk.notes import bundle, notes
from dashboard.desk.review import WeekReview, load_history, week_review
from dashboard.desk.review_json import review_json
from dashboard.exports.workbook import leaderboard_csv
from dashboard.metrics.leaderboard import Sort, leaderboard
from dashboard.model.settings import Settings
from dashboard.sample.team import sample_batch
from dashboard.store.engine import open_store
from dashboard.store.imports import commit
from dashboard.ui.cached import playbook

MONDAY = date(2026, 11, 16)
HIDDEN = Settings(hide_ranks=True)


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> WeekReview:
    """Return the sample team's week with ranks hidden."""
    engine = open_store(f"sqlite:///{tmp_path_factory.mktemp('desk') / 'desk.sqlite'}")
    commit(engine, sample_batch(last_week=MONDAY), who="test", at=datetime(2026, 11, 16, 9, tzinfo=UTC))
    found = week_review(load_history(engine), MONDAY, None, HIDDEN, load_benchmarks().defaults, playbook())
    engine.dispose()
    return found


def test_no_rank_leaves_the_desk(review: WeekReview) -> None:
    """Every rank is null, the leaderboard's column is empty in any order, and no note speaks of one."""
    assert {rep["rank"] for rep in review_json(review)["reps"]} == {None}
    for sort in Sort:
        board = leaderboard(review.table, sort, hide_ranks=True, settings=HIDDEN)
        assert board["rank"].isna().all()
    lines = leaderboard_csv(board).decode("utf-8-sig").splitlines()
    assert {line.partition(",")[0] for line in lines[1:] if line.strip()} <= {'""', ""}
    said = bundle(notes(review, MONDAY), "md").decode().casefold()
    assert "rank" not in said
    assert "place in the team" not in said


def test_why_somebody_is_first_tells_no_place(review: WeekReview) -> None:
    """In the middle, the upper or the lower third, never which number."""
    known = around(review.cards, HIDDEN, {})
    words = [factors(card, known)[2].words for card in review.cards]
    assert not any(letter.isdigit() for said in words for letter in said)
