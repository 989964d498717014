"""What is agreed with whom, what did the rep say of it, and what came of it?"""

from datetime import date
from typing import TYPE_CHECKING

import click

from dashboard.cli.desk import ROOT, now, open_desk, today, who
from dashboard.cli.options import DAY, as_json, database
from dashboard.cli.table import lay_table
from dashboard.cli.words import print_json
from dashboard.model.commitments import Commitment, Done
from dashboard.model.pillars import LABELS, PILLARS, Pillar

if TYPE_CHECKING:
    from sqlalchemy import Engine

WORDS = [done.value for done in Done if done is not Done.UNKNOWN]


@click.command("agree")
@click.argument("rep", metavar="REP")
@click.option("--behaviour", required=True, metavar="TEXT|PROMPT", help="What is agreed, or the id of a prompt.")
@click.option(
    "--pillar",
    type=click.Choice([pillar.value for pillar in PILLARS]),
    help="The pillar it is for (a prompt has its own).",
)
@click.option("--conversation", is_flag=True, help="It is for the conversation with buyers, of which no score speaks.")
@click.option("--when", "cue", default="", metavar="CUE", help="After or before what: when CUE, I will ...")
@click.option("--accounts", default="", help="For which accounts.")
@click.option("--on", "agreed_on", type=DAY, help="The day it was agreed (default: today).")
@click.option("--check-on", type=DAY, help="The first day of a fair look (default: by the behaviour).")
@click.option("--until", type=DAY, help="The last day of it.")
@database
@as_json
def agree(
    rep: str,
    behaviour: str,
    pillar: str | None,
    conversation: bool,
    cue: str,
    accounts: str,
    agreed_on: date | None,
    check_on: date | None,
    until: date | None,
    db: str | None,
    as_json: bool,
) -> None:
    """Agree on one behaviour with a rep, by id or name."""
    from dashboard.coaching.playbook import load_playbook
    from dashboard.desk import commitments as desk
    from dashboard.store import commitments as store

    engine, playbook = open_desk(db), load_playbook(ROOT / "data" / "playbook.toml")
    whom = rep_id(engine, rep)
    held = Pillar(pillar) if pillar else None
    text, on, prompt_id = desk.behaviour(playbook, behaviour, held, conversation=conversation)
    day = agreed_on or today()
    said = Commitment("", whom, on, text, day, day, prompt_id, cue, accounts, until)
    made = store.agree(engine, desk.draw_up(engine, said, playbook, check_on), who=who(), at=now())
    _agreed(made, as_json)


def _agreed(made: Commitment, as_json: bool) -> None:
    """Say what was agreed, under which id, and from when on a look is fair."""
    from dashboard.desk.meeting import unjudged
    from dashboard.desk.review_json import judged_json

    if as_json:
        print_json(judged_json(unjudged(made)))
    else:
        what = f"a look at {LABELS[made.pillar].lower()} is fair" if made.pillar else "to be asked about"
        look = f"{what} from {made.check_on} on"
        click.echo(f"Agreed with {made.rep_id} as {made.commitment_id}; {look}.")


@click.command("commitments")
@click.option("--rep", metavar="REP", help="Only what was agreed with one rep, by id or name.")
@click.option("--team", help="Only this team.")
@click.option("--week", type=DAY, help="As of a day of this week (default: the newest with scores).")
@database
@as_json
def commitments(rep: str | None, team: str | None, week: date | None, db: str | None, as_json: bool) -> None:
    """List what was agreed, by rep and day of the look, with what is due, the rep's word and an honest verdict."""
    from dashboard.cli.commitment_words import ledger_text
    from dashboard.desk.review_json import judged_json, record_json

    table = lay_table(db, team, week)
    found = table.review(table.week(week))
    asked = rep_id(open_desk(db), rep) if rep is not None else None
    judged = [one for one in found.judged if asked in (None, one.commitment.rep_id)]
    if as_json:
        told = {"week": found.team.week.isoformat(), "commitments": [judged_json(one) for one in judged]}
        print_json(told | {"records": [record_json(one) for one in found.records]})
    else:
        names = {card.rep_id: card.name for card in found.cards}
        click.echo(ledger_text(judged, found.records, names, team, found.team.week))


@click.command("done")
@click.argument("commitment_id", metavar="ID")
@click.argument("word", metavar="WORD", type=click.Choice(WORDS))
@click.option("--note", default="", help="What the rep said with it.")
@database
def done(commitment_id: str, word: str, note: str, db: str | None) -> None:
    """Say what the rep says of a commitment: done, partly or not_done."""
    from dashboard.store import commitments as store

    store.say_done(open_desk(db), commitment_id, Done(word), note, who=who(), at=now())
    click.echo(f"Commitment {commitment_id}: {word.replace('_', ' ')}.")


@click.command("withdraw")
@click.argument("commitment_id", metavar="ID")
@database
def withdraw(commitment_id: str, db: str | None) -> None:
    """Take back what was agreed by mistake; `done` brings it back."""
    from dashboard.store import commitments as store

    store.withdraw(open_desk(db), commitment_id, who=who(), at=now())
    click.echo(f"Commitment {commitment_id} was withdrawn.")


def rep_id(engine: "Engine", rep: str) -> str:
    """Return the id of the rep with this id, name or e-mail; raises UnknownRep or SeveralReps."""
    from dashboard.desk.called import rep_called
    from dashboard.desk.people import known

    return rep_called(known(engine), rep)
