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
    `long` shapes have a pillar's name in a cell, not in a heading.
    """

    name: str
    fits: Callable[[frozenset[str]], bool]
    read: Callable[[Table, Findings], pd.DataFrame]
    long: bool = False
