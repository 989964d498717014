"""Who is meant by a name? Normalising is used to propose a match and to make ids, never to merge silently."""

import re
import unicodedata

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})


def tidy(name: str) -> str:
    """Return the name as it is shown: composed Unicode, single spaces.

    >>> tidy("  Wei  Chen ")
    'Wei Chen'
    """
    return " ".join(unicodedata.normalize("NFC", name).split())


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
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "rep"
