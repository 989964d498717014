"""How is something found out for every cell of a column, asking each different cell only once?"""

from collections.abc import Callable
from typing import Protocol

import numpy as np
import pandas as pd

from dashboard.ingest.cells import distinct
from dashboard.ingest.grid import Cell


class Read(Protocol):
    """A column that was read: numbers, money, shares or days."""

    @property
    def values(self) -> pd.Series:
        """What the cells mean, missing where they are blank or bad."""
        ...


def values_of(read: Read) -> pd.Series:
    """Return what the cells of a column mean."""
    return read.values  # noqa: PD011 - our own column, not a frame's array


def each(cells: pd.Series, answer: Callable[[Cell], object], blank: object, dtype: str = "object") -> pd.Series:
    """Return the answer for each cell, and the given one for blank cells."""
    different = distinct(cells)
    answers = np.empty(len(different.texts) + len(different.others) + 1, dtype=object)
    answers[:] = [*map(answer, different.texts), *map(answer, different.others), blank]
    return pd.Series(answers.astype(dtype)[different.codes], index=cells.index, dtype=dtype)
