"""Can the manager see who goes by which names, and part and join people?"""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.model.people import slug
from tests.views.conftest import calm, texts


@pytest.fixture
def unfolded(opened) -> AppTest:
    """The import page of the sample team with the names unfolded."""
    app = opened("a team", "import")
    app.session_state["people_open"] = True
    return calm(app.run())


def said(app: AppTest) -> str:
    """Return everything the page says, without escapes."""
    return texts(app).replace("\u2060", "").replace("\\", "")


def test_names_are_made_only_for_who_unfolds_them(opened):
    """Folded, the list is neither made nor sent."""
    assert not [box for box in opened("a team", "import").selectbox if box.key == "people_rep"]


def test_an_email_is_parted(unfolded):
    """It stands beside its rep, and parted it is a person of its own; that stands among the imports."""
    listed = next(frame.value for frame in unfolded.dataframe if "Other names" in frame.value)
    name, mail = listed["Rep"].iloc[0], listed["E-mail"].iloc[0]
    app = calm(unfolded.selectbox(key="people_rep").set_value(slug(name)).run())
    app = app.selectbox(key="people_spelling").set_value(mail).run()
    app = calm(app.button(key="people_part").click().run())
    assert f"Parted: {mail} from {name}" in said(app)
    assert len(app.selectbox(key="people_into").options) == 15


def test_two_reps_are_joined(unfolded):
    """The first goes by the second's name; that stands among the imports, and there is one rep less."""
    one, other = unfolded.selectbox(key="people_other").options[:2]
    app = unfolded.selectbox(key="people_other").set_value(slug(one)).run()
    app = app.selectbox(key="people_into").set_value(slug(other)).run()
    app = calm(app.button(key="people_join").click().run())
    assert f"Joined: {one} with {other}" in said(app)
    assert len(app.selectbox(key="people_into").options) == 13


def test_nobody_is_parted_or_joined_without_a_choice(unfolded):
    """Nothing is stored without two people, or with the same one twice."""
    app = calm(unfolded.button(key="people_part").click().run())
    app = calm(app.button(key="people_join").click().run())
    rep_id = slug(app.selectbox(key="people_other").options[0])
    app = app.selectbox(key="people_other").set_value(rep_id).run()
    app = app.selectbox(key="people_into").set_value(rep_id).run()
    app = calm(app.button(key="people_join").click().run())
    assert "Parted:" not in said(app)
    assert "Joined:" not in said(app)
