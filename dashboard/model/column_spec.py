"""What is known of a column: its field, its heading, how its cells are read, what they mean?"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How the cells of a column are read, and in which range they must lie."""

    TEXT = "text"
    EMAIL = "email"
    DATE = "date"
    CHOICE = "choice"
    SCORE = "score"
    TOTAL = "total"
    POINTS = "points"
    COMPONENT = "component"
    TOP_PERCENT = "top percent"
    MONEY = "money"
    FRACTION = "fraction"
    COUNT = "count"


@dataclass(frozen=True)
class ColumnSpec:
    """One column: field name, table, how it is read, what it means, its heading, further words for it, an example.

    `label` is the heading in the template and the dropdown; a spec with an empty `example` is not in the template.
    """

    field: str
    label: str
    table: str
    kind: Kind
    meaning: str
    words: tuple[str, ...]
    example: str = ""
