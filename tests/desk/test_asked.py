"""Are questions alike put as one?"""

from dashboard.desk.asked import sure, together
from dashboard.ingest.load import Source, load

PERCENT = "Rep,Week of,Brand %,People %,Insights %,Relationships %\nMara Lindqvist,2026-11-09,74%,45%,50%,2%\n"
EITHER = "Rep,Date,SSI\nMara Lindqvist,03/11/2026,60\n"


def test_four_columns_in_percent_are_one_question():
    """It names all four, offers percent first, and one answer settles all of them."""
    source = Source("percent.csv", PERCENT.encode())
    (asked,) = together(load([source]).questions)
    assert asked.about == ("Brand %", "People %", "Insights %", "Relationships %")
    assert asked.choices[0] == "percent"
    assert '"Brand %", "People %", "Insights %" and "Relationships %"' in asked.text
    answered = load([source], answers=dict.fromkeys(asked.keys, "percent"))
    assert not answered.questions
    assert answered.readings["brand"].tolist() == [18.5]


def test_the_same_question_of_two_files_is_put_once():
    """One answer is for both, so it is asked once."""
    asked = load([Source("a.csv", EITHER.encode()), Source("b.csv", EITHER.replace("60", "61").encode())]).questions
    assert [one.key for one in asked] == ["date_order", "date_order"]
    assert [one.keys for one in together(asked)] == [("date_order",)]


def test_columns_doubted_for_different_reasons_are_asked_apart():
    """A heading that says 100 and one that says 20 have two answers."""
    text = "Rep,Week of,Brand (0-100),People (0-20)\nMara Lindqvist,2026-11-09,74,16\n"
    assert [one.choices[0] for one in together(load([Source("a.csv", text.encode())]).questions)] == ["100", "20"]


def test_only_strong_evidence_is_sure():
    """Questions of dates and scales are never answered by one click for all."""
    assert sure(together(load([Source("a.csv", EITHER.encode())]).questions)) == ()
