"""Are reps read in the week that a row above them names?"""

from datetime import date

from dashboard.ingest.load import Loaded, Source, load

HEADER = "Rep,Brand,People,Insights,Relationships"
TWICE = """
Week of 9 Nov 2026
{header}
Kofi Mensah,10,11,12,13
Lena Fuchs,14,15,16,17

Week of 16 Nov 2026
{header}
Kofi Mensah,10.5,11,12,13
"""


def read(text: str, as_of: date | None = None) -> Loaded:
    """Read a file."""
    return load([Source("team.csv", text.strip().format(header=HEADER).encode())], as_of=as_of)


def brands(loaded: Loaded) -> list[tuple[str, str, float]]:
    """Return week, rep and brand of each reading."""
    rows = loaded.readings.sort_values(["week", "rep"])
    return [(f"{week:%m-%d}", rep, brand) for week, rep, brand in zip(rows.week, rows.rep, rows.brand, strict=True)]


EXPECTED = [("11-09", "Kofi Mensah", 10.0), ("11-09", "Lena Fuchs", 14.0), ("11-16", "Kofi Mensah", 10.5)]


def test_a_table_per_week_below_each_other_is_a_week_each():
    """The second table is not the first week said otherwise."""
    loaded = read(TWICE)
    assert brands(loaded) == EXPECTED
    assert [problem.code for problem in loaded.problems] == ["no_date_column"]
    assert "2026-11-16 below row 6" in loaded.problems[0].found


def test_a_row_between_reps_that_is_a_week_dates_those_below():
    """Calendar weeks without a year are the nearest past; what follows the last rep dates nobody."""
    text = "{header}\nKW 46\nKofi Mensah,10,11,12,13\nLena Fuchs,14,15,16,17\nStand: KW 47\nKofi Mensah,10.5,11,12,13\n"
    loaded = read(text + "Exported 20 Nov 2026", date(2026, 11, 20))
    assert brands(loaded) == EXPECTED
    reasons = {left.row: left.reason for left in loaded.files[0].left_out}
    assert reasons[2] == 'the day of the rows below: "KW 46"'
    assert 7 in reasons


def test_a_note_with_a_day_in_it_dates_nobody():
    """It is left out as it was."""
    text = "Week of 16 Nov 2026\n{header}\nKofi Mensah,10,11,12,13\nOn leave until 30 Nov 2026\nLena Fuchs,14,15,16,17"
    assert [one[:2] for one in brands(read(text))] == [("11-16", "Kofi Mensah"), ("11-16", "Lena Fuchs")]
