"""How long does the script of each page take, warm, for 50 reps over 104 weeks?"""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from streamlit.testing.v1 import AppTest

from tests.benchmarks.scripts import EMPTY, Desk, clocked
from tests.benchmarks.stores import stored
from tests.benchmarks.timing import Figure
from tests.browser.pages import PAGES

REPS, WEEKS, RUNS = 50, 104, 9
SCRIPT = f"Script, warm, {REPS} reps x {WEEKS} weeks"


def figures() -> Iterator[Figure]:
    """Yield each page's script time beside that of an empty page."""
    with TemporaryDirectory() as folder, clocked() as spent:
        url = stored(Path(folder), REPS, WEEKS)
        empty = AppTest.from_file(str(EMPTY)).run()
        for page in PAGES:
            desk = Desk(url, page)
            spent.clear()
            for _ in range(RUNS):
                desk.run()
                empty.run()
            ours, bare = median(spent[::2]), median(spent[1::2])
            yield Figure(SCRIPT, ours, "ms", "an empty page", bare, "under 50 ms", page)
