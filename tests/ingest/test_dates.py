"""Days as five languages and several spreadsheets write them."""

import datetime as dt

import pandas as pd
import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ingest.dates import date_in_text, dates
from tests.ingest.columns import ANYTHING, PATIENT, column, of, values_of

MONDAY = dt.date(2026, 11, 16)
LOCALES = ["en_US", "en_GB", "de_DE", "de_CH", "de_AT", "fr_FR", "fr_CH", "es_ES", "es_MX", "pt_BR", "pt_PT"]
DAYS = st.dates(dt.date(2003, 1, 1), dt.date(2100, 12, 31))

WRITTEN = [
    *["2026-11-16", "2026-11-16 00:00", "2026-11-16 08:30:15", "2026-11-16T08:30:15Z", "2026-11-16T08:30:15.123+02:00"],
    *["2026/11/16", "2026.11.16", "20261116", 20261116, "16.11.2026", "16.11.26", "16. 11. 2026", "16.11.2026 08:30"],
    *["16/11/2026", "11/16/2026", "16-11-2026", "11/16/26", "11/16/2026 2:30 PM", "16/11/2026 14h30"],
    *[
        "16 Nov 2026",
        "Nov 16, 2026",
        "November 16th, 2026",
        "Mon, 16 Nov 2026",
        "16-Nov-26",
        "16-Nov-2026",
        "16Nov2026",
    ],
    *["16. November 2026", "Mo., 16. Nov. 2026", "Montag, den 16. November 2026", "16. November 2026 um 08:30 Uhr"],
    *["16 novembre 2026", "lundi 16 novembre 2026", "16 nov. 2026 à 14:30", "16 de noviembre de 2026"],
    *["lunes, 16 de noviembre de 2026", "16 de novembro de 2026", "seg., 16 de nov. de 2026", "2026 Nov 16"],
    *["KW 47/2026", "KW47 2026", "KW 47 2026", "2026-W47", "2026W47", "2026-W47-1", "W47 2026", "CW 47/2026"],
    *["Week 47 2026", "Semaine 47 2026", "Semana 47 de 2026", "Sem 47 2026", "S47 2026", "2026 KW 47"],
    *[
        "week of 16 Nov 2026",
        "Week of Nov 16, 2026",
        "w/c 16 Nov 2026",
        "Woche vom 16.11.2026",
        "Semaine du 16/11/2026",
    ],
    *["Mo 16.11.2026", "Mo., 16.11.26", "Monday 16/11/2026", "mar. 16/11/2026", "Mon 2026-11-16"],
    *["KW 47 (16.11.2026)", "16.11.2026 (KW 47)", "KW 47/2026 (16.11.)", "16/11/2026 (W47)"],
    *["46342", "46342.75", 46342, 46342.75, dt.datetime(2026, 11, 16, 8, 30), MONDAY, pd.Timestamp("2026-11-16")],
    *["'2026-11-16", '="2026-11-16"', "２０２６-11-16", " 2026-11-16 "],
]
WITHOUT_YEAR = ["16 Nov", "Nov 16", "16. Nov.", "16.11.", "16/11", "Week of Nov 16", "KW 47", "S47", "Sem 47", "W47"]
BAD = [
    *[
        "abc",
        "31.02.2026",
        "2026-13-01",
        "2026-02-30",
        "32/01/2026",
        "1999-12-31",
        "2101-01-01",
        "16.11.1026",
        "W54 2026",
    ],
    *["16.11.2026 (KW 48)", "(16.11.2026)", "16.11.2026 (17.12.2026)", "Mar 16.11"],
    *["Nov 2026", "Nov-26", "Q4 2026", "2026", 2026, "16", 16, "05-10-26", "26-10-05", "16-30 Nov 2026", "16 22 Nov"],
    *["12:30", True, dt.time(8, 30), dt.timedelta(days=1), dt.date(1999, 1, 1), float("inf"), -46342, 10**12, "18.4"],
    *["16 November 2026 maybe", "16 Nov Dec 2026", "0.11.2026", *WITHOUT_YEAR],
]


@pytest.mark.parametrize("cell", WRITTEN, ids=repr)
def test_one_day_in_many_spellings(cell):
    """Every spelling of Monday 16 November 2026 is that day; times and zones are dropped, not converted."""
    found = dates(column(cell))
    assert values_of(found).dt.date.tolist() == [MONDAY]
    assert not found.ambiguous
    assert not found.bad.any()


@pytest.mark.parametrize("cell", WITHOUT_YEAR)
def test_a_day_without_a_year(cell):
    """The year comes from outside."""
    assert values_of(dates(column(cell), year=2026)).dt.date.tolist() == [MONDAY]


@pytest.mark.parametrize("cell", BAD, ids=repr)
def test_what_is_no_day_is_bad(cell):
    """Impossible days, months, years alone, long spans, years outside 2003-2100 and two-digit years between dashes."""
    found = dates(column(cell, "2026-11-16"))
    assert found.bad.tolist() == [True, False]
    assert values_of(found).isna().tolist() == [True, False]


def test_blank_days_are_missing():
    """Blank is missing and not bad."""
    found = dates(column("", "n/a", None, "2026-11-16"))
    assert not found.bad.any()
    assert values_of(found).isna().tolist() == [True, True, True, False]
    assert values_of(found).dtype == "datetime64[us]"


def test_a_day_over_twelve_proves_the_order():
    """One 26/10/2026 makes 05/10/2026 the fifth of October."""
    found = dates(column("05/10/2026", "26/10/2026"))
    assert values_of(found).dt.strftime("%m-%d").tolist() == ["10-05", "10-26"]
    assert found.order == "dmy"
    assert dates(column("10/05/2026", "10/26/2026")).order == "mdy"


def test_a_clear_day_in_an_iso_column_is_simply_read():
    """26/10/2026 among ISO days needs no question."""
    found = dates(column("2026-10-19", "26/10/2026"))
    assert values_of(found).dt.day.tolist() == [19, 26]
    assert not found.ambiguous


def test_both_orders_fit():
    """Without proof the column is ambiguous: the doubtful days are neither read nor bad, the clear ones are read."""
    found = dates(column("03/04/2026", "05/06/2026", "07/07/2026", "2026-01-02"))
    assert found.ambiguous
    assert found.order is None
    assert values_of(found).isna().tolist() == [True, True, False, False]
    assert not found.bad.any()


def test_the_same_day_in_both_orders_needs_no_order():
    """05/05/2026 is the fifth of May whichever comes first."""
    found = dates(column("05/05/2026"))
    assert not found.ambiguous
    assert values_of(found).dt.date.tolist() == [dt.date(2026, 5, 5)]


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["05/10/2026", "12/10/2026"], "dmy"),
        (["10/05/2026", "10/12/2026"], "mdy"),
        (["2026-10-12", "05/10/2026"], "dmy"),
    ],
    ids=repr,
)
def test_mondays_decide(cells, order):
    """Two different days that are Mondays in one order only decide, since scores are read on Mondays."""
    found = dates(of(cells))
    assert found.order == order
    assert not found.ambiguous
    assert (values_of(found).dt.day_of_week == 0).all()


@pytest.mark.parametrize("cells", [["05/10/2026", "05/10/2026"], ["05/10/2026", "06/10/2026"]], ids=repr)
def test_one_monday_decides_nothing(cells):
    """Every seventh day is a Monday by chance: a single one is no proof."""
    assert dates(of(cells)).ambiguous


def test_a_column_that_proves_both_orders():
    """With both orders proven the clear days are read and the doubtful ones asked."""
    found = dates(column("26/10/2026", "10/26/2026", "03/04/2026"))
    assert found.ambiguous
    assert values_of(found).isna().tolist() == [False, False, True]
    assert not dates(column("26/10/2026", "10/26/2026")).ambiguous


def test_order_given():
    """An answer decides what both orders fit, and leaves the days that fit one order alone."""
    found = dates(column("03/04/2026", "26/10/2026"), order="mdy")
    assert values_of(found).dt.strftime("%m-%d").tolist() == ["03-04", "10-26"]
    assert not found.ambiguous


def test_dots_are_day_first():
    """05.10.2026 is never the tenth of May."""
    found = dates(column("05.10.2026"))
    assert values_of(found).dt.date.tolist() == [dt.date(2026, 10, 5)]
    assert not found.ambiguous


def test_serials_of_1904():
    """Old Macintosh workbooks count 1,462 days later."""
    assert values_of(dates(column(46342 - 1462), from_1904=True)).dt.date.tolist() == [MONDAY]


def test_a_column_of_timestamps():
    """Timestamps lose their time and zone; years out of range are bad."""
    found = dates(pd.to_datetime(pd.Series(["2026-11-16T23:30+05:00", None, "1999-01-01T00:00+05:00"])))
    assert values_of(found).dt.date.tolist()[0] == dt.date(2026, 11, 16)
    assert found.bad.tolist() == [False, False, True]


def test_many_times_are_read_as_days():
    """A long column of ISO days with times goes the fast way to the same days."""
    start = dt.datetime(2026, 11, 16)
    cells = [f"{start + dt.timedelta(minutes=minute):%Y-%m-%d %H:%M:%S}" for minute in range(3000)]
    found = values_of(dates(of([*cells, ""])))
    assert found.dt.strftime("%Y-%m-%d").tolist()[:-1] == [cell[:10] for cell in cells]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("EMEA Mid-Market – week of 16 Nov 2026", MONDAY),
        ("Team KW 47/2026", MONDAY),
        ("2026-W47", MONDAY),
        ("SSI_20261116.csv", MONDAY),
        ("team_2026-11-16.xlsx", MONDAY),
        ("team_2026_11_16", MONDAY),
        ("ssi KW47_2026", MONDAY),
        ("Stand: 16.11.2026", MONDAY),
        ("Equipo, 16 de noviembre de 2026 (borrador)", MONDAY),
        ("16–22 Nov 2026", dt.date(2026, 11, 22)),
        ("16 Nov – 22 Nov 2026", dt.date(2026, 11, 22)),
        ("Report 05/10/2026", None),
        ("Team 16 Nov", None),
        ("Q4 2026", None),
        ("S1 2026", None),
        ("v10.20.30.40", None),
        ("Sheet1", None),
        ("", None),
    ],
)
def test_days_in_titles(title, day):
    """Titles, sheets and file names tell a week, if they are clear about it."""
    assert date_in_text(title) == day


@pytest.mark.parametrize("title", ["Team 16 Nov", "SSI W47", "Stand 16.11.", "Sales KW 47"])
def test_days_in_titles_without_a_year(title):
    """The year comes from outside."""
    assert date_in_text(title, year=2026) == MONDAY


@PATIENT
@given(st.sampled_from(LOCALES), st.sampled_from(["full", "long", "medium"]), st.lists(DAYS, min_size=1, max_size=20))
def test_every_locale_reads_back(locale, width, days):
    """A column of days written by any supported locale, long or medium, reads back to the same days."""
    found = dates(of(format_date(day, width, locale=locale) for day in days), order="dmy")
    assert values_of(found).dt.date.tolist() == days


@PATIENT
@given(st.sampled_from(LOCALES), st.lists(DAYS.filter(lambda day: day.day > 12), min_size=1, max_size=20))
def test_short_days_of_every_locale_read_back(locale, days):
    """Short days over the twelfth read back without help, but for two-digit years between dashes."""
    found = dates(of(format_date(day, "short", locale=locale) for day in days))
    wanted = [day.replace(year=2000 + day.year % 100) for day in days]
    believable = [day if day.year >= 2003 else None for day in wanted]
    assert [None if pd.isna(day) else day for day in values_of(found).dt.date] in (days, believable)


@PATIENT
@given(st.lists(DAYS, min_size=1, max_size=20), st.sampled_from(["dmy", "mdy"]))
def test_an_order_is_never_taken_wrongly(days, order):
    """Days written in one order are read in it, or asked: never in the other, but for Mondays that deceive."""
    pattern = "%d/%m/%Y" if order == "dmy" else "%m/%d/%Y"
    found = dates(of(day.strftime(pattern) for day in days))
    read = values_of(found).dt.date.tolist()
    deceived = found.order not in (None, order) and all(pd.Timestamp(day).weekday() == 0 for day in read)
    assert deceived or all(pd.isna(one) or one == day for one, day in zip(read, days, strict=True))


@PATIENT
@given(st.lists(ANYTHING, max_size=8), st.sampled_from([None, "dmy", "mdy"]), st.sampled_from([None, 2026]))
def test_nothing_raises(cells, order, year):
    """Whatever the cells are, each is a day of 2003-2100, blank, bad, or open in an ambiguous column."""
    found = dates(of(cells), order=order, year=year)
    assert not (values_of(found).notna() & found.bad).any()
    assert values_of(found).dropna().dt.year.between(2003, 2100).all()
    assert not (found.ambiguous and order)


@PATIENT
@given(st.text(max_size=40))
def test_no_title_raises(title):
    """Any text may be a title."""
    date_in_text(title, year=2026)
