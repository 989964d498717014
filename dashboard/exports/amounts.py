"""How is a number written for a reader? Amounts, percents and points; whatever is missing is a dash, never a zero."""

from math import copysign, floor, log10

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
    """Return money short, as every card and table shows it; without a currency where it is not known ("").

    Two digits, or all in front of the point where those are more: what a browser's compact numbers do, so that the
    same amount reads the same in a table that sorts (whose numbers the browser writes) and on a card.

    >>> compact(1_204_500, "EUR"), compact(999_999, "USD"), compact(64_450), compact(None, "EUR")
    ('€1.2M', '$1M', '64K', '–')
    """
    if value is None or missing(value):
        return MISSING
    short = _short(value)
    if not currency:
        return format_compact_decimal(short, locale=locale, fraction_digits=1)
    return format_compact_currency(short, currency, locale=locale, fraction_digits=1)


def _short(value: float) -> float:
    """Round before the unit is chosen, or 999,999 becomes "1000K"; halves go away from zero."""
    if not value:
        return 0.0
    digits = floor(log10(abs(value)))
    step = 10.0 ** min(digits // 3 * 3, digits - 1)
    steps = floor(round(abs(value) / step, 6) + 0.5)
    return copysign(round(steps * step, 1), value)


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
