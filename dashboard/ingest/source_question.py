"""Which of several sources counts? Asked once, and remembered for every next time that files of these kinds meet.

The key is `source:<group>`. An answer is the word of a choice, the name of a file (of another day too), or "list" and
"sheet" where only one source is a list of deals; so the same answer holds whether files come together or in turn.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
import pandas as pd

from dashboard.ingest.findings import Findings, same_key
from dashboard.ingest.recall import Remembered, signature, undated
from dashboard.model.columns import FIELD_LABELS
from dashboard.model.problems import DeskFile, FileReport

LIST, SHEET, FILE, DESK, BOTH = "list", "sheet", "file", "desk", "both"
_DEALS = "deals"
_MOST = 12
"""So many reps are shown, those who differ most (ours)."""


@dataclass(frozen=True)
class Side:
    """One of the alternatives: its parts (several only on the desk), names and kind, and the word that chooses it."""

    parts: tuple[int, ...]
    names: tuple[str, ...]
    label: str
    listed: bool
    kind: str
    word: str = ""


@dataclass(frozen=True)
class Choice:
    """The parts that count, added up if so."""

    parts: tuple[int, ...]
    added: bool = False


@dataclass(frozen=True)
class Contradiction:
    """A group of fields in words, what is said, per field of whom and which week sources differ, and those sources."""

    group: str
    words: str
    said: pd.DataFrame
    apart: Mapping[str, np.ndarray]
    parts: Sequence[int]


class Sources:
    """The files of a set and those on the desk beside them, with what was answered now and before."""

    def __init__(
        self,
        findings: list[Findings],
        reports: Sequence[FileReport | None],
        desk: Sequence[DeskFile],
        answers: Mapping[str, str],
        remembered: Remembered,
    ) -> None:
        self.findings = findings
        self.count = len(findings)
        self.reports = reports
        self.desk = desk
        self.answers = {same_key(key): value.strip() for key, value in answers.items()}
        self.remembered = remembered

    def both(self, lists: Sequence[int]) -> int:
        """Return the place of a source that is these lists together."""
        name = " + ".join(self.findings[part].file for part in lists)
        names = [one.file for one in self.findings]
        if name not in names:
            self.findings.append(Findings(name, counted=0))
        return names.index(name) if name in names else len(self.findings) - 1

    def sides(self, parts: Sequence[int]) -> list[Side]:
        """Return the alternatives, the files first, each with the word that chooses it."""
        files = [self._side(part, parts) for part in parts if part < self.count]
        desk = [part for part in parts if part >= self.count]
        lists = [side.listed for side in files]
        if len(files) == 1:
            words = [FILE]
        elif len(files) == 2 and sum(lists) == 1:
            words = [LIST if listed else SHEET for listed in lists]
        else:
            words = [side.label for side in files]
        sides = [Side(*_plain(side), word=word) for side, word in zip(files, words, strict=True)]
        return [*sides, self._on_desk(desk)] if desk else sides

    def _side(self, part: int, parts: Sequence[int]) -> Side:
        told, report = self.findings[part], self.reports[part]
        twice = sum(other < self.count and self.findings[other].file == told.file for other in parts) > 1
        label = f"{told.file} ({told.sheet})" if twice and told.sheet else told.file
        kind = signature(report.shape or "", report.columns) if report else ""
        return Side((part,), (label,) if twice else (told.file,), label, told.counted is not None, kind)

    def _on_desk(self, parts: Sequence[int]) -> Side:
        files = [self.desk[part - self.count] for part in parts]
        names = tuple(dict.fromkeys(file.name for file in files if file.name))
        kinds = sorted({signature(file.shape or "", file.headings) for file in files})
        kind = kinds[0] if len(kinds) == 1 else _hashed(kinds)
        listed = all(file.shape == _DEALS for file in files)
        label = f"{' and '.join(names)} on the desk" if 0 < len(names) <= 3 else "what is on the desk"
        return Side(tuple(parts), names, label, listed, kind, DESK)


def ask(sources: Sources, about: Contradiction) -> Choice | None:
    """Return which source counts, as answered now or when files of these kinds met before; None while that is asked."""
    sides = sources.sides(about.parts)
    told = sources.findings[sides[0].parts[0]]
    key = f"source:{about.group}"
    both = _may_be_added(sides, sources)
    pair = _hashed(sorted({side.kind for side in sides})) if len({side.kind for side in sides}) == len(sides) else ""
    kept = dict(sources.remembered.get(pair, {})) if pair else {}
    given = sources.answers.get(same_key(key))
    known = {side.kind: side.word for side in sides} | {BOTH: BOTH}
    said = _meant(given, sides, both=both) if given is not None else known.get(kept.get(key, ""))
    if said is None or (said == BOTH and not both):
        words = [side.word for side in sides] + [BOTH] * both
        labels = [side.label for side in sides] + ["Both, added up"] * both
        told.ask(f"{key}", None, _text(about, sides, sources, both=both), words, labels, table=_table(about, sides))
        return None
    if given is None:
        told.recalled[key] = said
    if pair:
        kinds = {side.word: side.kind for side in sides} | {BOTH: BOTH}
        told.keep[pair] = {**kept, **told.keep.get(pair, {}), key: kinds[said]}
    if said == BOTH:
        return Choice(tuple(part for side in sides if side.word != DESK for part in side.parts), added=True)
    return Choice(next(side.parts for side in sides if side.word == said))


def _plain(side: Side) -> tuple[tuple[int, ...], tuple[str, ...], str, bool, str]:
    return side.parts, side.names, side.label, side.listed, side.kind


def _hashed(parts: Sequence[str]) -> str:
    return sha256("\n".join(("source", *parts)).encode()).hexdigest()


def _meant(answer: str, sides: Sequence[Side], *, both: bool) -> str | None:
    """Return the word of the choice that an answer means, None where it means none or several."""
    if both and same_key(answer) == BOTH:
        return BOTH
    said = same_key(answer)
    lists = {SHEET: False, LIST: True}
    for fits in (
        lambda side: answer in side.names or said in (same_key(side.word), same_key(side.label)),
        lambda side: undated(answer) in map(undated, side.names),
        lambda side: said in lists and side.listed == lists[said],
    ):
        found = [side.word for side in sides if fits(side)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _may_be_added(sides: Sequence[Side], sources: Sources) -> bool:
    """Tell whether the files are lists of which it is known that they have no deal in common."""
    files = [side for side in sides if side.word != DESK]
    deals = [sources.findings[side.parts[0]].deals() for side in files]
    return len(files) > 1 and all(side.listed for side in files) and all(deals) and not _common(deals)


def _common(deals: Sequence[frozenset[str]]) -> int:
    """Return how many ids and names of deals stand in several lists."""
    seen: set[str] = set()
    again: set[str] = set()
    for some in deals:
        again |= seen & some
        seen |= some
    return len(again)


def _text(about: Contradiction, sides: Sequence[Side], sources: Sources, *, both: bool) -> str:
    """Return the question: who differ in what, an example, and what becomes of the rest."""
    field, apart = next(iter(about.apart.items()))
    count = len(np.unique(np.concatenate(list(about.apart.values())) // 100_000))
    reps = "1 rep" if count == 1 else f"{count:,} reps"
    lines = _values(about, field, apart[:1])
    example = [
        f"{value:,.2f} {currency}".strip() + f" in {side.label}"
        for (_, currency), values in lines
        for side, value in zip(sides, _of_sides(values, sides), strict=True)
        if value is not None
    ]
    rep = lines[0][0][0]
    differ = f"{' and '.join(side.label for side in sides)} differ in {about.words} of {reps}."
    said = f"{FIELD_LABELS[field]} of {rep}: {', '.join(example)}."
    kept = f"What only the other one says is kept.{_why_not_both(sides, sources, both=both)}"
    return f"{differ} {said} {kept} Which {'file' if sides[-1].word != DESK else 'one'} counts?"


def _why_not_both(sides: Sequence[Side], sources: Sources, *, both: bool) -> str:
    """Return in a sentence why two lists cannot be added up, "" where they can or are not two lists."""
    if both or not all(side.listed for side in sides):
        return ""
    if sides[-1].word == DESK and len(sides) == 2:
        return " To add up both lists, hand them over together: which deals are on the desk is not kept."
    common = _common([sources.findings[side.parts[0]].deals() for side in sides if side.word != DESK])
    if common:
        deals = "1 deal stands" if common == 1 else f"{common:,} deals stand"
        return f" They are not added up: {deals} in both, by id or name."
    return " They are not added up: without ids or names nobody knows which deals stand in both."


def _table(about: Contradiction, sides: Sequence[Side]) -> list[tuple[str, ...]]:
    """Return what each source says of those reps who differ most, headings first."""
    field, apart = next(iter(about.apart.items()))
    lines = [(who, _of_sides(values, sides)) for who, values in _values(about, field, apart)]
    lines.sort(key=lambda line: -_spread(line[1]))
    head = ("Rep", "Currency", *(side.label for side in sides))
    cells = [
        (rep, currency, *("–" if value is None else f"{value:,.2f}" for value in values))
        for (rep, currency), values in lines[:_MOST]
    ]
    return [head, *cells]


def _values(about: Contradiction, field: str, apart: np.ndarray) -> list[tuple[tuple[str, str], dict[int, float]]]:
    """Return by rep and currency what each part says in a field."""
    some = about.said[np.isin(about.said["whose"], apart)].dropna(subset=field)
    found: dict[tuple[str, str], dict[int, float]] = {}
    for rep, currency, part, value in some[["rep", "currency", "part", field]].itertuples(index=False):
        found.setdefault((str(rep), str(currency)), {}).setdefault(int(part), float(value))
    return list(found.items())


def _of_sides(values: Mapping[int, float], sides: Sequence[Side]) -> list[float | None]:
    return [next((values[part] for part in side.parts if part in values), None) for side in sides]


def _spread(values: Sequence[float | None]) -> float:
    known = [value or 0.0 for value in values]
    return max(known) - min(known)
