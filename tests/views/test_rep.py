"""Does a rep's page say who, why this pillar, and what to ask?"""

import json

import pytest

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
    """A card has a question, minutes, the day to check again, and whose word it is."""
    said = texts(open_rep(opened, "lars-sokolov"))
    assert said.count("minutes") >= 2
    assert said.count("Check again after") >= 2
    assert "say that it helps" in said or "not something measured" in said
    assert "Grade " not in said


def test_another_pillar_can_be_chosen(opened):
    """The prompts follow the pillar in the select box."""
    app = open_rep(opened, "lars-sokolov")
    app.selectbox(key="filter_pillar").set_value("insights").run()
    assert "Insights (engage with insights): 4.7 of 25" in texts(calm(app))


def test_a_rep_without_a_score_is_not_coached_on_zero(opened):
    """No score so far is said in words, with what to do; there are no prompts, no bars and no empty picture."""
    app = open_rep(opened, "clara-hedlund")
    said = texts(app)
    assert "No file on this desk has a score for this rep" in said
    assert "not a score of zero" in said
    assert "Ask and agree" not in said
    assert "0.0 of 25" not in said
    assert not app.get("plotly_chart")


def test_a_rep_on_leave_keeps_the_line_and_the_last_score(opened):
    """The box of the pillars says since when; the weeks stay."""
    app = open_rep(opened, "jun-ferreira")
    said = texts(app)
    assert "of 100 points, is of the week of 12 Oct 2026, 5 weeks before this one" in said
    assert "nothing to do until the return" in said
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize(("rep_id", "weeks"), [("lars-sokolov", 26), ("rafael-lombardi", 4)])
def test_the_title_says_how_many_weeks_are_shown(opened, rep_id, weeks):
    """The line begins with the rep's first score, and so does the team's median."""
    app = open_rep(opened, rep_id)
    assert f"Score over {weeks} weeks" in texts(app)
    lines = json.loads(app.get("plotly_chart")[1].proto.spec)["data"]
    assert {len(line["y"]) for line in lines} == {weeks}


def test_one_week_is_no_line(opened):
    """After the first import there is one score; the page says when a line begins."""
    said = texts(open_rep(opened, "ida-lund", "bad rows"))
    assert "One week so far" in said
    assert "A line begins with the second week" in said


def test_a_score_without_pipeline_says_so(opened):
    """What is missing is a sentence, not an empty table."""
    app = open_rep(opened, "ida-lund", "bad rows")
    assert "No pipeline figures for this week" in texts(app)
    assert not [one for one in app.dataframe if "Currency" in one.value.columns]


def test_amounts_are_short_on_the_page_and_in_full_on_hover(opened):
    """672,700 euros are the same €673K on the card and in the table."""
    app = open_rep(opened, "lars-sokolov")
    opened_money = next(metric for metric in app.metric if metric.label == "Open pipeline")
    assert opened_money.value == "€673K"
    assert "€672,700" in opened_money.help
    assert app.dataframe[0].value["Open"].tolist() == ["€673K"]


def test_the_trend_shows_pillars_on_request(opened):
    """The weeks show the total, or the four pillars."""
    app = open_rep(opened, "lars-sokolov")
    assert '"name":"Team median"' in app.get("plotly_chart")[1].proto.spec
    app.toggle(key="trend_apart").set_value(True).run()
    assert '"name":"Relationships"' in calm(app).get("plotly_chart")[1].proto.spec


def test_a_rep_alone_has_no_team_to_stand_beside(opened):
    """The median of one rep would be the rep's own line once more."""
    app = calm(opened("one rep", "rep"))
    assert "Team median" not in app.get("plotly_chart")[1].proto.spec


def test_each_number_names_the_place_it_comes_from(opened):
    """File and row as they were read, the kind of source, and who imported it."""
    app = open_rep(opened, "ida-lund", "bad rows")
    (shown,) = [one.value for one in app.dataframe if "File" in one.value.columns]
    brand = shown.iloc[0]
    assert brand[["Number", "Value", "Source", "File", "Row"]].tolist() == ["Brand", "18.4", "Typed", "bad.csv", 2]
    assert [one.label for one in app.expander][-1] == "Where the numbers come from"


def test_without_numbers_there_is_nothing_to_say_of_their_place(opened):
    """A rep who was never scored and has no pipeline has no empty table of places."""
    app = open_rep(opened, "leo-brandt", "no data")
    assert "Where the numbers come from" not in [one.label for one in app.expander]
