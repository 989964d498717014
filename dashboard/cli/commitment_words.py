"""How do commitments look in a terminal?"""

from collections.abc import Mapping, Sequence

from dashboard.cli.words import one_line
from dashboard.coaching.ledger_words import counted, from_to, promise, reckoned, record, said_done, sentence
from dashboard.model.commitments import Commitment, Judged, Outcome, Record, Why
from dashboard.model.pillars import LABELS
from dashboard.model.weeks import label


def ledger_text(judged: Sequence[Judged], records: Sequence[Record], names: Mapping[str, str], team: str | None) -> str:
    """Return every commitment as a paragraph, the newest first, and what each behaviour did in the team."""
    if not judged:
        return "Nothing was agreed yet: `ssi-coach agree` keeps a commitment."
    newest = sorted(judged, key=lambda one: one.commitment.agreed_on, reverse=True)
    told = [_paragraph(one, names) for one in newest]
    said = [f"{one_line(one.behaviour)}\n  {one_line(record(one, team))}" for one in records]
    return "\n\n".join([*told, *said])


def _paragraph(one: Judged, names: Mapping[str, str]) -> str:
    made = one.commitment
    name = one_line(names.get(made.rep_id, made.rep_id))
    days = f"agreed {label(made.agreed_on)}, a look is fair from {label(made.check_on)}"
    facts = "; ".join([said_done(made), from_to(one), *map(counted, one.counts)])
    lines = [f"{made.commitment_id}  {name}: {LABELS[made.pillar]}, {days}", promise(made), facts, sentence(one)]
    return "\n  ".join(map(one_line, filter(None, [*lines, reckoned(one)])))


def due_text(judged: Sequence[Judged], names: Mapping[str, str]) -> str:
    """Return what is worth a look in this week's review, two lines each; empty where nothing is."""
    if not judged:
        return ""
    told = [f"  {one_line(names[one.commitment.rep_id])}: {_short(one)}" for one in judged]
    return "\n".join(["Commitments to look at", *told])


def _short(one: Judged) -> str:
    made = one.commitment
    done = said_done(made)
    said = f"{LABELS[made.pillar]}, {from_to(one)}; {done[0].lower()}{done[1:]}. {sentence(one)}"
    return f"{one_line(promise(made))}\n    {one_line(said)}"


def unjudged(made: Commitment) -> Judged:
    """Return a commitment that was just made."""
    return Judged(made, Outcome.TOO_EARLY, why=Why.NOT_DUE)
