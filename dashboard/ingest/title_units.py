"""In which unit does a file's title or note say that its amounts are? "All amounts in k€", "Währung: EUR"."""

import re
from collections.abc import Iterable

from dashboard.ingest.currencies import Unit, unit, unit_in_text
from dashboard.ingest.grid import Cell
from dashboard.ingest.headings import one_line

_AFTER = re.compile(
    r"(?:\b(?:in|en|em)\b|\b(?:currency|währung|devise|monnaie|moneda|divisa|moeda)\b *[:=])", re.IGNORECASE
)
_THOUSANDS = re.compile(r"^(?:thousands?|tausend(?:er)?|milliers|miles|milhares)\b", re.IGNORECASE)
_LINKS = re.compile(r"^(?:of|de|d['’]|von)\s*|[\s().,;:]+$", re.IGNORECASE)
_SIGN = re.compile(r"[$€£¥]")
_SHORTEST_SIZE = 3
"""A single letter, as in "reps in B", is no size."""
_MOST_WORDS = 3


def unit_of_file(texts: Iterable[Cell]) -> tuple[Unit, str]:
    """Return the currency and size that titles and notes give to all amounts, and the words that do; "" if none.

    >>> unit_of_file(["SSI and pipeline (amounts in k€)"])
    (Unit(currency='EUR', unclear='', power=3), 'SSI and pipeline (amounts in k€)')
    """
    for text in texts:
        found = _unit_in(one_line(text)) if isinstance(text, str) else Unit()
        if found.currency or found.power:
            return found, one_line(str(text))
    return Unit(), ""


def _unit_in(title: str) -> Unit:
    """Return the unit that stands in brackets or after "in", nothing if the title names none."""
    for inside in re.findall(r"\(([^)]*)\)", title):
        found = _unit_in(f"in {inside}") if not _AFTER.search(inside) else Unit()
        if found.currency or found.power:
            return found
    for match in _AFTER.finditer(title):
        words = title[match.end() :].split()
        for length in range(min(_MOST_WORDS, len(words)), 0, -1):
            found = _unit_of(" ".join(words[:length]))
            if found.currency or found.power:
                return found
    return Unit()


def _unit_of(words: str) -> Unit:
    """Return the unit of a few words: "k€", "Tsd. EUR", "thousands of euros"; nothing if they are none."""
    power = 3 if _THOUSANDS.match(words) else 0
    rest = _LINKS.sub("", _LINKS.sub("", _THOUSANDS.sub("", words).strip()))
    found = unit(rest) if power or len(rest) >= _SHORTEST_SIZE or _SIGN.search(rest) else None
    sure = power or unit_in_text(rest).currency or (found and not found.currency)
    if not rest or not sure:
        return Unit(power=power) if not rest else Unit()
    return found._replace(power=found.power or power) if found else Unit()
