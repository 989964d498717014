"""Which prompts does the manager's playbook hold, and can every rep be served from it?"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from dashboard.coaching.fields import FIELDS, REQUIRED
from dashboard.coaching.prompt import Effect, Grade, Licence, Per, Prompt
from dashboard.model.bands import BANDS, Band
from dashboard.model.errors import BadPlaybook
from dashboard.model.pillars import PILLARS, Pillar

LEAST = 2
"""Prompts for every pillar, band and licence: one would leave coach and rep nothing to choose from."""

SEATS: dict[Licence, str] = {Licence.NAVIGATOR: "a Navigator seat", Licence.FREE: "a free seat"}


@dataclass(frozen=True)
class Playbook:
    """The prompts in the manager's own order, and the file they stand in."""

    path: str
    prompts: tuple[Prompt, ...]

    def of(self, pillar: Pillar, band: Band, licence: str | None) -> tuple[Prompt, ...]:
        """Return the prompts for a pillar (at its band) that a rep with this licence can follow."""
        return tuple(p for p in self.prompts if p.pillar == pillar and band in p.bands and p.serves(licence))

    def find(self, prompt_id: str) -> Prompt | None:
        """Return the prompt with this id, or None (an older note may name one that was taken out)."""
        return next((prompt for prompt in self.prompts if prompt.id == prompt_id), None)


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
    for wrong in _wrong_entries(entries):
        raise BadPlaybook(path=path, reason=f"{wrong}.")
    playbook = Playbook(path, tuple(_prompt(entry) for entry in entries))
    for gap in gaps(playbook):
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


def _entries(content: str, path: str) -> list[dict[str, Any]]:
    try:
        document = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise BadPlaybook(path=path, reason=f"it is not valid TOML: {error}.") from error
    entries = document.pop("prompt", [])
    if document:
        raise BadPlaybook(path=path, reason=f'"{next(iter(document))}" is not known; allowed: [[prompt]] entries.')
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadPlaybook(path=path, reason="prompt is no list of entries; allowed: [[prompt]] before each entry.")
    return entries


def _wrong_entries(entries: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for number, entry in enumerate(entries, start=1):
        named = f'prompt "{entry["id"]}"' if isinstance(entry.get("id"), str) else f"prompt number {number}"
        for field, wrong in _wrong_fields(entry):
            yield f"{named}, field {field}: {wrong}"
    for prompt_id, count in Counter(str(entry.get("id")) for entry in entries).items():
        if count > 1:
            yield f'prompt "{prompt_id}", field id: it stands there {count} times; allowed: each id once'


def _wrong_fields(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field in entry:
        if field not in FIELDS:
            yield field, f"it is not known; allowed: {', '.join(FIELDS)}"
    for field, check in FIELDS.items():
        if field in entry:
            wrong = check(entry[field])
            if wrong:
                yield field, wrong
        elif field in REQUIRED:
            yield field, f"it is missing; every prompt has {', '.join(REQUIRED)}"


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
