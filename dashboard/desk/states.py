"""How does the desk learn that a rep has left or is away, where no file says it?

What is typed is an import like any other: it stands in the history and can be taken back. A later file that has a
status of its own counts again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

import pandas as pd
from pandas import DataFrame
from sqlalchemy import Engine

from dashboard.model.errors import UnknownRep
from dashboard.model.problems import FileReport, Person, Problem
from dashboard.model.tables import ACTIVITY, PIPELINE, READINGS
from dashboard.store import history, imports
from dashboard.store.imports import ImportRecord

STATES = {"active": "Active", "on_leave": "On leave", "left": "Left", "not_onboarded": "Not onboarded yet"}
"""What can be said of a rep, as `Person.status` has it, and in words."""
FEW = 3
"""So many reps are named in the history, the others counted."""


@dataclass(frozen=True)
class Typed:
    """What was typed of some people, in the shape of files that were read: no numbers, nothing wrong."""

    files: tuple[FileReport, ...]
    people: tuple[Person, ...]
    readings: DataFrame
    pipeline: DataFrame
    activity: DataFrame
    problems: tuple[Problem, ...] = ()


def typed(people: Sequence[Person], state: str) -> Typed:
    """Return the statement that these people are in a state (of STATES)."""
    said = tuple(Person(person.rep_id, person.name, status=state) for person in people)
    name = f"{STATES[state]}: {_named(said)}"
    signature = sha256("\n".join((state, *(one.rep_id for one in said))).encode()).hexdigest()
    report = FileReport(name, "typed", None, None, None, None, {}, len(said), len(said), (), signature, {})
    readings, pipeline, activity = (pd.DataFrame(columns=list(columns)) for columns in (READINGS, PIPELINE, ACTIVITY))
    return Typed((report,), said, readings, pipeline, activity)


def set_state(engine: Engine, rep_ids: Sequence[str], state: str, *, who: str, at: datetime) -> ImportRecord | None:
    """Store that these reps are in a state; None where the desk knew that of each. Raises UnknownRep."""
    known = {person.rep_id: person for person in history.people(engine)}
    for rep_id in rep_ids:
        if rep_id not in known:
            raise UnknownRep(rep=rep_id)
    return imports.commit(engine, typed([known[rep_id] for rep_id in rep_ids], state), who=who, at=at)[0]


def _named(people: Sequence[Person]) -> str:
    """Return who is meant, in words.

    >>> _named([Person("ida-lund", "Ida Lund"), Person("bo-lee", "Bo Lee")])
    'Ida Lund, Bo Lee'
    """
    names = [person.name for person in people]
    return ", ".join(names[:FEW] + ([f"{len(names) - FEW} more"] if len(names) > FEW else []))
