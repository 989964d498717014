"""Which field does a heading name in a list of deals? Only what is known to the letter, since people stand in several.

"Account Owner", "Contact Owner", "Created By" and "Deal - Contact person" are people as well, but not the rep.
"""

from functools import lru_cache

from dashboard.ingest.headings import read_heading
from dashboard.model.deal_columns import IN_DEALS

_PREFIXES = frozenset(("deal", "opportunity"))
_UNSAID = frozenset(("pct",))


@lru_cache(maxsize=8192)
def deal_field(written: str) -> str | None:
    """Return the field that a heading names in a list of deals, None if it is not read.

    >>> deal_field("Deal - Value"), deal_field("Probability (%)"), deal_field("Account Owner"), deal_field("Owner ID")
    ('deal_amount', 'deal_probability', None, 'deal_owner_id')
    """
    return next((_index()[key] for key in _keys(written) if key in _index()), None)


def deal_strength(written: str, field: str) -> int:
    """Return how well a heading names its field: the place of its word in the field's list, lower is better."""
    known = [_key(_words(word)) for word in IN_DEALS.get(field, ())]
    return next((known.index(key) for key in _keys(written) if key in known), len(known))


@lru_cache(maxsize=1)
def _index() -> dict[str, str]:
    """Return the field of each known heading; the first field to claim one has it."""
    index: dict[str, str] = {}
    for field, words in IN_DEALS.items():
        for word in words:
            index.setdefault(_key(_words(word)), field)
    return index


def _keys(written: str) -> list[str]:
    """Return a heading's key, and that without the "Deal - " that some programs write before each."""
    words = _words(written)
    return [_key(words), *([_key(words[1:])] if len(words) > 1 and words[0] in _PREFIXES else [])]


def _words(written: str) -> tuple[str, ...]:
    """Return the words of a heading that tell."""
    return tuple(word for word in read_heading(written).words if word not in _UNSAID)


def _key(words: tuple[str, ...]) -> str:
    """Return words in one piece, in which "ä" and "ae" are one letter."""
    return "".join(words).replace("ae", "a").replace("oe", "o").replace("ue", "u")
