"""The weekly meeting in a real browser: nothing that is typed is lost, and the keyboard is enough."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chromium import keyed, settle, visit
from tests.browser.serving import command_line, database_url
from tests.browser.test_accessibility import NARROW, in_both

WRITTEN = "Sounded tired; ask about the holidays."


@pytest.fixture
def meeting(desk: str, page: Page, tmp_path: Path) -> Page:
    """The sample team's review, begun."""
    command_line("demo", url=database_url(tmp_path))
    visit(page, "/review")
    keyed(page, "review_begin").get_by_role("button").click()
    expect(page.get_by_text("1 of 3")).to_be_visible()
    settle(page)
    return page


def box(page: Page, name: str = "Only for you") -> Locator:
    """Return one of the two boxes of notes."""
    return page.get_by_role("textbox", name=name)


def test_nothing_that_is_typed_is_lost(meeting: Page):
    """A pause in the typing is enough, a reload in the middle of a word, and another tab that writes, too."""
    address = meeting.url
    box(meeting).press_sequentially(WRITTEN)
    expect(meeting.get_by_text("Saved")).to_be_visible()
    box(meeting).press_sequentially(" Nd.")  # the keys of Next and Coached: in a box they are letters
    expect(box(meeting)).to_have_value(f"{WRITTEN} Nd.")
    meeting.reload()
    settle(meeting)
    expect(box(meeting)).to_have_value(f"{WRITTEN} Nd.")
    assert meeting.url == address
    two_tabs(meeting)


def two_tabs(meeting: Page) -> None:
    """Write into one box in two tabs: neither overwrites the other."""
    shared = "For the rep"
    other = meeting.context.new_page()
    visit(other, meeting.url)
    box(other, shared).fill("Hers.")
    box(other, shared).press("Control+Enter")
    expect(other.get_by_text("Saved")).to_be_visible()
    settle(other)
    box(meeting, shared).fill("Mine.")
    box(meeting, shared).press("Control+Enter")
    expect(box(meeting, shared)).to_have_value("Hers.\n\nMine.")


def test_a_meeting_is_held_by_keyboard_to_its_end(meeting: Page):
    """There and back, an agreement, three talks, the end; then there is nothing to write into any more."""
    meeting.keyboard.press("n")
    expect(meeting.get_by_text("2 of 3")).to_be_visible()
    meeting.keyboard.press("p")
    expect(meeting.get_by_text("1 of 3")).to_be_visible()
    keys_after_a_note(meeting)
    keyed(meeting, "review_agree").get_by_role("button").press("Enter")
    expect(meeting.get_by_role("button", name="Take back and agree anew")).to_be_visible()
    settle(meeting)
    everybody_can_use(meeting)
    for place in ("2 of 3 · 1 talked with", "3 of 3 · 2 talked with", "3 talks · 3 talked with"):
        settle(meeting)
        meeting.keyboard.press("d")
        expect(meeting.get_by_text(place)).to_be_visible()
    meeting.get_by_role("button", name="End the review").click()
    keyed(meeting, "review_freeze").get_by_role("button").click()
    expect(meeting.get_by_text("nothing changes it any more")).to_be_visible()
    expect(box(meeting)).to_have_count(0)
    settle(meeting)
    everybody_can_use(meeting)


def keys_after_a_note(meeting: Page) -> None:
    """Keep a note by a pause and by Ctrl+Enter: outside the box the keys still lead there and back."""
    for way, key, place in (("", "n", "2 of 3"), ("Control+Enter", "p", "1 of 3")):
        box(meeting).fill(f"Kept {key}.")
        if way:
            box(meeting).press(way)
        expect(meeting.get_by_text("Saved")).to_be_visible()
        settle(meeting)
        meeting.get_by_role("heading", name="Review", exact=True).click()
        meeting.keyboard.press(key)
        expect(meeting.get_by_text(place)).to_be_visible()
        settle(meeting)


def everybody_can_use(page: Page) -> None:
    """Check that axe finds nothing grave in light or dark, and that nothing sticks out on a phone."""
    assert in_both(page) == []
    page.set_viewport_size({"width": NARROW, "height": 900})
    settle(page)
    widths = "document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth"
    assert max(page.evaluate(f"[{widths}]")) <= NARROW
    page.set_viewport_size({"width": 1280, "height": 900})
    settle(page)
