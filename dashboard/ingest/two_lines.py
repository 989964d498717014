"""How do two rows become one header: halves of a heading, headings of groups, units below?"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dashboard.ingest.currencies import unit
from dashboard.ingest.grid import Cell, is_empty, text_of
from dashboard.ingest.headers import field_of, may_name
from dashboard.ingest.headings import one_line
from dashboard.ingest.letters import apart

LONGEST_HEADING = 200
_UNIT = re.compile(
    r"pts?\.?|points?|punkte|puntos|pontos|%|percent|prozent|#|count|anzahl|text|name|date|datum|"
    r"(?:0 ?[-–] ?|/ ?|max\.? ?)(?:25|100)|\(.*\)",
    re.IGNORECASE,
)


def heading(cell: Cell) -> str:
    """Return a heading as written; only spaces are none."""
    return cell if isinstance(cell, str) and not cell.isspace() else text_of(cell)


def may_be_header(row: Sequence[Cell]) -> bool:
    """Say whether a row may be the second line of a header: words, and no number."""
    return all(isinstance(cell, str) and _may_head(cell) for cell in row if not is_empty(cell)) and any(
        not is_empty(cell) for cell in row
    )


def _may_head(cell: str) -> bool:
    """Say whether a text may stand in a header: no number and no e-mail."""
    return "@" not in cell and not cell.strip()[0].isdigit()


def telling(texts: Sequence[str], corrections: Mapping[str, str]) -> dict[int, str | None]:
    """Return the columns whose headings may name a field, with what the manager made of them."""
    names = apart(texts) if corrections else {}
    said = {place: corrections.get(one_line(name).casefold()) for place, name in names.items()}
    likely = [place for place, text in enumerate(texts) if len(text) < LONGEST_HEADING and may_name(text)]
    return {place: said.get(place) for place in sorted({*likely, *(one for one in said if said[one])})}


def are_units(row: Sequence[Cell]) -> bool:
    """Say whether a row holds units, at least two of them, and nothing else.

    >>> are_units(["", "0-25", "k€"]), are_units(["", "", "€"]), are_units(["Mara", "€"])
    (True, False, False)
    """
    units = 0
    for cell in row:
        if not is_empty(cell):
            if not _is_unit(text_of(cell)):
                return False
            units += 1
    return units > 1


@lru_cache(maxsize=4096)
def _is_unit(text: str) -> bool:
    """Say whether a text is a unit."""
    return bool(_UNIT.fullmatch(text) or unit(text))


def joined(upper: Sequence[str], below: Sequence[Cell]) -> list[str]:
    """Return two rows as one header: both lines where together they name a field, else the line that does."""
    return [_two_lines(one, two) for one, two in _pairs(upper, below)]


def under_groups(upper: Sequence[str], below: Sequence[Cell]) -> list[str] | None:
    """Return two rows as one header where headings repeat under several groups; None if groups do not part them.

    The heading of a group stands over its first column and counts for those to its right: "Last week" over four
    pillars makes them other columns than the same four under "This week".
    """
    pairs = _pairs(spread(upper), below)
    counts = Counter(lower for _, lower in pairs if lower)
    parted = {group for group, lower in pairs if group and counts[lower] > 1}
    made = [f"{group}\n{lower}" if group in parted and lower else _two_lines(group, lower) for group, lower in pairs]
    for repeated in (lower for lower, count in counts.items() if count > 1):
        fields = [_named(one) for one, (_, lower) in zip(made, pairs, strict=True) if lower == repeated]
        wanted = _named(repeated)
        if wanted and fields.count(wanted) != 1:
            return None
    return made if parted else None


def groups_over(upper: Sequence[Cell], texts: Sequence[str], columns: Sequence[int]) -> list[str]:
    """Return the different headings of groups that stand over some columns of a header."""
    over = spread([heading(cell) for cell in upper]) + [""] * len(texts)
    return list(dict.fromkeys(over[column] for column in columns if over[column]))


def spread(upper: Sequence[str]) -> list[str]:
    """Return headings of groups with each blank one taken from its left.

    >>> spread(["", "Last week", "", "This week"])
    ['', 'Last week', 'Last week', 'This week']
    """
    found: list[str] = []
    for text in upper:
        found.append(text or (found[-1] if found else ""))
    return found


def spread_until_gap(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return headings of groups spread to their right, but not beyond a column without any heading.

    >>> spread_until_gap(["", "KW 45", "", "", "", ""], ["Rep", "Brand", "People", "", "Note", "Team"])
    ['', 'KW 45', 'KW 45', '', '', '']
    """
    found: list[str] = []
    for over, below in zip(upper, lower, strict=True):
        found.append(over or (found[-1] if found and below else ""))
    return found


def _pairs(upper: Sequence[str], below: Sequence[Cell]) -> list[tuple[str, str]]:
    """Return what stands above and below in each column; the last heading of a group goes on to the end."""
    lower = [heading(cell) for cell in below]
    missing = max(len(lower) - len(upper), 0)
    upper = [*upper, *[""] * missing]
    return list(zip(upper, [*lower, *[""] * (len(upper) - len(lower))], strict=True))


def _two_lines(upper: str, lower: str) -> str:
    """Return the heading of two cells above each other; the upper one may only be the heading of a group."""
    if not upper or not lower or upper == lower:
        return upper or lower
    both = f"{upper}\n{lower}"
    return next((one for one in (both, lower, upper) if _named(one)), both)


def _named(text: str) -> str | None:
    """Return the field that a heading names in any shape."""
    if len(text) >= LONGEST_HEADING:
        return None
    return field_of(text, misspelt=False) or field_of(text, long=True, misspelt=False)
