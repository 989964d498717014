"""Does a title or a note give the amounts their unit?"""

import pytest

from dashboard.ingest.currencies import Unit
from dashboard.ingest.title_units import unit_of_file
from tests.ingest.files import MONDAY, book, codes, read, values

TITLES = """
    SSI and pipeline (amounts in k€)  | EUR | 3
    Alle Beträge in T€                | EUR | 3
    All amounts in thousands of EUR   | EUR | 3
    Montants en milliers d'euros      | EUR | 3
    Importes en miles de €            | EUR | 3
    Valores em milhares de EUR        | EUR | 3
    Beträge in Tsd. EUR               | EUR | 3
    Pipeline in Mio. USD.             | USD | 6
    Currency: EUR                     | EUR | 0
    Währung: CHF                      | CHF | 0
    SSI and pipeline (USD)            | USD | 0
    in thousands                      |     | 3
    Team in ALL regions               |     | 0
    Reps in B team                    |     | 0
    Ziel: 2 Mio. € in Q4              |     | 0
    Week of 16 Nov 2026 (Mon)         |     | 0
    Top 10 in EMEA                    |     | 0
"""
CASES = [[cell.strip() for cell in line.split("|")] for line in TITLES.strip().splitlines()]


@pytest.mark.parametrize(("title", "currency", "power"), CASES)
def test_a_title_gives_a_unit_or_none(title: str, currency: str, power: str):
    """In five languages, in brackets or after "in"; amounts in a title are no unit."""
    assert unit_of_file(["Team", title])[0] == Unit(currency=currency, power=int(power))


@pytest.mark.parametrize("place", ["above", "below"])
def test_amounts_are_in_the_unit_of_the_file(place: str):
    """640 below "in k€" is 640,000 euros, and it is said; a cell or a heading with its own unit keeps it."""
    rows = [
        ["Rep", "Date", "Open pipeline", "Quota (USD)", "Won"],
        ["Mara Lindqvist", MONDAY, 640, 450_000, "210k"],
    ]
    note = [["All amounts in k€"]]
    loaded = read(book(Team=[*note, *rows] if place == "above" else [*rows, [], *note]), "team.xlsx")
    found = dict(zip(values(loaded, "currency"), values(loaded, "open_pipeline"), strict=True))
    assert found["EUR"] == 640_000
    assert 450_000 in values(loaded, "quota")
    assert 210_000 in values(loaded, "won")
    assert codes(loaded) == {"unit_of_file"}


def test_an_answer_goes_before_the_title():
    """The manager knows the currency better."""
    text = "Currency: EUR,,\nRep,Date,Quota\nMara Lindqvist,2026-11-16,450\n"
    assert values(read(text, answers={"currency": "USD"}), "currency") == ["USD"]
