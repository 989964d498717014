"""How far is a long reading, for whoever waits for it?"""

from collections.abc import Callable

Tell = Callable[[float, str], object]
"""What hears which share is done (0 to 1), and in words what comes now."""
FILES = 0.8
"""The share of reading the files one by one; the rest is what they say together (measured on 100,000 rows)."""


def silent(_done: float, _words: str) -> None:
    """Tell nobody."""


def of_file(tell: Tell, name: str, number: int, files: int) -> Tell:
    """Return what tells of one file as a part of all; `number` counts from 0.

    >>> of_file(lambda done, words: print(f"{done:.0%} {words}"), "b.csv", 1, 2)(0.5, "reading its cells")
    60% Reading b.csv, file 2 of 2: reading its cells
    """
    which = f"Reading {name}" if files == 1 else f"Reading {name}, file {number + 1} of {files}"
    return lambda done, words: tell(FILES * (number + done) / files, f"{which}: {words}")
