"""Can the manager choose on the page between several values of one number?"""

from tests.views.conftest import calm
from tests.views.test_import import GOOD, upload

TWICE = GOOD + b"Ida Lund,Nordics,2026-11-16,18.4,9.9,12.1,20.3,400000,100000,600000\n"
THRICE = TWICE + b"Sam Okafor,Nordics,2026-11-16,11.0,6.1,5.5,11.2,400000,20000,100000\n"
KEY = "choose_value:ida-lund:2026-11-16:people"


def people(app):
    """Return Ida's points for finding people as they would be stored."""
    (scores,) = [frame.value for frame in app.dataframe if "Total" in frame.value]
    return scores.set_index("Rep")["People"]["Ida Lund"]


def test_a_click_chooses_another_of_two_values(opened):
    """What counts is marked; the choice stands among the answers and can be taken back."""
    app = calm(upload(opened("no data", "import"), ("team.csv", TWICE)))
    radio = app.radio(key=KEY)
    assert (radio.value, radio.options) == ("9.2", ["9.2 in row 2", "9.9 in row 4"])
    assert people(app) == 9.2
    app = calm(app.radio(key=KEY).set_value("9.9").run())
    assert people(app) == 9.9
    app = calm(app.button(key="answer_value:ida-lund:2026-11-16:people").click().run())
    assert (people(app), app.radio(key=KEY).value) == (9.2, "9.2")


def test_several_are_chosen_at_once(opened):
    """One click for all of them; it goes before what was chosen one by one."""
    app = calm(upload(opened("no data", "import"), ("team.csv", THRICE)))
    app = calm(app.radio(key=KEY).set_value("9.9").run())
    app = calm(app.radio(key="choose_value").set_value("last").run())
    assert people(app) == 9.9
    app = calm(app.radio(key="choose_value").set_value("first").run())
    assert people(app) == 9.2
