"""How is a number written for a reader? Amounts, percents and points; whatever is missing is a dash, never a zero.

One rule for money: short (`compact`) in tables, on cards, on pictures and in sentences on screen; in full (`money`) in
notes, workbooks and wherever amounts are checked one by one. The currency always stands with the amount. A minus is a
true one, and what rounds to zero has no sign.
"""

from babel import Locale
from babel.numbers import (
    format_currency,
    format_decimal,
    format_percent,
)

from dashboard.coaching import words
from dashboard.coaching.money import LOCALE, MISSING, compact

__all__ = ["LOCALE", "MISSING", "compact", "count", "missing", "money", "percent", "points", "signed", "times"]


def missing(value: float | None) -> bool:
    """Tell whether there is no number: None or NaN.

    >>> missing(None), missing(float("nan")), missing(0.0)
    (True, True, False)
    """
    return value is None or value != value


def money(value: float | None, currency: str = "", locale: str = LOCALE) -> str:
    """Return money in full, in whole units of the currency; without one where it is not known ("").

    >>> money(1_204_500.4, "EUR"), money(-45_000, "USD"), money(45_000), money(None, "EUR")
    ('€1,204,500', '−$45,000', '45,000', '–')
    """
    if value is None or missing(value):
        return MISSING
    whole = round(value)
    if not currency:
        return format_decimal(whole, locale=locale).replace("-", "−")
    pattern = Locale.parse(locale).currency_formats["standard"].pattern.replace(".00", "")
    said = format_currency(whole, currency, format=pattern, locale=locale, currency_digits=False)
    return said.replace("-", "−")


def percent(fraction: float | None, locale: str = LOCALE) -> str:
    """Return a fraction as whole percents.

    >>> percent(0.4677), percent(1.04, "de"), percent(None)
    ('47%', '104\\xa0%', '–')
    """
    return MISSING if fraction is None or missing(fraction) else format_percent(fraction, locale=locale)


def points(value: float | None) -> str:
    """Return points with one decimal.

    >>> points(16.24), points(None)
    ('16.2', '–')
    """
    return MISSING if value is None or missing(value) else words.points(value)


def signed(value: float | None) -> str:
    """Return a change of points with its sign.

    >>> signed(2.04), signed(-3.1), signed(None)
    ('+2.0', '−3.1', '–')
    """
    return MISSING if value is None or missing(value) else words.signed(value)


def times(value: float | None) -> str:
    """Return a ratio, such as the coverage of what is left of a quota.

    >>> times(3.52), times(None)
    ('3.5×', '–')
    """
    return MISSING if value is None or missing(value) else f"{value:.1f}×"


def count(value: float | None, locale: str = LOCALE) -> str:
    """Return a number of things.

    >>> count(7.0), count(1234), count(None)
    ('7', '1,234', '–')
    """
    return MISSING if value is None or missing(value) else format_decimal(round(value), locale=locale)
