"""Parallel reading and the addresses of passages in a real browser."""

import re
from itertools import cycle

import pytest
from playwright.sync_api import Page, expect

from cooperation.models import Programme
from departments.models import Department, Institution, Leader
from mep_site.pages.models import ContactPage, StandardPage
from news.models import NewsArticle, PolicyArticle

from .measuring.places import CODES, address, in_every_language
from .measuring.tools import axe_findings
from .measuring.visit import DESKTOP, NARROW, seen_as

pytestmark = pytest.mark.browser

MODELS = [
    Programme,
    Department,
    Institution,
    Leader,
    ContactPage,
    StandardPage,
    NewsArticle,
    PolicyArticle,
]


def beside(page: object, code: str) -> str:
    """The address of a page beside the language that follows its own."""
    other = CODES[(CODES.index(code) + 1) % len(CODES)]
    return f"{address(page, code)}?with={other}"


def text_of_first_pair(tab: Page) -> list[dict[str, float]]:
    """Where the halves of the first passage stand."""
    halves = tab.locator(".pair.part").first.locator(".half")
    return [halves.nth(number).bounding_box() for number in range(2)]


def test_parallel_reading_fits_in_every_language(site: str, tab: Page):
    too_wide = []
    for url in (beside(in_every_language(model), code) for model in MODELS for code in CODES):
        tab.goto(site + url)
        for size in (DESKTOP, NARROW):
            with seen_as(tab, size):
                width = tab.evaluate("document.documentElement.scrollWidth")
            too_wide += [(url, width)] if width > size["width"] else []
    assert too_wide == []


def test_parallel_reading_breaks_no_rule(axe: None, site: str, tab: Page):
    """No word can break one, so each type is looked at in one language, by turns."""
    found = {}
    for model, code in zip(MODELS, cycle(CODES), strict=False):
        tab.goto(site + beside(in_every_language(model), code))
        for size in (DESKTOP, NARROW):
            with seen_as(tab, size):
                found[model, size["width"]] = axe_findings(tab)
    assert {at: findings for at, findings in found.items() if findings} == {}


def test_the_texts_stand_side_by_side_on_a_screen_and_on_paper_and_stacked_on_a_phone(
    site, chromium
):
    context = chromium.new_context(viewport=DESKTOP, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(site + beside(in_every_language(NewsArticle), "en"))
    left, right = text_of_first_pair(tab)
    assert left["x"] + left["width"] <= right["x"]
    assert left["y"] == right["y"]
    tab.set_viewport_size(NARROW)
    upper, lower = text_of_first_pair(tab)
    assert upper["y"] + upper["height"] <= lower["y"]
    tab.set_viewport_size({"width": 700, "height": 1000})
    tab.emulate_media(media="print")
    left, right = text_of_first_pair(tab)
    assert left["x"] + left["width"] <= right["x"]
    expect(tab.locator(".part-link").first).to_be_hidden()
    expect(tab.locator(".parallel-links")).to_be_hidden()
    context.close()


def test_each_script_has_its_own_type(site, tab):
    tab.goto(site + beside(in_every_language(NewsArticle), "ru"))
    own, chinese = (
        tab.locator(f".pair.part .half[lang={tag}] p").first.evaluate(
            "p => { const s = getComputedStyle(p); return [s.fontFamily, s.hyphens, s.lineHeight] }"
        )
        for tag in ("ru", "zh-Hans")
    )
    assert "PingFang" in chinese[0]
    assert "PingFang" not in own[0].split(",")[0]
    assert (own[1], chinese[1]) == ("auto", "manual")
    assert float(chinese[2].removesuffix("px")) > float(own[2].removesuffix("px"))


def test_the_link_of_a_passage_comes_with_pointer_or_keyboard_and_leads_to_it(site, tab):
    tab.goto(site + address(in_every_language(NewsArticle), "en"))
    part = tab.locator(".part").nth(1)
    link = part.locator("> .part-link")
    expect(part.locator("> .part-report")).to_be_hidden()
    expect(link).to_have_css("opacity", "0")
    part.hover()
    expect(link).to_have_css("opacity", "1")
    tab.mouse.move(0, 0)
    expect(link).to_have_css("opacity", "0")
    tab.locator(".part").nth(0).locator("> .part-link").focus()
    for _ in range(10):
        tab.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(link).to_have_css("opacity", "1")
    tab.keyboard.press("Enter")
    expect(part.locator("> .part-report")).to_be_visible()
    identifier = part.get_attribute("id")
    expect(tab).to_have_url(re.compile(f"#{identifier}$"))
    expect(tab.locator(":target")).to_have_id(identifier)
    expect(tab.locator(":target")).to_be_in_viewport()


def test_a_passage_is_found_in_every_language_and_in_parallel_reading(site, tab):
    article = in_every_language(NewsArticle)
    tab.goto(site + address(article, "en"))
    identifier = tab.locator(".part").nth(1).get_attribute("id")
    for code in CODES:
        for url in (address(article, code), beside(article, code)):
            tab.goto(f"{site}{url}#{identifier}")
            expect(tab.locator(":target")).to_have_id(identifier)


def test_a_reader_of_a_translation_comes_to_parallel_reading_and_back(site, tab):
    article = in_every_language(NewsArticle)
    tab.goto(site + address(article, "ru"))
    tab.get_by_role("link", name="Читать параллельно с китайским текстом").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(article.title_ru)
    expect(tab.locator(".companion-title")).to_have_text(article.title_zh_hans)
    tab.get_by_role("link", name="Поменять языки местами").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(article.title_zh_hans)
    tab.get_by_role("link", name="仅显示中文文本").click()
    expect(tab).to_have_url(site + address(article, "zh-hans"))
