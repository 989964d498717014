"""How much memory does it take at its peak? Linux only: elsewhere nothing is reported."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import tables
from tests.benchmarks.stores import stored
from tests.benchmarks.timing import Figure
from tests.browser.chromium import browser, visit
from tests.browser.pages import ADDRESSES
from tests.browser.serving import ROOT, served

READ = """
import sys
from pathlib import Path
from dashboard.ingest.load import Source, load
from tests.benchmarks.memory import peak_of
path = Path(sys.argv[1])
before = peak_of("self")
load([Source(path.name, path.read_bytes())])
print(peak_of("self"), before)
"""


def figures() -> Iterator[Figure]:
    """Yield the peaks of reading a large workbook and of serving every page."""
    if not Path("/proc/self/status").exists():
        return
    with TemporaryDirectory() as folder:
        book = Path(folder) / "team.xlsx"
        book.write_bytes(tables.xlsx(tables.sheet()))
        words = [sys.executable, "-c", READ, str(book)]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
        peak, idle = map(float, done.stdout.split())
        yield Figure(f"Memory while reading XLSX, {tables.ROWS:,} rows", peak, "MB", "before", idle)
        yield serving(stored(Path(folder), 50, 104))


def serving(url: str) -> Figure:
    """Return the server's peak after every page was opened once, against its start."""
    with served(url) as app, browser() as running:
        idle = peak_of(app.process.pid)
        page = running.new_page(base_url=app.address)
        for name in ADDRESSES:
            visit(page, ADDRESSES[name])
        return Figure("Memory of the server, every page opened", peak_of(app.process.pid), "MB", "just started", idle)


def peak_of(process: int | str) -> float:
    """Return the most memory a process ever held, in MB."""
    lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
