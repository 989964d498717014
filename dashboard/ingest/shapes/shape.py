"""What is a shape, and what does it turn a table into?"""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from dashboard.ingest.findings import Findings
from dashboard.ingest.table import Table


@dataclass(frozen=True)
class Shape:
    """One way to lay out the numbers: its name, which columns it needs, and how its rows are read.

    `read` returns one line per reading, indexed by spreadsheet row: name, email, date, and the fields it found.
    `long` shapes have a pillar's name in a cell, not in a heading. `field_of` and `strength` are given
    where headings have other meanings than elsewhere; rows `of_deals` are added up, not stored one by one.
    """

    name: str
    fits: Callable[[frozenset[str]], bool]
    read: Callable[[Table, Findings], pd.DataFrame]
    long: bool = False
    field_of: Callable[[str], str | None] | None = None
    strength: Callable[[str, str], int] | None = None
    of_deals: bool = False
