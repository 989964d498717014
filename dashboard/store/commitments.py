"""What was agreed with whom, and what was said of it later? What was agreed is never rewritten."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, RowMapping, func, insert, select

from dashboard.model.commitments import Commitment, Done
from dashboard.model.errors import BadCommitment, UnknownCommitment, UnknownRep
from dashboard.model.pillars import Pillar
from dashboard.store import review_tables, schema
from dashboard.store.engine import reading, writing

DAYS = ("agreed_on", "check_on", "until")
LONGEST = 2_000
"""Letters a behaviour may have."""
NO_PILLAR = ""
"""What stands in the place of the pillar where it is about the conversation with buyers."""
SAYS_NOTHING = "say which behaviour is agreed."


def new_id() -> str:
    """Return an id no other commitment has."""
    return uuid4().hex[:12]


def agree(engine: Engine, made: Commitment, *, who: str, at: datetime) -> Commitment:
    """Keep a commitment; raises UnknownRep, or BadCommitment where it says nothing or ends before it begins."""
    _sound(made)
    with writing(engine) as connection:
        if not connection.execute(select(schema.reps.c.rep_id).where(schema.reps.c.rep_id == made.rep_id)).first():
            raise UnknownRep(rep=made.rep_id)
        days = {name: getattr(made, name) and getattr(made, name).isoformat() for name in DAYS}
        names = ("commitment_id", "rep_id", "behaviour", "prompt_id", "cue", "accounts", "start_value", "review_id")
        pillar = made.pillar.value if made.pillar else NO_PILLAR
        line = {name: getattr(made, name) for name in names} | days | {"pillar": pillar}
        connection.execute(insert(review_tables.commitments), [{**line, "who": who, "at": at.isoformat()}])
    return made


def say_done(engine: Engine, commitment_id: str, done: Done, note: str = "", *, who: str, at: datetime) -> None:
    """Keep what the rep says of a commitment; raises UnknownCommitment."""
    _word(engine, commitment_id, {"done": done.value, "note": note, "withdrawn": False}, who, at)


def withdraw(engine: Engine, commitment_id: str, *, who: str, at: datetime) -> None:
    """Take back what was agreed by mistake: it stays in the store and is in no list; raises UnknownCommitment."""
    _word(engine, commitment_id, {"done": Done.UNKNOWN.value, "note": "", "withdrawn": True}, who, at)


def commitments(engine: Engine, rep_ids: Sequence[str] | None = None, *, until: date | None = None) -> list[Commitment]:
    """Return what was agreed (by these reps, up to and including a day), the oldest first, each with its newest word.

    What was withdrawn is left out.
    """
    table = review_tables.commitments
    query = select(table).order_by(table.c.agreed_on, table.c.at, table.c.commitment_id)
    if until is not None:
        query = query.where(table.c.agreed_on <= until.isoformat())
    with reading(engine) as connection:
        words, rows = _newest_words(connection), connection.execute(query).mappings().all()
    asked = None if rep_ids is None else set(rep_ids)
    found = [
        _commitment(row, words.get(row["commitment_id"])) for row in rows if asked is None or row["rep_id"] in asked
    ]
    return [made for made in found if not made.withdrawn]


def commitments_revision(engine: Engine) -> str:
    """Return a text that changes with every commitment and every word of one: a key for what is made from them."""
    with reading(engine) as connection:
        made = connection.execute(select(func.count()).select_from(review_tables.commitments)).scalar_one()
        said = connection.execute(select(func.max(review_tables.commitment_words.c.seq))).scalar_one()
        return f"{made}.{said or 0}"


def _sound(made: Commitment) -> None:
    if not made.behaviour.strip():
        raise BadCommitment(reason=SAYS_NOTHING)
    if len(made.behaviour) > LONGEST:
        raise BadCommitment(reason=f"the behaviour has over {LONGEST:,} letters; say it in a sentence.")
    if made.check_on < made.agreed_on or (made.until and made.until < made.agreed_on):
        raise BadCommitment(reason="it would be checked, or end, before it begins; choose a later day.")


def _word(engine: Engine, commitment_id: str, said: dict[str, Any], who: str, at: datetime) -> None:
    table = review_tables.commitments
    with writing(engine) as connection:
        if not connection.execute(select(table.c.at).where(table.c.commitment_id == commitment_id)).first():
            raise UnknownCommitment(commitment_id=commitment_id)
        line = {"commitment_id": commitment_id, **said, "who": who, "at": at.isoformat()}
        connection.execute(insert(review_tables.commitment_words), [line])


def _newest_words(connection: Connection) -> dict[str, RowMapping]:
    words = select(review_tables.commitment_words).order_by(review_tables.commitment_words.c.seq)
    return {row["commitment_id"]: row for row in connection.execute(words).mappings()}


def _commitment(row: RowMapping, word: RowMapping | None) -> Commitment:
    made: dict[str, Any] = {name: row[name] for name in row if name not in ("who", "at")}
    made |= {name: date.fromisoformat(row[name]) if row[name] else None for name in DAYS}
    if word:
        made |= {"done": Done(word["done"]), "done_note": word["note"], "withdrawn": word["withdrawn"]}
    made["pillar"] = Pillar(row["pillar"]) if row["pillar"] != NO_PILLAR else None
    return Commitment(**made)
