"""How is a number written for a reader? Amounts, percents and points; whatever is missing is a dash, never a zero."""

from math import floor, log10

from babel import Locale
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
)

from dashboard.coaching import words

MISSING = "–"
LOCALE = "en"


def missing(value: float | None) -> bool:
    """Tell whether there is no number: None or NaN.

    >>> missing(None), missing(float("nan")), missing(0.0)
    (True, True, False)
    """
    return value is None or value != value


def compact(value: float | None, currency: str = "", locale: str = LOCALE) -> str:
    """Return money short, to three digits; without a currency where it is not known ("").

    >>> compact(1_204_500, "EUR"), compact(999_999, "USD"), compact(45_000), compact(None, "EUR")
    ('€1.2M', '$1M', '45K', '–')
    """
    if value is None or missing(value):
        return MISSING
    short = _three_digits(value)
    if not currency:
        return format_compact_decimal(short, locale=locale, fraction_digits=1)
    return format_compact_currency(short, currency, locale=locale, fraction_digits=1)


def _three_digits(value: float) -> float:
    """Round before the unit is chosen, or 999,999 becomes "1000K"."""
    return round(value, 2 - floor(log10(abs(value)))) if value else 0.0


def money(value: float | None, currency: str = "", locale: str = LOCALE) -> str:
    """Return money in full, in whole units of the currency; without one where it is not known ("").

    >>> money(1_204_500.4, "EUR"), money(-45_000, "USD"), money(45_000), money(None, "EUR")
    ('€1,204,500', '-$45,000', '45,000', '–')
    """
    if value is None or missing(value):
        return MISSING
    whole = round(value)
    if not currency:
        return format_decimal(whole, locale=locale)
    pattern = Locale.parse(locale).currency_formats["standard"].pattern.replace(".00", "")
    return format_currency(whole, currency, format=pattern, locale=locale, currency_digits=False)


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
