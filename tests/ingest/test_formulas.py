"""Are formulas without results told from blank cells?"""

from dashboard.ingest.formulas import columns_without_values
from tests.ingest.files import MONDAY, book, problems, read, values

HEADER = ["Rep", "Date", "SSI", "Quota"]


def sheet(quota: object) -> bytes:
    """Return a workbook with a sheet in front and one rep's quota."""
    return book(Notes=[["Hello"]], Team=[HEADER, ["Mara Lindqvist", MONDAY, 60, quota]])


def test_a_column_of_formulas_without_results_is_told():
    """The library that wrote the file calculated nothing: the quota is missing, and the manager hears why."""
    loaded = read(sheet("=B2*2"), "team.xlsx")
    told = ("formula_without_result", 1, "Quota", "formulas without results in column D")
    assert problems(loaded) == [told]
    assert loaded.pipeline.empty


def test_blank_columns_and_numbers_are_not():
    """Only formulas are."""
    assert not problems(read(sheet(None), "team.xlsx"))
    loaded = read(sheet(450), "team.xlsx")
    assert not problems(loaded)
    assert values(loaded, "quota") == [450]


def test_only_the_sheet_itself_counts():
    """A formula elsewhere says nothing."""
    content = sheet("=B2*2")
    assert columns_without_values(content, "Team") == {3}
    assert columns_without_values(content, "Notes") == frozenset()
    assert columns_without_values(content, "None such") == frozenset()
    assert columns_without_values(b"no workbook", "Team") == frozenset()
