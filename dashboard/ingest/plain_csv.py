"""How is a delimited text without quotes read by whole columns, without looking at single rows?

Numbers are read as numbers, which is three times faster than reading everything as text. Whatever could mean two
things ("1.204" in a column without proof of its decimal sign) is read as text after all.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import overload

import numpy as np
import pandas as pd
from pandas.errors import ParserError

_A_THOUSAND = 1000.0
_THREE = re.compile(r" *-?[0-9]{1,3}\.[0-9]{3} *")


class Read(StrEnum):
    """How a column may be read: as it stands, as scores (no thousands), or as amounts and counts."""

    TEXT = "text"
    SCORE = "score"
    AMOUNT = "amount"


class Lines(Sequence[list[str]]):
    """The rows of a text without quotes, each split when it is looked at."""

    def __init__(self, text: str, delimiter: str) -> None:
        self._lines = text.removesuffix("\n").split("\n")
        self._delimiter = delimiter

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, place: int) -> list[str]: ...
    @overload
    def __getitem__(self, place: slice) -> list[list[str]]: ...
    def __getitem__(self, place: int | slice) -> list[str] | list[list[str]]:
        if isinstance(place, slice):
            return [line.split(self._delimiter) for line in self._lines[place]]
        return self._lines[place].split(self._delimiter)

    def widths(self, start: int) -> np.ndarray:
        """Return how many cells each row has from `start` on."""
        delimiter = self._delimiter
        below = self._lines[start:]
        return np.fromiter((line.count(delimiter) for line in below), dtype=np.int64, count=len(below)) + 1

    def filled(self, start: int) -> int:
        """Return how many rows hold anything from `start` on."""
        nothing = self._delimiter + " \t"
        return sum(1 for line in self._lines[start:] if line.strip(nothing))

    def columns(self, start: int, width: int, kinds: Mapping[int, Read]) -> dict[int, np.ndarray] | None:
        """Return columns from row `start` on, by their place; None if they have to be read row by row.

        `width` is that of the widest row; what lies beyond is blank.

        Blank cells of texts are NaN. Scores always have a decimal sign; amounts are read as numbers only if a
        fraction beyond 1000 proves that the dot is one.
        """
        text = "\n".join(self._lines[start:]).encode()
        within = [place for place in kinds if place < width]
        blank = np.full(len(self._lines) - start, "", dtype=object)
        columns = {place: blank for place in kinds if place >= width}
        try:
            columns |= self._read(text, width, within, [place for place in within if kinds[place] is Read.TEXT])
            again = [place for place, cells in columns.items() if self._doubtful(place, cells, kinds[place], start)]
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
            usecols=sorted(places),
            dtype=dict.fromkeys(texts, object),
            keep_default_na=False,
            na_values=[""],
            skip_blank_lines=False,
            quoting=csv.QUOTE_NONE,
            low_memory=False,
        )
        return {place: _array(table[place]) for place in places}

    def _doubtful(self, place: int, cells: np.ndarray, kind: Read, start: int) -> bool:
        """Say whether a column that was read as numbers has to be looked at as text.

        An amount with three digits after its dot may be thousands: the total that proves the dot may be left out.
        """
        if cells.dtype.kind in "biu" or kind is Read.TEXT or cells.dtype == object:
            return cells.dtype.kind == "b"
        if np.isinf(cells).any():
            return True
        size = np.abs(cells)
        broken = cells % 1 != 0
        if kind is not Read.AMOUNT or not (broken & (size >= _A_THOUSAND)).any():
            return kind is Read.AMOUNT
        small = np.flatnonzero(broken & (size < _A_THOUSAND)).tolist()
        lines = (self._lines[start + row].split(self._delimiter, place + 1) for row in small)
        return any(_THREE.fullmatch(line[place]) for line in lines)


def _array(cells: pd.Series) -> np.ndarray:
    """Return a column as floats or whole numbers, or as objects where it is text."""
    return cells.to_numpy() if isinstance(cells.dtype, np.dtype) else cells.to_numpy(dtype=object)
