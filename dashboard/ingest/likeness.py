"""Could two spellings mean one person? Only ever a proposal: evidence and a confidence, for somebody to confirm.

Names are compared in plain letters in which ü, ue and u are one. A first name must be the same but for one letter:
Tom and Thomas are never alike.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from dashboard.model.people import slug, tidy

SURE = 0.95
"""From this confidence on, two spellings in one file are proposed as one person; below, one file tells them apart."""
_APOSTROPHES = re.compile("['’‘`´ʼ]")
_DIGITS = re.compile("[0-9]+")
_DOMAIN = re.compile(r"@\S*")
_BETWEEN = " qxqxq "
_UMLAUTS = re.compile("(?<=[aou])e|(?<=a)a")
_LONG = re.compile("(a)[ae]+|([ou])e+")
"""A vowel with all that may be folded into it, so that whatever is alike is the same."""
_TITLES = frozenset(
    re.findall("[a-z]+", "dr prof professor mr mrs ms miss mx herr frau mme mlle sr sra srta dra phd mba msc")
)
"""Words that stand beside a name and are no part of it; Jr and Sr at the end tell people apart and are kept."""
_TYPO_FIRST = 90.0
_TYPO_REST = 85.0
"""Similarity (0-100) from which a first name, or the rest of a name, may be a typing error (ours)."""


class Likeness(NamedTuple):
    """How sure it is that two spellings mean one person (0-1), and why."""

    confidence: float
    evidence: str


class Spelling(NamedTuple):
    """A written person as compared: the words of the name and of the e-mail before the @, and each in one piece.

    `short` are the ways an e-mail abbreviates the name (amuller, annam, mullera, mulleranna).
    """

    words: tuple[str, ...]
    joined: str
    short: frozenset[str]
    mail: tuple[str, ...]
    mail_joined: str


def spelling(name: str, email: str | None) -> Spelling:
    """Return how a written person is compared.

    >>> spelling("Müller, Anna", "a.mueller@brightforge.example")[:2]
    (('anna', 'muller'), 'annamuller')
    """
    raw = () if "@" in name else _words(turn(name))
    mail = _mail_words(email or "")
    short: frozenset[str] = frozenset()
    if len(raw) > 1:
        first, last = raw[0], raw[-1]
        ways = (first[0] + last, last + first[0], first + last[0], last + first, first + last)
        short = frozenset(map(_folded, ways))
    return Spelling(
        tuple(map(_folded, raw)), _folded("".join(raw)), short, tuple(map(_folded, mail)), _folded("".join(mail))
    )


def turn(name: str) -> str:
    """Return "Last, First" as "First Last"; other names as they are.

    >>> turn("Müller, Anna")
    'Anna Müller'
    """
    last, comma, first = tidy(name).partition(",")
    return tidy(f"{first} {last}") if comma and first.strip() and "," not in first else tidy(name)


def keys(one: Spelling, roughly: bool = True) -> Iterator[str]:
    """Yield where to look for whoever may be alike, `roughly` for typing errors too; who shares no key is not."""
    for words, joined in ((one.words, one.joined), (one.mail, one.mail_joined)):
        if joined:
            yield "=" + joined
        if len(words) > 1:
            yield "=" + "".join(sorted(words))
        if roughly and len(words) > 1:
            yield f"{words[0][0]}…{' '.join(words[1:])}"
            yield from {f"{words[0]} {word[0]}…" for word in words[1:]}
    if roughly:
        yield from ("=" + way for way in one.short)


def pieces(one: Spelling) -> set[str]:
    """Return the words by which somebody alike can be found in `plain_lines`: of one long mail word all its parts."""
    found = {*one.words, one.joined, *one.short, *one.mail, one.mail_joined}
    if len(one.mail) == 1:
        mail = one.mail_joined
        found |= {mail[start:end] for start in range(len(mail)) for end in range(start + 3, len(mail) + 1)}
    return {_DIGITS.sub("", piece) for piece in found if len(piece) > 1} - {""}


def plain_lines(texts: Sequence[str]) -> list[str]:
    """Return many texts in plain letters, words apart by dashes, without figures and what follows an @.

    >>> plain_lines(["Łukasz Nowak", "Anna Müller a.mueller7@a.example"])
    ['lukasz-nowak', 'anna-muller-a-muller']
    """
    joined = _DOMAIN.sub(" ", _APOSTROPHES.sub("", _BETWEEN.join(texts)))
    return [line.strip("-") for line in _folded(slug(_DIGITS.sub("", joined))).split(_BETWEEN.strip())]


def rough_keys(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield for each name or e-mail its letters, and those of its words in order: one of them is that of who is alike.

    >>> list(rough_keys(["Müller, Dr. Anna", "anna.mueller+ssi@a.example"]))
    [('annamuller', 'annamuller'), ('annamuller', 'annamuller')]
    """
    lines = plain_lines([one.partition("+")[0] if "@" in one else turn(one) if "," in one else one for one in texts])
    split = [line.split("-") for line in lines]
    words = [one if _TITLES.isdisjoint(one) else _untitled(tuple(one)) for one in split]
    keys = "\n".join(["".join(one) for one in words] + ["".join(sorted(one)) for one in words])
    found = _LONG.sub(r"\1\2", keys).split("\n")
    return zip(found[: len(lines)], found[len(lines) :], strict=True)


def likeness(one: Spelling, other: Spelling) -> Likeness | None:
    """Compare two persons by name, then by e-mail against name; None if they are not alike."""
    found = [_names(one, other), _mail(one, other), _mail(other, one)]
    return max((like for like in found if like), default=None)


def _names(one: Spelling, other: Spelling) -> Likeness | None:
    """Compare two names word by word."""
    if not one.words or not other.words:
        return None
    if one.joined == other.joined:
        return Likeness(0.97, "the same name but for accents, signs, a title or a comma")
    if sorted(one.words) == sorted(other.words):
        return Likeness(0.95, "the same words in another order")
    short, long = sorted((one.words, other.words), key=len)
    if len(short) > 1 and short[0] == long[0] and set(short) <= set(long):
        return Likeness(0.85, "one name has more words")
    if short[1:] and short[1:] == long[1:] and _initial(short[0], long[0]):
        return Likeness(0.75, "an initial instead of the first name")
    return _typo(one.words, other.words)


def _typo(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    """Compare two names that may differ by a typing error in one place."""
    if len(one) < 2 or len(other) < 2:
        return None
    first = fuzz.ratio(one[0], other[0])
    rest = fuzz.ratio(" ".join(one[1:]), " ".join(other[1:]))
    if (first == 100 and rest >= _TYPO_REST) or (rest == 100 and first >= _TYPO_FIRST):
        return Likeness(round(min(first, rest) / 100 - 0.05, 2), "nearly the same name: a typing error?")
    return None


def _initial(one: str, other: str) -> bool:
    """Say whether one first name is the initial of the other."""
    short, long = sorted((one, other), key=len)
    return len(short) == 1 < len(long) and long[0] == short


def _mail(one: Spelling, other: Spelling) -> Likeness | None:
    """Compare the words before the @ of one with the name of the other."""
    mail, name = one.mail, other.words
    if not mail or len(name) < 2:
        return None
    if sorted(mail) == sorted(name) or one.mail_joined == other.joined:
        return Likeness(0.95, "the e-mail spells the name")
    if len(mail) > 1 and mail[0] == name[0] and set(mail) <= set(name):
        return Likeness(0.85, "the e-mail spells part of the name")
    if one.mail_joined in other.short:
        return Likeness(0.75, "the e-mail abbreviates the name")
    return None


def mailboxes(one: str, other: str) -> Likeness | None:
    """Compare two e-mails that differ: the same before the @ is worth asking, and certain of nothing.

    >>> mailboxes("anna.lund+ssi@a.example", "anna.lund@a.example"), mailboxes("info@a.example", "info@b.example")
    (Likeness(confidence=0.95, evidence='the same mailbox but for what follows the +'), None)
    """
    (box, _, domain), (box_too, _, domain_too) = one.partition("@"), other.partition("@")
    same = box.partition("+")[0] == box_too.partition("+")[0] != ""
    if same and domain == domain_too:
        return Likeness(0.95, "the same mailbox but for what follows the +")
    if same and len(_mail_words(box)) > 1:
        return Likeness(0.85, "the same e-mail but for what follows the @")
    return None


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name in plain letters; names in other scripts in their own."""
    plain = _APOSTROPHES.sub("", name).casefold()
    words = re.findall(r"[a-z0-9]+", plain if plain.isascii() else slug(plain))
    return _untitled(tuple(words)) if words and words != ["rep"] else tuple(plain.split())


def _untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without titles, where a first and a last name are left.

    >>> _untitled(("prof", "dr", "anna", "muller")), _untitled(("anna", "muller", "mba")), _untitled(("dr", "no"))
    (('anna', 'muller'), ('anna', 'muller'), ('dr', 'no'))
    """
    first = next((place for place, word in enumerate(words) if word not in _TITLES), 0)
    last = len(words)
    while last > first and words[last - 1] in _TITLES - {"sr"}:
        last -= 1
    kept = words[first:last]
    return kept if len(kept) > 1 else words


def _mail_words(email: str) -> tuple[str, ...]:
    """Return the words before the @ of an e-mail, without numbers."""
    local = email.partition("@")[0].partition("+")[0]
    return tuple(re.findall(r"[a-z]+", local.casefold()))


def _folded(word: str) -> str:
    """Return a word in which ae, oe, ue and aa are one letter, as umlauts are transcribed.

    >>> _folded("mueller")
    'muller'
    """
    return _UMLAUTS.sub("", word) if "e" in word or "aa" in word else word
