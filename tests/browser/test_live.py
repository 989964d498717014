"""Does an open page see what the command line imports meanwhile?"""

import json
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import go_to, settle, visit
from tests.browser.serving import command_line, database_url, served


def test_an_import_of_the_command_line_shows_on_the_next_interaction(desk: str, page: Page, tmp_path: Path):
    """Data imported from the terminal while the app is open is there as soon as anything is clicked."""
    visit(page, "/")
    expect(page.get_by_role("button", name="Try it with a sample team")).to_be_visible()
    url = database_url(tmp_path)
    command_line("demo", url=url)
    go_to(page, "Leaderboard")
    expect(page.get_by_text("14 reps on the desk")).to_be_visible()
    command_line("undo", newest_import(url), url=url)
    go_to(page, "This week")
    settle(page)
    expect(page.get_by_role("button", name="Try it with a sample team")).to_be_visible()


def newest_import(url: str) -> str:
    """Return the id of the newest import in a store."""
    return json.loads(command_line("imports", "--json", url=url))["imports"][0]["import_id"]


def test_the_sample_team_is_one_click(desk: str, page: Page):
    """The empty desk fills itself with invented reps on a click, and stays filled when the page is loaded again."""
    visit(page, "/")
    page.get_by_role("button", name="Try it with a sample team").click()
    expect(page.get_by_text("14 reps on the desk")).to_be_visible()
    visit(page, "/leaderboard")
    expect(page.get_by_text("14 reps on the desk")).to_be_visible()


def test_the_desk_survives_a_restart(running: Browser, tmp_path: Path):
    """What was loaded on the screen is still there when the app is started again."""
    for round_ in ("first", "again"):
        with served(database_url(tmp_path)) as app:
            page = running.new_page()
            visit(page, app.address)
            if round_ == "first":
                page.get_by_role("button", name="Try it with a sample team").click()
            expect(page.get_by_text("14 reps on the desk")).to_be_visible()
            page.close()


def test_tables_have_no_export_of_their_own(desk: str, page: Page):
    """Streamlit's own download writes names that begin with = as formulas: only our exports are offered."""
    visit(page, "/")
    page.get_by_role("button", name="Try it with a sample team").click()
    expect(page.get_by_text("14 reps on the desk")).to_be_visible()
    go_to(page, "Leaderboard")
    page.get_by_test_id("stDataFrame").first.hover()
    expect(page.get_by_test_id("stElementToolbarButton").get_by_label("Search")).to_be_visible()
    expect(page.get_by_test_id("stElementToolbarButton").get_by_label("Download as CSV")).to_have_count(0)
