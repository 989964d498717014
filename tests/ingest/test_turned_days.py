"""Has a spreadsheet taken the month of another country's dates for the day?"""

from datetime import date

import pytest

from tests.ingest.files import book, read

FIFTH, TWELFTH = date(2026, 5, 10), date(2026, 12, 10)
"""What 5 October and 12 October become."""


def days(cells: list[object], **answers: str) -> tuple[list[str], list[str]]:
    """Return the days of the readings and the keys of the questions."""
    rows = [[f"Rep {'ABCDE'[place]}berg", cell, 60] for place, cell in enumerate(cells)]
    loaded = read(book(Team=[["Rep", "Week of", "SSI"], *rows]), "team.xlsx", answers=answers)
    by_rep = loaded.readings.sort_values("rep")["date"].dt.strftime("%Y-%m-%d")
    return by_rep.tolist(), [one.key for one in loaded.questions]


@pytest.mark.parametrize("text", ["10/26/2026", "26/10/2026", "26.10.2026"])
def test_dates_that_may_be_turned_round_are_asked(text: str):
    """Texts that fit one way only beside real dates that fit both; none of the real ones is stored meanwhile."""
    cells: list[object] = [FIFTH, TWELFTH, text]
    assert days(cells) == (["2026-10-26"], ["turned_dates"])
    assert days(cells, turned_dates="turned") == (["2026-10-05", "2026-10-12", "2026-10-26"], [])
    assert days(cells, turned_dates="right") == (["2026-05-10", "2026-12-10", "2026-10-26"], [])


@pytest.mark.parametrize(
    "cells",
    [
        [date(2026, 10, 19), FIFTH, "26/10/2026"],
        [date(2026, 10, 5), date(2026, 11, 2), "26/10/2026"],
        [FIFTH, TWELFTH, "26/10/2026", "12/10/2026"],
        [FIFTH, TWELFTH, "2026-10-26"],
        [date(2026, 10, 10), "26/10/2026"],
        [FIFTH, TWELFTH],
    ],
    ids=["a day over twelve", "Mondays", "texts that fit both ways", "ISO texts", "same both ways", "no texts"],
)
def test_dates_that_are_right_are_not_asked(cells: list[object]):
    """Whatever proves that real dates are as they were meant."""
    assert "turned_dates" not in days(cells)[1]
