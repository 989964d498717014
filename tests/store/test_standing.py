"""Does each pipeline number on the desk know the file that gave it, and of which kind that is?"""

from dataclasses import replace
from datetime import datetime

from dashboard.store.standing import standing
from tests.store.batches import batch, imported, report

LATER = datetime(2026, 11, 17, 9)
SHEET = """
rep   week        currency  open_pipeline  quota  file       sheet  row
mara  2026-11-16  USD       900            1000   sheet.csv  Team   2
"""
DEALS = """
rep   week        currency  open_pipeline  won  file       sheet  row
mara  2026-11-16  USD       100            30   deals.csv  Team   2
"""


def test_each_number_is_of_the_newest_file_that_has_it(store):
    """The list took the open pipeline over and added what was won; the quota is the sheet's."""
    imported(store, batch(pipeline=SHEET, files=("sheet.csv",)))
    listed = replace(report("deals.csv"), shape="deals", columns={"Owner": "name", "Amount": None})
    imported(store, replace(batch(pipeline=DEALS), files=(listed,)), at=LATER)
    rows, files = standing(store, ["mara"], ["2026-11-16"])
    said = {row["field"]: (files[row["origin"]].name, row["value"]) for row in rows.to_dict("records")}
    assert said == {"open_pipeline": ("deals.csv", 100), "won": ("deals.csv", 30), "quota": ("sheet.csv", 1000)}
    assert {(file.shape, file.headings) for file in files} == {("deals", ("Owner", "Amount")), ("rep_week", ("Rep",))}


def test_other_reps_and_weeks_are_not_looked_at(store):
    """Nothing is known of a week nobody spoke of, nor of another rep."""
    imported(store, batch(pipeline=SHEET, files=("sheet.csv",)))
    assert standing(store, ["mara"], ["2026-11-23"])[1] == ()
    assert standing(store, ["ivo"], ["2026-11-16"])[0].empty
