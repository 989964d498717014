"""Which table does a JSON file hold: LinkedIn's SSI page of one person, or a list of records?

Runs in the process of apart.py, so nothing but the standard library and the house's own small modules is imported.
"""

import json
from collections.abc import Iterator
from typing import Any

from dashboard.ingest.decode import decode
from dashboard.ingest.json_wrappers import FACTS, WHO, headed, pages_within
from dashboard.ingest.no_table import NoTable

PAGE = "ssi_page"
PAGE_HEADER = ["section", "metric", "value", "rank"]
YOU = "you"
_DEEPEST = 5
MOST_OBJECTS, MOST_VALUES, MOST_COLUMNS = 1_000_000, 5_000_000, 16_384
"""Ours: 100,000 records of 15 fields have 1.5 million values; no spreadsheet has more columns."""
_OTHER = "this is JSON without a table: neither the SSI page with its memberScore nor a list of records"
Rows = list[list[Any]]


def read_json(content: bytes) -> tuple[str, str, Rows]:
    """Return the format ("ssi_page" or "json"), the encoding and the rows, header first; NoTable without any."""
    if content.count(b"{") + content.count(b"[") > MOST_OBJECTS or content.count(b",") > MOST_VALUES:
        raise NoTable("too_large", f"its JSON has more than {MOST_VALUES:,} values or {MOST_OBJECTS:,} records")
    text, encoding, _ = decode(content)
    found = _parsed(text)
    pages = list(pages_within(found))
    if len(pages) > 1 and not all(WHO & facts.keys() for _, facts in pages):
        raise NoTable("unsupported_format", f"it holds {len(pages)} SSI pages and does not say whose they are")
    if pages:
        told = [name for name in FACTS if any(name in facts for _, facts in pages)]
        rows = ([*map(facts.get, told), *row] for page, facts in pages for row in _page_rows(page))
        return PAGE, encoding, [[*told, *PAGE_HEADER], *rows]
    return "json", encoding, _table(found)


def _parsed(text: str) -> Any:  # noqa: ANN401 # JSON is anything
    """Return what the text says, also where each line is a JSON value of its own."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise NoTable("damaged_file", "its JSON is nested too deeply") from error
    except ValueError as error:
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            raise NoTable("damaged_file", "its JSON is cut off or broken") from error


def _page_rows(page: dict[str, Any]) -> Iterator[list[Any]]:
    """Yield section, metric, value and rank: of the person, then of each group the person is held against."""
    yield from _score_rows(YOU, page["memberScore"], None)
    groups = page.get("groupScore")
    for group in groups if isinstance(groups, list) else ():
        if isinstance(group, dict):
            yield from _score_rows(_scalar(group.get("groupType")), group.get("score"), _scalar(group.get("rank")))


def _score_rows(section: object, score: object, rank: object) -> Iterator[list[Any]]:
    """Yield the total, which carries the rank, and each pillar of one score."""
    told = score if isinstance(score, dict) else {}
    yield [section, "overall", _scalar(told.get("overall")), rank]
    pillars = told.get("subScores")
    for one in pillars if isinstance(pillars, list) else ():
        if isinstance(one, dict):
            yield [section, _scalar(one.get("pillar")), _scalar(one.get("score")), None]


def _table(found: object) -> Rows:
    """Return records or rows as a table; they may lie in one list of an object ("data", "records", "results")."""
    for _ in range(_DEEPEST):
        if not isinstance(found, dict):
            break
        if rows := headed(found):
            return [[_scalar(cell) for cell in row] for row in rows]
        inner = [one for one in found.values() if isinstance(one, list) and one and isinstance(one[0], (dict, list))]
        found = inner[0] if len(inner) == 1 else found.get("data")
    if not isinstance(found, list) or not found:
        raise NoTable("unsupported_format", _OTHER)
    if all(isinstance(row, list) for row in found):
        _check_width(max(map(len, found)))
        return [[_scalar(cell) for cell in row] for row in found]
    if not all(isinstance(record, dict) for record in found):
        raise NoTable("unsupported_format", _OTHER)
    records = [dict(_flat(record)) for record in found]
    names = list(dict.fromkeys(name for record in records for name in record))
    _check_width(len(names))
    return [[_scalar(name) for name in names], *([record.get(name) for name in names] for record in records)]


def _check_width(columns: int) -> None:
    """Refuse a table that is wider than any spreadsheet."""
    if columns > MOST_COLUMNS:
        raise NoTable("too_large", f"its table would have {columns:,} columns")


def _flat(record: dict[str, Any], before: str = "", depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Yield each field of a record; those of an object inside it are named Owner.Name."""
    for name, value in record.items():
        if isinstance(value, dict) and depth < _DEEPEST:
            yield from _flat(value, f"{before}{name}.", depth + 1)
        else:
            yield before + name, _scalar(value)


def _scalar(value: object) -> Any:  # noqa: ANN401 # a cell is anything
    """Return a value as a cell: lists and objects as their JSON, halves of characters replaced.

    >>> _scalar(["a", 1]), _scalar(18.4)
    ('["a", 1]', 18.4)
    """
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", errors="replace").decode()
    return value
