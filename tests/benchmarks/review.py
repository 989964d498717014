"""How long does the whole review of a large company take on the command line, and with much agreed in it?"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.stores import stored, talked
from tests.benchmarks.timing import RUNS, Figure, medians
from tests.browser.serving import ROOT

FEW, MANY, WEEKS, COMMITMENTS = 1_000, 5_000, 104, 300


def figures() -> Iterator[Figure]:
    """Yield the seconds of `review --json` for many reps, and with many commitments; Python starts, too."""
    with TemporaryDirectory() as folder:
        urls = [stored(Path(folder), reps, WEEKS) for reps in (FEW, MANY)]
        few, many = seconds(*urls)
        what = f"`review` of {MANY:,} reps x {WEEKS} weeks"
        yield Figure(what, many, "s", f"{FEW:,} reps", few, "under 10 s, at most 5x")
        (agreed,) = seconds(talked(urls[-1], COMMITMENTS))
        yield Figure(f"{what} with {COMMITMENTS} commitments", agreed, "s", "none", many, "under 10 s")


def seconds(*urls: str) -> list[float]:
    """Return how long the command takes for the newest week of each store, the stores taking turns."""
    return [spent / 1000 for spent in medians(*(lambda url=url: _review(url) for url in urls), runs=RUNS)]


def _review(url: str) -> None:
    words = [sys.executable, "-m", "dashboard", "review", "--json", "--db", url]
    subprocess.run(words, cwd=ROOT, capture_output=True, check=True)
