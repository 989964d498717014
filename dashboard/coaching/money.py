"""How is an amount of money said in a sentence?"""

from math import floor, log10

from babel.numbers import format_compact_currency, format_compact_decimal

MISSING = "–"
LOCALE = "en"


def compact(value: float | None, currency: str = "", locale: str = LOCALE) -> str:
    """Return money short, to three digits; without a currency where it is not known ("").

    >>> compact(1_204_500, "EUR"), compact(999_999, "USD"), compact(45_000), compact(-45_000, "USD"), compact(None)
    ('€1.2M', '$1M', '45K', '−$45K', '–')
    """
    if value is None or value != value:
        return MISSING
    short = _three_digits(value)
    if currency:
        said = format_compact_currency(short, currency, locale=locale, fraction_digits=1)
    else:
        said = format_compact_decimal(short, locale=locale, fraction_digits=1)
    return said.replace("-", "−")


def _three_digits(value: float) -> float:
    """Round before the unit is chosen, or 999,999 becomes "1000K"."""
    return round(value, 2 - floor(log10(abs(value)))) if value else 0.0
