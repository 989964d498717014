"""What did each behaviour do in this team, over all who agreed to it and did it?"""

from collections.abc import Sequence
from statistics import median

from dashboard.model.commitments import Commitment, Done, Judged, Outcome, Record

FEWEST = 5
"""Cases below which nothing is said of a behaviour."""


def records(judged: Sequence[Judged]) -> list[Record]:
    """Return what is known of every behaviour with five cases or more, those with most cases first.

    A case was done by the rep's own word and could be judged, whatever came of it: leaving out what did nothing would
    praise the rest. What was done partly, not done, or of which nobody said anything is credited to nobody.
    """
    groups: dict[tuple[str, str], list[Judged]] = {}
    for one in judged:
        if one.commitment.done is Done.DONE and one.net_change is not None:
            groups.setdefault(behaviour_key(one.commitment), []).append(one)
    found = [_record(cases) for cases in groups.values() if len(cases) >= FEWEST]
    return sorted(found, key=lambda record: (-record.cases, record.behaviour))


def behaviour_key(made: Commitment | Record) -> tuple[str, str]:
    """Return what tells behaviours apart: the playbook's prompt, else the words in whatever case and spacing."""
    return made.pillar.value if made.pillar else "", made.prompt_id or " ".join(made.behaviour.casefold().split())


def _record(cases: Sequence[Judged]) -> Record:
    newest = max(cases, key=lambda one: one.commitment.agreed_on).commitment
    net = [one.net_change for one in cases if one.net_change is not None]
    worked = sum(one.outcome is Outcome.WORKED for one in cases)
    return Record(newest.behaviour, newest.measured, len(cases), median(net), worked, newest.prompt_id)
