"""Which day does a span of days begin with?"""

import pytest

from dashboard.ingest.dates import dates
from tests.ingest.columns import column

WEEKS = """
    16.11.2026 - 22.11.2026  | 16.11.-22.11.2026       | 16.11. – 22.11.2026       | 16-22 Nov 2026
    16.–22. November 2026    | Nov 16 - 22, 2026       | 2026-11-16 to 2026-11-22  | 16/11/2026 bis 20/11/2026
    16 Nov - 22 Nov 2026     | 16/11/2026 au 22/11/2026
"""


@pytest.mark.parametrize("cell", [cell.strip() for cell in WEEKS.replace("\n", "|").split("|") if cell.strip()])
def test_a_week_is_its_first_day(cell: str):
    """The year and the month may stand at the end only."""
    found = dates(column(cell))
    assert found.values.dt.strftime("%Y-%m-%d").tolist() == ["2026-11-16"]
    assert not found.bad.any()


@pytest.mark.parametrize(
    "cell", ["16.11.2026 - 22.12.2026", "22.11.2026 - 16.11.2026", "16 Nov 2026 - soon", "30-2 Nov 2026", "a - b"]
)
def test_what_is_no_week_is_no_span(cell: str):
    """Longer than a week, backwards, or no days."""
    assert dates(column(cell)).bad.all()


def test_the_length_of_a_span_tells_day_from_month():
    """From 5 to 11 October is a week, from 10 May to 10 November is none."""
    found = dates(column("05/10/2026 - 11/10/2026"))
    assert found.values.dt.strftime("%Y-%m-%d").tolist() == ["2026-10-05"]
    assert not found.ambiguous
