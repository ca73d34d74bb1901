"""The search in a real browser: titles while somebody types, and no barrier on the page."""

import pytest
from playwright.sync_api import Page, expect

from tests.measuring.tools import axe_findings
from tests.measuring.visit import NARROW

pytestmark = pytest.mark.browser


def test_titles_are_chosen_with_the_keyboard(site: str, tab: Page):
    tab.goto(f"{site}/en/")
    field = tab.get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("wat")
    options = tab.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    chosen = field.get_attribute("aria-activedescendant")
    assert options.first.get_attribute("id") == chosen
    assert axe_findings(tab) == []
    field.press("Escape")
    expect(options).to_have_count(0)
    field.press("Enter")
    expect(tab).to_have_url(f"{site}/en/search/?q=wat")


def test_a_title_leads_to_its_page(site: str, tab: Page):
    tab.goto(f"{site}/zh-hans/")
    field = tab.get_by_role("combobox")
    field.press_sequentially("环境监")
    option = tab.get_by_role("option").first
    expect(option).to_be_visible()
    title = option.text_content()
    field.press("ArrowDown")
    field.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_contain_text(title)


@pytest.mark.parametrize(
    "address", ["zh-hans/search/?q=环境", "en/search/?q=SCO", "ru/search/?q=казахстн"]
)
def test_the_search_page_is_no_barrier(address: str, site: str, tab: Page):
    tab.goto(f"{site}/{address}")
    for details in tab.locator(".narrowing summary").all():
        details.click()
    assert axe_findings(tab) == []
    tab.set_viewport_size(NARROW)
    assert tab.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
