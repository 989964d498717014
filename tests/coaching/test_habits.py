"""What was tried without effect is not offered again; the next one of the playbook is."""

from datetime import date, timedelta

import pytest

from dashboard.coaching.habits import fresh, spent, told
from dashboard.coaching.playbook import Playbook
from dashboard.coaching.prompts import prompts_for
from dashboard.model.bands import Band
from dashboard.model.commitments import Commitment, Judged, Outcome
from dashboard.model.pillars import Pillar
from tests.coaching.cards import card

DAY = date(2026, 10, 5)


def tried(prompt_id: str | None, outcome: Outcome, number: int = 0) -> Judged:
    """Return what came of a prompt that was agreed on, one a week."""
    day = DAY + timedelta(weeks=number)
    made = Commitment(f"c{number}", "priya-raman", Pillar.PEOPLE, "A habit.", day, day, prompt_id=prompt_id)
    return Judged(made, outcome)


@pytest.mark.parametrize("outcome", [Outcome.NO_EFFECT, Outcome.WITHIN_NOISE, Outcome.WORSE])
def test_once_without_effect_is_enough(outcome: Outcome) -> None:
    """What moved nothing, or cannot be told from noise, is spent."""
    assert spent([tried("people-a", outcome)]) == {"people-a"}


@pytest.mark.parametrize("outcome", [Outcome.WORKED, Outcome.TOO_EARLY, Outcome.WITH_TEAM, Outcome.NOT_DONE])
def test_everything_else_may_be_offered_again(outcome: Outcome) -> None:
    """What worked, still runs, went along with the team, or was left undone once."""
    assert spent([tried("people-a", outcome)]) == frozenset()


def test_twice_not_done_does_not_fit_the_week() -> None:
    """The second time it is put aside; words of one's own are no prompt."""
    twice = [tried("people-a", Outcome.NOT_DONE, at) for at in (0, 1)]
    assert spent([*twice, tried("people-b", Outcome.NOT_DONE), tried(None, Outcome.WORSE)]) == {"people-a"}


def test_the_next_one_of_the_playbook_takes_its_place(playbook: Playbook) -> None:
    """Without the first of three or more, the second is first."""
    offered = playbook.of(Pillar.PEOPLE, Band.BUILDING, "free")
    done = [tried(offered[0].id, Outcome.NO_EFFECT)]
    assert fresh(offered, done) == offered[1:]
    assert prompts_for(card(), playbook, Pillar.PEOPLE, cuts=(30, 50, 70), tried=done) == offered[1:4]


def test_once_all_of_a_band_are_spent_the_nearest_band_is_offered(playbook: Playbook) -> None:
    """Nobody is left with nothing to try while the playbook has something for the pillar."""
    own = playbook.of(Pillar.PEOPLE, Band.BUILDING, "free")
    done = [tried(prompt.id, Outcome.NO_EFFECT, at) for at, prompt in enumerate(own)]
    offered = prompts_for(card(), playbook, Pillar.PEOPLE, tried=done)
    assert offered
    assert not set(offered) & set(own)
    assert {Band.STARTING, Band.ACTIVE} & set(offered[0].bands)


def test_once_everything_is_spent_nothing_is_offered(playbook: Playbook) -> None:
    """What did nothing does not come back."""
    done = [tried(prompt.id, Outcome.NO_EFFECT, at) for at, prompt in enumerate(playbook.prompts)]
    assert prompts_for(card(), playbook, Pillar.PEOPLE, tried=done) == ()


def test_what_was_tried_stays_in_sight(playbook: Playbook) -> None:
    """The newest first; what still runs, what is offered now and words of one's own are told elsewhere."""
    offered = playbook.of(Pillar.PEOPLE, Band.BUILDING, "free")
    done = [
        tried("people-old", Outcome.NO_EFFECT, 0),
        tried("people-gone", Outcome.WORKED, 1),
        tried("people-now", Outcome.TOO_EARLY, 2),
        tried(offered[0].id, Outcome.NOT_DONE, 3),
        tried(None, Outcome.WORSE, 4),
    ]
    assert [one.commitment.prompt_id for one in told(done, offered)] == ["people-gone", "people-old"]
