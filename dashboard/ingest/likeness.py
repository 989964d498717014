"""Could two spellings mean one person? Only ever a proposal: evidence and a confidence, for somebody to confirm."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz

from dashboard.model.people import slug, tidy

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "ß": "ss"})
_APOSTROPHES = re.compile("['’‘`´ʼ.]")
_TYPO_FIRST = 90.0
_TYPO_REST = 85.0
"""Similarity (0-100) from which a first name, or the rest of a name, may be a typing error (ours)."""


class Likeness(NamedTuple):
    """How sure it is that two spellings mean one person (0-1), and why."""

    confidence: float
    evidence: str


class Spelling(NamedTuple):
    """A written person as compared: the ways its name can be transcribed, as words, and the words of its e-mail."""

    ways: tuple[tuple[str, ...], ...]
    mail: tuple[str, ...]


@cache
def spelling(name: str, email: str | None) -> Spelling:
    """Return how a written person is compared.

    >>> spelling("Müller, Anna", None).ways
    (('anna', 'muller'), ('anna', 'mueller'))
    """
    turned = _APOSTROPHES.sub("", turn(name))
    ways = () if "@" in name or not name else (_words(turned), _words(_transcribed(turned)))
    return Spelling(tuple(dict.fromkeys(way for way in ways if way)), _mail_words(email or ""))


def turn(name: str) -> str:
    """Return "Last, First" as "First Last"; other names as they are.

    >>> turn("Müller, Anna")
    'Anna Müller'
    """
    last, comma, first = tidy(name).partition(",")
    return tidy(f"{first} {last}") if comma and first.strip() and "," not in first else tidy(name)


def likeness(one: Spelling, other: Spelling) -> Likeness | None:
    """Compare two persons by name, then by e-mail against name; None if they are not alike."""
    found = [_names(a, b) for a in one.ways for b in other.ways]
    found += [_mail(one.mail, way) for way in other.ways] + [_mail(other.mail, way) for way in one.ways]
    return max((like for like in found if like), default=None)


def _names(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    """Compare two names word by word: the first name must be the same but for one letter."""
    if one == other or "".join(one) == "".join(other):
        return Likeness(0.97, "the same letters")
    if sorted(one) == sorted(other):
        return Likeness(0.95, "the same words in another order")
    short, long = sorted((one, other), key=len)
    if len(short) > 1 and short[0] == long[0] and set(short) <= set(long):
        return Likeness(0.85, "one name has more words")
    if len(short) == len(long) > 1 and _initial(short, long):
        return Likeness(0.75, "an initial instead of the first name")
    return _typo(one, other)


def _typo(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    """Compare two names that may differ by a typing error in one place."""
    if len(one) < 2 or len(other) < 2:
        return None
    rest, rest_other = " ".join(one[1:]), " ".join(other[1:])
    first, last = fuzz.ratio(one[0], other[0]), fuzz.ratio(rest, rest_other)
    if (one[0] == other[0] and last >= _TYPO_REST) or (rest == rest_other and first >= _TYPO_FIRST):
        return Likeness(round(min(first, last) / 100 - 0.05, 2), "nearly the same letters")
    return None


def _initial(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names differ only in that one first name is an initial."""
    firsts = sorted((one[0], other[0]), key=len)
    return one[1:] == other[1:] and len(firsts[0]) == 1 < len(firsts[1]) and firsts[1].startswith(firsts[0])


def _mail(mail: tuple[str, ...], name: tuple[str, ...]) -> Likeness | None:
    """Compare the words before the @ with a name."""
    if not mail or len(name) < 2:
        return None
    if sorted(mail) == sorted(name) or "".join(mail) in {"".join(name), "".join(reversed(name))}:
        return Likeness(0.95, "the e-mail spells the name")
    if len(mail) > 1 and mail[0] == name[0] and set(mail) <= set(name):
        return Likeness(0.85, "the e-mail spells part of the name")
    first, last = name[0], name[-1]
    if "".join(mail) in {first[0] + last, last + first[0], first + last[0]} or mail == (first[0], last):
        return Likeness(0.75, "the e-mail has an initial and a name")
    return None


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name in plain letters."""
    words = slug(name).split("-")
    return () if words == ["rep"] and "rep" not in name.casefold() else tuple(words)


def _transcribed(name: str) -> str:
    """Return a name with umlauts written as two letters."""
    return unicodedata.normalize("NFC", name.casefold()).translate(_DIGRAPHS)


def _mail_words(email: str) -> tuple[str, ...]:
    """Return the words before the @ of an e-mail, without numbers."""
    local = email.partition("@")[0].partition("+")[0]
    return tuple(word for word in re.split(r"[^a-z]+", local.casefold()) if word)
