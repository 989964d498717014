"""How are coaching notes written to disk, for one rep or for all?"""

from datetime import date
from pathlib import Path

import click

from dashboard.cli.desk import today
from dashboard.cli.options import DAY, database
from dashboard.cli.table import lay_table
from dashboard.cli.words import count


@click.command("notes")
@database
@click.option("--week", type=DAY, help="A day of the week the notes are about (default: the newest with scores).")
@click.option("--rep", metavar="ID", help="Write the note of one rep, by id or name.")
@click.option("--all", "everybody", is_flag=True, help="Write the notes of everybody: one document, or a ZIP.")
@click.option("--format", "kind", default="md", show_default=True, help="md, html, docx, xlsx or zip.")
@click.option("--out", metavar="PATH", required=True, type=click.Path(path_type=Path), help="The file to write.")
def notes(db: str | None, week: date | None, rep: str | None, everybody: bool, kind: str, out: Path) -> None:
    """Write coaching notes: the facts of the week, the weakest pillar, prompts, pipeline."""
    from dashboard.desk import notes as desk
    from dashboard.desk.called import rep_called
    from dashboard.desk.people import known
    from dashboard.desk.spoken import spoken
    from dashboard.model.errors import BadFormat

    if everybody == (rep is not None):
        raise click.UsageError("Give either --rep ID or --all.")
    if kind not in desk.FORMATS:
        raise BadFormat(format=kind, formats=", ".join(desk.FORMATS))
    table = lay_table(db, None, week)
    monday = table.week(week)
    review = table.review(monday)
    chosen = rep_called(known(table.engine), rep) if rep is not None else None
    written = desk.notes(review, today(), rep_id=chosen, said=spoken(table.engine, monday))
    out.write_bytes(desk.bundle(written, kind))
    click.echo(f"{count(len(written), 'note')} written to {out}.")
