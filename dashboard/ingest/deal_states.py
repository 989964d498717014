"""Is each deal open, won or lost? By yes and no columns, then a status, then the stage; unknown names are asked."""

import numpy as np
import pandas as pd

from dashboard.ingest.columnwise import each
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import text_of
from dashboard.ingest.stages import LOST, OPEN, STATES, WON, is_true, state_of
from dashboard.ingest.table import Table

IGNORE = "ignore"
_CHOICES = (*STATES, IGNORE)
_LABELS = {OPEN: "Open", WON: "Won", LOST: "Lost", IGNORE: "Leave these deals out"}
_BLANK, _UNKNOWN, _OPEN, _WON, _LOST = -1, 0, 1, 2, 3
_CODES = {None: _UNKNOWN, **{state: code for code, state in enumerate(_CHOICES, start=1)}}
_NAMES = np.array([None, *_CHOICES], dtype=object)


def read_states(table: Table, chances: pd.Series | None, findings: Findings) -> np.ndarray:
    """Return open, won, lost or ignore per deal; None where that is still asked. `chances` say what to offer first."""
    status, stage = _meant(table, "deal_status"), _meant(table, "deal_stage")
    if not (status > _UNKNOWN).any() and (stage != _BLANK).any():
        status = np.full(len(status), _BLANK)
    said = np.where(status != _BLANK, status, stage)
    closed, won = _flags(table, "deal_closed"), _flags(table, "deal_won")
    states = np.where((closed == 1) & (won == _BLANK) & (said == _OPEN), _UNKNOWN, said)
    states = np.where((closed == _BLANK) & (won == 0) & (said == _WON), _UNKNOWN, states)
    states = np.where((closed == 1) & (won == 0), _LOST, np.where(closed == 0, _OPEN, states))
    states = np.where(won == 1, _WON, states)
    unknown = states <= _UNKNOWN
    found = _NAMES[np.maximum(states, 0)]
    if unknown.any():
        names = _names(table, "deal_stage", unknown)
        instead = _names(table, "deal_status", unknown) if (status != _BLANK).any() else names
        found[unknown] = _answered(instead.where(instead != "", names), table, chances, findings)
    return found


def _meant(table: Table, field: str) -> np.ndarray:
    """Return the code of what each cell of a column means."""
    if field not in table.cells:
        return np.full(len(table.rows), _BLANK)
    return each(table.cells[field], lambda cell: _CODES[state_of(text_of(cell))], _BLANK, "int64").to_numpy()


def _flags(table: Table, field: str) -> np.ndarray:
    """Return 1 for yes, 0 for no, -1 for neither."""
    if field not in table.cells:
        return np.full(len(table.rows), _BLANK)
    answers = {True: 1, False: 0, None: _BLANK}
    return each(table.cells[field], lambda cell: answers[is_true(text_of(cell))], _BLANK, "int64").to_numpy()


def _names(table: Table, field: str, wanted: np.ndarray) -> pd.Series:
    """Return the names in some rows of a column with single spaces, "" where blank."""
    if field not in table.cells:
        return pd.Series("", index=table.rows[wanted], dtype="object")
    return each(table.cells[field][wanted], lambda cell: " ".join(text_of(cell).split()), "")


def _answered(names: pd.Series, table: Table, chances: pd.Series | None, findings: Findings) -> np.ndarray:
    """Return the states of stages that are not known, as answered; None while they are asked."""
    column = table.headings.get("deal_stage") or table.headings.get("deal_status")
    spelled: dict[str, str] = {}
    shown = names.map({name: spelled.setdefault(name.casefold(), name or "blank") for name in pd.unique(names)})
    found: dict[str, str | None] = {}
    for name, count in shown.value_counts(sort=False).items():
        said = "1 deal is" if count == 1 else f"{count:,} deals are"
        text = f'{said} in the stage "{name}": is that open, won or lost?'
        choices = _likely(shown.index[shown == name], chances)
        labels = [_LABELS[one] for one in choices]
        found[str(name)] = findings.ask(f"stage:{name}", column, text, choices, labels)
    return np.array([found[name] for name in shown], dtype=object)


def _likely(rows: pd.Index, chances: pd.Series | None) -> tuple[str, ...]:
    """Return the choices, the one first that the probabilities of these deals speak for."""
    known = chances.loc[rows].dropna().unique() if chances is not None else np.empty(0)
    first = {(1.0,): WON, (0.0,): LOST}.get(tuple(known), OPEN)
    return (first, *(one for one in _CHOICES if one != first))
