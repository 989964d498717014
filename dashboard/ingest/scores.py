"""How do the cells of pillar and total columns become points of 0-25 and 0-100?

The scale of a column is never guessed: "18.4 / 25" says it itself, everything that looks like another scale is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.ingest import numbers
from dashboard.ingest.columnwise import values_of
from dashboard.ingest.findings import Findings
from dashboard.ingest.headings import Heading, one_line
from dashboard.ingest.leftovers import is_name
from dashboard.model.columns import BY_FIELD, RANGES, Kind
from dashboard.model.tables import SCORES

_IN_WORDS = {one: f"Points out of {one}" for one in ("25", "20", "100")} | {"percent": "Percent of the 25 points"}
SCALES = tuple(_IN_WORDS)
_TOO_HIGH = 0.25
"""Share of a pillar's numbers over 25 from which the whole column is on another scale, not mistyped (ours)."""


@dataclass(frozen=True)
class Column:
    """One column of scores: its field, its heading, its cells; `shared` totals stand in the column of the pillars."""

    field: str
    heading: Heading
    cells: pd.Series
    shared: bool = False

    @property
    def most(self) -> float:
        """The highest score of the field: 25 or 100 points."""
        return RANGES[BY_FIELD[self.field].kind][1]


@dataclass(frozen=True)
class Points:
    """The points of each field (NaN: missing, bad, of unknown scale), which cells are blank, if commas are decimal."""

    points: dict[str, pd.Series]
    blank: dict[str, pd.Series]
    comma: bool


def read_scores(columns: list[Column], findings: Findings, apart: str = "") -> Points:
    """Return the columns as points.

    Columns of texts are read together, so that they agree on the decimal sign. `apart` is a doubt about the scale of
    the pillars that is known from elsewhere.
    """
    if not columns:
        return Points({}, {}, False)
    points: dict[str, pd.Series] = {}
    written = _written(columns)
    tiny, apart = _all_tiny(written), apart or _against_total(written)
    for column in columns:
        part = written[column.field]
        findings.flag("unreadable_number", column.heading.written, part.bad, column.cells)
        findings.flag("decimal_comma", column.heading.written, part.mixed, column.cells)
        points[column.field] = _in_range(column, _points(column, part, tiny, apart, findings), findings)
    missing = {field: values_of(part).isna() & ~part.bad for field, part in written.items()}
    return Points(points, missing, any(part.decimal == "," for part in written.values()))


def _written(columns: list[Column]) -> dict[str, numbers.Scores]:
    """Return what is written in each column; columns of texts are read together."""
    written: dict[str, numbers.Scores] = {}
    texts = []
    for column in columns:
        plain = numbers.from_numeric(column.cells)
        if plain is None:
            texts.append(column)
        else:
            never = numbers.never(column.cells)
            written[column.field] = numbers.Scores(*plain, pd.Series(np.nan, column.cells.index), never, never)
    if texts:
        sign = "." if any(map(_has_dots, columns)) else None
        read = numbers.scores(pd.concat([column.cells for column in texts], ignore_index=True), decimal=sign)
        written |= {column.field: _part(read, place, column.cells) for place, column in enumerate(texts)}
    return {column.field: written[column.field] for column in columns}


def _has_dots(column: Column) -> bool:
    """Say whether a column of a text file was read as numbers with a decimal dot."""
    return column.cells.dtype == np.float64 and bool((column.cells % 1 > 0).any())


def _part(read: numbers.Scores, place: int, cells: pd.Series) -> numbers.Scores:
    """Return one column's share of what was read together."""
    count = len(cells)
    rows = slice(place * count, (place + 1) * count)
    values, bad, out_of, percent, mixed = (
        pd.Series(one.to_numpy()[rows], index=cells.index)
        for one in (values_of(read), read.bad, read.out_of, read.percent, read.mixed)
    )
    return numbers.Scores(values, bad, out_of, percent, mixed, read.decimal)


def _points(column: Column, part: numbers.Scores, tiny: bool, apart: str, findings: Findings) -> pd.Series:
    """Return a column's points; all missing while the question of its scale is open."""
    known = part.out_of.notna()
    values = values_of(part) * np.where(known, column.most / part.out_of, 1.0) if known.any() else values_of(part)
    bare = values_of(part)[~known & values_of(part).notna()]
    if bare.empty:
        return values
    scale = _scale(column, part, bare, tiny, apart, findings)
    if scale is None:
        return pd.Series(np.nan, index=values.index)
    return values.where(known, values_of(part) * _factors(column, part, bare, scale))


def _scale(
    column: Column,
    part: numbers.Scores,
    bare: pd.Series,
    tiny: bool,
    apart: str,
    findings: Findings,
) -> str | None:
    """Return the scale of the numbers that do not say theirs: as answered, else the field's own; None if asked."""
    label = one_line(column.heading.written)
    key = f"scale:{label}"
    answer = findings.answer(key, "scale")
    meant = column.field in SCORES or (findings.answer(key) and (answer == "percent" or not column.shared))
    if answer in SCALES and meant:
        return answer
    doubt = _doubt(column, part, bare, tiny, apart)
    pillars_alone = column.shared and column.most == RANGES[Kind.TOTAL][1] and answer in SCALES and answer != "percent"
    if not doubt or pillars_alone:
        return f"{column.most:.0f}"
    shown = ", ".join(f"{value:g}" for value in bare.head(3))
    text = f'"{label}" has {shown}: {doubt}. Out of how much are its numbers?'
    likely = _likely(column, part, bare, tiny, doubt)
    highest = float(bare.max())
    choices = sorted(SCALES, key=lambda scale: (scale != likely, scale in ("25", "20") and highest > float(scale)))
    labels = [_IN_WORDS[choice] for choice in choices]
    return findings.ask(key, column.heading.written, text, choices, labels, why=doubt)


def _likely(column: Column, part: numbers.Scores, bare: pd.Series, tiny: bool, doubt: str) -> str:
    """Return the scale that a column's numbers most likely have, which is asked first."""
    heading = column.heading
    if part.percent.any() or heading.percent or (tiny and bare.max() <= 1):
        return "percent"
    if heading.out_of in (20.0, 100.0):
        return f"{heading.out_of:g}"
    return "20" if doubt.endswith(" 20") else "100"


def _doubt(column: Column, part: numbers.Scores, bare: pd.Series, tiny: bool, apart: str) -> str:
    """Return why the numbers may be on another scale than the field's own, "" if nothing says so."""
    heading = column.heading
    if column.most == RANGES[Kind.TOTAL][1]:
        return "a total of at most 1 may be a share" if tiny and bare.max() <= 1 else ""
    if part.percent.any() or heading.percent:
        return "a pillar in percent may be a share of its 25 points"
    if heading.out_of not in (None, 25.0):
        return f"its heading speaks of {heading.out_of:g}, a pillar has 25"
    if heading.out_of is None and bare.between(25, 100, inclusive="right").mean() >= _TOO_HIGH:
        return "a pillar has at most 25 points"
    if tiny:
        return "all numbers are at most 1"
    return apart if heading.out_of is None and column.field in SCORES else ""


def _against_total(written: Mapping[str, numbers.Scores]) -> str:
    """Return a doubt if the pillars add up to the total only on another scale, in most rows."""
    if not {*SCORES, "reported_total"} <= set(written):
        return ""
    total = values_of(written["reported_total"])
    return doubt_of_scale(
        sum((values_of(written[field]) for field in SCORES), pd.Series(0.0, index=total.index)), total
    )


def doubt_of_scale(added: pd.Series, total: pd.Series) -> str:
    """Return a doubt if sums of four pillars fit the totals only on another scale, in most rows, else ""."""
    known = total.notna() & added.notna() & (total > 0)
    if not known.any():
        return ""
    fits = {scale: ((added * 25 / scale - total).abs() <= 1.5)[known].mean() for scale in (25, 20, 100)}
    best = max(fits, key=lambda scale: fits[scale])
    return f"the pillars add up to the total only if each goes to {best}" if best != 25 and fits[best] > 0.5 else ""


def _all_tiny(written: Mapping[str, numbers.Scores]) -> bool:
    """Say whether no score of the file exceeds 1, though some are broken: then all are shares."""
    values = [values_of(part)[part.out_of.isna()] for part in written.values()]
    highest = max((float(one.max()) for one in values if one.notna().any()), default=np.inf)
    return highest <= 1 and any(((one > 0) & (one < 1)).any() for one in values)


def _factors(column: Column, part: numbers.Scores, bare: pd.Series, scale: str) -> np.ndarray | float:
    """Return by what the numbers are multiplied to be points of the field."""
    if scale != "percent":
        return 100.0 / float(scale) * column.most / 100.0
    if bare.max() <= 1 and not part.percent.any():
        return column.most
    marked = part.percent.to_numpy() | column.heading.percent
    whole = marked.mean() >= 0.5 or not marked.any()
    return np.where(marked | whole, column.most / 100.0, 1.0)


def _in_range(column: Column, points: pd.Series, findings: Findings) -> pd.Series:
    """Return the points with those outside the field's range taken out and reported, never clipped."""
    outside = (points < 0) | (points > column.most + 1e-9)
    if not outside.any():
        return points
    findings.flag("out_of_range", column.heading.written, outside, column.cells)
    return points.mask(outside)


def tell_missing(read: Points, columns: list[Column], names: pd.Series, findings: Findings) -> None:
    """Report each blank pillar of a row that has other scores, and each row that has no score at all, once."""
    if not columns:
        return
    nothing = np.logical_and.reduce([read.blank[column.field].to_numpy() for column in columns])
    none = pd.Series(nothing, index=names.index)
    reps = {name for name in pd.unique(names[none]) if is_name(name)}
    findings.flag("no_scores", None, none & names.isin(reps), names)
    for column in columns:
        if column.field in SCORES:
            findings.flag("missing_score", column.heading.written, read.blank[column.field] & ~none, column.cells)
