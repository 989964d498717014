"""A Monday in a real browser: from the workbook to the note that is sent."""

import re
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

from tests.browser.chromium import go_to, keyed, pick, visit
from tests.browser.serving import ROOT

WORKBOOK = ROOT / "data" / "sample" / "ssi_sample_team.xlsx"
REP = "Lars Sokolov"
AS_A_HAND_DOES = 100
"""Milliseconds between pressing and letting go."""

LAST = "And one more word, typed last."
AGREED = "Agreed: two comments a day under posts of the three largest accounts."


def import_workbook(page: Page) -> None:
    """Hand over the sample workbook on the empty desk and import it."""
    visit(page, "/")
    page.locator("input[type=file]").first.set_input_files(WORKBOOK)
    keyed(page, "import_now").get_by_role("button").click()
    expect(page.get_by_text("rows added")).to_be_visible()


def download_note(page: Page, folder: Path) -> Path:
    """Take the note shown as a Word document and return where it was saved."""
    with page.expect_download() as waiting:
        keyed(page, "notes_one_docx").get_by_role("button").click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def test_from_workbook_to_note(desk: str, page: Page, tmp_path: Path):
    """A workbook is uploaded and imported, a rep opened from the leaderboard, the note edited and taken along."""
    import_workbook(page)
    go_to(page, "Leaderboard")
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
    pick(page, "leaderboard_open", REP)
    expect(page.get_by_role("heading", name=REP)).to_be_visible()
    keyed(page, "rep_note").get_by_role("button").click()
    text = open_text(page)
    expect(text).to_contain_text(REP)
    text.fill(f"{text.input_value()}\n\n{AGREED}")
    keyed(page, "notes_done").get_by_role("button").click()
    expect(page.get_by_test_id("stMarkdown").filter(has_text=AGREED)).to_be_visible()
    words = lines(download_note(page, tmp_path))
    assert AGREED in words
    assert any(REP in line for line in words)


def open_text(page: Page) -> Locator:
    """Open the note's text for editing and return the box it is in."""
    keyed(page, "notes_edit").get_by_role("button").click()
    text = page.get_by_role("textbox", name="Text of the note")
    expect(text).to_be_visible()
    return text


def lines(document: Path) -> list[str]:
    """Return the paragraphs of a Word document."""
    return [paragraph.text for paragraph in Document(str(document)).paragraphs]


def test_what_is_typed_last_is_in_the_file(page: Page, tmp_path: Path):
    """Typed, done and taken along without a pause in between: not one letter is missing, again and again."""
    visit(page, "/notes")
    for turn in range(3):
        text = open_text(page)
        text.press("Control+End")
        page.keyboard.insert_text("\n\n")
        text.press_sequentially(f"{LAST} {turn}")
        keyed(page, "notes_done").get_by_role("button").click()
        assert f"{LAST} {turn}" in lines(download_note(page, tmp_path))


def test_what_is_typed_is_kept_when_the_page_is_left(page: Page):
    """A click on another page hands the text over, too."""
    visit(page, "/notes")
    text = open_text(page)
    text.press("Control+End")
    text.press_sequentially(f" {LAST}")
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Pipeline").click(delay=AS_A_HAND_DOES)
    expect(page.get_by_role("heading", level=1)).to_have_text("Pipeline")
    go_to(page, "Notes")
    expect(page.get_by_role("textbox", name="Text of the note")).to_have_value(re.compile(re.escape(LAST)))


def test_the_import_can_be_taken_back(desk: str, page: Page):
    """After its import is taken back the desk is empty again."""
    import_workbook(page)
    page.get_by_role("button", name="Take back").click()
    page.get_by_role("button", name="Take this import back").click()
    expect(page.get_by_text(re.compile("Taken back"))).to_be_visible()
    go_to(page, "Leaderboard")
    expect(page.get_by_role("button", name="Try it with a sample team")).to_be_visible()


@pytest.mark.parametrize(("right", "row"), [(18, 0), (200, 2), (900, 4)])
def test_a_click_anywhere_in_a_row_of_the_leaderboard_opens_the_rep(page: Page, right: int, row: int):
    """The rank, the team or the meetings of a row lead to that rep's page; a heading sorts and opens nobody."""
    page.set_viewport_size({"width": 1366, "height": 900})
    visit(page, "/leaderboard")
    shown = page.get_by_test_id("stDataFrame").first.bounding_box()
    assert shown
    page.mouse.click(shown["x"] + 170, shown["y"] + 17)
    expect(page.get_by_role("heading", level=1)).to_have_text("Leaderboard")
    page.mouse.click(shown["x"] + right, shown["y"] + 50 + 33 * row)
    page.wait_for_url("**/rep*")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Leaderboard")


def test_a_click_on_the_heatmap_shows_the_prompts_of_the_cell(page: Page):
    """A cell of the picture leads to that rep's prompts for that pillar, below it."""
    visit(page, "/heatmap")
    cells = page.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
    assert cells
    names = page.locator(".js-plotly-plot .ytick text").all_text_contents()
    page.mouse.click(cells["x"] + cells["width"] * 3 / 8, cells["y"] + cells["height"] * 2.5 / len(names))
    expect(page.get_by_role("combobox", name="Rep", exact=True)).to_have_value(names[2])
    expect(page.get_by_role("combobox", name="Pillar", exact=True)).to_have_value("People")
