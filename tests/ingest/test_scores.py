"""How do cells become points? Scales are asked, never guessed; what is out of range is never clipped."""

import math

import pytest

from tests.ingest.files import HEADER, MONDAY, book, problems, read, scores

TWO = "Mara Lindqvist,2026-11-16,{}\nIvo Castelo,2026-11-16,{}\n"


def keys(loaded) -> list[str]:
    """Return the keys of the questions."""
    return [question.key for question in loaded.questions]


SCALED = [
    ("percent", HEADER + TWO.format("74%,45%,50%,82%", "49%,59%,25%,57%"), [18.5, 11.25, 12.5, 20.5]),
    ("percent", HEADER.replace("d,P", "d %,P") + TWO.format("74,5%,5%,82%", "49,9%,2%,57%"), [18.5, 1.25, 1.25, 20.5]),
    ("percent", HEADER + TWO.format("0.74,0.45,0.5,0.82", "0.49,0.59,0.25,0.57"), [18.5, 11.25, 12.5, 20.5]),
    ("100", HEADER + TWO.format("74,45,50,82", "49,59,45,57"), [18.5, 11.25, 12.5, 20.5]),
    ("20", HEADER.replace("\n", ",SSI\n") + TWO.format("16,8,10,16,62.5", "12,12,6,14,55"), [20, 10, 12.5, 20]),
    ("20", HEADER.replace("Brand", "Brand (0-20)") + TWO.format("16,8,10,16", "12,12,6,14"), [20, 8, 10, 16]),
]  # fmt: skip


@pytest.mark.parametrize(("scale", "text", "points"), SCALED)
def test_another_scale_is_asked_and_then_taken(scale: str, text: str, points: list[float]):
    """Nothing of an asked column is stored until it is answered, column by column."""
    asked = read(text)
    assert asked.questions
    assert all(sorted(question.choices) == ["100", "20", "25", "percent"] for question in asked.questions)
    assert all(question.choices[0] == scale for question in asked.questions), "the most likely one stands first"
    fields = ["brand", "people", "insights", "relationships"]
    open_ones = [asked.files[0].columns[question.column] for question in asked.questions if question.column]
    assert not [field for field in fields if field in open_ones and asked.readings[field].notna().any()]
    answered = read(text, answers=dict.fromkeys(keys(asked), scale))
    assert not answered.questions
    assert scores(answered)["Mara Lindqvist"] == pytest.approx(points)


def test_one_answer_may_settle_all_pillars():
    """Plain `scale` is for every pillar."""
    text = HEADER + TWO.format("74%,45%,50%,82%", "49%,59%,25%,57%")
    assert scores(read(text, answers={"scale": "percent"}))["Mara Lindqvist"] == pytest.approx(
        [18.5, 11.25, 12.5, 20.5]
    )


def test_an_answer_that_is_no_choice_is_asked_again():
    """A typing error in an answer stores nothing."""
    text = HEADER + TWO.format("74%,45%,50%,82%", "49%,59%,25%,57%")
    assert len(read(text, answers={"scale": "percnt"}).questions) == 4


@pytest.mark.parametrize(
    "cell", ["18.4", "18.4 / 25", "18.4/25", "18.4 of 25", "18,4 von 25", "73.6/100", "73,6 de 100"]
)
def test_a_cell_may_say_out_of_how_much(cell: str):
    """The denominator in the cell is believed and needs no question."""
    loaded = read(f'{HEADER}Mara Lindqvist,2026-11-16,"{cell}",9.2,12.1,20.3\n')
    assert not loaded.questions
    assert scores(loaded)["Mara Lindqvist"][0] == pytest.approx(18.4)


def test_a_single_number_too_high_is_a_slip():
    """217 among scores is reported, not clipped, not stored, and no reason to doubt the scale."""
    rows = "".join(f"Rep {letter},2026-11-16,18,9,12,20\n" for letter in "ABCDE")
    loaded = read(f"{HEADER}{rows}Mara Lindqvist,2026-11-16,217,9.2,12.1,20.3\n")
    assert problems(loaded) == [("out_of_range", 7, "Brand", "217")]
    assert math.isnan(scores(loaded)["Mara Lindqvist"][0])


@pytest.mark.parametrize("cell", ["n/a", "", "-", "–", "TBD", "k. A."])
def test_missing_is_not_zero(cell: str):
    """A blank, or a word for it, beside other scores is told with its row and column."""
    loaded = read(f"{HEADER}Mara Lindqvist,2026-11-16,18.4,{cell},12.1,20.3\n")
    assert problems(loaded) == [("missing_score", 2, "People", cell or "blank")]
    assert math.isnan(scores(loaded)["Mara Lindqvist"][1])
    assert loaded.readings["total"].isna().all()


def test_zero_is_a_score():
    """A pillar may be at 0."""
    loaded = read(f"{HEADER}Mara Lindqvist,2026-11-16,0,9.2,12.1,20.3\n")
    assert scores(loaded)["Mara Lindqvist"][0] == 0
    assert not loaded.problems


def test_a_comma_among_dots_is_read_and_told():
    """11,10 in a dot file is 11.10, across all columns of the file."""
    loaded = read(f'{HEADER}Mara Lindqvist,2026-11-16,18.4,9.2,"11,10",20.3\n')
    assert problems(loaded) == [("decimal_comma", 2, "Insights", "11,10")]
    assert scores(loaded)["Mara Lindqvist"][2] == 11.1


def test_the_sum_is_held_against_the_total():
    """More than 1.0 apart is worth a look; both are kept and the sum counts."""
    text = f"{HEADER.strip()},SSI\nMara Lindqvist,2026-11-16,18.4,9.2,12.1,20.3,{{}}\n"
    assert problems(read(text.format(61))) == []
    loaded = read(text.format("61.1"))
    assert problems(loaded) == [("total_mismatch", 2, "SSI", "61.1 reported, the pillars add up to 60.00")]
    assert loaded.readings[["total", "reported_total"]].to_numpy().tolist() == [[pytest.approx(60), 61.1]]


def test_a_total_counts_where_pillars_are_missing():
    """The total is the sum of the four pillars, else the reported one."""
    loaded = read(f"{HEADER.strip()},SSI\nMara Lindqvist,2026-11-16,18.4,,12.1,20.3,57/100\n")
    assert loaded.readings["total"].tolist() == [57]


def test_averages_and_ranks_of_the_page_are_read():
    """Industry and network averages per pillar and "Top 9 %" stand beside the rep's own scores."""
    rows = [
        ["Rep", "Week of", "Brand", "Industry Brand", "Network average people", "Industry SSI rank", "Network rank"],
        ["Mara Lindqvist", MONDAY, 18.4, 11.8, 4.4, "Top 9%", 0.12],
    ]
    loaded = read(book(Team=rows), "team.xlsx").readings
    fields = ["brand", "industry_brand", "network_people", "industry_top_percent", "network_top_percent"]
    assert loaded[fields].to_numpy().tolist() == [[18.4, 11.8, 4.4, 9.0, 12.0]]


def test_long_files_are_held_against_their_totals():
    """Four pillars of 80 % each that make a total of 80 go to 20; the answer reads them so, and the total stays."""
    pillars = {"Brand": 14.72, "People": 7.36, "Insights": 9.68, "Relationships": 16.24}
    rows = "".join(f"Mara Lindqvist,2026-11-16,{name},{points}\n" for name, points in pillars.items())
    text = f"Rep,Date,Pillar,Score\n{rows}Mara Lindqvist,2026-11-16,SSI,60\n"
    asked = read(text)
    assert [one.key for one in asked.questions] == ["scale:Score"]
    assert "each goes to 20" in asked.questions[0].text
    assert asked.readings[["brand", "reported_total"]].isna().to_numpy().tolist() == [[True, False]]
    answered = read(text, answers={"scale:Score": "20"})
    assert scores(answered)["Mara Lindqvist"] == pytest.approx([18.4, 9.2, 12.1, 20.3])
    assert answered.readings["reported_total"].tolist() == [60]
    assert not answered.problems
