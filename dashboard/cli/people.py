"""Who goes by which names, and how is it said that two are one, or that one is two?"""

from typing import TYPE_CHECKING

import click

from dashboard.cli.desk import now, open_desk, who
from dashboard.cli.options import as_json, database
from dashboard.cli.words import columns, print_json

if TYPE_CHECKING:
    from dashboard.store.imports import ImportRecord


@click.command("people")
@click.option("--team", help="Only this team.")
@database
@as_json
def people(team: str | None, db: str | None, as_json: bool) -> None:
    """List the reps with their ids, e-mails and other names."""
    from dashboard.desk.people import known

    found = known(open_desk(db), team)
    if as_json:
        shown = [{"rep_id": one.rep_id, "name": one.name, "email": one.email, "team": one.team} for one in found]
        others = [[other for other in one.spellings if other != one.email] for one in found]
        print_json({"people": [line | {"aliases": also} for line, also in zip(shown, others, strict=True)]})
    elif found:
        rows = [(one.rep_id, one.name, one.team, "; ".join(one.spellings) or None) for one in found]
        click.echo(columns([("id", "name", "team", "also"), *rows], indent=0))
    else:
        click.echo("Nobody is on the desk yet.")


@click.command("join")
@click.argument("rep_id", metavar="ID")
@click.argument("into", metavar="ID")
@database
@as_json
def join(rep_id: str, into: str, db: str | None, as_json: bool) -> None:
    """Say that the first rep is the same person as the second, who keeps id and name."""
    from dashboard.desk import people as desk

    _done(desk.join(open_desk(db), rep_id, into, who=who(), at=now()), as_json=as_json)


@click.command("split")
@click.argument("rep_id", metavar="ID")
@click.argument("name", metavar="NAME")
@database
@as_json
def split(rep_id: str, name: str, db: str | None, as_json: bool) -> None:
    """Make another name or e-mail of a rep a person of its own, who gets what was read under it."""
    from dashboard.desk import people as desk

    done = desk.part(open_desk(db), rep_id, name, who=who(), at=now())
    _done(done.record, as_json=as_json)
    if done.together:
        click.echo(desk.together(done.together), err=True)


def _done(record: "ImportRecord", *, as_json: bool) -> None:
    """Say what was done, and how it is taken back."""
    from dashboard.desk.json_shapes import record_json

    if as_json:
        print_json(record_json(record))
    else:
        click.echo(f"{record.files[0]}. Take it back with `ssi-coach undo {record.import_id}`.")
