"""Is everything at hand that a commitment is made and judged with?"""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from dashboard.coaching.fair import USUAL_DAYS
from dashboard.coaching.playbook import load_playbook
from dashboard.desk.commitments import behaviour, counted, draw_up, known_at, said, said_key
from dashboard.desk.review import load_history
from dashboard.model.commitments import Commitment, Done
from dashboard.model.errors import BadCommitment
from dashboard.model.pillars import PILLARS, Pillar
from dashboard.model.reviews import Talk, Talked
from dashboard.store.commitments import agree, say_done
from dashboard.store.engine import open_store
from dashboard.store.reviews import open_review
from tests.store.batches import AT, batch, imported
from tests.store.talks import write

PLAYBOOK = load_playbook(Path(__file__).resolve().parents[2] / "data" / "playbook.toml")
WEEK = date(2026, 11, 16)
MADE = Commitment("one", "anna", Pillar.BRAND, "one post a week", WEEK, WEEK + timedelta(days=21))


@pytest.fixture
def engine(tmp_path):
    """A store with Anna's and Ben's readings, and counts of Anna's usage export."""
    made = open_store(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    readings = "rep date brand\n anna 2026-11-09 15\n anna 2026-11-16 17\n anna 2026-11-18 18\n ben 2026-10-12 12"
    imported(made, batch(readings, activity="rep week days_active\n anna 2026-11-09 3\n ben 2026-11-09 4"))
    yield made
    made.dispose()


@pytest.mark.parametrize(
    ("rep", "day", "start"),
    [
        ("anna", date(2026, 11, 17), 17.0),
        ("anna", date(2026, 11, 18), 18.0),
        ("anna", date(2026, 11, 8), None),
        ("ben", date(2026, 11, 9), 12.0),
        ("ben", date(2026, 11, 10), None),
    ],
)
def test_it_starts_where_the_pillar_stands(engine, rep, day, start):
    """The newest reading up to the day, at most four weeks old; a day later in the week does not count."""
    made = draw_up(engine, replace(MADE, rep_id=rep, agreed_on=day), PLAYBOOK)
    assert made.start_value == start


def test_a_look_is_fair_when_the_score_can_have_answered(engine):
    """Two days for the profile, as the prompt says; else by pillar; unless a day is given."""
    profile = replace(MADE, prompt_id="brand-profile-gaps")
    assert draw_up(engine, profile, PLAYBOOK).check_on == WEEK + timedelta(days=2)
    assert draw_up(engine, MADE, PLAYBOOK).check_on == WEEK + timedelta(days=21)
    assert draw_up(engine, MADE, PLAYBOOK, WEEK + timedelta(days=9)).check_on == WEEK + timedelta(days=9)
    assert set(USUAL_DAYS) == set(PILLARS)


def test_every_commitment_has_an_id_of_its_own(engine):
    """Drawn up twice, it is two."""
    assert len({draw_up(engine, MADE, PLAYBOOK).commitment_id for _ in range(2)}) == 2


def test_a_cue_takes_the_place_of_the_prompt_s_own(engine):
    """Two would be said otherwise; without one the prompt stays as it is."""
    words, pillar, prompt = behaviour(PLAYBOOK, "people-five-a-day", None)
    made = replace(MADE, behaviour=words, pillar=pillar, prompt_id=prompt)
    assert draw_up(engine, made, PLAYBOOK).behaviour == words
    assert draw_up(engine, replace(made, cue="lunch is over"), PLAYBOOK).behaviour.startswith("Open five profiles")


def test_a_prompt_brings_its_words_and_its_pillar():
    """By its id; anything else are one's own words, which need a pillar."""
    words, pillar, prompt = behaviour(PLAYBOOK, "people-five-a-day", None)
    assert (words.startswith("Before the first call"), pillar, prompt) == (True, Pillar.PEOPLE, "people-five-a-day")
    assert behaviour(PLAYBOOK, " Read more ", Pillar.BRAND) == ("Read more", Pillar.BRAND, None)
    for text, asked in (("Read more", None), ("people-five-a-day", Pillar.BRAND)):
        with pytest.raises(BadCommitment):
            behaviour(PLAYBOOK, text, asked)


def test_a_week_knows_what_was_agreed_before_the_next_began():
    """Of the newest week that is everything, also what was agreed before the next scores come."""
    weeks = [WEEK - timedelta(weeks=1), WEEK]
    late = replace(MADE, commitment_id="late", agreed_on=WEEK + timedelta(days=8))
    assert known_at([MADE, late], WEEK, weeks) == [MADE, late]
    assert known_at([MADE, late], weeks[0], weeks) == []


def test_what_was_said_is_that_of_the_reps_asked_for(engine):
    """Commitments, counts of whoever has one, and who was coached before the week."""
    agree(engine, MADE, who="Dana", at=AT)
    before = open_review(engine, WEEK - timedelta(weeks=1), None, who="Dana", at=AT)
    write(engine, before.review_id, Talk("anna", talked=Talked.COACHED), at=AT)
    history = load_history(engine)
    found = said(engine, history, WEEK, None)
    assert (found.commitments, found.coached) == ((MADE,), {"anna": WEEK - timedelta(weeks=1)})
    assert found.activity is not None
    assert found.activity["rep_id"].unique().tolist() == ["anna"]
    nobody = replace(history, reps=history.reps[history.reps["rep_id"] == "ben"])
    assert said(engine, nobody, WEEK, None)[:2] == ((), {})


def test_no_counts_are_read_where_nothing_was_agreed(engine):
    """The usage export is a third of the reading."""
    assert counted(engine, [], None) is None


def test_the_key_changes_with_every_word(engine):
    """A commitment, a word of it, and a talk of an earlier week; not the notes of this one."""
    keys = [said_key(engine, WEEK)]
    agree(engine, MADE, who="Dana", at=AT)
    keys.append(said_key(engine, WEEK))
    say_done(engine, "one", Done.DONE, who="Dana", at=AT)
    keys.append(said_key(engine, WEEK))
    before = open_review(engine, WEEK - timedelta(weeks=1), None, who="Dana", at=AT)
    write(engine, before.review_id, Talk("anna", talked=Talked.COACHED), at=AT)
    keys.append(said_key(engine, WEEK))
    now = open_review(engine, WEEK, None, who="Dana", at=AT)
    write(engine, now.review_id, Talk("anna", "private", talked=Talked.COACHED), at=AT)
    assert len(set(keys)) == 4
    assert said_key(engine, WEEK) == keys[-1]
