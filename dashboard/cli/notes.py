"""How are coaching notes written to disk, for one rep or for all?"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli.desk import today
from dashboard.cli.options import DAY, database
from dashboard.cli.table import lay_table
from dashboard.cli.words import count
from dashboard.model.errors import BadFormat, UnknownRep

if TYPE_CHECKING:
    from dashboard.exports.note import Note

ZIP = "zip"


@click.command("notes")
@database
@click.option("--week", type=DAY, help="A day of the week the notes are about (default: the newest with scores).")
@click.option("--rep", metavar="ID", help="Write the note of one rep.")
@click.option("--all", "everybody", is_flag=True, help="Write a note for every rep.")
@click.option("--format", "kind", default="md", show_default=True, help="md, html, docx or zip.")
@click.option("--out", metavar="PATH", required=True, type=click.Path(), help="The file to write; for --all a folder.")
def notes(db: str | None, week: date | None, rep: str | None, everybody: bool, kind: str, out: str) -> None:
    """Write coaching notes: the facts of the week, the weakest pillar, prompts, pipeline."""
    if everybody == (rep is not None):
        raise click.UsageError("Give either --rep ID or --all.")
    _known(kind)
    target = Path(out)
    if everybody and kind != ZIP and target.suffix and not target.is_dir():
        raise click.UsageError("--all writes one file per rep: choose --format zip, or name a folder with --out.")
    written = _notes(db, week, rep)
    _write(written, kind, target, everybody=everybody)
    click.echo(f"{count(len(written), 'note')} written to {target}.")


def _known(kind: str) -> None:
    """Refuse a format nobody writes."""
    from dashboard.exports.formats import NOTE_FORMATS

    if kind not in (*NOTE_FORMATS, ZIP):
        raise BadFormat(format=kind, formats=", ".join((*NOTE_FORMATS, ZIP)))


def _notes(db: str | None, week: date | None, rep: str | None) -> list["Note"]:
    """Return the notes asked for; raises UnknownRep."""
    from dashboard.exports.note import build

    table = lay_table(db, None)
    review = table.review(table.week(week))
    cards = [card for card in review.cards if rep in (None, card.rep_id)]
    if not cards:
        raise UnknownRep(rep=rep)
    return [build(card, review.prompts.get(card.rep_id, ()), as_of=today()) for card in cards]


def _write(notes: list["Note"], kind: str, target: Path, *, everybody: bool) -> None:
    """Write one file, or one per note into a folder."""
    from dashboard.exports.bundle import bundle
    from dashboard.exports.formats import NOTE_FORMATS

    if kind == ZIP:
        target.write_bytes(bundle(notes))
    elif not everybody:
        target.write_bytes(NOTE_FORMATS[kind](notes[0]))
    else:
        target.mkdir(parents=True, exist_ok=True)
        for note in notes:
            (target / f"{note.week.isoformat()}-{note.rep_id}.{kind}").write_bytes(NOTE_FORMATS[kind](note))
