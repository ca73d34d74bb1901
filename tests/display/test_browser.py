"""Text settings and the language switch in a real browser."""

from itertools import cycle

import pytest
from playwright.sync_api import Browser, Page, expect

from mep_site.display.preferences import Colours, Preferences, Size, Spacing
from news.models import NewsArticle
from tests.measuring.places import CODES, PAGE_TYPES, address, in_every_language
from tests.measuring.tools import ONLY_COLOURS, axe_findings
from tests.measuring.visit import DESKTOP, NARROW, seen_as

pytestmark = pytest.mark.browser

LOOK = "e => [getComputedStyle(e).backgroundColor, parseFloat(getComputedStyle(e).fontSize)]"
CHOSEN_COLOURS = [colours for colours in Colours if colours != Colours.DEVICE]
DEVICES = [("more", "light"), ("more", "dark"), ("no-preference", "dark")]
LONG_PAGE = "/about/responsibilities/"
# A little longer than the module waits before it counts a place as being read.
READING = 2300


def cookie(site: str, preferences: Preferences) -> dict[str, str]:
    return {"name": "display", "value": preferences.to_cookie(), "url": site}


def look(page: Page) -> tuple[str, float]:
    """The background and the size of text, once every style sheet has come."""
    page.wait_for_load_state()
    return tuple(page.locator("body").evaluate(LOOK))


def test_settings_hold_on_every_page_without_script(site, chromium):
    context = chromium.new_context(java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    article = in_every_language(NewsArticle)
    page.goto(site + address(article, "en"))
    usual = look(page)
    page.get_by_role("link", name="Accessibility settings").click()
    page.get_by_label("Largest").check()
    page.get_by_label("White on black").check()
    page.get_by_label("Русский").check()
    page.get_by_role("button", name="Save").click()
    expect(page).to_have_url(site + address(article, "en"))
    assert look(page) == ("rgb(0, 0, 0)", 2 * usual[1])
    page.goto(f"{site}/zh-hans/")
    assert look(page) == ("rgb(0, 0, 0)", 2 * usual[1])
    page.emulate_media(media="print")
    assert look(page)[0] == "rgb(255, 255, 255)", "Paper is white."
    page.emulate_media(media="screen")
    page.goto(f"{site}/")
    expect(page).to_have_url(f"{site}/ru/")
    page.get_by_role("link", name="Версия для слабовидящих").click()
    page.get_by_role("button", name="Вернуть обычные настройки").click()
    expect(page).to_have_url(f"{site}/ru/")
    assert look(page) == usual
    context.close()


@pytest.mark.parametrize("code", CODES)
def test_no_page_scrolls_sideways_on_a_phone_at_twice_the_size(code, site, chromium):
    context = chromium.new_context(viewport=NARROW)
    context.add_cookies([cookie(site, Preferences(Size.LARGEST, Spacing.WIDEST))])
    page = context.new_page()
    urls = [address(in_every_language(model), code) for model in PAGE_TYPES]
    widths = {}
    for url in [*urls, f"/{code}/display/", f"/{code}/search/?q=2019", f"/{code}/none/"]:
        page.goto(site + url)
        widths[url] = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert {url: width for url, width in widths.items() if width > NARROW["width"]} == {}


def test_axe_finds_nothing_in_any_colours(axe, site, tab):
    """Colours are the same in all languages, of which each pair of colours meets one."""
    found = {}
    for colours, code in zip(CHOSEN_COLOURS, cycle(CODES), strict=False):
        tab.context.add_cookies([cookie(site, Preferences(colours=colours))])
        for url in (f"/{code}/display/", address(in_every_language(NewsArticle), code)):
            tab.goto(site + url)
            found[colours, url] = axe_findings(tab, rules=ONLY_COLOURS)
    assert {at: findings for at, findings in found.items() if findings} == {}


def test_axe_finds_nothing_with_the_preferences_of_a_device(axe, site, tab):
    tab.goto(f"{site}/en/")
    found = {}
    for contrast, scheme in DEVICES:
        with seen_as(tab, contrast=contrast, color_scheme=scheme):
            found[contrast, scheme] = axe_findings(tab, rules=ONLY_COLOURS)
    assert found == {device: [] for device in DEVICES}


def test_in_forced_colours_only_the_current_section_is_underlined(site, chromium):
    context = chromium.new_context(viewport=DESKTOP, forced_colors="active")
    page = context.new_page()
    page.goto(site + address(in_every_language(NewsArticle), "en"))
    colours = page.locator(".main-menu a").evaluate_all(
        "all => all.map(a => [a.hasAttribute('aria-current'),"
        " getComputedStyle(a).borderBlockEndColor])"
    )
    context.close()
    marked = {colour for is_current, colour in colours if is_current}
    unmarked = {colour for is_current, colour in colours if not is_current}
    assert (len(marked), unmarked) == (1, {"rgb(255, 255, 255)"})
    assert not marked & unmarked


def test_the_switch_leads_to_the_paragraph_that_is_being_read(site, tab):
    tab.goto(f"{site}/en{LONG_PAGE}")
    passage = tab.locator("main .part[id]").last
    place = passage.get_attribute("id")
    passage.evaluate("e => e.scrollIntoView({block: 'start', behavior: 'instant'})")
    tab.wait_for_timeout(READING)
    tab.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    tab.locator(".language-switch").get_by_role("link", name="Русский").click()
    expect(tab).to_have_url(f"{site}/ru{LONG_PAGE}#{place}")
    expect(tab.locator(f"#{place}")).to_be_in_viewport()


def test_the_switch_keeps_the_anchor_and_the_query(site, tab):
    tab.goto(f"{site}/en{LONG_PAGE}?x=1#contents")
    tab.locator(".language-switch").get_by_role("link", name="Русский").click()
    expect(tab).to_have_url(f"{site}/ru{LONG_PAGE}?x=1#contents")


def test_a_page_that_was_not_scrolled_opens_at_its_top(site, tab):
    tab.goto(f"{site}/en{LONG_PAGE}")
    tab.locator(".language-switch").get_by_role("link", name="Русский").click()
    expect(tab).to_have_url(f"{site}/ru{LONG_PAGE}")


def test_the_switch_is_remembered_at_the_bare_domain_and_nowhere_else(site: str, tab: Page):
    tab.goto(f"{site}/")
    expect(tab).to_have_url(f"{site}/en/")
    tab.locator(".language-switch").get_by_role("link", name="Русский").click()
    expect(tab).to_have_url(f"{site}/ru/")
    (kept,) = tab.context.cookies()
    assert (kept["name"], kept["value"], kept["sameSite"]) == ("django_language", "ru", "Lax")
    tab.goto(f"{site}/")
    expect(tab).to_have_url(f"{site}/ru/")
    article = address(in_every_language(NewsArticle), "en")
    tab.goto(site + article)
    expect(tab).to_have_url(site + article)


@pytest.mark.parametrize(("code", "mark"), [("zh-Hans", "“"), ("en", "“"), ("ru", "«")])
def test_quotation_marks_and_hyphens_are_those_of_the_text(code, mark, site, chromium: Browser):
    """On a page in another language too."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{site}/{'en' if code == 'ru' else 'ru'}/")
    style = page.evaluate(
        "lang => { const q = document.createElement('blockquote'); q.lang = lang;"
        " document.querySelector('main').append(q); const s = getComputedStyle(q);"
        " return [s.quotes, s.hyphens, s.lineBreak] }",
        code,
    )
    context.close()
    assert style[0].startswith(f'"{mark}"')
    assert style[1] == ("auto" if code == "ru" else "manual")
    assert code != "zh-Hans" or style[2] == "strict"
