"""Can everybody's place in the queue be opened, and does what was tried stay in sight?"""

from datetime import UTC, date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.coaching.playbook import load_playbook
from dashboard.model.bands import Band
from dashboard.model.commitments import Commitment, Done
from dashboard.model.pillars import Pillar
from dashboard.model.reviews import Talk, Talked
from dashboard.store.commitments import agree, say_done
from dashboard.store.engine import open_store
from dashboard.store.reviews import open_review
from dashboard.ui.cached import PLAYBOOK
from dashboard.ui.go import PAGES
from tests.store.talks import write
from tests.views.conftest import APP, MONDAY, NOW, calm, texts, url_of

REP = "lars-sokolov"


def page(name: str, **query: str) -> AppTest:
    """Return a page of the desk as it is."""
    app = AppTest.from_file(str(APP), default_timeout=30)
    for key, value in query.items():
        app.query_params[key] = value
    return calm(app.run().switch_page(PAGES[name]).run())


def first(app: AppTest) -> list[str]:
    """Return the ids of those to talk to first, in order."""
    return [str(button.key).removeprefix("coach_") for button in app.button if str(button.key).startswith("coach_")]


def test_every_place_can_be_opened(opened):
    """Each of the three has four factors in words, and what they make together."""
    said = texts(calm(opened("a team")))
    for name in ("Need", "Signal", "Middle of the team", "Time since the last talk"):
        assert said.count(f"**{name}** · ") >= 3
    assert "No talk so far." in said
    assert said.count("**Together** · (") >= 3
    assert "What each counts is in Settings." in said


def test_who_was_coached_last_week_makes_room(desk):
    """The first of the three is coached in the week before: this week somebody else is first."""
    path = desk("a team")
    before = first(page("this_week"))
    engine = open_store(url_of(path))
    held = open_review(engine, MONDAY - timedelta(weeks=1), None, who="test", at=NOW)
    write(engine, held.review_id, Talk(before[0], talked=Talked.COACHED), at=NOW)
    engine.dispose()
    assert first(page("this_week"))[0] != before[0]
    assert "The last talk was a week ago." in texts(page("rep", rep=before[0]))


def test_a_weight_of_none_changes_the_order(opened):
    """Without need, those whose pipeline alone is thin are not among the first."""
    app = opened("a team", "settings")
    app.number_input(key="settings_weight_need").set_value(0.0)
    app.button(key="settings_save").click().run()
    app = calm(app.switch_page(PAGES["this_week"]).run())
    assert "left out" in texts(app)


@pytest.mark.parametrize("times", [1, 2])
def test_what_was_not_done_twice_is_told_and_no_longer_offered(desk, times: int):
    """Once not done it is offered again; after the second time the next prompt is, and what was tried is said."""
    path = desk("a team")
    prompt = load_playbook(PLAYBOOK).of(Pillar.RELATIONSHIPS, Band.ACTIVE, "free")[0]
    engine = open_store(url_of(path))
    for number in range(times):
        day = date(2026, 10, 5) + timedelta(weeks=number)
        made = Commitment(
            f"c{number}", REP, Pillar.RELATIONSHIPS, prompt.behaviour, day, day + timedelta(weeks=2),
            prompt_id=prompt.id,
        )  # fmt: skip
        agree(engine, made, who="test", at=NOW)
        say_done(engine, made.commitment_id, Done.NOT_DONE, who="test", at=datetime.now(UTC))
    engine.dispose()
    said = texts(page("rep", rep=REP))
    assert ("**Tried before**" in said) is (times == 2)
    assert (f"**{prompt.question}**" in said) is (times == 1)
    assert "Not done" in said


def test_who_could_help_stands_on_the_reps_page(desk):
    """The teammate who is highest on the weakest pillar, by how much; on another pillar nobody is named."""
    desk("a team")
    app = page("rep", rep=REP)
    assert "Saanvi Dahlberg could show how: 20.3 on relationships, 6.6 points above." in texts(app)
    app.selectbox(key="filter_pillar").set_value("brand").run()
    assert "could show how: " not in "".join(each.value for each in calm(app).caption if "diversity" in each.value)
