"""The running app and the browser that every journey starts from."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import PATIENCE, browser, chromium, watch
from tests.browser.serving import command_line, database_url, served

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the journeys on one worker: they share a browser and are the longest part of the run."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="package")
def running() -> Iterator[Browser]:
    """A headless Chromium; without one the journeys are skipped, except where CI has to have it.

    It ends with this folder: Playwright keeps an event loop running that other tests would stumble over.
    """
    if chromium() is None:
        give_up = pytest.fail if os.environ.get("CI") else pytest.skip
        give_up("no Chromium here: install it, or name it in the variable CHROMIUM")
    with browser() as started:
        yield started


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[str]:
    """The address of an app with nothing on the desk."""
    with served(database_url(tmp_path)) as app:
        yield app.address


@pytest.fixture(scope="package")
def sample_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The database address of a store that holds the sample team."""
    url = database_url(tmp_path_factory.mktemp("sample"))
    command_line("demo", url=url)
    return url


@pytest.fixture(scope="package")
def sample_desk(sample_url: str) -> Iterator[str]:
    """The address of an app with the sample team; look, but do not change anything."""
    with served(sample_url) as app:
        yield app.address


@pytest.fixture
def page(running: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of the app; the test fails if anything it asks for lies outside the app's own origin."""
    origin = request.getfixturevalue("desk" if "desk" in request.fixturenames else "sample_desk")
    context = running.new_context(viewport={"width": 1280, "height": 900}, base_url=origin)
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    outside = watch(opened, origin)
    yield opened
    context.close()
    assert outside == [], f"the page asked for {outside}"
