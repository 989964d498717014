"""How do `check` and `import` read files, and what do they say?"""

from dataclasses import replace
from datetime import date
from shlex import quote
from typing import TYPE_CHECKING

import click

from dashboard.cli.desk import now, open_desk, sources, today, who
from dashboard.cli.options import as_json, database, reading
from dashboard.cli.read_words import read_text
from dashboard.cli.words import complain, print_json
from dashboard.model.problems import Question

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from dashboard.ingest.load import Loaded
    from dashboard.store.imports import ImportRecord
    from dashboard.store.plan import ImportPlan

NO_STORE = "sqlite://"
Answers = tuple[tuple[str, str], ...]


@click.command("check")
@reading
@click.option("--db", metavar="URL", help="Compare with this store (default: with an empty desk).")
@as_json
@click.pass_context
def check(
    context: click.Context,
    files: tuple[str, ...],
    answers: Answers,
    as_of: date | None,
    period: str | None,
    db: str | None,
    as_json: bool,
) -> None:
    """Read files and say what was understood; nothing is stored."""
    from dashboard.desk.imports import preview

    engine = open_desk(db or NO_STORE)
    loaded = _read(files, answers, as_of, engine, period)
    _tell(loaded, preview(engine, loaded), None, as_json=as_json, closing="Nothing was stored: this was a check.")
    context.exit(_open_ends(loaded))


@click.command("import")
@reading
@database
@as_json
@click.pass_context
def import_(
    context: click.Context,
    files: tuple[str, ...],
    answers: Answers,
    as_of: date | None,
    period: str | None,
    db: str | None,
    as_json: bool,
) -> None:
    """Read files and store them in one transaction."""
    from dashboard.desk.imports import preview, settled, store

    engine = open_desk(db)
    loaded = _read(files, answers, as_of, engine, period)
    if settled(loaded):
        record, plan = store(engine, loaded, who=who(), at=now())
    else:
        record, plan = None, preview(engine, loaded)
    _tell(loaded, plan, record, as_json=as_json, closing=_closing(loaded, record))
    context.exit(_open_ends(loaded))


def _read(
    files: tuple[str, ...], answers: Answers, as_of: date | None, engine: "Engine", period: str | None
) -> "Loaded":
    """Return the files read as one set; a path that gives no bytes is refused beside the others."""
    from dashboard.desk.imports import read

    readable, refused = sources(files)
    loaded = read(readable, dict(answers), as_of, engine, period)
    return replace(loaded, refused=(*refused, *loaded.refused))


def _tell(loaded: "Loaded", plan: "ImportPlan", record: "ImportRecord | None", *, as_json: bool, closing: str) -> None:
    """Print what was read, as JSON or in words."""
    if as_json:
        from dashboard.desk.json_shapes import read_json

        print_json(read_json(loaded, plan, record.import_id if record else None))
    else:
        from dashboard.desk.import_words import ahead

        click.echo(read_text(loaded, plan, "\n\n".join(said for said in (ahead(loaded, today()), closing) if said)))


def _closing(loaded: "Loaded", record: "ImportRecord | None") -> str:
    """Return how an import ended."""
    if loaded.refused or loaded.questions:
        return "Nothing was stored."
    if record is None:
        return "Nothing was stored: all of it was on the desk already."
    return f"Stored as import {record.import_id}; take it back with `ssi-coach undo {record.import_id}`."


def _open_ends(loaded: "Loaded") -> int:
    """Say on stderr what was refused and what is asked, and return the exit code."""
    from dashboard.desk.import_words import unanswered

    for refusal in loaded.refused:
        complain(f"{refusal.file} was not read: {refusal.reason}")
    for question in loaded.questions:
        complain(f"{question.text} {_answering(question)}")
    if at_once := unanswered(loaded.questions):
        complain(at_once)
    return 1 if loaded.refused or loaded.questions else 0


def _answering(question: Question) -> str:
    """Return how a question is answered, ready to be pasted."""
    first, *others = question.choices or ("...",)
    words = f"Answer with --answer {quote(f'{question.key}={first}')}"
    return f"{words} (or {', '.join(others)})." if others else f"{words}."
