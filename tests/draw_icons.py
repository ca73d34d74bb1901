"""Draws the icons of the site from its mark: python tests/draw_icons.py, or make icons.

The PNG files are kept in the repository, because browsers and other sites ask for them and the
server has nothing to draw them with. Needs Chromium.
"""

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ICONS = Path(__file__).parent.parent / "static" / "icons"
CHROMIUM = "/usr/bin/chromium"
GROUND = "#07312e"
LINES = (ICONS / "contours.svg").read_text(encoding="utf-8")
MARK = (ICONS / "mark.svg").read_text(encoding="utf-8")

# The mark without its rounded ground, where another ground fills the whole picture.
SIGN = MARK.replace('rx="6" fill="#07312e"', 'fill="none"')


def draw(browser: Browser, width: int, height: int, sign: int, ground: str = GROUND) -> Image.Image:
    """The mark in the middle of a picture, ``sign`` pixels wide."""
    page = browser.new_page(viewport={"width": width, "height": height})
    lines = LINES if width > height else ""
    page.set_content(
        f"""<style>
          html {{ background: {ground} }}
          body {{ margin: 0; display: grid; place-items: center; block-size: 100vh }}
          body > svg {{ grid-area: 1 / 1; inline-size: {sign}px; block-size: {sign}px }}
          div, div > svg {{ grid-area: 1 / 1; inline-size: 100%; block-size: 100% }}
        </style><div>{lines}</div>{SIGN if ground == GROUND else MARK}"""
    )
    drawn = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
    page.close()
    return drawn


def save(drawn: Image.Image, name: str) -> None:
    """Keep it with 128 colours, which is more than the mark has."""
    colours = drawn.convert("RGBA").quantize(128, Image.Quantize.FASTOCTREE)
    colours.save(ICONS / name, optimize=True)


def main() -> None:
    """Draw all of them."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        save(draw(browser, 180, 180, 160), "apple-touch-icon.png")
        for size in (192, 512):
            save(draw(browser, size, size, size, "transparent"), f"icon-{size}.png")
        # A telephone may cut away all but a circle of four fifths.
        save(draw(browser, 512, 512, 320), "maskable-512.png")
        save(draw(browser, 1200, 630, 300), "sharing.png")
        small = draw(browser, 48, 48, 48, "transparent")
        small.save(ICONS / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)])
        browser.close()


if __name__ == "__main__":
    main()
