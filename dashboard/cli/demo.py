"""How does the sample team come onto the desk, or into files to try an upload with?"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli.desk import now, open_desk, today, who
from dashboard.cli.options import DAY, database
from dashboard.cli.words import count
from dashboard.model.weeks import label, monday

if TYPE_CHECKING:
    from dashboard.sample.team import SampleBatch


@click.command("demo")
@click.option("--reps", type=click.IntRange(1, 100_000), default=14, show_default=True, help="How many people.")
@click.option("--weeks", type=click.IntRange(1, 520), default=26, show_default=True, help="How long a history.")
@click.option("--seed", type=click.IntRange(0), default=7, show_default=True, help="Another number, another team.")
@click.option("--as-of", type=DAY, help="A day of the last week (default: today).")
@click.option("--files", metavar="FOLDER", type=click.Path(), help="Write the team as CSV and XLSX instead of storing.")
@database
def demo(reps: int, weeks: int, seed: int, as_of: date | None, files: str | None, db: str | None) -> None:
    """Load the sample team: invented people, seeded, of any size."""
    from dashboard.sample.team import sample_batch

    batch = sample_batch(reps=reps, weeks=weeks, seed=seed, last_week=as_of or today())
    size = f"{count(reps, 'invented rep')}, {count(weeks, 'week')} up to {label(monday(as_of or today()))}"
    click.echo(f"{size}: {_write(batch, Path(files), monday(as_of or today())) if files else _store(batch, db)}")


def _store(batch: "SampleBatch", db: str | None) -> str:
    """Put the team into the store and return what became of it."""
    from dashboard.store.imports import commit

    record, _ = commit(open_desk(db), batch, who=who(), at=now())
    if record is None:
        return "all of it was on the desk already."
    return f"stored as import {record.import_id}; take it back with `ssi-coach undo {record.import_id}`."


def _write(batch: "SampleBatch", folder: Path, day: date) -> str:
    """Write the team as the two files a manager would upload and return where they are."""
    from dashboard.exports.steady import repacked
    from dashboard.sample.files import FILES

    folder.mkdir(parents=True, exist_ok=True)
    for name, build in FILES.items():
        content = build(batch)
        (folder / name).write_bytes(repacked(content, day) if name.endswith(".xlsx") else content)
    return f"written to {' and '.join(str(folder / name) for name in FILES)}."
