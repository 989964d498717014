"""Which field does a heading name in lists of deals and of goals? Only what is known to the letter.

"Account Owner", "Contact Owner", "Created By" and "Deal - Contact person" are people as well, but not the rep.
"""

from collections.abc import Collection, Mapping

from dashboard.ingest.headings import read_heading
from dashboard.model.deal_columns import IN_DEALS
from dashboard.model.goal_columns import IN_GOALS


class Vocabulary:
    """The headings of one kind of file by their fields; some programs write the same word before each of them."""

    def __init__(self, words: Mapping[str, Collection[str]], before: Collection[str]) -> None:
        self._before = frozenset(before)
        self._known = {field: [_key(_words(word)) for word in own] for field, own in words.items()}
        self._fields: dict[str, str] = {}
        for field, keys in self._known.items():
            for key in keys:
                self._fields.setdefault(key, field)

    def field_of(self, written: str) -> str | None:
        """Return the field that a heading names, None if it is not read."""
        return next((self._fields[key] for key in self._keys(written) if key in self._fields), None)

    def strength(self, written: str, field: str) -> int:
        """Return how well a heading names its field: the place of its word in the field's list, lower is better."""
        known = self._known.get(field, [])
        return next((known.index(key) for key in self._keys(written) if key in known), len(known))

    def _keys(self, written: str) -> list[str]:
        """Return a heading's key, and that without the word before."""
        words = _words(written)
        return [_key(words), *([_key(words[1:])] if len(words) > 1 and words[0] in self._before else [])]


def _words(written: str) -> tuple[str, ...]:
    """Return the words of a heading that tell."""
    return tuple(word for word in read_heading(written).words if word != "pct")


def _key(words: tuple[str, ...]) -> str:
    """Return words in one piece, in which "ä" and "ae" are one letter."""
    return "".join(words).replace("ae", "a").replace("oe", "o").replace("ue", "u")


_BEFORE = ("deal", "opportunity", "geschaft", "affaire", "transaction", "trato", "negocio")
"""What Pipedrive writes before each heading, in five languages."""
DEALS = Vocabulary(IN_DEALS, _BEFORE)
GOALS = Vocabulary(IN_GOALS, ("goal", "quota"))
