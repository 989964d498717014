"""How is an amount of money said short, in a sentence, on a card and in a table?"""

from functools import lru_cache
from math import copysign, floor, log10

from babel.numbers import format_compact_currency, format_compact_decimal

MISSING = "–"
LOCALE = "en"


def compact(value: float | None, currency: str = "", locale: str = LOCALE) -> str:
    """Return money short; without a currency where it is not known ("").

    Two digits, or all in front of the point where those are more: what a browser's compact numbers do, so that the
    same amount reads the same in a table that sorts (whose numbers the browser writes) and everywhere else.

    >>> compact(1_204_500, "EUR"), compact(999_999, "USD"), compact(64_450), compact(-45_000, "USD"), compact(None)
    ('€1.2M', '$1M', '64K', '−$45K', '–')
    """
    if value is None or value != value:
        return MISSING
    return _written(_two_digits(value), currency, locale)


@lru_cache(maxsize=4_096)
def _written(short: float, currency: str, locale: str) -> str:
    """Return an amount of two digits in words; there are few of them, and each takes long to write."""
    if currency:
        said = format_compact_currency(short, currency, locale=locale, fraction_digits=1)
    else:
        said = format_compact_decimal(short, locale=locale, fraction_digits=1)
    return said.replace("-", "−")


def _two_digits(value: float) -> float:
    """Round before the unit is chosen, or 999,999 becomes "1000K"; halves go away from zero."""
    if not value:
        return 0.0
    digits = floor(log10(abs(value)))
    step = 10.0 ** min(digits // 3 * 3, digits - 1)
    steps = floor(round(abs(value) / step, 6) + 0.5)
    return copysign(round(steps * step, 1), value)
