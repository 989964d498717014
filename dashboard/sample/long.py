"""How do figures of reps x weeks become the long tables of the house?"""

from collections.abc import Mapping
from datetime import date
from typing import Final

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from dashboard.model.tables import ACTIVITY_VALUES, PIPELINE_VALUES, READING_VALUES
from dashboard.sample.roster import Roster

ArrayLike = np.ndarray | ExtensionArray

NAME = "Sample team"
ORIGIN: Final = {"source": "typed", "file": NAME, "sheet": None}
_NUMBERS: Final = frozenset((*READING_VALUES, *PIPELINE_VALUES, *ACTIVITY_VALUES))


class Long:
    """Turns reps x weeks into the long tables, in order of weeks and reps as a manager's own sheet is."""

    def __init__(self, who: Roster, mondays: list[date], at_work: np.ndarray) -> None:
        reps, weeks = at_work.shape
        self._rep = np.tile(np.arange(reps), weeks)
        self._week = np.repeat(np.arange(weeks), reps)
        self._mondays = np.array(mondays, dtype="datetime64[us]")
        self._texts = {
            "rep_id": [person.rep_id for person in who.people],
            "rep": [person.name for person in who.people],
            "currency": who.currency.tolist(),
        }

    def table(self, values: Mapping[str, np.ndarray], keep: np.ndarray, columns: tuple[str, ...]) -> pd.DataFrame:
        """Return the kept cells as one row each, with all the columns of the contract."""
        kept = np.flatnonzero(keep.T)
        rep, week = self._rep[kept], self._week[kept]
        table: dict[str, ArrayLike] = {
            name: pd.array(texts, dtype="str").take(rep) for name, texts in self._texts.items()
        }
        table |= {"week": self._mondays[week], "date": self._mondays[week]}
        table |= {name: cells[rep, week] for name, cells in values.items()}
        table |= {name: _same(text, len(kept)) for name, text in ORIGIN.items()}
        blanks = {name: np.full(len(kept), np.nan) for name in columns if name in _NUMBERS and name not in table}
        table |= blanks | {"row": np.arange(2.0, len(kept) + 2)}
        return pd.DataFrame({name: table[name] for name in columns})


def _same(text: str | None, count: int) -> ArrayLike:
    """Return one text as a whole column."""
    return pd.array([text], dtype="str").take(np.zeros(count, dtype=int))
