"""Which day is a week's heading, with its year and without it?"""

from datetime import date

import pytest

from dashboard.ingest.weeks import is_week, numbered, read_weeks

AS_OF = date(2026, 11, 18)


def days(*texts: str, as_of: date | None = AS_OF) -> list[str]:
    """Return the days of headings as ISO dates without the century."""
    return [f"{day:%y-%m-%d}" if day else "" for day in read_weeks(texts, as_of, None).days]


WRITTEN = """
KW 45 | W45 | Wk 45 | Week 45 | Woche 45 | Semaine 45 | Semana 45 | Week of Nov 2 | Nov 2 | 02.11. | 2 Nov | 2026-11-02
| 2026-W45 | KW 45/2026 | W45 2026 | 11/02/2026 | 2026-11-02 00:00:00 | w/e 8 Nov
"""


@pytest.mark.parametrize("text", [" ".join(text.split()) for text in WRITTEN.split("|")])
def test_a_week_is_known_in_many_writings(text: str):
    """In words of five languages, with and without a year."""
    assert is_week(text)


@pytest.mark.parametrize("text", ["18.4", "9.2", "60", "Brand", "Q4", "H1", "S2", "46328", "Q4 2026", "P1", "", "#1"])
def test_other_headings_are_no_weeks(text: str):
    """Numbers of a row of data, quarters and numbered things."""
    assert not is_week(text)


@pytest.mark.parametrize("text", ["KW 45", "W45", "Week of Nov 2", "02.11.", "Nov 2", "11/02", "2 de noviembre"])
def test_a_missing_year_is_the_nearest_past(text: str):
    """The file speaks of what was, not of what comes."""
    assert days(text, as_of=date(2026, 11, 18))[0] in {"26-11-02", "26-02-11"}
    assert days(text, as_of=date(2026, 1, 8))[0].startswith("25-")


def test_weeks_go_on_across_new_year():
    """Each week is near to the one before it, in both directions."""
    assert days("W51", "W52", "W1", "W2", as_of=date(2026, 1, 8)) == ["25-12-15", "25-12-22", "25-12-29", "26-01-05"]
    assert days("W2", "W1", "W52", as_of=date(2026, 1, 8)) == ["26-01-05", "25-12-29", "25-12-22"]
    assert days("KW 52", "KW 53", "KW 1", as_of=date(2027, 1, 8)) == ["26-12-21", "26-12-28", "27-01-04"]


def test_two_figures_after_a_month_and_its_day_end_a_span():
    """Oct 19-25 are the days from the 19th to the 25th, not the 19th of 2025."""
    assert days("Oct 19-25", "Oct 26-Nov 1", "Nov 2-8", "Nov 9-15") == ["26-10-19", "26-10-26", "26-11-02", "26-11-09"]


def test_a_year_of_two_figures_follows_the_week():
    """After a slash or an apostrophe; two weeks parted by a slash name none."""
    assert days("KW 45/26", "CW45 / 26", "W45'26", "Week #45 (2026)") == ["26-11-02"] * 4
    assert days("KW 45/46") == [""]


def test_a_week_and_its_day_agree_or_are_none():
    """Written behind each other, with or without a sign between."""
    assert days("KW 45 02.11.", "W45 2-Nov", "Week 45: Nov 2", "Week 45 Nov 02") == ["26-11-02"] * 4
    assert days("KW 45 20.11.") == [""]


def test_weeks_in_figures_alone_are_known_by_their_row():
    """By one that is no month, or by the word above them; years stand in the heading or above."""
    assert numbered(["2026-46", "2026-47"], ["", ""]) == numbered(["202646", "202647"], ["", ""])
    assert numbered(["Rep", "9", "10"], ["", "KW 2026", "KW 2026"]) == ["Rep", "KW 9/2026", "KW 10/2026"]
    assert numbered(["46", "47"], ["Kalenderwoche", "Kalenderwoche"]) == ["KW 46", "KW 47"]
    for none in (["10/2026", "11/2026"], ["46", "47"], ["2026-60"], ["18.4", "9"]):
        assert numbered(none, [""] * len(none)) == none


def test_a_whole_year_that_is_past_stays_together():
    """Its first weeks are not taken for those of the year that has just begun."""
    found = days(*(f"W{week}" for week in range(1, 53)), as_of=date(2026, 1, 8))
    assert found[0] == "24-12-30"
    assert found[-1] == "25-12-22"


def test_one_year_that_is_written_places_the_others():
    """A year in the first heading alone counts for the ones after it."""
    assert days("W51 2024", "W52", "W1") == ["24-12-16", "24-12-23", "24-12-30"]


def test_whole_weeks_between_the_headings_tell_day_from_month():
    """Of two readings the one with seven days from each to the next is meant."""
    assert days("02/11/2026", "09/11/2026") == ["26-11-02", "26-11-09"]
    assert days("11/02", "11/09") == ["26-11-02", "26-11-09"]
    assert days("29/12", "05/01", "12/01", as_of=date(2026, 1, 14)) == ["25-12-29", "26-01-05", "26-01-12"]


def test_what_may_be_either_is_ambiguous():
    """A single heading does not say whether its day or its month stands first."""
    assert read_weeks(["11/02/2026"], AS_OF, None).ambiguous
    assert not read_weeks(["11/02/2026"], AS_OF, "mdy").ambiguous


def test_without_any_day_a_week_without_a_year_is_none():
    """Nothing is guessed."""
    assert days("KW 45", as_of=None) == [""]
