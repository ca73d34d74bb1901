"""The section in a real browser: an upload is read by itself, the review breaks no rule."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.measuring.tools import axe_findings
from tests.measuring.visit import PHONE
from tests.people import let_in

CAPTURES = Path(__file__).parent / "captures"

pytestmark = pytest.mark.browser


def test_an_upload_is_read_by_itself_and_reviewed_line_by_line(site: str, tab: Page):
    let_in(tab.context, site, "admin")
    tab.goto(f"{site}/admin/legacy/captures/new/")
    tab.set_input_files("input[type=file]", sorted(CAPTURES.glob("*.txt")))
    tab.click(".legacy-narrow button")
    expect(tab.locator("progress")).to_have_attribute("value", "5")
    expect(tab.locator("[data-legacy-progress]")).to_have_count(0)
    tab.click(".legacy-results tr:has-text('brochure.txt') a")
    expect(tab.locator(".legacy-lines > li").nth(100)).to_be_attached()
    assert axe_findings(tab, within="main") == []
    tab.set_viewport_size(PHONE)
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
