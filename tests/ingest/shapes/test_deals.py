"""Are lists of deals added up per owner and currency, whichever program they come from?"""

from datetime import date
from pathlib import Path

import pytest

from dashboard.ingest.load import Loaded, Source, load
from tests.ingest.files import MONDAY, problems

BRIGHTFORGE = """
    Anna Mueller         EUR 149000  43000      0 2 1 0 0 1
    Anna Mueller         USD 221800  60900  36000 2 1 1 0 0
    Jose Garcia Lopez    USD 116350  41035 125000 3 1 1 0 0
    Siobhan O'Brien      USD 251000  64100  36000 4 1 1 0 0
    Wei Chen             USD 113750  16100      0 4 0 0 0 0
    PRIYA RAMAN          USD 298825 114520  24000 7 1 0 2 0
    Tom Becker           USD  65750  51775      0 2 0 2 0 0
    Thomas Becker        USD 149000  46600      0 2 0 3 0 0
    Lukasz Nowak         USD 254300  45950      0 5 0 0 1 0
    Marie-Claire Dubois  USD      0      0  18500 0 1 0 0 0
    Ben Osei             USD  58100   7660      0 2 0 0 1 0
"""
"""Section 5 of EXPECTED.md: open, weighted, won; open, won, lost, overdue deals; those without an amount."""
FIELDS = ("open_pipeline", "weighted_pipeline", "won", "deals_open", "deals_won", "deals_lost", "deals_overdue")
FIELDS = (*FIELDS, "deals_without_amount")
HEADER = "Opportunity Owner,Opportunity Name,Stage,Amount,Amount Currency,Probability (%),Close Date\n"


def sums(loaded: Loaded) -> dict[tuple[str, str], list[float]]:
    """Return the sums of each rep and currency; -1 where missing."""
    assert not loaded.refused
    assert not loaded.questions
    rows = loaded.pipeline.fillna(dict.fromkeys(FIELDS, -1.0)).to_dict("records")
    return {(row["rep"], row["currency"]): [row[field] for field in FIELDS] for row in rows}


def deals(
    *lines: str, header: str = HEADER, period: str = "quarter", as_of: date | None = MONDAY, **answers: str
) -> Loaded:
    """Read a list of deals as of the Monday of the tests."""
    content = (header + "".join(f"{line}\n" for line in lines)).encode()
    told = {key.replace("__", ":").replace("_csv", ".csv"): value for key, value in answers.items()}
    return load([Source("deals.csv", content)], as_of=as_of, period=period, answers=told)


def test_the_report_of_brightforge_gives_the_sums_of_the_truth_table(corpus: Path):
    """Every sum and count of section 5 comes out, and the five lines of the footer are left out."""
    name = "05_salesforce_opportunity_report.csv"
    loaded = load([Source(name, (corpus / "team" / name).read_bytes())], as_of=MONDAY)
    known = {}
    for line in BRIGHTFORGE.strip().splitlines():
        words = line.split()
        known[" ".join(words[:-9]), words[-9]] = [float(word) for word in words[-8:]]
    assert sums(loaded) == known
    assert (loaded.files[0].shape, loaded.files[0].rows_used) == ("deals", 47)
    assert [left.row for left in loaded.files[0].left_out] == [52, 53, 54, 55, 56]
    assert [one[:2] for one in problems(loaded)] == [("no_date_column", None), ("negative_amount", 12)]


@pytest.mark.parametrize(
    ("period", "won"),
    [("quarter", 30.0), ("month", 10.0), ("year", 70.0), ("all", 150.0), ("2026-09-01:2026-10-01", 60.0)],
)
def test_a_period_says_which_closed_deals_count(period: str, won: float):
    """Won and lost are those of the period around the day; what is open counts in any."""
    days = {"2026-11-01": 10, "2026-10-01": 20, "2026-09-30": 40, "2025-12-31": 80}
    lines = [f"Mara Lindqvist,A,Closed Won,{amount},EUR,100,{day}" for day, amount in days.items()]
    loaded = deals(*lines, "Mara Lindqvist,B,Prospecting,7,EUR,10,2024-01-01", period=period)
    assert loaded.pipeline["won"].tolist() == [won]
    assert loaded.pipeline["open_pipeline"].tolist() == [7.0]
    assert loaded.pipeline["deals_overdue"].tolist() == [1.0]
