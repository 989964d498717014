"""Can everybody use every page: with a screen reader, in the dark, on a phone?"""

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.chromium import settle, visit
from tests.browser.pages import ADDRESSES

MESSY = """Name,Date,Brand,People,Insights,Relationships,Quota
Ida Lund,03/04/2026,18.4,9.2,12.1,20.3,100000
Sam Okafor,05/06/2026,217,abc,5.0,11.2,"$1,2"
,05/06/2026,10,10,10,10,
"""
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


def in_both(page: Page) -> list[str]:
    """Return the grave findings of the page shown, in light and in dark."""
    expect(page.get_by_test_id("stException")).to_have_count(0)
    found = []
    for scheme, colour in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        expect(page.get_by_test_id("stApp")).to_have_css("background-color", colour)
        found += [f"{scheme}: {finding}" for finding in graver(page)]
    return found


@pytest.mark.parametrize("name", ADDRESSES)
def test_axe_finds_nothing_grave(page: Page, name: str):
    """No page has a serious or critical finding of axe-core, in light or dark."""
    visit(page, ADDRESSES[name])
    assert in_both(page) == []


def test_axe_finds_nothing_grave_on_the_way_in(desk: str, page: Page, tmp_path: Path):
    """Neither the empty desk nor a file with questions and problems has one."""
    visit(page, "/")
    assert in_both(page) == []
    (tmp_path / "team.csv").write_text(MESSY, "utf-8")
    page.locator("input[type=file]").first.set_input_files(tmp_path / "team.csv")
    expect(page.get_by_role("heading", name="Worth a look")).to_be_visible()
    settle(page)
    assert in_both(page) == []


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
