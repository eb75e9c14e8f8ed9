"""Take the README's picture: the first and last version of the sample's agency report, in a real browser; `make picture`."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.web.conftest import ARGUMENTS, serving

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Serve the sample, open the comparison from home, and keep what a window of 1360 × 850 shows of it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1360, "height": 850}, color_scheme="light")
        page.goto(address)
        page.get_by_role("link", name="Port Ennick").click()
        page.get_by_role("link", name="4 versions").click()
        page.get_by_role("link", name="with the first").last.click()
        page.get_by_role("button", name="Next change").wait_for()
        page.get_by_role(
            "button", name="Close"
        ).click()  # the hint of a first visit, which leaves its place with the page
        page.reload()
        page.get_by_role("button", name="Next change").wait_for()
        page.mouse.move(0, 0)
        page.screenshot(path=HERE / "comparison.png")
        browser.close()


main()
