"""How is a text with quotes made one without, so that it can be read by whole columns?"""

import numpy as np

from dashboard.ingest.plain_csv import Lines

_QUOTE, _NEWLINE, _UNIT = b'"\n\x1f'
"""The last is the sign that ASCII has for what parts two cells; no spreadsheet writes it."""


def without_quotes(text: str, delimiter: str) -> Lines | None:
    """Return the rows of a text whose quotes all stand around whole cells, None if a cell holds a quote or a line end.

    Delimiters within quotes are no delimiters; for their sake the others become a sign that stands nowhere else.

    >>> list(without_quotes('Rep,Team\\n"Lindqvist, Mara",North\\n', ",") or ())
    [['Rep', 'Team'], ['Lindqvist, Mara', 'North']]
    """
    cells = np.frombuffer(f"\n{text}\n".encode(), dtype=np.uint8)
    quotes = np.flatnonzero(cells == _QUOTE)
    ends = np.flatnonzero((cells == ord(delimiter)) | (cells == _NEWLINE))
    if len(quotes) % 2 or not _stand_around(cells, quotes, ord(delimiter)):
        return None
    if len(quotes) == 2 * (len(ends) - 1 - text.endswith("\n")):
        return Lines(text.replace('"', ""), delimiter)
    inside = np.searchsorted(quotes, ends) % 2 == 1
    if (cells[ends[inside]] == _NEWLINE).any() or (cells == _UNIT).any():
        return None
    if not inside.any():
        return Lines(text.replace('"', ""), delimiter)
    changed = cells.copy()
    outside = ends[~inside]
    changed[outside[cells[outside] != _NEWLINE]] = _UNIT
    return Lines(changed[1:-1][changed[1:-1] != _QUOTE].tobytes().decode(), chr(_UNIT))


def _stand_around(cells: np.ndarray, quotes: np.ndarray, delimiter: int) -> bool:
    """Say whether each first quote of a pair begins a cell and each second one ends it."""
    before, after = cells[quotes[::2] - 1], cells[quotes[1::2] + 1]
    return all(bool(((one == delimiter) | (one == _NEWLINE)).all()) for one in (before, after))
