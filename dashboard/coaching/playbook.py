"""Which prompts does the manager's playbook hold, and can every rep be served from it?"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from dashboard.coaching import conversation, step
from dashboard.coaching.fields import FIELDS, REQUIRED, Check
from dashboard.coaching.prompt import Effect, Grade, Licence, Per, Prompt
from dashboard.coaching.step import Step
from dashboard.model.bands import BANDS, Band
from dashboard.model.errors import BadPlaybook
from dashboard.model.pillars import PILLARS, Pillar

LEAST = 2
"""Prompts for every pillar, band and licence: one would leave coach and rep nothing to choose from."""

KINDS: dict[str, tuple[dict[str, Check], dict[str, Check]]] = {
    "prompt": (FIELDS, REQUIRED),
    "conversation": (conversation.FIELDS, conversation.REQUIRED),
    "plan": (step.FIELDS, step.REQUIRED),
}
"""What stands in a playbook: the fields an entry of each kind may have, and those it must have."""

SEATS: dict[Licence, str] = {Licence.NAVIGATOR: "a Navigator seat", Licence.FREE: "a free seat"}


@dataclass(frozen=True)
class Playbook:
    """The prompts in the manager's own order, the steps of the 30-day plan, and the file they stand in.

    `conversation` are the prompts about the deals, for reps whose results do not follow the score.
    """

    path: str
    prompts: tuple[Prompt, ...]
    plan: tuple[Step, ...] = ()
    conversation: tuple[Prompt, ...] = ()

    def of(self, pillar: Pillar, band: Band, licence: str | None) -> tuple[Prompt, ...]:
        """Return the prompts for a pillar (at its band) that a rep with this licence can follow."""
        return tuple(p for p in self.prompts if p.pillar == pillar and band in p.bands and p.serves(licence))

    def find(self, prompt_id: str) -> Prompt | None:
        """Return the prompt with this id, or None (an older note may name one that was taken out)."""
        return next((prompt for prompt in (*self.prompts, *self.conversation) if prompt.id == prompt_id), None)


def load_playbook(path: Path) -> Playbook:
    """Return the playbook in a TOML file; BadPlaybook says which entry and field is wrong, and what is allowed."""
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else "it cannot be read"
        raise BadPlaybook(path=path, reason=f"{reason}; put the file back or restore it from the project.") from error
    return parse_playbook(content, str(path))


def parse_playbook(content: str, path: str) -> Playbook:
    """Return the playbook in a TOML text; `path` is only named in the sentence of BadPlaybook.

    >>> parse_playbook("[[prompt]]\\nid = 7", "playbook.toml")
    Traceback (most recent call last):
    dashboard.model.errors.BadPlaybook: The playbook playbook.toml cannot be used: prompt number 1, field id: \
7 is no id; allowed: a-z, 0-9 and dashes, such as "brand-profile-gaps".
    """
    entries = _entries(content, path)
    for wrong in (wrong for kind in KINDS for wrong in _wrong_entries(kind, entries[kind])):
        raise BadPlaybook(path=path, reason=f"{wrong}.")
    asked, plan = map(_prompt, entries["prompt"]), map(step.made, entries["plan"])
    playbook = Playbook(path, tuple(asked), tuple(plan), tuple(map(conversation.made, entries["conversation"])))
    for gap in (*gaps(playbook), *empty_weeks(playbook.plan)):
        raise BadPlaybook(path=path, reason=f"{gap}.")
    return playbook


def gaps(playbook: Playbook) -> Iterator[str]:
    """Yield a sentence for every pillar, band and licence with fewer than two prompts."""
    for pillar, band, (licence, seat) in product(PILLARS, BANDS, SEATS.items()):
        found = len(playbook.of(pillar, band, licence))
        if found < LEAST:
            yield (
                f"{pillar} x {band} has {found} of the {LEAST} prompts {seat} needs; "
                f'add one with licence "any" or "{licence}"'
            )


def empty_weeks(plan: Sequence[Step]) -> Iterator[str]:
    """Yield a sentence for every week of a plan, if there is one, in which some seat would have nothing to do."""
    for week, (licence, seat) in product(range(1, step.WEEKS + 1), SEATS.items() if plan else ()):
        if not any(one.week == week and one.serves(licence) and not one.behind for one in plan):
            yield f'week {week} of the plan has no step for {seat}; add one with licence "any" or "{licence}"'


def _entries(content: str, path: str) -> dict[str, list[dict[str, Any]]]:
    try:
        document = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise BadPlaybook(path=path, reason=f"it is not valid TOML: {error}.") from error
    entries = {kind: document.pop(kind, []) for kind in KINDS}
    allowed = ", ".join(f"[[{kind}]]" for kind in KINDS)
    if document:
        raise BadPlaybook(path=path, reason=f'"{next(iter(document))}" is not known; allowed: {allowed} entries.')
    for kind, found in entries.items():
        if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
            raise BadPlaybook(path=path, reason=f"{kind} is no list of entries; allowed: [[{kind}]] before each entry.")
    return entries


def _wrong_entries(kind: str, entries: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for number, entry in enumerate(entries, start=1):
        named = f'{kind} "{entry["id"]}"' if isinstance(entry.get("id"), str) else f"{kind} number {number}"
        for field, wrong in _wrong_fields(kind, entry):
            yield f"{named}, field {field}: {wrong}"
    for entry_id, count in Counter(str(entry.get("id")) for entry in entries).items():
        if count > 1:
            yield f'{kind} "{entry_id}", field id: it stands there {count} times; allowed: each id once'


def _wrong_fields(kind: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    known, required = KINDS[kind]
    for field in entry:
        if field not in known:
            yield field, f"it is not known; allowed: {', '.join(known)}"
    for field, check in known.items():
        if field in entry:
            wrong = check(entry[field])
            if wrong:
                yield field, wrong
        elif field in required:
            yield field, f"it is missing; every {kind} has {', '.join(required)}"


def _prompt(entry: Mapping[str, Any]) -> Prompt:
    effect = entry.get("effect")
    return Prompt(
        **{field: entry[field].strip() for field in ("id", "question", "behaviour", "source")},
        pillar=Pillar(entry["pillar"]),
        bands=tuple(Band(band) for band in entry["bands"]),
        licence=Licence(entry["licence"]),
        minutes=entry["minutes"],
        per=Per(entry["per"]),
        check_after_days=entry["check_after_days"],
        grade=Grade(entry["grade"]),
        effect=Effect(**effect) if effect else None,
        limits=entry.get("limits", ""),
    )
