"""Which imports were made, and how is one taken back?"""

import click

from dashboard.cli.desk import now, open_desk
from dashboard.cli.options import as_json, database
from dashboard.cli.words import columns, print_json


@click.command("imports")
@database
@as_json
def imports(db: str | None, as_json: bool) -> None:
    """List the imports, the newest first."""
    from dashboard.desk.json_shapes import record_json
    from dashboard.store.imports import list_imports

    records = list_imports(open_desk(db))
    if as_json:
        print_json({"imports": [record_json(record) for record in records]})
    elif records:
        heading = ("import", "when", "who", "rows", "added", "changed", "", "files")
        rows = [
            (
                record.import_id,
                f"{record.at:%Y-%m-%d %H:%M}",
                record.who,
                f"{record.rows:,}",
                f"{record.added:,}",
                f"{record.changed:,}",
                "taken back" if record.undone_at else "",
                ", ".join(record.files),
            )
            for record in records
        ]
        click.echo(columns([heading, *rows], right=(3, 4, 5), indent=0))
    else:
        click.echo("Nothing was imported yet.")


@click.command("undo")
@click.argument("import_id")
@database
def undo(import_id: str, db: str | None) -> None:
    """Take an import back: what was there before counts again."""
    from dashboard.store import imports as store

    record = store.undo(open_desk(db), import_id, at=now())
    click.echo(f"Import {record.import_id} ({', '.join(record.files)}) was taken back.")
