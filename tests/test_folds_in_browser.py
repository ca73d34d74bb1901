"""What folds away on a phone: opened and closed by hand and by key, with script and without."""

import pytest
from playwright.sync_api import Page, expect

from mep_site.translations.languages import get_language
from news.models import NewsArticle

from .measuring.places import CODES, address, in_every_language
from .measuring.visit import DESKTOP, PHONE

pytestmark = pytest.mark.browser

SEARCH_BOX = "e => { const box = e.getBoundingClientRect(); return [box.x, box.y, box.width]; }"


@pytest.fixture
def phone(tab: Page) -> Page:
    tab.set_viewport_size(PHONE)
    return tab


def test_the_language_switch_never_moves_the_search_box(site, tab):
    article = in_every_language(NewsArticle)
    absent = NewsArticle.objects.published().not_in_language(get_language("ru")).first()
    places = [address(article, code) for code in CODES] + [address(absent, "ru")]
    for size, open_fold in ((DESKTOP, False), (PHONE, True)):
        tab.set_viewport_size(size)
        found = set()
        for place in places:
            tab.goto(site + place)
            if open_fold:
                tab.locator(".search-fold summary").click()
            found.add(tuple(tab.locator(".search-fold .search-form").evaluate(SEARCH_BOX)))
        assert len(found) == 1, found


def test_a_phone_without_script_opens_the_menu_and_the_search(site, chromium):
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/ru/")
    menu, search = page.locator(".main-menu"), page.locator(".search-fold").get_by_role("searchbox")
    expect(menu).to_be_hidden()
    page.locator(".menu-fold summary").click()
    expect(menu).to_be_visible()
    expect(page.locator(".menu-fold").get_by_text("Версия для слабовидящих")).to_be_visible()
    page.locator(".search-fold summary").press("Enter")
    expect(search).to_be_visible()
    expect(page.locator(".hot-keywords")).to_be_visible()
    context.close()


def test_escape_folds_the_menu_and_keeps_the_place(site, phone):
    phone.goto(f"{site}/en/")
    summary = phone.locator(".menu-fold summary")
    summary.press("Enter")
    phone.keyboard.press("Tab")
    expect(phone.locator(".main-menu a").first).to_be_focused()
    phone.keyboard.press("Escape")
    expect(phone.locator(".main-menu")).to_be_hidden()
    expect(summary).to_be_focused()


def test_a_wide_screen_shows_all_of_it(site, tab):
    tab.goto(f"{site}/en/news/")
    for part in (".main-menu", ".settings-link", ".hot-keywords", ".filters form"):
        expect(tab.locator(part)).to_be_visible()
    expect(tab.locator(".fold > summary").first).to_be_hidden()


@pytest.mark.parametrize(("size", "is_open"), [(DESKTOP, True), (PHONE, False)])
def test_a_script_unfolds_where_style_sheets_cannot(size, is_open, site, tab):
    tab.add_init_script("CSS.supports = () => false")
    tab.set_viewport_size(size)
    tab.goto(f"{site}/en/news/")
    tab.wait_for_load_state("networkidle")
    opened = tab.locator(".fold").evaluate_all("folds => folds.map(fold => fold.open)")
    assert set(opened) == {is_open}


def test_the_notice_of_precedence_is_one_line_that_opens(site, phone):
    article = in_every_language(NewsArticle)
    for code in ("en", "ru"):
        phone.goto(site + address(article, code))
        notice = phone.locator(".precedence-notice")
        closed = notice.bounding_box()["height"]
        assert closed < 3 * 16
        notice.locator("summary").click()
        expect(notice.locator("a[hreflang='zh-Hans']")).to_be_visible()
        expect(notice.locator(".parallel-offers")).to_be_visible()
