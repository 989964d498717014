"""How long does the script of each page take, warm and after an import, for 50 reps over 104 weeks, much agreed on?"""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard.store.engine import bump, open_store, writing
from tests.benchmarks.scripts import EMPTY, Desk, clocked
from tests.benchmarks.stores import stored, talked
from tests.benchmarks.timing import Figure
from tests.browser.pages import PAGES

REPS, WEEKS, RUNS = 50, 104, 9
COMMITMENTS, REVIEWS = 55, 8
SCRIPT = f"Script, warm, {REPS} reps x {WEEKS} weeks, {COMMITMENTS} commitments, {REVIEWS} reviews"
FIRST = "The same, first after an import"


def figures() -> Iterator[Figure]:
    """Yield each page's script time, warm and with everything to be worked out anew, beside that of an empty page."""
    with TemporaryDirectory() as folder, clocked() as spent:
        url = talked(stored(Path(folder), REPS, WEEKS), COMMITMENTS, REVIEWS)
        engine, empty = open_store(url), AppTest.from_file(str(EMPTY)).run()
        for page in PAGES:
            desk = Desk(url, page)
            yield _figure(SCRIPT, spent, desk, empty, "under 50 ms", page)
            yield _figure(FIRST, spent, desk, empty, "under 200 ms", page, engine)


def _figure(
    what: str, spent: list[float], desk: Desk, empty: AppTest, aim: str, page: str, engine: Engine | None = None
) -> Figure:
    """Run a page and an empty one in turns; before each run something is written to the engine's store, if any."""
    spent.clear()
    for _ in range(RUNS):
        if engine:
            with writing(engine) as connection:
                bump(connection)
        desk.run()
        empty.run()
    return Figure(what, median(spent[::2]), "ms", "an empty page", median(spent[1::2]), aim, page)
