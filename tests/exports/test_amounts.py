"""Amounts are written as a reader of the language expects, and missing is never zero."""

import pytest

from dashboard.exports import amounts


@pytest.mark.parametrize("write", [amounts.compact, amounts.money, amounts.percent, amounts.points, amounts.signed])
@pytest.mark.parametrize("value", [None, float("nan")])
def test_missing_is_a_dash(write, value) -> None:
    """Whatever the number would have been."""
    assert write(value) == "–"


@pytest.mark.parametrize(
    ("currency", "locale", "short", "full"),
    [
        ("USD", "en", "$1.2M", "$1,204,500"),
        ("EUR", "de", "1,2\xa0Mio.\xa0€", "1.204.500\xa0€"),
        ("BRL", "pt", "R$\xa01,2\xa0mi", "R$\xa01.204.500"),
        ("QQQ", "en", "QQQ1.2M", "QQQ1,204,500"),
        ("", "en", "1.2M", "1,204,500"),
        ("", "de", "1,2\xa0Mio", "1.204.500"),
    ],
)
def test_money_is_short_or_full_in_each_language(currency: str, locale: str, short: str, full: str) -> None:
    """A currency nobody knows keeps its code; an unknown one is left out rather than guessed."""
    assert amounts.compact(1_204_500, currency, locale).startswith(short)
    assert amounts.money(1_204_500, currency, locale) == full


def test_rounding_never_shows_a_thousand_thousands() -> None:
    """999,999 is a million to two digits."""
    assert amounts.compact(999_999, "EUR") == "€1M"
    assert amounts.compact(-45_499, "EUR") == "−€45K"
    assert amounts.compact(0, "EUR") == "€0"


def test_short_amounts_are_those_of_a_browser() -> None:
    """Worked out by Intl.NumberFormat("en", {notation: "compact"}): cards and sortable tables read alike."""
    shown = {
        **{1_683_400: "1.7M", 62_450: "62K", 12_500: "13K", 12_499: "12K", 1_250: "1.3K", 9_960: "10K", 99_950: "100K"},
        **{598_600: "599K", 950: "950", 42: "42", 7.5: "7.5", 1_000_000_000: "1B", 23_456_789: "23M", -1_550: "−1.6K"},
    }
    assert {value: amounts.compact(value) for value in shown} == shown


def test_signs_and_tiny_changes() -> None:
    """A change that rounds to nothing has no sign."""
    assert [amounts.signed(value) for value in (2.04, -3.16, -0.04, 0)] == ["+2.0", "−3.2", "0.0", "0.0"]
