"""Does the table show every pipeline, and the list everybody without one?"""

from datetime import date

from dashboard.metrics.relation import Relation
from dashboard.model.cards import PipelineCard, RepCard, State
from dashboard.ui import pipelines, together

MONDAY, BEFORE = date(2026, 11, 16), date(2026, 11, 9)
EUROS, DOLLARS = PipelineCard("EUR", MONDAY, open_pipeline=480_000, attainment=0.4), PipelineCard("USD", MONDAY)
CARDS = [
    RepCard("ida", "Ida", MONDAY, State.SCORED, team="North", pipelines=(EUROS, DOLLARS)),
    RepCard("leo", "Leo", MONDAY, State.ON_LEAVE, team="North"),
    RepCard("zoe", "Zoe", MONDAY, State.LEFT, team="North"),
]


def test_each_currency_has_a_row():
    """The second currency of a rep is not lost."""
    shown = pipelines.table(pipelines.held(CARDS))
    assert shown[["Rep", "Currency"]].to_numpy().tolist() == [["Ida", "EUR"], ["Ida", "USD"]]
    assert shown["Attained"].tolist()[0] == 40.0


def test_columns_that_tell_nothing_apart_are_left_out():
    """One team needs no team; one week needs no week."""
    assert not {"Team", "Week of"} & set(pipelines.table(pipelines.held(CARDS)).columns)
    older = RepCard("ben", "Ben", MONDAY, State.SCORED, team="South", pipelines=(PipelineCard("EUR", BEFORE),))
    assert {"Team", "Week of"} <= set(pipelines.table(pipelines.held([*CARDS, older])).columns)


def test_who_has_no_figures_is_listed_but_for_who_left():
    """Leo is on leave and still on the team."""
    assert [card.name for card in pipelines.without(CARDS)] == ["Leo"]


def test_an_interval_around_zero_says_nothing_goes_together():
    """The number, the reps and the interval all stand in the sentence."""
    told = together.sentence(Relation(12, -0.128, -0.66, 0.48, ""))
    assert told.startswith("Over these 12 reps score and attainment do not visibly go together: rank correlation −0.13")
    assert "anything from −0.66 to +0.48 would fit" in told


def test_an_interval_off_zero_says_which_way_and_what_it_is_not():
    """Going together is not bringing about."""
    told = together.sentence(Relation(30, 0.52, 0.2, 0.74, ""))
    assert "a higher score goes with a higher attainment" in told
    assert "does not say that one brings the other" in told
    assert "with a lower attainment" in together.sentence(Relation(30, -0.52, -0.74, -0.2, ""))


def test_without_a_number_the_reason_is_said():
    """Too few reps."""
    assert together.sentence(Relation(8, None, None, None, "8 reps have both.")) == "8 reps have both."
