"""Which rep is meant by what somebody typed: an id, a name, an e-mail, or nearly one?"""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Protocol

from dashboard.model.errors import PerhapsRep, SeveralReps, UnknownRep
from dashboard.model.people import name_key

OFFERED, ALIKE = 3, 0.75
"""So many reps are offered in place of one nobody has, and how alike (0-1, difflib) a name must be for that (ours)."""


class Called(Protocol):
    """Somebody with an id, a name, and other spellings."""

    @property
    def rep_id(self) -> str:
        """The id."""
        ...

    @property
    def name(self) -> str:
        """The name."""
        ...

    @property
    def spellings(self) -> Sequence[str]:
        """Other names and e-mails."""
        ...


def rep_called(people: Sequence[Called], asked: str) -> str:
    """Return the id of the rep with this id or, in whatever case and spacing, this name, other spelling or e-mail.

    UnknownRep is raised where there is none, with those it may be if there are any; SeveralReps with their ids where a
    name does not tell them apart.
    """
    if asked in (one.rep_id for one in people):
        return asked
    key = name_key(asked)
    found = [one.rep_id for one in people if name_key(one.name) == key]
    found = found or [one.rep_id for one in people if key in map(name_key, one.spellings)]
    if len(found) > 1:
        raise SeveralReps(count=len(found), rep=asked, ids=" or ".join(found))
    if found:
        return found[0]
    near = nearest(people, asked)
    if near:
        raise PerhapsRep(rep=asked, near=" or ".join(f"{one.name} ({one.rep_id})" for one in near))
    raise UnknownRep(rep=asked)


def nearest(people: Sequence[Called], asked: str) -> list[Called]:
    """Return whom somebody may have meant, at most three: by part of the name, else by a slip of the hand."""
    words = name_key(asked).replace("-", " ").split()
    part = [one for one in people if words and _begin(words, _words(one))]
    if part:
        return part[:OFFERED]
    keys: dict[str, list[Called]] = {}
    for one in people:
        for key in {one.rep_id, name_key(one.name), *_words(one)}:
            keys.setdefault(key, []).append(one)
    close = [one for key in get_close_matches(name_key(asked), list(keys), OFFERED, ALIKE) for one in keys[key]]
    return list({one.rep_id: one for one in close}.values())[:OFFERED]


def _words(one: Called) -> set[str]:
    return {word for name in (one.name, *one.spellings) for word in name_key(name).replace("@", " ").split()}


def _begin(asked: Sequence[str], words: set[str]) -> bool:
    """Tell whether each word that was typed begins a word of the name."""
    return all(any(word.startswith(one) for word in words) for one in asked)
