"""How do commitments look in a terminal?"""

from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.cli.words import columns, one_line
from dashboard.coaching.due import due, waits_for
from dashboard.coaching.expected import reckoned
from dashboard.coaching.ledger_words import DONE, fair_from, from_to, promise, said_done, sentence, verdict
from dashboard.coaching.record_words import counted, record
from dashboard.model.commitments import Judged, Record
from dashboard.model.pillars import about
from dashboard.model.weeks import label

HEAD = ("id", "rep", "pillar", "look from", "due", "done", "verdict")
"""The columns of the list."""


def ledger_text(
    judged: Sequence[Judged], records: Sequence[Record], names: Mapping[str, str], team: str | None, week: date
) -> str:
    """Return every commitment as a line and as a paragraph, by rep and day of the look, and what each behaviour did.

    The lines say what is due in a week (its Monday).
    """
    if not judged:
        return "Nothing was agreed yet: `ssi-coach agree` keeps a commitment."
    ordered = sorted(judged, key=lambda one: _place(one, names))
    lines = columns([HEAD, *_lines(ordered, names, week)], indent=0)
    told = [_paragraph(one, names) for one in ordered]
    said = [f"{one_line(one.behaviour)}\n  {one_line(record(one, team))}" for one in records]
    return "\n\n".join([lines, *told, *said])


def _place(one: Judged, names: Mapping[str, str]) -> tuple[str, str, date, date]:
    made = one.commitment
    return names.get(made.rep_id, made.rep_id).casefold(), made.rep_id, made.check_on, made.agreed_on


def _lines(ordered: Sequence[Judged], names: Mapping[str, str], week: date) -> list[tuple[str | None, ...]]:
    asked = {one.commitment.commitment_id for one in due(ordered, week)}
    return [
        (
            made.commitment_id,
            names.get(made.rep_id, made.rep_id),
            about(made.pillar),
            label(made.check_on),
            waits_for(one, week) if made.commitment_id in asked else None,
            DONE[made.done],
            verdict(one),
        )
        for one in ordered
        for made in (one.commitment,)
    ]


def _paragraph(one: Judged, names: Mapping[str, str]) -> str:
    made = one.commitment
    name = one_line(names.get(made.rep_id, made.rep_id))
    days = f"agreed {label(made.agreed_on)}, {fair_from(made)}"
    facts = "; ".join(filter(None, [said_done(made), from_to(one), *map(counted, one.counts)]))
    lines = [f"{made.commitment_id}  {name}: {about(made.pillar)}, {days}", promise(made), facts, sentence(one)]
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
    stood = ", ".join(filter(None, (about(made.pillar), from_to(one))))
    said = f"{stood}; {done[0].lower()}{done[1:]}. {sentence(one)} {reckoned(one)}"
    return f"{one_line(promise(made))}\n    {one_line(said)}"
