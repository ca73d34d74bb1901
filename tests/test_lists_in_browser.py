"""Filtered lists in a real browser: without script, on a phone, by the rules of accessibility."""

import pytest
from playwright.sync_api import expect

from news.models import ActivityOverview, NewsIndex

from .measuring.places import CODES, address
from .measuring.tools import axe_findings
from .measuring.visit import DESKTOP, NARROW

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("query", ["?topic=water&year=2019", "?topic=nonsense"])
def test_a_filtered_list_fits_and_breaks_no_rule(query, axe, site, tab):
    tab.set_viewport_size(NARROW)
    widths, found = {}, {}
    for code in CODES:
        tab.goto(site + address(ActivityOverview.objects.get(), code) + query)
        tab.locator(".filters summary").click()
        widths[code] = tab.evaluate("document.documentElement.scrollWidth")
        found[code] = axe_findings(tab)
    assert max(widths.values()) <= NARROW["width"], widths
    assert found == {code: [] for code in CODES}


def test_a_visitor_filters_without_script(site, chromium):
    context = chromium.new_context(java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    page.goto(site + address(NewsIndex.objects.get(), "en"))
    page.get_by_label("Topic").select_option("nature")
    page.get_by_label("Country").select_option("RU")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("News · Nature · Russia")
    expect(page.locator("main .entry")).to_have_count(1)
    page.get_by_role("link", name="Remove all filters").click()
    expect(page).to_have_url(site + address(NewsIndex.objects.get(), "en"))
    context.close()


def test_the_form_is_folded_on_a_phone_only(site, chromium):
    context = chromium.new_context(viewport=NARROW)
    page = context.new_page()
    page.goto(site + address(NewsIndex.objects.get(), "en"))
    expect(page.get_by_label("Topic")).to_be_hidden()
    page.get_by_text("Filter the list").click()
    expect(page.get_by_label("Topic")).to_be_visible()
    page.set_viewport_size(DESKTOP)
    page.reload()
    expect(page.get_by_label("Topic")).to_be_visible()
    context.close()
