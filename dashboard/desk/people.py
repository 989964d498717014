"""Who is known under which names and e-mails, and how does the manager say that it is otherwise?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from dashboard.ingest.nicknames import perhaps_same
from dashboard.model.people import name_key
from dashboard.model.problems import Person
from dashboard.store import history, identity
from dashboard.store.imports import ImportRecord


@dataclass(frozen=True)
class Known:
    """A rep with every other spelling and e-mail that leads to it; each can be made a person of its own again."""

    rep_id: str
    name: str
    team: str | None
    email: str | None
    spellings: tuple[str, ...]


def known(engine: Engine, team: str | None = None) -> tuple[Known, ...]:
    """Return everybody on the desk (of that team), by name."""
    found = [one for one in history.people(engine) if team in (None, one.team)]
    people = sorted(found, key=lambda person: (person.name.casefold(), person.rep_id))
    return tuple(Known(one.rep_id, one.name, one.team, one.email, spellings(one)) for one in people)


def hints(engine: Engine, team: str | None = None) -> tuple[tuple[str, str], ...]:
    """Return the names of pairs who may be one person by a short first name; whether they are, nobody can tell here."""
    found = [one for one in history.people(engine) if team in (None, one.team)]
    return tuple((one.name, other.name) for one, other in perhaps_same(found))


def spellings(person: Person) -> tuple[str, ...]:
    """Return the spellings and e-mails of a person beside the name; case and spaces make no other spelling.

    >>> spellings(Person("al", "Ann Lee", "ann@a.example", ("ANN LEE", "Lee, Ann", "LEE, Ann")))
    ('ann@a.example', 'Lee, Ann')
    """
    found = {name_key(person.name): person.name}
    for one in (person.email, *person.aliases):
        if one:
            found.setdefault(name_key(one), one)
    return tuple(found.values())[1:]


def part(engine: Engine, rep_id: str, spelling: str, *, who: str, at: datetime) -> identity.Parted:
    """Make a spelling or e-mail a person of its own, who gets what was read under it; an import to take back.

    Raises UnknownRep and UnknownSpelling.
    """
    return identity.part(engine, rep_id, spelling, who=who, at=at)


def join(engine: Engine, rep_id: str, into: str, *, who: str, at: datetime) -> ImportRecord:
    """Give everything of one rep to another, who goes by both names; an import (UnknownRep, SamePerson)."""
    return identity.join(engine, rep_id, into, who=who, at=at)


def beforehand(engine: Engine, one: Known, into: Known) -> str:
    """Return whose readings count where both have some if two were joined, "" if they share no day."""
    days, kept = identity.days_of_both(engine, one.rep_id, into.rep_id)
    if not days or one.rep_id == into.rep_id:
        return ""
    counted = [f"{name}'s on {count}" for name, count in ((into.name, kept), (one.name, days - kept)) if count]
    said = (
        f"Both have readings of {days} {'day' if days == 1 else 'days'}: joined, {' and '.join(counted)} would count."
    )
    return f"{said} The others are kept, and count again once the two are parted."


def together(ids: Sequence[str]) -> str:
    """Return what to do where rows under both names had become one row.

    >>> together(["20261116-2"])[:63]
    'In import 20261116-2 rows under both names were read as one row'
    """
    rows = f"In import {' and '.join(ids)} rows under both names were read as one row, which stays where it is."
    return f"{rows} To part these too, take that import back and import its files again."


def named(people: Sequence[Known]) -> dict[str, str]:
    """Return how each rep is called in a list: by name, with the id where two share one.

    >>> named([Known(one, name, None, None, ()) for one, name in (("bo", "Bo Lee"), ("al", "Al"), ("al-2", "Al"))])
    {'bo': 'Bo Lee', 'al': 'Al [al]', 'al-2': 'Al [al-2]'}
    """
    often = Counter(one.name for one in people)
    return {one.rep_id: f"{one.name} [{one.rep_id}]" if often[one.name] > 1 else one.name for one in people}


def several(people: Sequence[Known]) -> tuple[Known, ...]:
    """Return those who are known under more than their name."""
    return tuple(one for one in people if one.spellings)
