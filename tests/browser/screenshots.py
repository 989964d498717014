"""What does the app look like? `make screenshots` takes the pictures of README from the sample team."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page, ViewportSize

from tests.browser.chromium import browser, settle, visit
from tests.browser.serving import ROOT, command_line, database_url, served

IMAGES = ROOT / "docs" / "images"
SHOWN = {"this_week": "/", "leaderboard": "/leaderboard", "heatmap": "/heatmap", "rep": "/rep?rep=lars-sokolov"}
SIZE: ViewportSize = {"width": 1500, "height": 940}
COLOURS = 200
LAST_WEEK = "2026-11-16"


def small(picture: bytes) -> bytes:
    """Return a PNG with a palette instead of full colours: a third of the size, to the eye the same."""
    target = BytesIO()
    Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        target, "PNG", optimize=True
    )
    return target.getvalue()


def take(page: Page, name: str, scheme: str) -> None:
    """Take the picture of one page."""
    visit(page, SHOWN[name])
    page.mouse.move(SIZE["width"] - 1, SIZE["height"] - 1)
    settle(page)
    path = IMAGES / f"{name}-{scheme}.png"
    path.write_bytes(small(page.screenshot(animations="disabled")))
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} kB")


def main() -> None:
    """Take every picture in light and dark."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, browser() as running:
        url = database_url(Path(folder))
        command_line("demo", "--as-of", LAST_WEEK, url=url)
        with served(url) as app:
            for scheme in ("light", "dark"):
                page = running.new_page(base_url=app.address, viewport=SIZE, color_scheme=scheme)
                for name in SHOWN:
                    take(page, name, scheme)


if __name__ == "__main__":
    main()
