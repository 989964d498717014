"""Does the app open, and does it keep to itself?"""

from urllib.request import urlopen

from playwright.sync_api import Page, expect

from tests.browser.chromium import visit


def test_the_empty_desk_explains_itself(desk: str, page: Page):
    """With nothing on the desk the first page offers to import a file and to try a sample team."""
    visit(page, "/")
    expect(page.get_by_test_id("stMain")).to_contain_text("sample team")
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_answers_carry_security_headers(desk: str):
    """Every answer says where scripts may come from and that types are not guessed."""
    headers = urlopen(desk, timeout=10).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
