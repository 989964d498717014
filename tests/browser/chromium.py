"""How does a test get a browser that talks to the app and to nobody else?"""

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, Request, expect, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
)
IDLE = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app?.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
        && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]');
}"""
"""True once the page is drawn: connected, its script at rest, no skeleton and no stale element left."""
PATIENCE = 20_000
"""Milliseconds an action may take on a busy machine; a journey's step takes a fraction of a second."""


def chromium() -> str | None:
    """Return the path of the Chromium to test with: the one named in CHROMIUM, else the first on the path."""
    names = [name for name in (os.environ.get("CHROMIUM"), *PROGRAMS) if name]
    return next((path for path in map(shutil.which, names) if path), None)


@contextmanager
def browser() -> Generator[Browser]:
    """Start a headless Chromium and close it again."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield running
        running.close()


def watch(page: Page, origin: str) -> list[str]:
    """Return a list that grows by every address outside the origin that the page asks for."""
    outside: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((origin, "data:", "blob:")):
            outside.append(request.url)

    page.on("request", note)
    page.on("websocket", lambda socket: None if origin.split("//")[1] in socket.url else outside.append(socket.url))
    return outside


def settle(page: Page) -> None:
    """Wait until the page is drawn."""
    page.wait_for_function(IDLE, timeout=PATIENCE)


def visit(page: Page, address: str) -> None:
    """Open an address and wait until it is drawn."""
    page.goto(address)
    settle(page)


def keyed(page: Page, key: str) -> Locator:
    """Return the element that the app drew under a key."""
    return page.locator(f".st-key-{key}")


def go_to(page: Page, title: str) -> None:
    """Open another page through the navigation and wait until it is drawn."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    settle(page)


def pick(page: Page, key: str, option: str) -> None:
    """Choose an option in the select box under a key."""
    keyed(page, key).get_by_role("combobox").click()
    page.get_by_role("option", name=option).click()
