"""Are thresholds saved, checked and used?"""

import pytest

from tests.views.conftest import calm, texts


def test_a_threshold_is_saved_and_used(opened):
    """A larger minimum makes every change steady."""
    app = opened("a team", "settings")
    app.number_input(key="settings_total").set_value(50.0)
    app.button(key="settings_save").click().run()
    app = calm(app.switch_page("views/this_week.py").run())
    assert next(card.value for card in app.metric if card.label == "Moved on their own") == "0"
    app = calm(app.switch_page("views/settings.py").run())
    assert app.number_input(key="settings_total").value == 50.0


def test_bands_that_do_not_rise_are_refused_in_a_sentence(opened):
    """A wrong setting changes nothing and says why."""
    app = opened("a team", "settings")
    app.number_input(key="settings_building").set_value(80.0)
    app.button(key="settings_save").click().run()
    assert "Nothing was saved" in app.error[0].value
    assert "Building at 80, Active at 50, Leader at 70" in app.error[0].value
    assert [element.value for element in app.exception] == []
    again = app.switch_page("views/this_week.py").run().switch_page("views/settings.py").run()
    assert calm(again).number_input(key="settings_building").value == 30.0


def test_every_threshold_can_go_back_to_its_default(opened):
    """One click puts back what was changed, in the form and for every page; then there is nothing to put back."""
    app = opened("a team", "settings")
    assert app.button(key="settings_defaults").disabled
    app.number_input(key="settings_total").set_value(50.0)
    app.toggle(key="settings_ranks").set_value(True)
    app.button(key="settings_save").click().run()
    assert not app.button(key="settings_defaults").disabled
    app = calm(app.button(key="settings_defaults").click().run())
    assert app.number_input(key="settings_total").value == 2.0
    assert not app.toggle(key="settings_ranks").value
    assert app.button(key="settings_defaults").disabled
    assert "Rank" in app.switch_page("views/leaderboard.py").run().dataframe[0].value


@pytest.mark.parametrize("basis", ["industry", "network", "role", "team", "default"])
def test_the_baseline_can_be_insisted_on(opened, basis: str):
    """Every basis can be chosen and every page stands with it."""
    app = opened("a team", "settings")
    app.selectbox(key="settings_baseline").set_value(basis)
    app.button(key="settings_save").click().run()
    assert calm(calm(app).switch_page("views/rep.py").run()).title


def test_the_page_says_where_the_playbook_lies(opened):
    """The manager sees which file to edit."""
    app = opened("a team", "settings")
    assert "playbook.toml" in str(app.table[0].value)


@pytest.mark.parametrize("chapter", ["beginners", "method", "glossary", "problems"])
def test_every_chapter_of_the_guide_is_there(opened, chapter: str):
    """The guide has its four chapters, each with something in it."""
    app = opened("no data", "guide")
    app.radio(key="guide_chapter").set_value(chapter).run()
    assert len(calm(app).markdown[0].value) > 1000


def test_a_backup_is_offered(opened):
    """The page offers the whole store as one file, and says how it comes back."""
    app = opened("a team", "settings")
    assert "Download a backup" in [button.label for button in app.get("download_button")]
    assert "ssi-coach restore" in texts(app)


def test_the_weights_of_the_queue_and_the_targets_are_saved(opened):
    """What counts for whom to talk to first, and the points aimed for, come back as they were set."""
    app = opened("a team", "settings")
    app.number_input(key="settings_weight_waiting").set_value(0.5)
    app.number_input(key="settings_target_insights").set_value(6.5)
    app.button(key="settings_save").click().run()
    app = calm(app.switch_page("views/this_week.py").run()).switch_page("views/settings.py").run()
    assert calm(app).number_input(key="settings_weight_waiting").value == 0.5
    assert app.number_input(key="settings_target_insights").value == 6.5
    app = calm(app.button(key="settings_defaults").click().run())
    assert app.number_input(key="settings_weight_waiting").value == 1.0


def test_what_is_not_saved_yet_is_said_above(opened):
    """From the first change until it is saved or discarded."""
    app = opened("a team", "settings")
    assert "Not saved yet" not in texts(app)
    app = calm(app.number_input(key="settings_total").set_value(50.0).run())
    assert "Not saved yet" in texts(app)
    app = calm(app.button(key="settings_discard").click().run())
    assert ("Not saved yet" in texts(app), app.number_input(key="settings_total").value) == (False, 2.0)
    app = app.number_input(key="settings_total").set_value(50.0).run()
    assert "Not saved yet" not in texts(calm(app.button(key="settings_save").click().run()))
