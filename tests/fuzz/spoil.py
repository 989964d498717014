"""How is a file spoiled? Bits, blocks, cells, rows and the parts of an archive; the number of a case says how."""

import io
import zipfile
from collections.abc import Callable, Sequence
from functools import wraps
from random import Random
from typing import NamedTuple

NASTY = (
    *("", "0", "-1", "1e999", "-1e309", "NaN", "inf", "9" * 400, "1.2.3", "1,2,3", "١٢", "½", "²", "1e-400", "0x1F"),
    *("=1+1", "@SUM(A1)", "#N/A", "#REF!", '"', '""', "'", "\0", "\r", "\u2028", "\ufeff", "\u202e", "💥", "é" * 300),
    *("31.02.2026", "00.00.0000", "99/99/9999", "0000-00-00", "9999-12-31", "KW 99/2026", "2026-W60", "-44000"),
    *("2958466", "1899-12-30", "Top 900 %", "18.4 / 0", "25/25/25", "1.2MMM", "(", "((5))", "€", "$-", "−5", "1 2 3"),
    *("Total", "Rep", "Brand", "Week of", "Grand Totals", "true", "  ", "a" * 40_000, "<b>", "&#0;", "]]>", "{", "[["),
)
"""Words that have broken readers of tables."""
Spoil = Callable[[bytes, Random], bytes]


class Case(NamedTuple):
    """One spoiled file: of which file it was made and how."""

    name: str
    how: str
    content: bytes


def case(files: Sequence[tuple[str, bytes]], number: int, seed: int) -> Case:
    """Return the case of a number: the files take turns, and each is spoiled in one to three ways."""
    chance = Random(f"{seed}/{number}")
    name, content = files[number % len(files)]
    ways = [chance.choice(ways_for(content)) for _ in range(chance.choice((1, 1, 2, 3)))]
    for way in ways:
        content = way(content, chance)
    return Case(name, " + ".join(getattr(way, "__name__", "") for way in ways), content)


def ways_for(content: bytes) -> Sequence[Spoil]:
    """Return the ways to spoil a file: an archive more often inside, a text more often by its cells."""
    if content.startswith(b"PK\x03\x04"):
        return (*BYTES, *ARCHIVE, *ARCHIVE)
    return BYTES if content.startswith(b"\xd0\xcf") else (*BYTES, *CELLS)


def span(content: bytes, chance: Random, most: int = 2000) -> slice:
    """Return a stretch of a file."""
    start = chance.randrange(len(content) + 1)
    return slice(start, start + chance.randint(1, most))


def flip(content: bytes, chance: Random) -> bytes:
    """Turn some bits over."""
    spoiled = bytearray(content)
    for _ in range(chance.choice((1, 1, 4, 30)) if content else 0):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def overwrite(content: bytes, chance: Random) -> bytes:
    """Put random bytes over a stretch."""
    where = span(content, chance, 40)
    return content[: where.start] + chance.randbytes(where.stop - where.start) + content[where.stop :]


def cut(content: bytes, chance: Random) -> bytes:
    """Lose the end."""
    return content[: chance.randrange(len(content) + 1)]


def drop(content: bytes, chance: Random) -> bytes:
    """Lose a stretch."""
    where = span(content, chance)
    return content[: where.start] + content[where.stop :]


def double(content: bytes, chance: Random) -> bytes:
    """Have a stretch several times, or somewhere else once more."""
    block, place = content[span(content, chance)], chance.randrange(len(content) + 1)
    return content[:place] + block * chance.choice((1, 1, 2, 20)) + content[place:]


def insert(content: bytes, chance: Random) -> bytes:
    """Put a nasty word anywhere."""
    place = chance.randrange(len(content) + 1)
    return content[:place] + chance.choice(NASTY).encode(chance.choice(("utf-8", "utf-16-le"))) + content[place:]


def recode(content: bytes, chance: Random) -> bytes:
    """Write the text in another encoding, or only say so."""
    marks = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xff\xfe\0\0")
    encoding = chance.choice(("utf-16", "utf-16-be", "utf-32", "utf-8-sig", "cp1252", "mark"))
    if encoding == "mark":
        return chance.choice(marks) + content
    return content.decode("latin-1").encode(encoding, "replace")


def _rows(content: bytes) -> tuple[list[list[bytes]], bytes, bytes]:
    """Return a text's cells, split as simply as can be, with delimiter and line end."""
    end = b"\r\n" if b"\r\n" in content else b"\n"
    head = content.partition(end)[0]
    delimiter = max((b",", b";", b"\t", b"|"), key=head.count)
    return [line.split(delimiter) for line in content.split(end)], delimiter, end


def _by_cells(change: Callable[[list[list[bytes]], Random], None]) -> Spoil:
    """Return the way of spoiling that changes a list of rows."""

    def way(content: bytes, chance: Random) -> bytes:
        rows, delimiter, end = _rows(content)
        change(rows, chance)
        return end.join(delimiter.join(row) for row in rows)

    return wraps(change, assigned=("__name__", "__doc__"))(way)


def swap_rows(rows: list[list[bytes]], chance: Random) -> None:
    """Exchange two rows."""
    one, other = chance.randrange(len(rows)), chance.randrange(len(rows))
    rows[one], rows[other] = rows[other], rows[one]


def repeat_row(rows: list[list[bytes]], chance: Random) -> None:
    """Have a row again further down, now and then very often."""
    rows[chance.randrange(len(rows)) :] *= chance.choice((1, 2, 5))


def swap_cells(rows: list[list[bytes]], chance: Random) -> None:
    """Exchange two cells."""
    one, other = chance.choice(rows), chance.choice(rows)
    here, there = chance.randrange(len(one)), chance.randrange(len(other))
    one[here], other[there] = other[there], one[here]


def nasty_cells(rows: list[list[bytes]], chance: Random) -> None:
    """Put nasty words into some cells."""
    for _ in range(chance.choice((1, 3, 20))):
        row = chance.choice(rows)
        row[chance.randrange(len(row))] = chance.choice(NASTY).encode()


def swap_columns(rows: list[list[bytes]], chance: Random) -> None:
    """Exchange two columns all the way down."""
    width = max(map(len, rows))
    one, other = chance.randrange(width), chance.randrange(width)
    for row in rows:
        if max(one, other) < len(row):
            row[one], row[other] = row[other], row[one]


def widen(rows: list[list[bytes]], chance: Random) -> None:
    """Add cells to a row, now and then very many."""
    chance.choice(rows).extend([chance.choice(NASTY[:30]).encode()] * chance.choice((1, 2, 3000)))


def _archive(content: bytes) -> list[tuple[str, bytes]] | None:
    """Return the parts of an archive, None if it is damaged already."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    except Exception:  # whatever a spoiled archive makes zipfile throw
        return None


def _by_parts(change: Callable[[list[tuple[str, bytes]], Random], None]) -> Spoil:
    """Return the way of spoiling that changes the parts of an archive and packs them again."""

    def way(content: bytes, chance: Random) -> bytes:
        parts = _archive(content)
        if not parts:
            return flip(content, chance)
        change(parts, chance)
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts:
                archive.writestr(zipfile.ZipInfo(name or "x"), data)
        return target.getvalue()

    return wraps(change, assigned=("__name__", "__doc__"))(way)


def swap_parts(parts: list[tuple[str, bytes]], chance: Random) -> None:
    """Exchange what two parts hold."""
    one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    (here, mine), (there, yours) = parts[one], parts[other]
    parts[one], parts[other] = (here, yours), (there, mine)


def lose_part(parts: list[tuple[str, bytes]], chance: Random) -> None:
    """Leave a part out."""
    del parts[chance.randrange(len(parts))]


def spoil_part(parts: list[tuple[str, bytes]], chance: Random) -> None:
    """Spoil the bytes of one part, with its checksum made right again."""
    place = chance.randrange(len(parts))
    name, data = parts[place]
    parts[place] = (name, chance.choice(BYTES[:6])(data, chance))


def spoil_values(parts: list[tuple[str, bytes]], chance: Random) -> None:
    """Put nasty words where a sheet, a style or a text has a value."""
    place = chance.randrange(len(parts))
    name, data = parts[place]
    pieces = data.split(b'"') if chance.random() < 0.5 else data.split(b">")
    joint = b'"' if b">".join(pieces) != data else b">"
    for _ in range(chance.choice((1, 3, 10))):
        spot = chance.randrange(len(pieces))
        word = chance.choice(NASTY).replace("<", "").replace('"', "").encode()
        pieces[spot] = word + (b"<" + pieces[spot].partition(b"<")[2] if joint == b">" else b"")
    parts[place] = (name, joint.join(pieces))


BYTES: tuple[Spoil, ...] = (flip, overwrite, cut, drop, double, insert, recode)
CELLS = tuple(map(_by_cells, (swap_rows, repeat_row, swap_cells, nasty_cells, swap_columns, widen)))
ARCHIVE = tuple(map(_by_parts, (swap_parts, lose_part, spoil_part, spoil_values)))
