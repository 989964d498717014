"""What does one week look like, with whom to talk to and about what?"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from dashboard.coaching.conversation import before_the_score
from dashboard.coaching.playbook import load_playbook
from dashboard.desk.benchmarks import load_benchmarks
from dashboard.desk.review import default_week, load_history, week_review
from dashboard.desk.review_json import review_json
from dashboard.model.cards import State
from dashboard.model.errors import EmptyDesk
from dashboard.model.settings import Settings
from dashboard.sample.team import sample_batch
from dashboard.store import history as stored
from dashboard.store.engine import open_store
from dashboard.store.imports import commit
from tests.metrics.drawn import WEEK, history

PLAYBOOK = load_playbook(Path(__file__).resolve().parents[2] / "data" / "playbook.toml")
DEFAULTS = load_benchmarks().defaults


def reviewed(told, week=WEEK, team=None):
    """Return the review of the week."""
    return week_review(told, week, team, Settings(), DEFAULTS, PLAYBOOK)


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """A store with the sample team."""
    made = open_store(f"sqlite:///{tmp_path_factory.mktemp('desk') / 'desk.sqlite'}")
    commit(made, sample_batch(last_week=WEEK), who="test", at=datetime(2026, 11, 16, tzinfo=UTC))
    yield made
    made.dispose()


def test_a_review_has_a_card_a_row_and_prompts_for_every_rep(engine):
    """All in the same order; who has a score has prompts for the weakest pillar, or about the deals."""
    review = reviewed(load_history(engine))
    ids = [card.rep_id for card in review.cards]
    assert ids == review.table["rep_id"].tolist() == list(review.prompts)
    assert len(ids) == stored.rep_count(engine)
    for card in review.cards:
        if card.state is State.SCORED and card.weakest:
            about = None if before_the_score(card) else card.weakest.pillar
            assert {prompt.pillar for prompt in review.prompts[card.rep_id]} == {about}


def test_a_review_opens_on_the_newest_week_with_a_score(engine):
    """The sample ends with the week asked for."""
    assert default_week(load_history(engine)) == WEEK


def test_an_empty_desk_has_no_week_to_open_on():
    """The refusal is a sentence."""
    with pytest.raises(EmptyDesk, match="Nothing is on the desk yet"):
        default_week(history("rep_id\nanna"))


def behind(card):
    """Return which pillar is furthest behind what, and by how much."""
    return card.weakest and (card.weakest.pillar, card.weakest.basis, card.weakest.gap)


def test_one_team_is_reviewed_as_it_is_among_all(engine):
    """A team of five or more has the same numbers in its own review as in everybody's, but for the ranks.

    The confidence differs a little: everybody together tells a shift of the formula from a move of the team better.
    """
    everybody = {card.rep_id: card for card in reviewed(load_history(engine)).cards}
    for team in stored.teams(engine):
        cards = reviewed(load_history(engine, team), team=team).cards
        assert {card.team for card in cards} == {team}
        if sum(card.change_4w is not None and card.state is State.SCORED for card in cards) >= 5:
            for card in cards:
                other = everybody[card.rep_id]
                assert (card.net_change_4w, behind(card), card.verdict) == (
                    other.net_change_4w,
                    behind(other),
                    other.verdict,
                )


def test_a_role_filter_shows_fewer_reps_with_the_same_numbers(engine):
    """The median a rep is held against is that of the whole team under any filter."""
    everybody = {card.rep_id: card for card in reviewed(load_history(engine)).cards}
    role = stored.roles(engine)[0]
    shown = reviewed(load_history(engine, role=role)).cards
    assert {card.role for card in shown} == {role}
    assert len(shown) < len(everybody)
    assert all(card.weakest == everybody[card.rep_id].weakest for card in shown)


def test_activity_is_read_only_when_asked_for(engine):
    """The columns are there in both cases."""
    without, with_it = load_history(engine).activity, load_history(engine, with_activity=True).activity
    assert without.empty
    assert len(with_it) > 0
    assert set(without.columns) <= set(with_it.columns)


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    """A store with a year and a half of a larger sample."""
    made = open_store(f"sqlite:///{tmp_path_factory.mktemp('long') / 'desk.sqlite'}")
    commit(made, sample_batch(reps=24, weeks=78, last_week=WEEK), who="test", at=datetime(2026, 11, 16, tzinfo=UTC))
    yield made
    made.dispose()


@pytest.mark.parametrize("back", [0, 9])
def test_what_a_week_does_not_need_is_not_read(long, back):
    """From the pipeline of the newest weeks alone the same review is made as from all of it."""
    week = WEEK - timedelta(weeks=back)
    whole, part = load_history(long), load_history(long, since=week)
    assert len(part.pipeline) < len(whole.pipeline) / 2
    assert review_json(reviewed(part, week)) == review_json(reviewed(whole, week))


def test_the_team_is_named_and_counted():
    """Two of three are scored, the third is on leave."""
    told = history(
        "rep_id team status\nanna North -\nben North -\naway North on_leave",
        "rep_id week total\nanna 11-16 50\nben 11-16 60\naway 11-16 99",
    )
    review = reviewed(told, team="North")
    assert (review.team.name, review.team.reps, review.team.scored, review.team.median_total) == ("North", 3, 2, 55)
    assert review.freshness.newest == WEEK
    assert review.movers.up == ()


@pytest.mark.parametrize("told", [history("rep_id"), history("rep_id\nanna")])
def test_a_review_of_nothing_is_a_review(told):
    """No data, or nobody scored, is told and no error."""
    review = reviewed(told)
    assert review.team.scored == 0
    assert review.queue.coach == ()
    assert all(not prompts for prompts in review.prompts.values())


def test_every_week_of_the_sample_can_be_reviewed(engine):
    """From the week before the first reading to the week after the last."""
    told = load_history(engine)
    first, last = date(2026, 5, 25) - timedelta(weeks=1), WEEK + timedelta(weeks=1)
    for back in range((last - first).days // 7 + 1):
        review = reviewed(told, last - timedelta(weeks=back))
        assert len(review.cards) == len(told.reps)
        assert len(review.queue.coach) <= 3
