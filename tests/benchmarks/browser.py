"""How long until a page is drawn, and drawn again after an input, against an empty Streamlit page?"""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from tests.benchmarks.scripts import EMPTY
from tests.benchmarks.stores import stored
from tests.benchmarks.timing import RUNS, Figure, milliseconds
from tests.browser.chromium import IDLE, browser, settle, visit
from tests.browser.pages import ADDRESSES
from tests.browser.serving import served

PLAIN = ("-m", "streamlit", "run", str(EMPTY), "--server.headless=true", "--server.port")
LONGEST, QUIET = 20_000, 400
ARM = f"""() => {{
    const idle = {IDLE};
    const app = document.querySelector('[data-testid="stApp"]');
    const frame = () => new Promise(requestAnimationFrame);
    window.drawn = new Promise(done => addEventListener('keydown', async event => {{
        if (event.key !== 'Enter') return;
        const start = performance.now();
        let last = start;
        const element = node => node.nodeType === 1 ? node : node.parentElement;
        const seen = records => records.some(record => !element(record.target)?.closest('canvas'));
        const watcher = new MutationObserver(records => {{ if (seen(records)) last = performance.now(); }});
        watcher.observe(app, {{subtree: true, childList: true, characterData: true, attributes: true}});
        const waiting = () => last === start || !idle() || performance.now() < last + {QUIET};
        while (waiting() && performance.now() < start + {LONGEST}) await frame();
        watcher.disconnect();
        done(last - start);
    }}, {{capture: true}}));
}}"""
"""Measures, in the browser, from the key that chooses another team to the last change of the page before quiet.

What lies inside a canvas is not seen: it is a table's text for screen readers, written some time after the drawing.
"""


def first_view(running: Browser, address: str) -> float:
    """Return how long a page takes in a browser that has never seen it."""
    context = running.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    spent = milliseconds(lambda: visit(page, address))
    context.close()
    return spent


def choose(page: Page, arrow: str) -> float:
    """Choose the team above or below the one shown and return how long it takes until the page is drawn."""
    page.evaluate(ARM)
    page.get_by_role("combobox", name="Team").click()
    page.get_by_role("option").first.wait_for()
    page.keyboard.press(arrow)
    page.keyboard.press("Enter")
    spent = page.evaluate("() => window.drawn")
    assert 0 < spent < LONGEST, "choosing a team did not run the page again"
    page.get_by_role("option").first.wait_for(state="hidden")
    settle(page)
    return spent


def rerun(page: Page) -> float:
    """Return how long it takes from one team back to the first choice, which is everybody."""
    choose(page, "ArrowDown")
    return choose(page, "ArrowUp")


def figures() -> Iterator[Figure]:
    """Yield first view and rerun of each page beside those of an empty page."""
    with TemporaryDirectory() as folder, browser() as running:
        url = stored(Path(folder), 50, 104)
        with served(url) as desk, served(url, PLAIN) as empty:
            for name in ADDRESSES:
                yield from of_page(running, name, f"{desk.address}{ADDRESSES[name]}", empty.address)


def of_page(running: Browser, name: str, address: str, empty: str) -> Iterator[Figure]:
    """Yield both figures of one page, the empty page taking turns with it."""
    page, bare = running.new_page(), running.new_page()
    visit(page, address)
    visit(bare, empty)
    rerun(page)
    firsts = [(first_view(running, address), first_view(running, empty)) for _ in range(RUNS)]
    again = [(rerun(page), rerun(bare)) for _ in range(RUNS)]
    page.close()
    bare.close()
    ours, others = map(median, zip(*firsts, strict=True))
    yield Figure("First view, nothing cached", ours, "ms", "an empty page", others, page=name)
    ours, others = map(median, zip(*again, strict=True))
    yield Figure("Another team chosen, until drawn", ours, "ms", "an empty page", others, "under 150 ms", name)
