"""Is a file with one row per number of one rep read: own scores, industry and network never mixed?"""

from math import isnan

from dashboard.ingest.load import Source, load
from tests.ingest.files import MONDAY, codes, read

PAGE = """section,metric,value,rank
you,overall,60,
you,PROFESSIONAL_BRAND,18.4,
you,FIND_RIGHT_PEOPLE,9.2,
you,INSIGHT_ENGAGEMENT,12.1,
you,STRONG_RELATIONSHIP,20.3,
INDUSTRY,overall,31.5,9
INDUSTRY,PROFESSIONAL_BRAND,8.1,
NETWORK,overall,40,12
NETWORK,STRONG_RELATIONSHIP,10.5,
TEAM,overall,44,50
"""


def test_own_scores_and_those_of_industry_and_network_stay_apart():
    """They share the pillars' names and differ only by section; a rank stands beside its section's total."""
    loaded = read(PAGE, "page.csv", as_of=MONDAY, answers={"rep": "Mara Lindqvist"})
    row = loaded.readings.iloc[0]
    own = [row[one] for one in ("brand", "people", "insights", "relationships", "reported_total")]
    assert own == [18.4, 9.2, 12.1, 20.3, 60]
    assert [row["industry_brand"], row["network_relationships"]] == [8.1, 10.5]
    assert [row["industry_top_percent"], row["network_top_percent"]] == [9, 12]
    assert len(loaded.readings) == 1
    assert loaded.files[0].shape == "ssi_page"
    assert codes(loaded) == {"no_date_column"}


def test_whose_numbers_they_are_is_asked():
    """The page names nobody."""
    loaded = read(PAGE, "page.csv", as_of=MONDAY)
    assert [question.key for question in loaded.questions] == ["rep:page.csv"]
    assert loaded.readings.empty


def test_a_section_that_is_none_is_told_and_not_stored():
    """Whose number it is is not guessed."""
    text = PAGE.replace("you,overall,60,", "weather,overall,60,")
    loaded = read(text, "page.csv", as_of=MONDAY, answers={"rep": "Mara Lindqvist"})
    assert "unknown_component" in codes(loaded)
    assert loaded.readings["reported_total"].isna().all()


def test_a_tracker_with_written_and_numeric_values_is_read():
    """Of a value as written and as a number the number is read, under the tracker's own headings."""
    text = "section;field;original value;numeric value\nown;Find the right people;9,2 / 25;9.2\n"
    text += "industry;Find the right people;8.1;8.1\n"
    loaded = load([Source("mine.csv", text.encode())], as_of=MONDAY, answers={"rep": "Ida Lund"})
    assert not loaded.refused
    assert loaded.readings["people"].tolist() == [9.2]
    assert loaded.readings["industry_people"].tolist() == [8.1]


def test_a_value_stands_as_written_where_its_number_is_blank():
    """A tracker's text counts then, with its own decimal comma, its "of 25" and its "Top N %"."""
    rows = (
        'own;overall;"60,0";60',
        "own;Establish your professional brand;18,4 / 25;",
        "own;Find the right people;9,2;9.2",
        "own;Engage with insights;12,1 von 25;",
        "own;Build relationships;;",
        "industry;Find the right people;8,1;",
        "industry;rank;Top 9 %;",
        "network;rank;Top 12 %;12",
    )
    text = "section;field;original value;numeric value\n" + "\n".join(rows)
    loaded = load([Source("mine.csv", text.encode())], as_of=MONDAY, answers={"rep": "Ida Lund"})
    assert not loaded.questions
    row = loaded.readings.iloc[0]
    assert [row[one] for one in ("brand", "people", "insights", "reported_total")] == [18.4, 9.2, 12.1, 60]
    assert [row["industry_people"], row["industry_top_percent"], row["network_top_percent"]] == [8.1, 9, 12]
    assert isnan(row["relationships"])


def test_values_as_written_are_enough():
    """A file may have no column of numbers beside them."""
    text = "section,metric,value as written\nown,Brand,18.4 of 25\nindustry,Rank,Top 9%\n"
    loaded = read(text, "page.csv", as_of=MONDAY, answers={"rep": "Mara Lindqvist"})
    assert loaded.readings[["brand", "industry_top_percent"]].values.tolist() == [[18.4, 9]]


def test_a_scale_of_the_pillars_is_none_of_the_total_in_the_same_column():
    """Pillars out of 25 leave a total of 0.9 what it is."""
    text = "section,metric,value\nown,Brand,0.4\nown,People,0.5\nown,overall,0.9\n"
    loaded = read(text, "page.csv", as_of=MONDAY, answers={"rep": "Mara Lindqvist", "scale:value": "25"})
    assert not loaded.questions
    assert loaded.readings[["brand", "reported_total"]].values.tolist() == [[0.4, 0.9]]
