"""Pictures every place in every language, narrow and wide: python -m tests.measuring.screenshots.

They are for the eye and go to `var/screenshots`, a file for each place, language and width.
"""

import re
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from .server import ROOT, bare_site, demo_content
from .tools import launch
from .visit import DESKTOP, PHONE, scroll_through

FOLDER = ROOT / "var" / "screenshots"


def main() -> None:
    """Take all pictures anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with demo_content(), bare_site() as site:
        from .places import CODES, PLACES

        addresses = {
            f"{place.name}-{code}": site + place.address(code) for place in PLACES for code in CODES
        }
        take(addresses)
    sys.stdout.write(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER}\n")


def take(addresses: dict[str, str]) -> None:
    """Picture each address in both widths."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        context = browser.new_context(color_scheme="light", reduced_motion="reduce")
        page = context.new_page()
        for name, url in addresses.items():
            page.set_viewport_size(DESKTOP)
            page.goto(url)
            for size in (DESKTOP, PHONE):
                page.set_viewport_size(size)
                picture(page, f"{name}-{size['width']}")
        browser.close()


def picture(page: Page, name: str) -> None:
    """Save the whole page, from its start to its end."""
    scroll_through(page)
    file = Path(FOLDER, re.sub(r"\W+", "-", name) + ".png")
    page.screenshot(path=file, full_page=True, animations="disabled")


if __name__ == "__main__":
    main()
