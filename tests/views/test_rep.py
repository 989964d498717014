"""Does a rep's page say who, why this pillar, and what to ask?"""

from tests.views.conftest import calm, texts


def open_rep(opened, rep_id: str, state: str = "a team"):
    """Open the page of a rep by the id in the address."""
    return calm(opened(state, "rep", rep=rep_id))


def test_the_address_names_the_rep_by_id(opened):
    """A link with a rep's id opens that rep."""
    assert open_rep(opened, "lars-sokolov").title[0].value == "Lars Sokolov"


def test_an_unknown_rep_falls_back_to_the_first(opened):
    """An id nobody has shows the first rep and no error."""
    app = open_rep(opened, "nobody")
    assert app.title[0].value == app.selectbox(key="filter_rep").options[0]


def test_the_weakest_pillar_stands_next_to_the_lowest(opened):
    """Both are said, with baseline and gap, so that the lowest raw score is not taken for the weakness."""
    said = texts(open_rep(opened, "lars-sokolov"))
    assert "Relationships is furthest behind" in said
    assert "4.0 points below the team's median" in said
    assert "Lowest raw score" in said
    assert "Insights, 4.7 of 25" in said


def test_each_prompt_says_what_it_takes_and_who_claims_what(opened):
    """A card has a question, minutes, the day to check again, and the grade of the source."""
    said = texts(open_rep(opened, "lars-sokolov"))
    assert said.count("minutes") >= 2
    assert said.count("Check again after") >= 2
    assert said.count("Grade ") >= 2


def test_another_pillar_can_be_chosen(opened):
    """The prompts follow the pillar in the select box."""
    app = open_rep(opened, "lars-sokolov")
    app.selectbox(key="filter_pillar").set_value("insights").run()
    assert "Insights (engage with insights): 4.7 of 25" in texts(calm(app))


def test_a_rep_without_a_score_is_not_coached_on_zero(opened):
    """Not onboarded is said in words; there are no prompts and no bars."""
    app = open_rep(opened, "clara-hedlund")
    said = texts(app)
    assert "not onboarded" in said
    assert "No prompts without a score" in said
    assert "0.0 of 25" not in said


def test_the_trend_shows_pillars_on_request(opened):
    """The half year shows the total, or the four pillars."""
    app = open_rep(opened, "lars-sokolov")
    assert '"name":"Team median"' in app.get("plotly_chart")[1].proto.spec
    app.toggle(key="trend_apart").set_value(True).run()
    assert '"name":"Relationships"' in calm(app).get("plotly_chart")[1].proto.spec
