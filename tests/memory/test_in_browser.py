"""The memory in a real browser: a search, a file that is looked at and added, nothing for axe."""

import os

import pytest
from playwright.sync_api import Page, expect

from mep_site.memory.models import MemoryImport
from tests.measuring.tools import axe_findings
from tests.measuring.visit import DESKTOP, PHONE
from tests.people import let_in

from .test_tmx import tmx, unit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FILE = {"name": "from-elsewhere.tmx", "mimeType": "text/xml"}


def looks_right(tab: Page, name: str) -> None:
    """No finding of axe, and nothing beside the screen of a phone."""
    tab.wait_for_load_state("networkidle")
    tab.locator("main").wait_for()
    assert axe_findings(tab, within="main") == []
    for width, size in (("wide", DESKTOP), ("narrow", PHONE)):
        tab.set_viewport_size(size)
        if folder := os.environ.get("PICTURES"):
            tab.wait_for_timeout(500)
            tab.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    tab.set_viewport_size(DESKTOP)


def test_a_file_is_looked_at_added_and_searched(site: str, tab: Page):
    let_in(tab.context, site, "publisher")
    tab.goto(f"{site}/admin/memory-imports/add/")
    tab.set_input_files("input[type=file]", {**FILE, "buffer": tmx(unit(), unit(source="de"))})
    looks_right(tab, "upload")
    tab.click("main form button")
    expect(tab.locator("main")).to_contain_text("A sentence from elsewhere")
    looks_right(tab, "file")
    tab.click("main form button")
    tab.goto(f"{site}/admin/memory-imports/")
    looks_right(tab, "files")
    tab.goto(f"{site}/admin/memory/")
    looks_right(tab, "list")
    tab.locator("main #id_q, header #id_q").first.fill("外来的")
    expect(tab.locator("main tbody tr")).to_have_count(1)
    expect(tab.locator("main tbody")).to_contain_text("from-elsewhere.tmx")
    tab.click("main tbody a[href*='take-out']")
    looks_right(tab, "take-out")
    tab.click("main form button")
    MemoryImport.objects.all().delete()
