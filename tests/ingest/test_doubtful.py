"""Is a column left alone that means something else than its heading says alone?"""

from datetime import date

import pytest

from dashboard.ingest.load import Source, load
from tests.ingest.files import codes, read

QUOTAS = "Rep,Date,SSI,Q3 quota,Q4 quota\nMara Lindqvist,{day},60,900,1000\nIvo Castelo,{day},42,800,1100\n"


@pytest.mark.parametrize(("day", "quotas"), [("2026-11-16", [1000.0, 1100.0]), ("2026-08-10", [900.0, 800.0])])
def test_of_several_quarters_that_of_the_day_is_read(day: str, quotas: list[float]):
    """The other one is told, as any second column for a field."""
    loaded = read(QUOTAS.format(day=day), as_of=date(2026, 11, 20))
    by_rep = dict(zip(loaded.pipeline["rep"], loaded.pipeline["quota"], strict=True))
    assert [by_rep["Mara Lindqvist"], by_rep["Ivo Castelo"]] == quotas
    assert codes(loaded) == {"duplicate_header"}


@pytest.mark.parametrize(
    ("heading", "told"), [("Annual quota", True), ("Jahresziel", True), ("Monthly target", True), ("Q4 quota", False)]
)
def test_a_quota_of_another_length_than_what_counts_as_won_is_told(heading: str, told: bool):
    """It is stored as it stands; over a year it is that of the year."""
    text = f"Rep,Date,SSI,{heading},Won\nMara Lindqvist,2026-11-16,60,900,100\n"
    loaded = read(text)
    assert codes(loaded) == ({"quota_period"} if told else set())
    assert loaded.pipeline["quota"].tolist() == [900.0]
    over_a_year = load([Source("team.csv", text.encode())], period="year")
    assert codes(over_a_year) == ({"quota_period"} if heading == "Monthly target" else set())


def test_a_total_of_other_numbers_is_no_score():
    """Calls are added up there; it can be said that it is the score all the same."""
    text = "Rep,Date,Calls,Total\nMara Lindqvist,2026-11-16,40,60\n"
    assert [refusal.code for refusal in read(text, "calls.csv").refused] == ["unrecognised_columns"]
    assert read(text, "calls.csv", answers={"column:Total": "reported_total"}).readings["total"].tolist() == [60.0]
    with_quota = read("Rep,Date,Quota,Calls,Total\nMara Lindqvist,2026-11-16,500,40,60\n", "calls.csv")
    assert with_quota.readings["total"].isna().all()
    assert with_quota.pipeline["quota"].tolist() == [500.0]


@pytest.mark.parametrize("name", ["SSI week 47.csv", "social_selling.csv"])
def test_a_total_is_the_score_where_something_says_so(name: str):
    """The file's name does; so does a heading, or that no other number is there."""
    text = "Rep,Date,{},Total\nMara Lindqvist,2026-11-16,40,60\n"
    assert read(text.format("Calls"), name).readings["total"].tolist() == [60.0]
    assert read(text.format("Note").replace(",40,", ",ok,"), "x.csv").readings["total"].tolist() == [60.0]
    assert read(text.format("Calls").replace("Total", "SSI total"), "x.csv").readings["total"].tolist() == [60.0]
