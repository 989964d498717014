"""What is an SSI page wrapped in: whose is it, of which day, and is it kept as text inside the JSON?

Runs in the process of apart.py, like json_page.py.
"""

import json
from collections.abc import Iterator
from typing import Any

FACTS = ("name", "first name", "last name", "email", "date")
WHO = frozenset(FACTS) - {"date"}
_CALLED = {
    "name": "name fullname rep repname salesrep member membername owner ownername user username seatholder "
    "seatholdername displayname person employee",
    "first name": "firstname givenname",
    "last name": "lastname surname familyname",
    "email": "email emailaddress mail workemail useremail",
    "date": "date week weekof day asof readon capturedat capturedon fetchedat savedat timestamp startedDateTime",
}
_FACT_OF = {word.casefold(): fact for fact, words in _CALLED.items() for word in words.split()}
_SCORE = "memberScore"
_HEADERS = ("columns", "fields", "header", "headers")
_DEEPEST = 8
_LONGEST = 200
Json = dict[str, Any]
Facts = dict[str, str]


def pages_within(found: object, facts: Facts | None = None, depth: int = 0) -> Iterator[tuple[Json, Facts]]:
    """Yield each object with a memberScore, however it is wrapped, with what its wrappers say of person and day."""
    known = facts or {}
    if isinstance(found, str):
        found = _inside(found)
    if isinstance(found, dict):
        known = known | _facts(found)
        if isinstance(found.get(_SCORE), dict):
            yield found, known
            return
    if isinstance(found, (dict, list)) and depth < _DEEPEST:
        for inner in found.values() if isinstance(found, dict) else found:
            if isinstance(inner, (dict, list, str)):
                yield from pages_within(inner, known, depth + 1)


def headed(found: Json) -> list[list[Any]] | None:
    """Return the rows of an object that keeps its headings apart from them, None if it does not.

    >>> headed({"columns": ["rep", "ssi"], "data": [["Mara", 61]]})
    [['rep', 'ssi'], ['Mara', 61]]
    """
    header = next((found[name] for name in _HEADERS if _is_header(found.get(name))), None)
    if header is None:
        return None
    others = [rows for rows in found.values() if isinstance(rows, list) and rows and isinstance(rows[0], list)]
    fitting = [rows for rows in others if all(isinstance(row, list) and len(row) == len(header) for row in rows)]
    return [header, *fitting[0]] if len(fitting) == 1 else None


def _is_header(found: object) -> bool:
    """Say whether a value is a list of headings."""
    return isinstance(found, list) and bool(found) and all(isinstance(one, str) for one in found)


def _inside(text: str) -> object:
    """Return the JSON that a text holds, if it may be an SSI page."""
    if _SCORE not in text:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _facts(found: Json) -> Facts:
    """Return what an object, or an object directly in it that is no page, says of person and day."""
    said: Facts = {}
    for name, value in found.items():
        if isinstance(value, dict) and _SCORE not in value:
            said = _own_facts(value, also=_fact(name) in WHO or name.casefold() in ("profile", "contact")) | said
    return said | _own_facts(found, also=True)


def _own_facts(found: Json, *, also: bool) -> Facts:
    """Return what the fields of an object say; nothing if it is of something else."""
    told = ((_fact(name), value) for name, value in found.items()) if also else ()
    return {fact: value for fact, value in told if fact and isinstance(value, str) and 0 < len(value) < _LONGEST}


def _fact(name: str) -> str:
    """Return which fact a field is named for, "" if none."""
    return _FACT_OF.get("".join(filter(str.isalpha, name)).casefold(), "")
