"""How do sheets come out of the process in which a file is read, and what does its end say? The other side is apart.py.

The process gets memory and computing time by the size of what it is to read, so that a small file with a bomb in it
ends early; rows are taken out of their bytes when they are looked at.
"""

import marshal
import os
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from threading import Timer
from typing import IO, Any

import python_calamine

from dashboard.ingest.grid import Book, Rows, Sheet
from dashboard.ingest.refusals import refuse

_SCRIPT = Path(__file__).with_name("apart.py")
_PATHS = (str(Path(python_calamine.__file__).parents[1]), str(Path(__file__).parents[2]))
BASE, MOST_MEMORY = 160 << 20, 1536 << 20
"""Bytes of addresses: for an empty workbook (50 do), and the most; 1.5 million cells in 67 MB take 170 (measured)."""
MOST_SECONDS = 20
_BYTES_A_SECOND = 10 << 20
"""67 MB take 1.1 seconds here; a slow machine has six times that."""
_WAIT = 6
"""How many times its computing time a process may take by the clock, where others have the machine as well."""
_QUIET = {"RUST_BACKTRACE": "0", "RUST_LIB_BACKTRACE": "0"}
"""A parser out of memory would wait forever for the memory to say where it was (met)."""
_PROTECTED, _TOO_LARGE = 3, 4
_ABORTED, _OUT_OF_TIME, _KILLED = -6, -24, -9
_MIDNIGHT = datetime(1, 1, 1)


class Parcel:
    """The rows of one sheet, still packed in pieces."""

    def __init__(self) -> None:
        """Begin without a piece."""
        self._pieces: list[bytes] = []
        self._rows: list[list[Any]] = []

    def add(self, piece: bytes) -> None:
        """Take the next piece."""
        self._pieces.append(piece)

    def load(self, count: int | None) -> Rows:
        """Return the first rows, or all; rows once taken out are kept."""
        taken = 0
        for piece in self._pieces:
            if count is not None and len(self._rows) >= count:
                break
            self._rows += unpacked(piece)
            taken += 1
        del self._pieces[:taken]
        return self._rows if count is None else self._rows[:count]


def fetch(file: str, content: bytes, what: str, most: int) -> Book:
    """Return the file as it was read in a process of its own.

    `what` names the reader in apart.py; `most` is how many bytes the process may need besides the usual ones.
    FileRefused if there is no table in it, it is damaged or protected, or takes more than its size explains.
    """
    sheets: list[Sheet] = []
    with _reader(content, what, most) as (process, out):
        told = marshal.loads(_message(out) or marshal.dumps(("", None, [], {})))
        for name, hidden in told[2] if len(told) > 2 else ():
            rows = _received(out, at_once=not sheets and not hidden)
            shown = partial(fetch_shown, content, name or "", most) if told[3].get("currencies") else dict
            from_1904 = told[3].get("from_1904", False)
            sheets.append(Sheet(name, rows.load, hidden, shown=shown, from_1904=from_1904))
    _check(file, process.returncode)
    if len(told) < 3:
        raise refuse(file, *told)
    return Book(told[0], told[1], tuple(sheets))


def _received(out: IO[bytes], at_once: bool) -> Parcel:
    """Return the next sheet's rows; they are taken out at once, while the others come in, where they will be wanted."""
    parcel = Parcel()
    while piece := _message(out):
        parcel.add(piece)
        if at_once:
            parcel.load(None)
    return parcel


def fetch_hollow(content: bytes, sheet: str, most: int) -> frozenset[int]:
    """Return the columns of a sheet in which a formula has no stored result; none where that cannot be told."""
    return frozenset(_aside("hollow", content, sheet, most) or ())


def fetch_shown(content: bytes, sheet: str, most: int) -> Mapping[int, Mapping[int, str]]:
    """Return the currencies in which cells of a sheet are shown, by column (from 0) and row (from 1)."""
    return _aside("shown", content, sheet, most) or {}


def _aside(what: str, content: bytes, sheet: str, most: int) -> Any:  # noqa: ANN401 # each of them has its own answer
    """Return what is asked about one sheet beside its cells, None where that cannot be told."""
    with _reader(content, f"{what}:{sheet.encode().hex()}", most) as (_, out):
        message = _message(out)
        return marshal.loads(message) if message else None


@contextmanager
def _reader(content: bytes, what: str, most: int) -> Generator[tuple["subprocess.Popen[bytes]", IO[bytes]]]:
    """Start the process and hand it the file; at the end it is gone, whatever happened."""
    memory = min(BASE + most, MOST_MEMORY)
    seconds = min(2 + most // 8 // _BYTES_A_SECOND, MOST_SECONDS)
    command = [sys.executable, "-I", "-S", str(_SCRIPT), what, str(memory), str(seconds), *_PATHS]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=os.environ | _QUIET)
    alarm = Timer(_WAIT * seconds, process.kill)
    alarm.start()
    assert process.stdin
    assert process.stdout
    try:
        _hand(process.stdin, content)
        yield process, process.stdout
    except BaseException:
        process.kill()
        raise
    finally:
        process.stdout.close()
        process.wait()
        alarm.cancel()


def _hand(target: IO[bytes], content: bytes) -> None:
    """Write the file into the process; one that is already gone says why by its exit code."""
    with suppress(OSError):
        target.write(content)
    with suppress(OSError):
        target.close()


def _message(out: IO[bytes]) -> bytes:
    """Return the next message, b"" at an end of any kind."""
    length = int.from_bytes(out.read(8), "little")
    message = out.read(length) if length else b""
    return message if len(message) == length else b""


def unpacked(piece: bytes) -> list[list[Any]]:
    """Return the rows of a piece, with days and times put back into their places."""
    rows, odd = marshal.loads(piece)
    known: dict[tuple[str, int], date | time | timedelta] = {}
    for column, places, numbers in odd:
        for place, number in zip(places, numbers, strict=True):
            if number not in known:
                known[number] = _cell(*number)
            rows[place][column] = known[number]
    return rows


def _cell(kind: str, number: int) -> date | time | timedelta:
    """Return a day, moment, time or span from its number of days or microseconds."""
    if kind == "day":
        return date.fromordinal(number)
    span = timedelta(microseconds=number)
    if kind == "span":
        return span
    return _MIDNIGHT + span if kind == "moment" else (_MIDNIGHT + span).time()


def _check(file: str, code: int) -> None:
    """Refuse a file whose process did not end well."""
    if code == _PROTECTED:
        raise refuse(file, "password_protected", "the workbook is protected by a password")
    if code in (_OUT_OF_TIME, _KILLED):
        raise refuse(file, "too_large", "reading it takes too long")
    if code in (_TOO_LARGE, _ABORTED):
        raise refuse(file, "too_large", "reading it takes more memory than a file of its size should")
    if code:
        raise refuse(file, "damaged_file", "the workbook cannot be read, it is damaged")
