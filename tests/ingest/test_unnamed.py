"""Are reps and days found in columns whose headings do not say so?"""

from datetime import date

from tests.ingest.files import problems, read, scores

PILLARS = "Brand,People,Insights,Relationships"
ROWS = "Mara Lindqvist,18,9,12,20\nIvo Castelo,11,7,8,15\n"


def test_names_under_an_empty_heading_are_the_reps():
    """As in a table that a pivot wrote."""
    loaded = read(f",{PILLARS}\n{ROWS}", as_of=date(2026, 11, 16))
    assert scores(loaded)["Mara Lindqvist"][:2] == [18.0, 9.0]
    assert loaded.files[0].columns["column A"] == "name"


def test_words_under_an_empty_heading_are_no_reps():
    """A mark beside each row names nobody."""
    loaded = read(f",{PILLARS}\nok,18,9,12,20\nok,11,7,8,15\n", as_of=date(2026, 11, 16))
    assert [refusal.code for refusal in loaded.refused] == ["no_name_column"]


def test_days_under_an_unknown_heading_tell_the_rows_of_a_rep_apart():
    """They are not all of the file's own day; it is told where the days come from."""
    text = f"Rep,Zeitpunkt X,{PILLARS}\nMara Lindqvist,2026-11-09,17,9,12,20\nMara Lindqvist,2026-11-16,18,9,12,20\n"
    loaded = read(text, as_of=date(2026, 11, 20))
    assert [f"{week:%m-%d}" for week in loaded.readings["week"]] == ["11-09", "11-16"]
    assert [(code, row, column) for code, row, column, _ in problems(loaded)] == [("no_date_column", 1, "Zeitpunkt X")]


def test_days_that_tell_nobody_apart_are_not_those_of_the_readings():
    """The last login of each rep is something else."""
    text = f"Rep,Last login,{PILLARS}\nMara Lindqvist,2026-11-09,17,9,12,20\nIvo Castelo,2026-11-02,18,9,12,20\n"
    assert {f"{day:%m-%d}" for day in read(text, as_of=date(2026, 11, 20)).readings["date"]} == {"11-20"}
