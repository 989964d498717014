"""How long does the whole review of a large company take on the command line?"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.stores import stored
from tests.benchmarks.timing import Figure, milliseconds
from tests.browser.serving import ROOT

FEW, MANY, WEEKS = 1_000, 5_000, 104


def figures() -> Iterator[Figure]:
    """Yield the seconds of `review --json` for many reps against those for a fifth of them; Python starts, too."""
    with TemporaryDirectory() as folder:
        few, many = (seconds(stored(Path(folder), reps, WEEKS)) for reps in (FEW, MANY))
        what = f"`review` of {MANY:,} reps x {WEEKS} weeks"
        yield Figure(what, many, "s", f"{FEW:,} reps", few, "under 10 s, at most 5x")


def seconds(url: str) -> float:
    """Return how long the command takes for the newest week of a store."""
    words = [sys.executable, "-m", "dashboard", "review", "--json", "--db", url]
    return milliseconds(lambda: subprocess.run(words, cwd=ROOT, capture_output=True, check=True)) / 1000
