"""The search in a real browser: titles while somebody types, and no barrier on the page."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.measuring.tools import axe_findings
from tests.measuring.visit import NARROW, seen_as

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


def test_nothing_is_suggested_or_sent_while_pinyin_is_composed(site: str, tab: Page):
    tab.goto(f"{site}/zh-hans/")
    asked = []
    tab.on("request", lambda request: asked.append(unquote(request.url)))
    field = tab.get_by_role("combobox")
    field.focus()
    keyboard = tab.context.new_cdp_session(tab)
    for typed in ("h", "hu", "huan"):
        keyboard.send(
            "Input.imeSetComposition",
            {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)},
        )
    tab.wait_for_timeout(400)
    assert not [url for url in asked if "suggestions" in url]
    expect(field).to_have_attribute("aria-expanded", "false")
    keyboard.send("Input.insertText", {"text": "环境"})
    expect(tab.get_by_role("option").first).to_be_visible()
    assert [url for url in asked if "suggestions" in url] == [
        f"{site}/zh-hans/search/suggestions/?q=环境"
    ]


def test_a_late_answer_does_not_open_a_list_that_was_left(site: str, tab: Page):
    tab.goto(f"{site}/en/")
    field = tab.get_by_role("combobox")
    field.press_sequentially("wat")
    with tab.expect_response(lambda response: "suggestions" in response.url):
        field.blur()
    expect(tab.get_by_role("option")).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")


def test_a_title_is_chosen_with_the_mouse(site: str, tab: Page):
    tab.goto(f"{site}/en/")
    tab.get_by_role("combobox").press_sequentially("glossa")
    option = tab.get_by_role("option").first
    option.dispatch_event("pointerdown")
    expect(option).to_be_visible()
    option.click()
    expect(tab).to_have_url(f"{site}/en/services/glossary/")


def test_the_search_page_is_no_barrier(axe: None, site: str, tab: Page):
    widths, found = {}, {}
    for address in (
        "zh-hans/search/?q=环境",
        "zh-hans/search/?q=发现有人偷排污水怎么办",
        "en/search/?q=SCO",
        "en/search/?q=kazahstan+cooperation",
        "en/search/?q=water&year=1999&section=999999",
        "ru/search/?q=казахстн",
        "ru/search/",
    ):
        tab.goto(f"{site}/{address}")
        for details in tab.locator(".narrowing summary").all():
            details.click()
        found[address] = axe_findings(tab)
        with seen_as(tab, NARROW):
            widths[address] = tab.evaluate("document.documentElement.scrollWidth")
    assert {address: findings for address, findings in found.items() if findings} == {}
    assert max(widths.values()) <= NARROW["width"], widths
