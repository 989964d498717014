"""What does the heading of a column say of its cells: its key, out of how much, in which currency and size?

Headings are compared as keys, in which case, accents, punctuation, line breaks and units do not count.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from dashboard.ingest.currencies import unit_in_text


def vocabulary(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


_OUT_OF = re.compile(
    r"(?<![a-z0-9])(?:max\.?|maximum|out of|of|von|sur|de|aus|su|0\s*(?:-|–|to|bis|à|a)|/)\s*(?P<out_of>25|20|100)\b"
    r"(?:\s*(?:points?|pts?|punkten?|puntos|pontos))?"
)
_SCALED = re.compile(r"\b(?P<out_of>20|100)\s*(?:er)?[- ]?(?:skala|scale|points?|pts|punkte|puntos|pontos)\b")
_SYMBOL = re.compile(r"r\$|[$€£]")
_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "r$": "BRL"}
_ISO = "usd eur gbp chf brl sek nok dkk pln cad aud jpy inr mxn czk"
_CODES = {code: code.upper() for code in _ISO.split()} | dict.fromkeys(("euro", "euros", "teur", "keur"), "EUR")
_CODES |= dict.fromkeys(("dollar", "dollars", "kusd"), "USD") | {"kgbp": "GBP"}
_SIZE = re.compile(
    r"(?<![a-z0-9])(?:(?P<k>[$€£] ?k|k ?[$€£]|t ?€|"
    r"[$€£]?'?000'?s?|[kt](?:eur|usd|gbp)|tsd\.?|thousands?|milliers|miles|k)"
    r"|(?P<m>[$€£] ?m|m ?[$€£]|mio\.?|mn|millions?|millionen|millones|milhoes|m(?:eur|usd)))(?![a-z0-9])"
)
_SIZE_WORDS = vocabulary(
    "k t tsd thousand thousands 000 000s milliers miles m mio mn million millions millionen millones milhoes meur "
    "musd mil"
)


@dataclass(frozen=True)
class Heading:
    """A heading as written, the words of its key, and what it says of its cells.

    `out_of` is the 25 of "(/25)", `percent` whether it has a percent sign, `currency` an ISO code or "", `factor` the
    1000 of "k€".
    """

    written: str
    words: tuple[str, ...]
    out_of: float | None = None
    percent: bool = False
    currency: str = ""
    factor: float = 1.0


@lru_cache(maxsize=4096)
def read_heading(written: str) -> Heading:
    """Read one heading.

    >>> read_heading("Relation-\\nships (/25)").words, read_heading("Quota (k€)").factor
    (('relationships',), 1000.0)
    """
    plain = _plain(written)
    found = _OUT_OF.search(plain) or _SCALED.search(plain)
    plain = _SCALED.sub(" ", _OUT_OF.sub(" ", plain))
    size, said = _SIZE.search(plain), unit_in_text(one_line(written))
    symbols = [_SYMBOLS[one] for one in _SYMBOL.findall(plain)]
    words = re.findall(r"[^\W_]+", _SYMBOL.sub(" ", plain).replace("%", " pct "))
    codes = [_CODES[word] for word in words if word in _CODES]
    dropped = _SIZE_WORDS if size or said.power else frozenset[str]()
    kept = tuple(word for word in words if word not in _CODES and word not in dropped)
    factor = 10.0 ** (said.power or (0 if not size else 3 if size["k"] else 6))
    currency = said.currency or (*symbols, *codes, "")[0]
    out_of = float(found["out_of"]) if found else None
    return Heading(written, kept, out_of, "pct" in kept, currency, factor)


def one_line(written: str) -> str:
    """Return a heading in one line, as it stands in sentences and answer keys.

    >>> one_line("Brand\\n(/25) ")
    'Brand (/25)'
    """
    return " ".join(re.sub(r"(?<=\w)-\s*\n\s*(?=[a-z])", "", written).split())


def _plain(written: str) -> str:
    """Return a heading in small letters without accents, hyphenated line breaks joined."""
    text = unicodedata.normalize("NFKD", one_line(written).casefold())
    bare = "".join(letter for letter in text if not unicodedata.combining(letter))
    bare = re.sub(r"\b(?:last|past|letzte[rn]?|derniers|ultimos) (\d+) ?(?:d|days|tage|jours|dias)\b", r"\1d", bare)
    return re.sub(r"(?<![a-z])(?:%|per ?cent|prozent|pourcent|porcentaje|percentual)(?![a-z])", "%", bare)
