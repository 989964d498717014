"""Which columns mean something else than their heading says: a total of other numbers, another quarter's quota?"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from dashboard.ingest.cells import is_blank
from dashboard.ingest.columnwise import values_of
from dashboard.ingest.dates import dates
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import Rows, is_empty, text_of
from dashboard.ingest.headings import one_line, read_heading, vocabulary
from dashboard.ingest.locate import Header
from dashboard.ingest.measure import measure_said
from dashboard.ingest.refusals import named, refuse
from dashboard.model.columns import BY_FIELD
from dashboard.model.tables import SCORES

_BARE = vocabulary("total totals gesamt overall")
_NUMBER = re.compile(r"[-+]?[0-9][0-9., ]*")
_QUARTER = re.compile(r"(?<![a-z0-9])[qt]([1-4])(?![0-9])", re.IGNORECASE)
_LENGTHS = {
    "year": re.compile(r"\b(?:annual|yearly|year|jahres\w*|annuel\w*|anual|fy\d*)\b"),
    "month": re.compile(r"\b(?:monthly|month|monats\w*|mensuel\w*|mensual|mensal)\b"),
}
_YEAR = re.compile(r"20[0-9]{2}")
_SEEN = 200


def with_sure(header: Header, rows: Rows, sheet: str | None, findings: Findings, as_of: date | None) -> Header:
    """Return the header with the quarter that is meant, and without a total of other numbers than scores.

    FileRefused if nothing is left to read then.
    """
    found = _without_other_total(_with_quarter(header, rows, as_of), rows, sheet, findings)
    _tell_length(found, findings)
    return found


def _tell_length(header: Header, findings: Findings) -> None:
    """Tell of a quota whose heading says that it is of a year or a month, where deals of another span count as won."""
    place = next((place for place, field in header.fields.items() if field == "quota"), None)
    if place is None or not header.shape or header.shape.name != "rep_week":
        return
    written = header.written[place]
    length = next((length for length, words in _LENGTHS.items() if words.search(_plain(written))), findings.period)
    if length != findings.period and findings.period in ("quarter", "month", "year"):
        found = f'"{one_line(written)}" is of a {length}, deals won are those of the {findings.period}'
        findings.tell("quota_period", header.row, written, found)


def _plain(heading: str) -> str:
    """Return the words of a heading, parted by spaces."""
    return " ".join(read_heading(heading).words)


def _with_quarter(header: Header, rows: Rows, as_of: date | None) -> Header:
    """Return the header in which, of several columns for quarters, the one of the file's day is read."""
    quarters = {place: match[1] for pair in header.clashes for place in pair if (match := _quarter(header, place))}
    fields, clashes = dict(header.fields), list(header.clashes)
    for kept in {kept for kept, _ in header.clashes if BY_FIELD[header.fields[kept]].table == "pipeline"}:
        claimed = [kept, *(other for one, other in header.clashes if one == kept)]
        day = _day(header, rows) or as_of if set(claimed) <= quarters.keys() else None
        found = [place for place in claimed if day and _is_of(header.written[place], quarters[place], day)]
        if len(found) == 1 and found[0] != kept:
            fields[found[0]] = fields.pop(kept)
            clashes = [pair for pair in clashes if pair[0] != kept]
            clashes += [(found[0], place) for place in claimed if place != found[0]]
    return replace(header, fields=fields, clashes=tuple(clashes)) if fields != header.fields else header


def _quarter(header: Header, place: int) -> re.Match[str] | None:
    """Return the quarter that a heading names."""
    return _QUARTER.search(header.written[place])


def _is_of(heading: str, quarter: str, day: date) -> bool:
    """Say whether a quarter is that of a day, and the year too if the heading has one."""
    year = _YEAR.search(heading)
    return int(quarter) == (day.month + 2) // 3 and (not year or int(year[0]) == day.year)


def _day(header: Header, rows: Rows) -> date | None:
    """Return the last day of the column of days, None without any that is clear."""
    place = next((place for place, field in header.fields.items() if field == "date"), None)
    body = rows[header.row : header.row + _SEEN] if place is not None else []
    cells = pd.Series([row[place] if place is not None and place < len(row) else None for row in body], dtype=object)
    days = values_of(dates(cells)).dropna() if len(cells) else cells
    return days.max().date() if len(days) else None


def _without_other_total(header: Header, rows: Rows, sheet: str | None, findings: Findings) -> Header:
    """Return the header without a bare "Total" beside numbers that are not read, where nothing speaks of scores."""
    place = next((place for place, field in header.fields.items() if field == "reported_total"), None)
    if place is None or set(header.fields.values()) & set(SCORES) or header.weeks:
        return header
    written = header.written[place]
    bare = set(read_heading(written).words) <= _BARE and f"column:{one_line(written)}" not in findings.answers
    unread = [other for other, text in enumerate(header.written) if text and other not in header.fields]
    if not bare or not any(_holds_numbers(rows[header.row : header.row + _SEEN], other) for other in unread):
        return header
    above = [text_of(cell) for line in rows[: header.top - 1] for cell in line if not is_empty(cell)]
    if measure_said([*above, sheet or "", findings.file.rpartition(".")[0].replace("_", " ")]) == "reported_total":
        return header
    fields = {other: field for other, field in header.fields.items() if other != place}
    if not header.shape or not header.shape.fits(frozenset(fields.values())):
        headings = [text for text in header.written if text]
        raise refuse(findings.file, "unrecognised_columns", f"its columns are {named(headings)}")
    return replace(header, fields=fields)


def _holds_numbers(body: Rows, place: int) -> bool:
    """Say whether nothing but numbers stands in a column."""
    cells: Sequence[object] = [row[place] for row in body if place < len(row) and not is_blank(row[place])]
    return bool(cells) and all(_NUMBER.fullmatch(text_of(cell)) for cell in cells)
