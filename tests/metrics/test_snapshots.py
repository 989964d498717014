"""What did each rep's pipeline look like when it was last seen?"""

import pandas as pd
import pytest

from dashboard.metrics.snapshots import NUMBERS
from tests.metrics.drawn import WEEK, history

REPS = "rep_id\nanna\nben"


def rows(pipeline):
    """Return the snapshots of the week as rows of plain values, missing as None."""
    seen = history(REPS, pipeline_text=pipeline).snapshots.at(WEEK)
    table = pd.DataFrame(seen.numbers, columns=list(NUMBERS))
    table = table.assign(rep=seen.rep, currency=seen.currency, week=seen.week, quota_met=seen.quota_met())
    return table.astype(object).where(table.notna(), None).to_dict("records")


def test_the_newest_snapshot_counts_if_it_is_at_most_four_weeks_old():
    """Anna's of 9 November is newer than that of the 2nd; Ben's of 12 October is five weeks old."""
    (anna,) = rows("""
        rep_id week  currency open_pipeline
        anna   11-02 USD      100
        anna   11-09 USD      200
        anna   11-23 USD      900
        ben    10-12 USD      300
    """)
    assert (anna["rep"], anna["open_pipeline"], str(anna["week"])[:10]) == (0, 200, "2026-11-09")
    assert len(rows("rep_id week currency open_pipeline\nben 10-19 USD 300")) == 1


def test_currencies_are_kept_apart_and_the_one_with_a_quota_comes_first():
    """EUR has more open, USD has the quota."""
    first, second = rows("""
        rep_id week  currency open_pipeline quota
        anna   11-16 EUR      900           -
        anna   11-09 USD      100           400
    """)
    assert (first["currency"], first["open_pipeline"]) == ("USD", 100)
    assert (second["currency"], second["open_pipeline"]) == ("EUR", 900)


@pytest.mark.parametrize(
    ("eur", "usd", "main"), [("10", "20", "USD"), ("20", "10", "EUR"), ("10", "10", "EUR"), ("-", "10", "USD")]
)
def test_without_a_quota_the_larger_open_pipeline_comes_first(eur, usd, main):
    """Ties go by alphabet; an unknown amount is not larger than a known one."""
    found = rows(f"rep_id week currency open_pipeline won\nanna 11-16 USD {usd} 1\nanna 11-16 EUR {eur} 1")
    assert found[0]["currency"] == main


def test_coverage_is_the_open_pipeline_over_what_is_left_of_the_quota():
    """450,000 - 210,500 = 239,500 left; 1,200,000 / 239,500 = 5.0104; the file's attainment 0.4678 is kept."""
    (anna,) = rows("""
        rep_id week  currency open_pipeline quota  won    attainment
        anna   11-16 USD      1200000       450000 210500 0.4678
    """)
    assert anna["remaining"] == 239_500
    assert anna["coverage"] == pytest.approx(5.0104, abs=5e-5)
    assert (anna["attainment"], anna["quota_met"]) == (0.4678, False)


REST = [
    # quota won attainment open -> attainment remaining coverage met
    ("100", "25", "-", "150", 0.25, 75, 2.0, False),  # attainment from won / quota
    ("100", "-", "0.25", "150", 0.25, 75, 2.0, False),  # won from attainment x quota
    ("100", "-", "-", "150", None, None, None, False),  # won unknown is not won nothing
    ("100", "0", "-", "150", 0.0, 100, 1.5, False),
    ("100", "100", "-", "150", 1.0, 0, None, True),  # nothing left to cover
    ("100", "130", "-", "150", 1.3, 0, None, True),
    ("-", "-", "1.1", "150", 1.1, None, None, True),  # met, by the file's own word
    ("-", "30", "-", "150", None, None, None, False),
    ("0", "30", "-", "150", None, None, None, False),  # a quota of 0 is no quota
    ("100", "40", "-", "-", 0.4, 60, None, False),  # open pipeline unknown
    ("100", "40", "-", "0", 0.4, 60, 0.0, False),  # open pipeline empty
]


@pytest.mark.parametrize(("quota", "won", "given", "opened", "attainment", "remaining", "coverage", "met"), REST)
def test_what_is_unknown_stays_unknown(quota, won, given, opened, attainment, remaining, coverage, met):
    """Missing is not zero: only what follows from known numbers is given."""
    (anna,) = rows(
        f"rep_id week currency quota won attainment open_pipeline\nanna 11-16 USD {quota} {won} {given} {opened}"
    )
    told = (anna["attainment"], anna["remaining"], anna["coverage"], anna["quota_met"])
    assert told == (attainment, remaining, coverage, met)


def test_meetings_without_money_stand_beside_the_main_currency():
    """A meetings file has no currency: its 7 fill Anna's gap, but not Ben's known 3."""
    anna, ben = rows("""
        rep_id week  currency open_pipeline meetings
        anna   11-09 USD      100           -
        anna   11-16 -        -             7
        ben    11-09 USD      100           3
        ben    11-16 -        -             9
    """)
    assert (anna["currency"], anna["meetings"]) == ("USD", 7)
    assert (ben["currency"], ben["meetings"]) == ("USD", 3)


def test_meetings_alone_are_a_row_without_currency():
    """With no money anywhere the numbers are still shown."""
    (anna,) = rows("rep_id week meetings\nanna 11-16 7")
    assert (anna["currency"], anna["meetings"]) == ("", 7)


def test_no_pipeline_is_no_error():
    """An empty table has no snapshots, and rows of strangers are not seen."""
    assert rows("rep_id week") == []
    assert rows("rep_id week currency won\nstranger 11-16 USD 5") == []


def test_an_attainment_without_money_gives_way_to_what_was_won_of_the_quota():
    """24 of 520 won is 4.6 %, whatever a file without amounts says; without the quota its word counts."""
    text = """
        rep_id week  currency quota won  attainment
        anna   11-16 -        -     -    1.16
        anna   11-16 USD      {}    24   -
    """
    (known,), (unknown,) = rows(text.format("520")), rows(text.format("-"))
    assert known["attainment"] == pytest.approx(0.04615, abs=1e-5)
    assert unknown["attainment"] == 1.16
