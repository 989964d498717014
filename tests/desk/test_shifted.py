"""Is nobody called for by a shift of the formula alone?"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product

import pytest

from dashboard.coaching.playbook import load_playbook
from dashboard.coaching.words import weakest
from dashboard.desk.review import WeekReview, load_history, week_review
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from dashboard.sample.team import sample_batch
from dashboard.store.engine import open_store
from dashboard.store.imports import commit
from tests.browser.serving import ROOT
from tests.calibration.simulated import World, weeks_of
from tests.metrics.drawn import DEFAULTS
from tests.metrics.test_formula import told

WORLD = World(reps=14, weeks=40, missing=0.0)
AT, SEEDS = 36, range(8)
BOOK = load_playbook(ROOT / "data" / "playbook.toml")


def reviews(baseline: str, factor: float) -> Iterator[tuple[WeekReview, WeekReview]]:
    """Return, team by team, the review of the week of a shift, without the shift and with it."""
    for seed in SEEDS:
        plain, moved = (told(each, AT, WORLD, seed) for each in (1.0, factor))
        rest = (weeks_of(WORLD)[AT], None, Settings(baseline=baseline), DEFAULTS, BOOK)
        yield week_review(plain, *rest), week_review(moved, *rest)


def called(review: WeekReview, *, first: bool) -> set[str]:
    """Return who is to be talked to: the first three, or everybody worth a talk."""
    more = () if first else review.queue.worth
    return {reason.rep_id for reason in (*review.queue.coach, *more)}


@pytest.mark.parametrize(("baseline", "factor"), [*product(["auto", "default"], [0.93, 1.07])])
def test_a_shift_alone_calls_for_nobody_else(baseline: str, factor: float):
    """The same first three (19 of 20), the same calls (24 of 25), and the same weakest pillar where that is clear."""
    kept = first = other = sure = same = 0
    for plain, moved in reviews(baseline, factor):
        first += len(called(plain, first=True))
        kept += len(called(plain, first=True) & called(moved, first=True))
        other += len(called(plain, first=False) ^ called(moved, first=False))
        for one, two in zip(plain.cards, moved.cards, strict=True):
            if one.weakest and two.weakest and not (one.weakest.runner_up or two.weakest.runner_up):
                sure, same = sure + 1, same + (one.weakest.pillar is two.weakest.pillar)
    assert kept >= 0.95 * first
    assert other <= 0.04 * WORLD.reps * len(SEEDS)
    assert same >= 0.99 * sure > 0


def test_a_team_of_a_few_alone_knows_the_shift_of_everybody(tmp_path):
    """Four of the sample are too few to see the shift of 2 November in; their benchmark moves all the same."""
    engine, week = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}"), date(2026, 11, 9)
    commit(engine, sample_batch(last_week=date(2026, 11, 16)), who="test", at=datetime(2026, 11, 20, tzinfo=UTC))
    every, few = (
        week_review(load_history(engine, team), week, team, Settings(), DEFAULTS, BOOK)
        for team in (None, "West Coast Growth")
    )
    assert len(few.cards) < 5
    assert few.team.shifts == every.team.shifts != ()
    held = {card.rep_id: card.pillars[Pillar.RELATIONSHIPS].baseline for card in every.cards}
    assert {card.rep_id: card.pillars[Pillar.RELATIONSHIPS].baseline for card in few.cards}.items() <= held.items()
    assert "moved by the formula's shift of 2 Nov 2026" in " ".join(weakest(card) for card in few.cards)
