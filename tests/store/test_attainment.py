"""Does a share of the quota stay only beside the numbers it came with?"""

from datetime import date, datetime

import pytest

from dashboard.store.history import pipeline
from dashboard.store.imports import undo
from dashboard.store.origins import origins
from tests.store.batches import batch, imported, shown

WEEK = date(2026, 11, 16)
LATER = datetime(2026, 11, 17, 9)
SHEET = """
rep   week        currency  won     quota   attainment  file       row
mara  2026-11-16  USD       601000  520000  1.16        sheet.csv  2
"""


def told(store) -> list[str]:
    """Return won, quota and attainment as they count now, without the headings."""
    return shown(pipeline(store)[["won", "quota", "attainment"]]).split("\n")[1].split()


def test_a_share_does_not_outlive_what_was_won(store):
    """A list of deals gives another sum: the sheet's share is gone, everywhere; taken back, it stands again."""
    imported(store, batch(pipeline=SHEET))
    deals = "rep   week        currency  won    file       row\nmara  2026-11-16  USD       24000  deals.csv  2"
    record = imported(store, batch(pipeline=deals), at=LATER)
    found = pipeline(store)
    assert (found["won"].tolist(), found["quota"].tolist()) == ([24000.0], [520000.0])
    assert found["attainment"].isna().all()
    assert [one.field for one in origins(store, "mara", WEEK)] == ["won", "quota"]
    undo(store, record.import_id, at=LATER)
    assert told(store) == ["601000", "520000", "1.16"]
    assert [one.field for one in origins(store, "mara", WEEK)] == ["won", "quota", "attainment"]


def test_a_share_stays_beside_the_same_numbers(store):
    """An import that fills other columns, or says the same again, ends nothing."""
    imported(store, batch(pipeline=SHEET))
    same = "rep   week        currency  won     open_pipeline\nmara  2026-11-16  USD       601000  5"
    imported(store, batch(pipeline=same), at=LATER)
    assert told(store) == ["601000", "520000", "1.16"]


def test_a_newer_share_counts(store):
    """A share of a newer import belongs to the numbers of that one."""
    imported(store, batch(pipeline=SHEET))
    imported(store, batch(pipeline=SHEET.replace("601000", "24000").replace("1.16", "0.05")), at=LATER)
    assert told(store) == ["24000", "520000", "0.05"]


@pytest.mark.parametrize(("quota", "left"), [("520000", []), (".", [1.16])])
def test_a_share_that_came_alone_stays_until_it_can_be_worked_out(store, quota: str, left: list[float]):
    """What is won of a known quota replaces it; what is won of an unknown one says nothing about it."""
    alone = f"rep   week        currency  quota    attainment\nmara  2026-11-16  USD       {quota}  1.16"
    imported(store, batch(pipeline=alone))
    imported(store, batch(pipeline="rep   week        currency  won\nmara  2026-11-16  USD  24000"), at=LATER)
    assert pipeline(store)["attainment"].dropna().tolist() == left
