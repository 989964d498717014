"""Which field does a heading name?

By the words of model/aliases.py first, in any order of filler; then, for typing errors only, by edit distance. What
merely contains a known word is another column ("Brand last week", "Account Owner") and stays unread.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dashboard.ingest.headings import read_heading, vocabulary
from dashboard.model.aliases import DEALS, IGNORED
from dashboard.model.columns import BY_FIELD, COLUMNS, Kind

_FILLER = vocabulary(
    "the your strong score scores point points pts punkte punktzahl pontos puntos pillar saule pilier pilar ssi "
    "linkedin in en em of 1 2 3 4 p1 p2 p3 p4"
)
_PERIOD = re.compile(
    r"[qth][1-4]|fy\d*|20\d\d|\d+d|[qymw]t[dw]|this|per|pro|par|por|current|week|weekly|quarter|quarterly|month|monthly|"
    r"year|annual|quartal|quartals|trimestre|jahr|woche|semaine|semana|aktuell|actuel|actual|atual|to|date|dieses|laufendes"
)
_CURRENT = vocabulary(
    "what is was you your my please enter "
    "current latest now today this week own rep aktuell aktueller diese woche ist eigener eigene actuel cette semaine "
    "propre reel actual esta semana propio real atual proprio"
)
_GROUPS = {
    "industry": vocabulary(
        "industry industrie branche branchen branchenschnitt branchendurchschnitt secteur sector setor"
    ),
    "network": vocabulary("network netzwerk netzwerkschnitt reseau red rede"),
}
_AVERAGE = vocabulary(
    "average avg mean ø durchschnitt schnitt mittel mittelwert moyenne promedio media peer peers du del do da de la"
)
_SCORES = frozenset(spec.field for spec in COLUMNS if spec.kind in (Kind.SCORE, Kind.TOTAL) and spec.words)
_SCORING = vocabulary("ssi score scores points point pts punkte punktzahl pontos puntos puntuacion pontuacao")
_PERIODIC = frozenset({Kind.MONEY, Kind.COUNT, Kind.FRACTION})
_PERCENT = frozenset({Kind.SCORE, Kind.TOTAL, Kind.FRACTION, Kind.TOP_PERCENT, Kind.POINTS})
_AMOUNTS = vocabulary("total value amount volume wert betrag volumen montant valeur valor importe monto")
_LONG_ONLY = frozenset({"component", "points", "points_written", "section", "rank"})
_LETTER = re.compile(r"[^\W\d_]")
_SHORTEST = 7
"""Words shorter than this are never taken for a misspelt one: too many others are a letter away (ours)."""


def may_name(written: str) -> bool:
    """Say whether a heading may name a field at all: without a letter it is a number or a sign.

    >>> may_name("18.4 / 25"), may_name("Won €")
    (False, True)
    """
    return bool(_LETTER.search(written))


@lru_cache(maxsize=1 << 14)
def field_of(written: str, *, long: bool = False, misspelt: bool = True) -> str | None:
    """Return the field a heading names, None if it is no column of ours; `long` files have component and points.

    Typing errors are forgiven unless `misspelt` is False, which is much faster.

    >>> field_of("Relation-\\nships (/25)"), field_of("Brand last week"), field_of("Closed won QTD")
    ('relationships', None, 'won')
    """
    if not may_name(written):
        return None
    words = read_heading(written).words
    field = _field(words, long) or (_misspelt(words, long) if misspelt else None)
    return None if field and _of_something_else(field, words, written) else field


def component_of(written: str) -> str | None:
    """Return the field that a pillar's name in a cell means; LinkedIn's own codes and typing errors included.

    >>> component_of("STRONG_RELATIONSHIP"), component_of("Find the rigth people"), component_of("Total")
    ('relationships', 'people', 'reported_total')
    """
    field = field_of(written)
    return field if field in _SCORES else None


def is_deal_word(written: str) -> bool:
    """Say whether a heading is one of those that CRM exports of single deals have.

    >>> is_deal_word("Opportunity Name"), is_deal_word("Rep name")
    (True, False)
    """
    words = tuple(word for word in read_heading(written).words if word not in ("deal", "opportunity", "pct"))
    return _squeezed(words) in _deal_words() or len(words) < len(read_heading(written).words)


def strength(written: str, field: str) -> int:
    """Return how well a heading names its field: the place of its word in the field's list, lower is better."""
    words = [_squeezed(read_heading(one).words) for one in BY_FIELD[field].words]
    key = _squeezed(read_heading(written).words)
    return words.index(key) if key in words else len(words)


def _of_something_else(field: str, words: tuple[str, ...], written: str) -> bool:
    """Say whether a pipeline number's heading speaks of scores ("SSI target") or an amount's of how many ("# won")."""
    kind = BY_FIELD[field].kind
    return bool(kind in _PERIODIC and _SCORING & set(words)) or (kind is Kind.MONEY and "#" in written)


@lru_cache(maxsize=8192)
def _field(words: tuple[str, ...], long: bool) -> str | None:
    """Return the field of a heading's words."""
    known, key = _index(long), _squeezed(words)
    if not key or key in known:
        return known.get(key)
    bare = _squeezed(_without_filler(words))
    if key in _ignored() or (bare and bare in _ignored()):
        return None
    if any(set(words) & group for group in _GROUPS.values()):
        return _average(words)
    if bare in known:
        return known[bare]
    return _unmarked(words, known)


def _unmarked(words: tuple[str, ...], known: dict[str, str]) -> str | None:
    """Return the field without periods (of pipeline numbers), "value" (of amounts), "this week" or "%" (of scores)."""
    lasting = tuple(word for word in words if not _PERIOD.fullmatch(word))
    attempts = (
        (lasting, _PERIODIC),
        (tuple(word for word in lasting if word not in _AMOUNTS), frozenset({Kind.MONEY})),
        (tuple(word for word in words if word not in _CURRENT and word != "pct"), _PERCENT),
    )
    for attempt, kinds in attempts:
        for one in (attempt, _without_filler(attempt)):
            field = known.get(_squeezed(one))
            if field and BY_FIELD[field].kind in kinds:
                return field
    return None


def _average(words: tuple[str, ...]) -> str | None:
    """Return the field of an industry's or network's average of a pillar."""
    for group, names in _GROUPS.items():
        rest = tuple(word for word in words if word not in names and word not in _AVERAGE)
        pillar = _field(rest, False) if set(words) & names and rest else None
        if pillar in _SCORES and f"{group}_{pillar}" in BY_FIELD:
            return f"{group}_{pillar}"
    return None


@lru_cache(maxsize=8192)
def _misspelt(words: tuple[str, ...], long: bool) -> str | None:
    """Return the field of a word one slip away, two from twelve letters on."""
    key = _squeezed(_without_filler(words)) or _squeezed(words)
    if len(key) < _SHORTEST or key in _ignored() or any(set(words) & group for group in _GROUPS.values()):
        return None
    found = process.extractOne(key, _long_words(long), scorer=OSA.distance, score_cutoff=2 if len(key) >= 12 else 1)
    return _index(long).get(found[0]) if found and _slips(words, found[0], int(found[1])) else None


def _slips(words: tuple[str, ...], key: str, distance: int) -> bool:
    """Say whether words can be a slip of a known key: one of them is no known word, and no word has many slips.

    "Pipeline goal" is no misspelt "pipeline total", nor is "pipeline local".
    """
    if all(word in _known_words() for word in words):
        return False
    meant = [one for one in _spellings().get(key, ()) if len(one) == len(words)]
    if not meant:
        return distance <= 1
    return any(
        all(OSA.distance(word, other) <= len(other) // 5 for word, other in zip(words, one, strict=True))
        for one in meant
    )


@lru_cache(maxsize=1)
def _known_words() -> frozenset[str]:
    """Return every word of every heading that is known."""
    headings = (*IGNORED, *DEALS, *(word for spec in COLUMNS for word in (spec.label, *spec.words)))
    return _FILLER.union(*_keys(headings))


@lru_cache(maxsize=1)
def _spellings() -> dict[str, list[tuple[str, ...]]]:
    """Return the words of each key, with and without filler."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in _keys(word for spec in COLUMNS for word in (spec.label, *spec.words)):
        found.setdefault(_squeezed(words), []).append(words)
        found.setdefault(_squeezed(_without_filler(words)), []).append(words)
    return found


@lru_cache(maxsize=2)
def _long_words(long: bool) -> tuple[str, ...]:
    """Return the known words that are long enough to be misspelt recognisably."""
    return tuple(word for word in (*_index(long), *_ignored()) if len(word) >= _SHORTEST - 1)


@lru_cache(maxsize=2)
def _index(long: bool) -> dict[str, str]:
    """Return the field of each known word, with and without its filler; the first column to claim a word has it."""
    specs = [spec for spec in COLUMNS if long or spec.field not in _LONG_ONLY]
    if long:
        specs = [BY_FIELD[field] for field in sorted(_LONG_ONLY)] + [
            spec for spec in specs if spec.field not in _LONG_ONLY
        ]
    index: dict[str, str] = {}
    for spec in specs:
        for words in _keys((spec.label, *spec.words)):
            index.setdefault(_squeezed(words), spec.field)
    for spec in specs:
        for words in _keys(spec.words):
            short = _without_filler(words)
            bare = _squeezed(short)
            if bare and bare not in _ignored() and not _CURRENT.issuperset(short):
                index.setdefault(bare, spec.field)
    return index


@lru_cache(maxsize=1)
def _ignored() -> frozenset[str]:
    """Return the keys of columns that are known and not read."""
    return frozenset(_squeezed(words) for words in _keys(IGNORED))


@lru_cache(maxsize=1)
def _deal_words() -> frozenset[str]:
    """Return the keys of the columns of CRM exports."""
    return frozenset(_squeezed(words) for words in _keys(DEALS))


def _keys(headings: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the words of each heading's key."""
    return [read_heading(one).words for one in headings]


def _without_filler(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that carry the meaning."""
    return tuple(word for word in words if word not in _FILLER)


def _squeezed(words: Iterable[str]) -> str:
    """Return words as one, so that "E-Mail" is "email" and "Verkaeufer" is "Verkäufer"."""
    return "".join(words).replace("ae", "a").replace("oe", "o").replace("ue", "u")
