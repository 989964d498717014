"""In which currency does a workbook show its numbers?"""

import io
from collections.abc import Sequence

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from dashboard.ingest.load import Loaded
from tests.ingest.files import MONDAY, read


def shown(*quotas: tuple[object, str], heading: str = "Quota") -> Loaded:
    """Return what is read of a workbook with a quota per rep and the format of its cell."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["", "Pipeline"])
    sheet.append(["Rep", "Week of", "SSI", heading])
    for place, (quota, style) in enumerate(quotas):
        sheet.append([f"Rep {'ABCDE'[place]}berg", MONDAY, 60, quota])
        sheet.cell(place + 3, 4).number_format = style
    target = io.BytesIO()
    workbook.save(target)
    return read(target.getvalue(), "team.xlsx")


def currencies(loaded: Loaded) -> Sequence[tuple[float, str]]:
    """Return each quota with its currency."""
    return list(zip(loaded.pipeline["quota"].tolist(), loaded.pipeline["currency"].tolist(), strict=True))


@pytest.mark.parametrize(
    ("style", "code"),
    [
        ("#,##0.00\\ [$€-407]", "EUR"),
        ('#,##0 "€"', "EUR"),
        ("[$$-409]#,##0.00", "USD"),
        ('"$"#,##0.00', "USD"),
        ('_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', "USD"),
        ("[$CHF-807] #,##0", "CHF"),
        ("[$kr-41D] #,##0", "SEK"),
        ("[$$-1009]#,##0", "CAD"),
        ("[$£-809]#,##0", "GBP"),
        ("#,##0", ""),
        ('0 "pts"', ""),
    ],
)
def test_a_number_format_names_the_currency(style: str, code: str):
    """The cell holds 1200; its format says of what."""
    assert currencies(shown((1200.5, style))) == [(1200.5, code)]


def test_day_numbers_count_as_the_workbook_does():
    """An old Macintosh workbook counts from 1904, in cells with a date's format and in those without."""
    workbook = Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    sheet = workbook.worksheets[0]
    for row in (["Rep", "Week of", "SSI"], ["Mara Lindqvist", MONDAY, 60], ["Ivo Castelo", 44880, 42]):
        sheet.append(row)
    target = io.BytesIO()
    workbook.save(target)
    assert read(target.getvalue(), "team.xlsx").readings["date"].dt.date.tolist() == [MONDAY, MONDAY]


def test_formats_may_differ_by_row():
    """Two currencies in a column are never one; a number without is asked."""
    loaded = shown((100, "[$€-407] #,##0"), (200, '"$"#,##0'), (300, "General"))
    assert currencies(loaded) == [(100, "EUR"), (200, "USD")]
    assert [(one.key, one.choices) for one in loaded.questions] == [("currency", ("EUR", "USD"))]


def test_what_is_written_wins_over_the_format():
    """The heading's currency was typed; a format may be left from an old sheet."""
    assert currencies(shown((100, '"$"#,##0'), heading="Quota (EUR)")) == [(100, "EUR")]


def test_minus_one_stays_unknown_in_any_format():
    """-1 € is no debt."""
    loaded = shown((-1, "[$€-407] #,##0"), (5, "[$€-407] #,##0"))
    assert currencies(loaded) == [(5, "EUR")]
    assert [one.code for one in loaded.problems] == ["unknown_amount"]
