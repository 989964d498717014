"""Who is meant in each row? E-mail wins, then the name as written; anything looser is only proposed.

Same e-mail is the same person. The same name (but for case and spaces) is the same person unless the e-mails differ.
Everything else, like Anna Müller and Anna Mueller, becomes a link to confirm. Tom and Thomas Becker stay two people.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from dashboard.ingest.cells import is_blank
from dashboard.ingest.likeness import Likeness, Spelling, likeness, spelling, turn
from dashboard.model.people import name_key, slug, tidy
from dashboard.model.problems import Person

NEW = "new"
"""The answer to a link that says: this is somebody else."""
_CROWD = 50
"""A word shared by more people than this is no reason to compare them one by one."""
_MARGIN = 0.12
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
    """A proposal: `written` (the name, else the e-mail) now stands as `rep_id` of its own, but may be a candidate."""

    written: str
    rep_id: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Matched:
    """Per row the rep's id (None where the row names nobody), the people in order of appearance, links to confirm."""

    rep_ids: pd.Series
    people: tuple[Person, ...]
    links: tuple[Link, ...]


@dataclass
class _Register:
    """The people known so far, found by e-mail, by name and by id."""

    people: dict[str, Person] = field(default_factory=dict)
    by_mail: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def put(self, person: Person) -> None:
        """Add a person or replace what was known of them."""
        self.people[person.rep_id] = person
        if person.email:
            self.by_mail[tidy_email(person.email) or ""] = person.rep_id
        for name in (person.name, *person.aliases):
            ids = self.by_name[name_key(name)]
            if person.rep_id not in ids:
                ids.append(person.rep_id)

    def free_id(self, name: str, email: str | None) -> str:
        """Return an id nobody has: the name's slug, else that of the e-mail before the @, with -2, -3 if taken."""
        wanted = slug(name if name else (email or "").partition("@")[0])
        number, found = 1, wanted
        while found in self.people:
            number += 1
            found = f"{wanted}-{number}"
        return found

    def named(self, name: str, email: str | None) -> list[str]:
        """Return the ids of those with this written name whose e-mail does not contradict."""
        ids = self.by_name.get(name_key(name), []) if name else []
        return [one for one in ids if not (email and self.people[one].email)]


def tidy_email(email: object) -> str | None:
    """Return an e-mail without spaces and in small letters, None if it is none.

    >>> tidy_email(" Priya.Raman@BrightForge.example ")
    'priya.raman@brightforge.example'
    """
    if not isinstance(email, str) or is_blank(email):
        return None
    plain = "".join(email.split()).strip("<>;,").removeprefix("mailto:").casefold()
    return plain if "@" in plain[1:-1] else None


def match(written: pd.DataFrame, known: Sequence[Person] = (), *, links: Mapping[str, str] | None = None) -> Matched:
    """Find out who is meant per row of `name` and `email`; `links` are answers: name as written -> rep id or "new".

    A link that is answered with an id makes the written name an alias of that person.
    """
    pairs = pd.MultiIndex.from_arrays([_names(written), _emails(written)])
    codes, different = pd.factorize(pairs)
    register = _Register()
    for person in known:
        register.put(person)
    answers = {_key(name): rep_id for name, rep_id in (links or {}).items()}
    persons = [(name, email or None) for name, email in different.tolist()]
    ids = _identify(persons, register, answers)
    rep_ids = pd.Series([*ids, None], dtype="object").to_numpy()[codes]
    mentioned = dict.fromkeys(one for one in ids if one)
    found = _links(mentioned, register, {person.rep_id for person in known}, answers)
    return Matched(
        pd.Series(rep_ids, index=written.index, dtype="str"), tuple(register.people[one] for one in mentioned), found
    )


def _identify(
    persons: Sequence[tuple[str, str | None]], register: _Register, answers: Mapping[str, str]
) -> list[str | None]:
    """Give each written person an id: first those with name and e-mail, then names, then e-mails alone."""
    ids: list[str | None] = [None] * len(persons)
    order = sorted(range(len(persons)), key=lambda place: _says(*persons[place]))
    for place in order:
        name, email = persons[place]
        if name or email:
            ids[place] = _one(name, email, register, answers)
    return ids


def _says(name: str, email: str | None) -> int:
    """Rank a written person by what is said of them: 0 name and e-mail, 1 a name, 2 an e-mail, 3 nothing."""
    return (0 if email else 1) if name else (2 if email else 3)


def _one(name: str, email: str | None, register: _Register, answers: Mapping[str, str]) -> str:
    """Return the id of one written person, a new one if nobody fits."""
    rep_id = answers.get(_key(name or email or ""), "")
    if rep_id not in register.people:
        rep_id = register.by_mail.get(email or "", "")
    if not rep_id:
        same = register.named(name, email)
        rep_id = same[0] if len(same) == 1 else ""
    if not rep_id:
        rep_id = register.free_id(name, email)
        register.put(Person(rep_id, name or email or "", email))
        return rep_id
    register.put(_with(register.people[rep_id], name, email))
    return rep_id


def _with(person: Person, name: str, email: str | None) -> Person:
    """Return a person with another spelling and an e-mail learnt."""
    aliases = person.aliases
    if name and name != person.name and name not in aliases and "@" not in person.name:
        aliases = (*aliases, name)
    shown = name if name and "@" in person.name else person.name
    return replace(person, name=shown, email=person.email or email, aliases=aliases)


def _links(
    mentioned: Iterable[str], register: _Register, known: set[str], answers: Mapping[str, str]
) -> tuple[Link, ...]:
    """Propose for each new person whom they may be; of two new ones the later asks."""
    new = [one for one in mentioned if one not in known and _key(register.people[one].name) not in answers]
    if not new:
        return ()
    index = _index(register.people.values())
    asking = set(new)
    found = []
    for rep_id in sorted(new, key=lambda one: "@" in register.people[one].name):
        candidates = tuple(_candidates(register.people[rep_id], register, index, asking))
        asking.discard(rep_id)
        if candidates:
            found.append(Link(register.people[rep_id].name, rep_id, candidates))
    return tuple(found)


def _candidates(
    person: Person, register: _Register, index: Mapping[str, list[str]], asking: set[str]
) -> Iterator[Candidate]:
    """Yield whom a person may be, most likely first, without those far behind the first."""
    near = dict.fromkeys(other for word in _entries(_spelled(person)) for other in index.get(word, ()))
    ranked: list[tuple[Likeness, Person]] = []
    for other in near:
        if other not in asking:
            like = _alike(person, register.people[other])
            if like:
                ranked.append((like, register.people[other]))
    ranked.sort(key=lambda pair: (-pair[0].confidence, pair[1].rep_id))
    for like, other_person in ranked[:_MOST]:
        if like.confidence >= ranked[0][0].confidence - _MARGIN:
            yield Candidate(other_person.rep_id, other_person.name, like.confidence, like.evidence)


def _alike(one: Person, other: Person) -> Likeness | None:
    """Compare two people in all their spellings; two e-mails that differ are two people, unless the names are one."""
    if one.email and other.email and name_key(turn(one.name)) != name_key(turn(other.name)):
        return None
    found = [
        likeness(spelling(a, one.email), spelling(b, other.email))
        for a in (one.name, *one.aliases)
        for b in (other.name, *other.aliases)
    ]
    return max((like for like in found if like), default=None)


def _index(people: Iterable[Person]) -> dict[str, list[str]]:
    """Return who is found under which word; words of a crowd are left out."""
    index: dict[str, list[str]] = defaultdict(list)
    for person in people:
        for entry in _entries(_spelled(person)):
            index[entry].append(person.rep_id)
    return {entry: ids for entry, ids in index.items() if len(ids) <= _CROWD}


def _spelled(person: Person) -> list[Spelling]:
    """Return every spelling of a person."""
    return [spelling(name, person.email) for name in (person.name, *person.aliases)]


def _entries(spellings: Iterable[Spelling]) -> set[str]:
    """Return the words a person is found under: each word, and all of them joined."""
    entries: set[str] = set()
    for one in spellings:
        for words in (*one.ways, one.mail):
            entries.update(word for word in words if len(word) > 1)
            entries.update({"".join(words), "".join(reversed(words)), "".join(sorted(words))})
            if len(words) > 1:
                entries.update({words[0][0] + words[-1], words[-1] + words[0][0], words[0] + words[-1][0]})
    return entries - {""}


def _names(written: pd.DataFrame) -> list[str]:
    """Return the names as shown, "" where there is none."""
    cells = written["name"].tolist() if "name" in written else [None] * len(written)
    return ["" if is_blank(cell) else tidy(str(cell)) for cell in cells]


def _emails(written: pd.DataFrame) -> list[str]:
    """Return the e-mails in plain form, "" where there is none."""
    cells = written["email"].tolist() if "email" in written else [None] * len(written)
    return [tidy_email(cell) or "" for cell in cells]


def _key(name: str) -> str:
    """Return how the answer to a link is looked up."""
    return name_key(name)
