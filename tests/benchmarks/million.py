"""How long does a CSV of 1,000,000 rows take, and how much memory? Slow: `make bench PARTS=million`."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from tests.benchmarks import reading, tables
from tests.benchmarks.memory import READ
from tests.benchmarks.timing import Figure, medians
from tests.browser.serving import ROOT

TIMES, RUNS = 10, 3


def content() -> bytes:
    """Return the team of 100,000 rows ten times, each time with other people and the same weeks."""
    once = tables.sheet()
    parts = [
        once.assign(
            Name=once["Name"] + f" {chr(65 + place)}{chr(65 + place)}y",
            **{"E-mail": chr(97 + place) + once["E-mail"]},
        )
        for place in range(TIMES)
    ]
    return tables.csv(pd.concat(parts))


def figures() -> Iterator[Figure]:
    """Yield the time against pandas and the memory against the size of the text."""
    text = content()
    ours, bare = medians(lambda: reading.read("team.csv", text), lambda: reading.as_text(text), runs=RUNS)
    size = f"{TIMES * tables.ROWS:,} rows x {len(tables.HEADERS)} columns"
    yield Figure(f"CSV read and checked, {size}", ours, "ms", "pandas, everything as text", bare, "at most 2.5x")
    if Path("/proc/self/status").exists():
        peak, idle = peak_and_before(text)
        yield Figure(f"Memory for it, {size}", peak - idle, "MB", "the text", len(text) / 2**20, "below 10x")


def peak_and_before(text: bytes) -> tuple[float, float]:
    """Return the most MB a process held that read the file, and what it held before."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "team.csv"
        path.write_bytes(text)
        words = [sys.executable, "-c", READ, str(path)]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    peak, idle = map(float, done.stdout.split())
    return peak, idle
