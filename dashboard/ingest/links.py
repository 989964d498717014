"""Whom may a new spelling mean? Candidates with their evidence, for the manager to confirm once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from dashboard.ingest.likeness import (
    SURE,
    Likeness,
    Spelling,
    keys,
    likeness,
    mailboxes,
    pieces,
    plain_lines,
    rough_keys,
    spelling,
)
from dashboard.model.problems import Person

_CROWD = 60
"""A key shared by more people than this is no reason to compare them one by one."""
_MANY = 5000
"""With more new people than this at once, only those with the same letters are looked for: nobody confirms so many."""
_MARGIN = 0.12
_TWO_MAILS = 0.8
"""How sure the same name under two e-mails is one person: in one file it is two people (ours)."""
_MOST = 4


@dataclass(frozen=True)
class Candidate:
    """Somebody a written person may be: confidence 0-1 and the evidence in words."""

    rep_id: str
    name: str
    confidence: float
    evidence: str


@dataclass(frozen=True)
class Link:
    """A proposal: `written` (the name, else the e-mail) stands as a `rep_id` of its own, but may be a candidate."""

    written: str
    rep_id: str
    candidates: tuple[Candidate, ...]


def propose(new: Sequence[str], people: Mapping[str, Person], files: Mapping[str, Set[object]]) -> tuple[Link, ...]:
    """Propose for each new person whom they may be: somebody known, or somebody new who came before them.

    `files` says in which files each person occurs: in one file only those who are surely alike are proposed.
    """
    if not new:
        return ()
    roughly = len(new) <= _MANY
    among = _nearby(new, people) if roughly else _sharing(_nearby(new, people), people)
    spelled = {rep_id: _spellings(people[rep_id]) for rep_id in among}
    keyed = {rep_id: {key for one in written for key in keys(one, roughly)} for rep_id, written in spelled.items()}
    index = _index(keyed)
    asking = set(new)
    found = []
    for rep_id in new if roughly else [one for one in new if one in keyed]:
        near = {other for key in keyed[rep_id] & index.keys() for other in index[key]} - asking
        ranked = [(like, other) for other in near if (like := _alike(people, spelled, rep_id, other))]
        kept = [pair for pair in ranked if pair[0].confidence >= SURE or not _together(files, rep_id, pair[1])]
        asking.discard(rep_id)
        if kept:
            found.append(Link(written_as(people[rep_id]), rep_id, _best(kept, people)))
    return tuple(found)


def written_as(person: Person) -> str:
    """Return how a link to a person is called: the name as written, else the e-mail."""
    return person.name or person.email or person.rep_id


def told_apart(people: Sequence[Person]) -> tuple[str, ...]:
    """Return each person in words: the name with e-mail and team, and with the id where that is still the same.

    >>> told_apart([Person("ida-lund", "Ida Lund", "ida@a.example", team="Nordics"), Person("bo", "Bo Lee")])
    ('Ida Lund (ida@a.example, Nordics)', 'Bo Lee')
    """
    words = [_introduced(person) for person in people]
    again = {one for one in words if words.count(one) > 1}
    return tuple(f"{one} [{person.rep_id}]" if one in again else one for one, person in zip(words, people, strict=True))


def _introduced(person: Person) -> str:
    """Return a person's name, with e-mail and team where they are known and no part of it."""
    also = ", ".join(one for one in (person.email, person.team) if one and one != person.name)
    return f"{person.name} ({also})" if also else person.name


def _best(ranked: list[tuple[Likeness, str]], people: Mapping[str, Person]) -> tuple[Candidate, ...]:
    """Return the candidates, most likely first, without those far behind the first."""
    ranked = sorted(ranked, key=lambda pair: (-pair[0].confidence, pair[1]))[:_MOST]
    return tuple(
        Candidate(other, people[other].name, like.confidence, like.evidence)
        for like, other in ranked
        if like.confidence >= ranked[0][0].confidence - _MARGIN
    )


def _alike(
    people: Mapping[str, Person], spelled: Mapping[str, list[Spelling]], one: str, other: str
) -> Likeness | None:
    """Compare two people in all their spellings; where both have an e-mail, the e-mails decide what it is worth."""
    found = [likeness(a, b) for a in spelled[one] for b in spelled[other]]
    names = max((like for like in found if like), default=None)
    mail, other_mail = people[one].email, people[other].email
    if not mail or not other_mail:
        return names
    return _two_mails(names, mailboxes(mail, other_mail), spelled[one][0].joined, spelled[other][0].joined)


def _two_mails(names: Likeness | None, mails: Likeness | None, one: str, other: str) -> Likeness | None:
    """Return how alike two people with different e-mails are: two, unless the names or the mailboxes are the same."""
    if mails:
        return mails if names or not (one and other) else None
    return (
        Likeness(_TWO_MAILS, "the same name with another e-mail: maybe a new address") if one == other != "" else None
    )


def _together(files: Mapping[str, Set[object]], one: str, other: str) -> bool:
    """Say whether two people occur in one file."""
    return not files.get(one, frozenset()).isdisjoint(files.get(other, frozenset()))


def _nearby(new: Sequence[str], people: Mapping[str, Person]) -> Collection[str]:
    """Return the new people, and of very many others those who share a word with them."""
    if len(people) < _MANY or len(new) * 10 > len(people):
        return people
    wanted = {piece for rep_id in new for one in _spellings(people[rep_id]) for piece in pieces(one)}
    lines = plain_lines([" ".join((one.name, *one.aliases, one.email or "")) for one in people.values()])
    near = [rep_id for rep_id, line in zip(people, lines, strict=True) if not wanted.isdisjoint(line.split("-"))]
    return dict.fromkeys((*near, *new))


def _sharing(among: Collection[str], people: Mapping[str, Person]) -> list[str]:
    """Return those whose name or e-mail has the same letters, in any order of its words, as somebody else's."""
    written = [
        (rep_id, text)
        for rep_id in among
        for text in (people[rep_id].name, *people[rep_id].aliases, people[rep_id].email)
        if text
    ]
    owners: dict[str, str] = {}
    found: set[str] = set()
    for (rep_id, _), own in zip(written, rough_keys([text for _, text in written]), strict=True):
        for key in own:
            other = owners.setdefault(key, rep_id)
            if other != rep_id or not key:
                found |= {rep_id, other}
    return [rep_id for rep_id in among if rep_id in found]


def _index(keyed: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Return who is found under which key, without keys of only one and those of a crowd."""
    index: dict[str, list[str]] = defaultdict(list)
    for rep_id, own in keyed.items():
        for key in own:
            index[key].append(rep_id)
    return {key: ids for key, ids in index.items() if 1 < len(ids) <= _CROWD}


def _spellings(person: Person) -> list[Spelling]:
    """Return every spelling of a person."""
    mails = [alias for alias in person.aliases if "@" in alias]
    names = [alias for alias in person.aliases if "@" not in alias]
    found = [spelling(name, person.email) for name in (person.name, *names)]
    return found + [spelling("", mail) for mail in mails]
