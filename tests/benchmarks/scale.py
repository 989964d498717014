"""Does a page stay as fast when the store holds ten thousand times as many reps, one team shown?"""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from dashboard.store.engine import open_store
from dashboard.store.history import teams
from tests.benchmarks.scripts import Desk, clocked
from tests.benchmarks.stores import stored
from tests.benchmarks.timing import Figure
from tests.browser.pages import PAGES

SIZES, WEEKS, RUNS = (10, 1_000, 100_000), 8, 9
MANY = f"Script, {SIZES[-1]:,} reps in the store, one team shown"


def figures() -> Iterator[Figure]:
    """Yield, for each page, its script time in the largest store against that in the smallest."""
    with TemporaryDirectory() as folder, clocked() as spent:
        urls = [stored(Path(folder), reps, WEEKS) for reps in SIZES]
        for page in PAGES:
            desks = [Desk(url, page, team=teams(open_store(url))[0]) for url in urls]
            spent.clear()
            for _ in range(RUNS):
                for desk in desks:
                    desk.run()
            least, _, most = (median(spent[place :: len(SIZES)]) for place in range(len(SIZES)))
            yield Figure(MANY, most, "ms", f"{SIZES[0]} reps", least, "at most 1.2x", page)
