"""Who is meant in each row? E-mail wins, then the name as written; anything looser is only proposed.

Same e-mail is the same person. The same name (but for case and spaces) is the same person unless the e-mails differ.
Everything else, like Anna Müller and Anna Mueller, becomes a link to confirm. Tom and Thomas Becker stay two people.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from dashboard.ingest.cells import comparable, is_blank
from dashboard.ingest.likeness import SURE
from dashboard.ingest.links import Candidate, Link, propose
from dashboard.model.people import name_key, slug, tidy
from dashboard.model.problems import Person

_MAIL = re.compile(r"[^@\s<>()\"',;]+@[^@\s<>()\"',;]+")
Written = tuple[str, str | None]


@dataclass(frozen=True)
class Matched:
    """Per row the rep's id (missing where it names nobody), the people in order of appearance, links to confirm."""

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
        """Add a person or replace what was known of them; an alias may be a second e-mail."""
        self.people[person.rep_id] = person
        if person.email:
            self.by_mail[person.email.casefold()] = person.rep_id
        for name in (person.name, *person.aliases):
            if "@" in name:
                self.by_mail.setdefault(name.casefold(), person.rep_id)
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

    def meant(self, name: str, email: str | None, shared: bool) -> str | None:
        """Return who is meant for certain; `shared` says that several e-mails bear the name."""
        if email and email in self.by_mail:
            return self.by_mail[email]
        ids = self.by_name.get(name_key(name), []) if name and not (email and shared) else []
        fitting = [one for one in ids if not (email and self.people[one].email)]
        return fitting[0] if len(fitting) == 1 else None


def tidy_email(cell: object) -> str | None:
    """Return the e-mail of a cell in small letters and without spaces, None if there is none.

    >>> tidy_email(" Priya.Raman@BrightForge.example "), tidy_email("Tom <tom@a.example>"), tidy_email("@SUM(1+1)")
    ('priya.raman@brightforge.example', 'tom@a.example', None)
    """
    if not isinstance(cell, str) or "@" not in cell:
        return None
    found = _MAIL.search(cell) or _MAIL.search("".join(cell.split()))
    return found.group().removeprefix("mailto:").strip(".").casefold() if found else None


def match(written: pd.DataFrame, known: Sequence[Person] = (), *, links: Mapping[str, str] | None = None) -> Matched:
    """Find out who is meant per row of `name` and `email` (and `file`, if several files are read together).

    `links` are answers: written name or e-mail -> the rep id it means, or anything else for "somebody new". A link
    that is answered makes the written name an alias. Provisional ids do not depend on the answers.
    """
    persons, codes = _written(written)
    register = _Register()
    for person in known:
        register.put(person)
    ids, order = _identify(persons, register)
    answers = {name_key(name): rep_id for name, rep_id in (links or {}).items()}
    fixed = {person.rep_id for person in known}
    new = [one for one in dict.fromkeys(ids[place] for place in order) if one not in fixed]
    asked = new if answers else ()
    answered = {one: answer for one in asked if (answer := _answered(register.people[one], answers))}
    proposed = propose(new, register.people, _files(written, codes, ids))
    final = _confirmed(answered, register)
    meant = [final.get(one, one) for one in ids]
    people = tuple(register.people[one] for one in dict.fromkeys(meant) if one)
    waiting = [link for link in proposed if link.rep_id not in answered]
    roots = _roots(waiting, final)
    open_links = tuple(_current(link, roots, register.people) for link in waiting)
    rep_ids = pd.Series(np.array(meant, dtype=object)[codes], index=written.index, dtype="str").replace("", None)
    return Matched(rep_ids, people, tuple(link for link in open_links if link.candidates))


def _written(written: pd.DataFrame) -> tuple[list[Written], np.ndarray]:
    """Return each different pair of name and e-mail once, in order of appearance, and per row which one it is."""
    name_codes, names = _different(written, "name")
    mail_codes, mails = _different(written, "email")
    codes, pairs = pd.factorize(name_codes * (len(mails) + 1) + mail_codes)
    persons = [
        written_person(names[pair // (len(mails) + 1)], mails[pair % (len(mails) + 1)]) for pair in pairs.tolist()
    ]
    places: dict[Written, int] = {}
    merged = np.array([places.setdefault(one, len(places)) for one in persons], dtype=int)
    return list(places), merged[codes] if len(codes) else codes


def _different(written: pd.DataFrame, column: str) -> tuple[np.ndarray, list[object]]:
    """Return per row which cell of a column it has, and the different cells; all None if there is no such column."""
    if column not in written:
        return np.zeros(len(written), dtype=int), [None]
    codes, found = pd.factorize(comparable(written[column]), use_na_sentinel=False)
    return codes, found.tolist()


def written_person(name: object, email: object) -> Written:
    """Return a name as it is shown ("" for none) and an e-mail in plain form; one in the name's place is an e-mail."""
    mail = tidy_email(email)
    if not isinstance(name, str) or (is_blank(name) and not _initials(name)):
        return "", mail
    in_name = tidy_email(name)
    if in_name and in_name == "".join(name.split()).casefold():
        return "", mail or in_name
    return tidy(name), mail


def _initials(name: str) -> bool:
    """Say whether a text is two letters, which name a person even where they abbreviate "not known"."""
    return len(name.strip()) == 2 and name.strip().isalpha()


def _identify(persons: Sequence[Written], register: _Register) -> tuple[list[str], list[int]]:
    """Give each written person an id ("" for nobody), and return the order: name and e-mail, names, e-mails alone."""
    ids = [""] * len(persons)
    order = sorted((place for place, one in enumerate(persons) if any(one)), key=lambda place: _says(*persons[place]))
    bearers = Counter(name_key(name) for name, email in persons if name and email)
    for place in order:
        name, email = persons[place]
        found = register.meant(name, email, bool(email) and bearers[name_key(name)] > 1)
        person = register.people[found] if found else Person(register.free_id(name, email), name or email or "", email)
        if not found:
            register.put(person)
        elif name not in (person.name, "") or email not in (person.email, None):
            register.put(_with(person, name, email))
        ids[place] = person.rep_id
    return ids, order


def _says(name: str, email: str | None) -> int:
    """Rank a written person by what is said of them: 0 name and e-mail, 1 a name, 2 an e-mail, 3 nothing."""
    return (0 if email else 1) if name else (2 if email else 3)


def _with(person: Person, name: str, email: str | None) -> Person:
    """Return a person with another spelling and e-mail; a name in mixed case is shown rather than capitals."""
    spellings = dict.fromkeys(one for one in (person.name, *person.aliases, name, email) if one)
    names = [one for one in spellings if "@" not in one]
    shown = person.name
    if names and ("@" in shown or (shown in (shown.upper(), shown.lower()) and shown != shown.title())):
        shown = next((one for one in names if one not in (one.upper(), one.lower())), names[0])
    mail = person.email or email
    aliases = tuple(one for one in spellings if one not in (shown, mail))
    return replace(person, name=shown, email=mail, aliases=aliases)


def _answered(person: Person, answers: Mapping[str, str]) -> str | None:
    """Return the answer given for a person by any spelling or e-mail."""
    spellings = (person.name, *person.aliases, person.email or "")
    return next((answers[name_key(one)] for one in spellings if name_key(one) in answers), None)


def _confirmed(answered: Mapping[str, str], register: _Register) -> dict[str, str]:
    """Let confirmed links flow together: return new id -> the id it means, and join what is known of both."""
    final: dict[str, str] = {}

    def end(rep_id: str) -> str:
        while rep_id in final:
            rep_id = final[rep_id]
        return rep_id

    for one, target in answered.items():
        if target in register.people and end(target) != one:
            final[one] = end(target)
    for one in final:
        register.people[end(one)] = _joined(register.people[end(one)], register.people[one])
    return {one: end(one) for one in final}


def _roots(links: Sequence[Link], final: Mapping[str, str]) -> dict[str, str]:
    """Return who each person turned out to be, or surely is, so that one person is not offered in two spellings."""
    found = dict(final)
    for link in links:
        first = link.candidates[0]
        if len(link.candidates) == 1 and first.confidence >= SURE:
            root = found.get(first.rep_id, first.rep_id)
            found |= {one: root for one, end in found.items() if end == link.rep_id} | {link.rep_id: root}
    return found


def _current(link: Link, roots: Mapping[str, str], people: Mapping[str, Person]) -> Link:
    """Return a link whose candidates are whom they turned out to be, in the order of their likeliness."""
    found: dict[str, Candidate] = {}
    for one in link.candidates:
        root = roots.get(one.rep_id, one.rep_id)
        if root not in (link.rep_id, *found):
            found[root] = replace(one, rep_id=root, name=people[root].name)
    return replace(link, candidates=tuple(found.values()))


def _joined(person: Person, other: Person) -> Person:
    """Return a person who goes by the other's names and e-mail as well."""
    for name in (other.name, *other.aliases):
        person = _with(person, "" if "@" in name else name, name if "@" in name else None)
    return _with(person, "", other.email)


def _files(written: pd.DataFrame, codes: np.ndarray, ids: Sequence[str]) -> dict[str, set[object]]:
    """Return in which files each person occurs; nothing if the rows do not say."""
    found: dict[str, set[object]] = defaultdict(set)
    if "file" in written:
        for code, file in set(zip(codes.tolist(), written["file"].tolist(), strict=True)):
            found[ids[code]].add(file)
    return found
