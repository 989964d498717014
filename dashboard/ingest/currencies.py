"""Which currency and which size does a mark beside a number mean? "$", "US$", "CHF", "k€", "Mio.", "Tsd."."""

import re
from functools import lru_cache
from typing import NamedTuple

_CODES = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
    MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF
    SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU
    UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW
"""
CODES: frozenset[str] = frozenset(_CODES.split())
"""The active codes of ISO 4217."""

MARKS: dict[str, str] = {
    "$": "USD", "us$": "USD", "usd$": "USD", "$us": "USD", "dollar": "USD", "dollars": "USD", "u$s": "USD",
    "€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gb£": "GBP", "pounds": "GBP", "¥": "JPY", "jp¥": "JPY",
    "cn¥": "CNY", "rmb": "CNY", "元": "CNY", "円": "JPY", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD",
    "can$": "CAD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "sg$": "SGD", "r$": "BRL", "mx$": "MXN", "mex$": "MXN",
    "nt$": "TWD", "fr.": "CHF", "sfr": "CHF", "sfr.": "CHF", "chf.": "CHF", "franken": "CHF", "₹": "INR", "₽": "RUB",
    "₺": "TRY", "₩": "KRW", "₴": "UAH", "₪": "ILS", "฿": "THB", "₫": "VND", "₦": "NGN", "₱": "PHP", "zł": "PLN",
    "zl": "PLN", "kč": "CZK", "ft": "HUF", "lei": "RON", "лв": "BGN", "r": "ZAR", "£gb": "GBP",
    "$au": "AUD", "$ca": "CAD", "$nz": "NZD", "$hk": "HKD", "$sg": "SGD", "$mx": "MXN", "$ar": "ARS", "$cl": "CLP",
    "$co": "COP", "руб": "RUB", "руб.": "RUB",
}  # fmt: skip
"""Marks and the one currency they usually mean; "$" and "¥" as in the Unicode locale data for English."""

UNCLEAR: dict[str, tuple[str, ...]] = {
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "kr.": ("DKK", "NOK", "SEK", "ISK"),
    "fcfa": ("XOF", "XAF"),
    "rs": ("INR", "PKR", "LKR", "NPR"),
    "rs.": ("INR", "PKR", "LKR", "NPR"),
}
"""Marks several currencies share: the file has to say which, or the manager."""

_THOUSAND = "k tsd tsd. tausend thousand thousands mil mille"
_MILLION = "m mm mn mn. mln mln. mio mio. mi mill mill. million millions millionen millones millón milhões milhão"
_MILLIARD = (
    "b bn bn. bi mrd mrd. mia mia. md mds billion billions milliarde milliarden milliard milliards bilhões bilhão"
)
SCALES: dict[str, int] = {
    **dict.fromkeys(_THOUSAND.split(), 3),
    **dict.fromkeys(_MILLION.split(), 6),
    **dict.fromkeys(_MILLIARD.split(), 9),
    **dict.fromkeys(("lakh", "lakhs", "lac", "lacs"), 5),
    **dict.fromkeys(("crore", "crores", "cr", "cr."), 7),
}
"""Words after an amount as powers of ten; "billion" is English (thousand million)."""

_ALSO_WORDS = frozenset(("ALL", "BAM", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PEN", "SOS", "TOP", "TRY"))
"""Codes that are codes in capitals only."""
_MIL = frozenset(("BRL", "EUR", "MXN", "ARS", "CLP", "COP", "PEN", "UYU"))
"""Where "mil" is thousand, as in Spanish and Portuguese; elsewhere it may be slang for million and is not read."""
_SIZE = r"(?P<size>[kmtb]|mm|mn|mio\.?|bn|mrd\.?|mds?|tsd\.?)"
_MARK = r"(?P<mark>[^\W\d_]{3}|[^\w\s]+)"
_FRENCH = re.compile(r"([$£]) (us|ca|au|nz|hk|sg|gb)\b", re.IGNORECASE)
_GLUED = (re.compile(_SIZE + _MARK), re.compile(_MARK + _SIZE))


_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_TELLING = re.compile(r"[$€£¥₹₩₺₽]|(?<![^\W\d_])(?:T?EUR|USD|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|BRL|MXN|INR|JPY|CNY)\b")


class Unit(NamedTuple):
    """What stands beside a number: ISO code ("" unknown), the mark if several currencies share it, power of ten."""

    currency: str = ""
    unclear: str = ""
    power: int = 0


@lru_cache(maxsize=4096)
def unit(mark: str) -> Unit | None:
    """Read the words beside an amount; None if one of them is neither a currency nor a size.

    >>> unit("k€"), unit("Mio. CHF"), unit("apples")
    (Unit(currency='EUR', unclear='', power=3), Unit(currency='CHF', unclear='', power=6), None)
    """
    words = _FRENCH.sub(r"\1\2", mark).split()
    parts = [_word(word) for word in words]
    known = [part for part in parts if part is not None]
    currencies = {part.currency or part.unclear for part in known} - {""}
    powers = [part.power for part in known if part.power]
    if len(known) < len(parts) or len(currencies) > 1 or len(powers) > 1:
        return None
    found = Unit(
        max((part.currency for part in known), default=""),
        max((part.unclear for part in known), default=""),
        sum(powers),
    )
    return None if "mil" in mark.casefold().split() and found.currency not in _MIL else found


def unit_in_text(title: str) -> Unit:
    """Return the currency and size that a header gives to its column, nothing if it names none.

    Alone, only signs and common codes in capitals count ("ALL" and "TOP" are codes too); in brackets every one does.

    >>> unit_in_text("Open pipeline (k€)"), unit_in_text("ALL OPEN").currency
    (Unit(currency='EUR', unclear='', power=3), '')
    """
    for inside in _BRACKETS.findall(title):
        found = unit(inside.strip().removeprefix("in "))
        if found:
            return found
    words = title.split()
    for length in (2, 1):
        for start in range(len(words) - length + 1):
            piece = " ".join(words[start : start + length])
            found = unit(piece) if _TELLING.search(piece) else None
            if found:
                return found
    return Unit()


def _word(word: str) -> Unit | None:
    """Read one word: a code, a mark, a size, or a size glued to a mark ("k€", "$M", "MEUR")."""
    low = word.casefold()
    if word.upper() in CODES and (word.isupper() or word.upper() not in _ALSO_WORDS):
        return Unit(currency=word.upper())
    if low in MARKS:
        return Unit(currency=MARKS[low])
    if low in UNCLEAR:
        return Unit(unclear=low.rstrip("."))
    if low in SCALES:
        return Unit(power=SCALES[low])
    return _glued(low)


def _glued(low: str) -> Unit | None:
    """Read a size and a currency written as one word; the "T" of "T€" and "TEUR" is thousand."""
    for pattern in _GLUED:
        match = pattern.fullmatch(low)
        if match:
            mark = match["mark"]
            currency = MARKS.get(mark) or (mark.upper() if mark.upper() in CODES else "")
            if currency:
                return Unit(currency=currency, power=3 if match["size"] == "t" else SCALES[match["size"]])
    return None
