"""The section in a real browser: an upload is read by itself, the review breaks no rule."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.test_browser import log_in, site, tab

__all__ = ["site", "tab"]

CAPTURES = Path(__file__).parent / "captures"
PHONE = {"width": 390, "height": 844}

pytestmark = pytest.mark.browser


def test_an_upload_is_read_by_itself_and_reviewed_line_by_line(site: str, tab: Page):
    log_in(tab, site, "admin")
    tab.goto(f"{site}/admin/legacy/captures/new/")
    tab.set_input_files("input[type=file]", sorted(CAPTURES.glob("*.txt")))
    tab.click(".legacy-narrow button")
    expect(tab.locator("progress")).to_have_attribute("value", "5")
    expect(tab.locator("[data-legacy-progress]")).to_have_count(0)
    tab.click(".legacy-results tr:has-text('brochure.txt') a")
    expect(tab.locator(".legacy-lines > li").nth(100)).to_be_attached()
    main = Axe().run(tab, context="main").response["violations"]
    assert [violation["id"] for violation in main] == []
    tab.set_viewport_size(PHONE)
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
