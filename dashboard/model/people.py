"""Who is meant by a name? Normalising is used to propose a match and to make ids, never to merge silently."""

import re
import unicodedata

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})

_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_INVISIBLE = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
)


def tidy(name: str) -> str:
    r"""Return the name as it is shown: composed Unicode, single spaces.

    Signs without width, as copying from a web page brings along, are left out.

    >>> tidy("  Wei  Chen\u200b ")
    'Wei Chen'
    """
    seen = name if name.isascii() else unicodedata.normalize("NFC", name.translate(_INVISIBLE))
    return " ".join(seen.split())


def name_key(name: str) -> str:
    """Return the form in which two spellings of the same written name are equal: case and spaces ignored.

    >>> name_key("PRIYA  Raman") == name_key("Priya Raman")
    True
    """
    return tidy(name).casefold()


def slug(text: str) -> str:
    """Return a name or e-mail as an id of a-z, 0-9 and dashes ("rep" where nothing is left).

    >>> slug("Łukasz Nowak"), slug("anna.mueller@brightforge.example")
    ('lukasz-nowak', 'anna-mueller-brightforge-example')
    """
    letters = text.casefold()
    if not letters.isascii():
        plain = unicodedata.normalize("NFKD", letters.translate(_LETTERS))
        letters = "".join(c for c in plain if not unicodedata.combining(c))
    return _NO_LETTERS.sub("-", letters).strip("-") or "rep"
