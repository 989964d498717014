"""Are a list of deals and another file about the same pipeline taken as alternatives, never added or overwritten?"""

from dashboard.ingest.load import Loaded, Source, load
from tests.ingest.files import MONDAY

DEALS = """Opportunity Owner,Opportunity Name,Stage,Amount,Amount Currency,Probability (%),Close Date
Mara Lindqvist,A,Qualification,100,EUR,10,2026-12-10
Mara Lindqvist,B,Closed Won,30,EUR,100,2026-11-10
Ivo Castelo,C,Qualification,50,EUR,10,2026-12-10
"""
OTHER = DEALS.replace("100,EUR,10", "120,EUR,10")
TYPED = "Rep,Week of,Open pipeline,Won,Quota,Currency\nMara Lindqvist,2026-11-16,900,30,1000,EUR\n"


def together(*contents: str, **answers: str) -> Loaded:
    """Read files as one set; they are called one.csv, two.csv."""
    names = ("one.csv", "two.csv", "three.csv")
    sources = [Source(name, content.encode()) for name, content in zip(names, contents, strict=False)]
    return load(sources, as_of=MONDAY, answers={key.replace("_", ":"): value for key, value in answers.items()})


def of(loaded: Loaded, field: str) -> dict[str, float]:
    """Return a field per rep, where it is known."""
    rows = loaded.pipeline.dropna(subset=field)
    return dict(zip(rows["rep"], rows[field], strict=True))


def test_two_lists_that_differ_are_asked_about():
    """One question names both files and an example; until it is answered neither amount is in the tables."""
    asked = together(DEALS, OTHER)
    assert [(one.key, one.choices) for one in asked.questions] == [("source:open", ("one.csv", "two.csv"))]
    assert "100.00 EUR in one.csv, 120.00 EUR in two.csv" in asked.questions[0].text
    assert of(asked, "open_pipeline") == {"Ivo Castelo": 50.0}
    assert of(asked, "won") == {"Mara Lindqvist": 30.0, "Ivo Castelo": 0.0}


def test_the_answer_says_which_file_counts():
    """The other one's sums of that kind are left out, and nothing is added."""
    assert of(together(DEALS, OTHER, source_open="one.csv"), "open_pipeline")["Mara Lindqvist"] == 100.0
    told = together(DEALS, OTHER, source_open="two.csv")
    assert of(told, "open_pipeline") == {"Mara Lindqvist": 120.0, "Ivo Castelo": 50.0}
    assert "conflicting_values" not in {one.code for one in told.problems}


def test_a_typed_sheet_and_a_list_are_alternatives_field_by_field():
    """What only the sheet has stays; what both have and agree on is no question."""
    asked = together(DEALS, TYPED)
    assert [one.key for one in asked.questions] == ["source:open"]
    told = together(DEALS, TYPED, source_open="two.csv")
    assert of(told, "open_pipeline") == {"Mara Lindqvist": 900.0, "Ivo Castelo": 50.0}
    assert of(told, "quota") == {"Mara Lindqvist": 1000.0}
    assert of(told, "won")["Mara Lindqvist"] == 30.0


def test_files_in_other_currencies_are_alternatives_too():
    """Euros of one list do not stand beside the dollars of another without a question."""
    asked = together(DEALS, DEALS.replace("EUR", "USD"))
    assert {one.key for one in asked.questions} == {"source:open", "source:won"}
    told = together(DEALS, DEALS.replace("EUR", "USD"), source_open="two.csv", source_won="two.csv")
    assert set(told.pipeline["currency"]) == {"USD"}


def test_lists_that_agree_and_lists_of_other_reps_need_no_question():
    """The same list twice is a repeat; lists of different reps are one team."""
    again = together(DEALS, DEALS)
    assert not again.questions
    assert of(again, "open_pipeline") == {"Mara Lindqvist": 100.0, "Ivo Castelo": 50.0}
    apart = together(DEALS, OTHER.replace("Mara Lindqvist", "Wanda Orlov").replace("Ivo Castelo", "Wanda Orlov"))
    assert not apart.questions
    assert of(apart, "open_pipeline")["Wanda Orlov"] == 170.0


def test_a_share_of_the_quota_goes_with_what_its_own_file_says_was_won():
    """The sheet has quota and attainment, the list what was won: the sheet's share is not of that, and is left out."""
    sheet = "Rep,Week of,Quota,Attainment,Currency\nMara Lindqvist,2026-11-16,1000,116%,EUR\n"
    told = together(DEALS, sheet)
    assert not told.questions
    assert (of(told, "won")["Mara Lindqvist"], of(told, "quota")) == (30.0, {"Mara Lindqvist": 1000.0})
    assert of(told, "attainment") == {}


def test_what_one_list_does_not_weigh_is_not_weighed_in_the_sum():
    """Added up, the open pipeline is known; the weighted one is not, since one list has no probabilities."""
    bare = "Deal Name,Deal Stage,Amount,Deal owner,Close Date\nElm,Qualified To Buy,€7,Mara Lindqvist,2026-12-10\n"
    told = together(DEALS, bare, source_open="both", source_won="both")
    assert not told.questions
    assert of(told, "open_pipeline") == {"Mara Lindqvist": 107.0, "Ivo Castelo": 50.0}
    assert "Mara Lindqvist" not in of(told, "weighted_pipeline")
    assert told.pipeline.set_index("rep")["file"].to_dict()["Mara Lindqvist"] == "one.csv + two.csv"
