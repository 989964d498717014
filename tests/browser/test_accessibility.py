"""Can everybody use every page: with a screen reader, in the dark, on a phone?"""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.chromium import settle, visit
from tests.browser.pages import ADDRESSES

GRAVE = ("serious", "critical")
NARROW = 420
SCHEMES: tuple[tuple[Literal["light", "dark"], str], ...] = (
    ("light", "rgb(255, 255, 255)"),
    ("dark", "rgb(18, 24, 31)"),
)
"""Each with the background that tells that it was put on."""


def graver(page: Page) -> list[str]:
    """Return the serious and critical findings of axe-core: rule and the element it is about."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {part['html'][:160]}" for each in found if each["impact"] in GRAVE for part in each["nodes"]
    ]


@pytest.mark.parametrize("name", ADDRESSES)
def test_axe_finds_nothing_grave(page: Page, name: str):
    """No page has a serious or critical finding of axe-core, in light or dark."""
    visit(page, ADDRESSES[name])
    expect(page.get_by_test_id("stException")).to_have_count(0)
    found = []
    for scheme, colour in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        expect(page.get_by_test_id("stApp")).to_have_css("background-color", colour)
        found += [f"{scheme}: {finding}" for finding in graver(page)]
    assert found == []


def test_axe_would_find_something(page: Page):
    """A picture without words is told, so an empty list means something."""
    visit(page, "/guide")
    page.get_by_test_id("stMain").evaluate("main => main.insertAdjacentHTML('beforeend', '<img src=x.png>')")
    assert any(finding.startswith("image-alt") for finding in graver(page))


@pytest.mark.parametrize("name", ADDRESSES)
def test_no_page_scrolls_sideways_on_a_phone(page: Page, name: str):
    """At 420 pixels nothing sticks out of the page."""
    page.set_viewport_size({"width": NARROW, "height": 900})
    visit(page, ADDRESSES[name])
    settle(page)
    widths = "document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth"
    assert max(page.evaluate(f"[{widths}]")) <= NARROW
