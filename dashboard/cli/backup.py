"""How does the whole desk go into one file, and come back from it?"""

from pathlib import Path
from shlex import quote

import click

from dashboard.cli.desk import now, open_desk
from dashboard.cli.options import database


@click.command("backup")
@click.argument("path", type=click.Path())
@database
def backup(path: str, db: str | None) -> None:
    """Write everything on the desk to PATH, one file; the app may go on running."""
    from dashboard.store import backup as store

    content = store.backup(open_desk(db))
    part = Path(f"{path}.part")
    part.write_bytes(content)
    part.replace(path)
    click.echo(f"{len(content):,} bytes written to {path}; `ssi-coach restore {quote(path)}` brings them back.")


@click.command("restore")
@click.argument("path", type=click.Path())
@database
def restore(path: str, db: str | None) -> None:
    """Put a backup in place of what is on the desk; what was there is kept in a file beside it."""
    from dashboard.store import backup as store

    kept = store.restore(open_desk(db), Path(path).read_bytes(), name=path, at=now())
    click.echo(f"The desk is as it was in {path}; what was there before is kept as {kept}.")
