"""How is a delimited text without quotes read by whole columns, without looking at single rows?

Numbers are read as numbers, which is three times faster than reading everything as text. Whatever could mean two
things ("1.204" in a column of amounts) is read as text after all. The text is split once: where its cells end says
how wide rows are and what stands before the end of an amount.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import overload

import numpy as np
import pandas as pd
from pandas.errors import ParserError

_LARGEST = 1e99
"""No written number is larger: more digits, or a longer exponent, need a closer look."""
_NEWLINE, _DOT, _ZERO, _NINE = b"\n.09"
_EXPONENT_WITHIN = 5
"""An exponent begins in the last characters of its number: "1.204E+06"."""
_TAIL = 8
"""The end of an amount that is looked at: "1234.567" has a fourth digit before its dot, which no thousands have."""
_LAST_BYTES = np.array([(1 << 64) - (1 << 64 - 8 * count) for count in range(_TAIL + 1)], dtype=np.uint64)
"""For each count the mask that keeps so many of the last bytes of a word of eight."""


class Read(StrEnum):
    """How a column may be read: as it stands, as scores (no thousands), or as amounts and counts."""

    TEXT = "text"
    SCORE = "score"
    AMOUNT = "amount"


class Lines(Sequence[list[str]]):
    """The rows of a text without quotes, each split when it is looked at; the delimiter is an ASCII character.

    `_cells` is where each cell ends in the text, `_last` which of them are the last of their row.
    """

    def __init__(self, text: str, delimiter: str) -> None:
        self._bytes = (text if text.endswith("\n") else text + "\n").encode()
        self._array = np.frombuffer(self._bytes, dtype=np.uint8)
        is_end = self._array == _NEWLINE
        is_end |= self._array == ord(delimiter)
        self._cells = np.flatnonzero(is_end)
        self._last = np.flatnonzero(self._array.take(self._cells) == _NEWLINE)
        self._ends = self._cells[self._last]
        self._begins = np.append(0, self._ends[:-1] + 1)
        self._widths = np.diff(self._last, prepend=-1)
        self._delimiter = delimiter

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> list[str]: ...
    @overload
    def __getitem__(self, place: slice) -> list[list[str]]: ...
    def __getitem__(self, place: int | slice) -> list[str] | list[list[str]]:
        if isinstance(place, slice):
            start, stop, step = place.indices(len(self))
            return [line.split(self._delimiter) for line in self._lines(start, stop)[::step]]
        here = range(len(self))[place]
        return self._lines(here, here + 1)[0].split(self._delimiter)

    def _lines(self, start: int, stop: int) -> list[str]:
        """Return some lines as they are written."""
        if start >= stop:
            return []
        return self._bytes[self._begins[start] : self._ends[stop - 1]].decode().split("\n")

    def widths(self, start: int) -> np.ndarray:
        """Return how many cells each row has from `start` on."""
        return self._widths[start:]

    def filled(self, start: int) -> int:
        """Return how many rows hold anything from `start` on."""
        nothing = self._delimiter + " \t"
        first = self._array[self._begins[start:]]
        doubtful = np.flatnonzero(np.isin(first, [*f"{nothing}\n".encode()])) + start
        empty = sum(not self._lines(row, row + 1)[0].strip(nothing) for row in doubtful.tolist())
        return len(first) - empty

    def columns(self, start: int, width: int, kinds: Mapping[int, Read]) -> dict[int, np.ndarray] | None:
        """Return columns from row `start` on, by their place; None if they have to be read row by row.

        `width` is that of the widest row; what lies beyond is blank.

        Blank cells of texts are NaN. Scores always have a decimal sign; amounts are read as numbers only if none of
        them has three digits after its dot, which may be thousands.
        """
        text = self._bytes[self._begins[start] :]
        within = [place for place in kinds if place < width]
        blank = np.full(len(self) - start, "", dtype=object)
        columns = {place: blank for place in kinds if place >= width}
        try:
            columns |= self._read(text, width, within, [place for place in within if kinds[place] is Read.TEXT])
            again = self._doubtful(columns, kinds, start)
            columns |= self._read(text, width, again, again) if again else {}
        except (ParserError, ValueError, OverflowError):
            return None
        return columns if all(len(cells) == len(blank) for cells in columns.values()) else None

    def _read(self, text: bytes, width: int, places: Sequence[int], texts: Sequence[int]) -> dict[int, np.ndarray]:
        """Return the columns at these places, some of them as texts in any case."""
        table = pd.read_csv(
            io.BytesIO(text),
            sep=self._delimiter,
            header=None,
            names=list(range(width)),
            index_col=False,
            usecols=sorted(places) if len(places) < width else None,
            dtype=dict.fromkeys(texts, object),
            keep_default_na=False,
            na_values=[""],
            skip_blank_lines=False,
            quoting=csv.QUOTE_NONE,
            low_memory=False,
        )
        return {place: _array(table[place]) for place in places}

    def _doubtful(self, columns: Mapping[int, np.ndarray], kinds: Mapping[int, Read], start: int) -> list[int]:
        """Return the columns that were read as numbers and have to be looked at as text."""
        found = [place for place, cells in columns.items() if cells.dtype.kind == "b"]
        for place, cells in columns.items():
            if cells.dtype.kind == "f" and (
                (np.abs(cells) > _LARGEST).any() or (kinds[place] is Read.AMOUNT and self._like_thousands(place, start))
            ):
                found.append(place)
        return found

    def _like_thousands(self, place: int, start: int) -> bool:
        """Say whether a number below 1000 in a column has three digits after its dot, or any has an exponent or sign.

        The column was read as numbers, so that nothing but digits, a dot, spaces, signs and exponents stands there.
        """
        first = (self._last - self._widths + 1)[start:][self.widths(start) > place] + place
        ends = self._cells[first]
        lengths = ends - np.where(first > 0, self._cells[first - 1] + 1, 0)
        if ends.min(initial=_TAIL) < _TAIL:
            return True
        words = np.ndarray(len(self._bytes) - _TAIL + 1, dtype="<u8", buffer=self._bytes, strides=(1,))[ends - _TAIL]
        words &= _LAST_BYTES[np.minimum(lengths, _TAIL)]
        last = list(words.astype("<u8").view(np.uint8).reshape(-1, _TAIL).T[::-1])
        if any((one > _NINE).any() for one in last[:_EXPONENT_WITHIN]) or ((last[0] < _ZERO) & (lengths > 0)).any():
            return True
        return bool(((last[3] == _DOT) & (last[4] > 0) & (last[7] < _ZERO)).any())


def _array(cells: pd.Series) -> np.ndarray:
    """Return a column as floats or whole numbers, or as objects where it is text."""
    return cells.to_numpy() if isinstance(cells.dtype, np.dtype) else cells.to_numpy(dtype=object)
