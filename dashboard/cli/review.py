"""What does the weekly review say, for one week or for a range of them?"""

from datetime import date

import click

from dashboard.cli.options import DAY, as_json, database
from dashboard.cli.review_words import review_text
from dashboard.cli.table import lay_table
from dashboard.cli.words import print_json


@click.command("review")
@database
@click.option("--week", type=DAY, help="A day of the week to review (default: the newest with scores).")
@click.option("--from", "first", type=DAY, help="First week of a range; with --json one object a line.")
@click.option("--to", "last", type=DAY, help="Last week of a range (default: the newest).")
@click.option("--team", help="Review one team only.")
@as_json
def review(
    db: str | None, week: date | None, first: date | None, last: date | None, team: str | None, as_json: bool
) -> None:
    """Review the week: who moved, whom to talk to, on what."""
    ranged = first is not None or last is not None
    if ranged and week is not None:
        raise click.UsageError("Give --week or a range with --from and --to, not both.")
    if first and last and first > last:
        raise click.UsageError(f"--from {first} lies after --to {last}.")
    table = lay_table(db, team, week or first, whole=last is not None and first is None)
    for monday in table.weeks(first, last) if ranged else [table.week(week)]:
        if as_json:
            print_json(table.review_json(monday), compact=ranged)
        else:
            click.echo(review_text(table.review(monday)) + ("\n" if ranged else ""))
