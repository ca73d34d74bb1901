"""A translator's hours in the workspace, by keyboard alone, in a real browser."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect

from mep_site.accounts.obligation import needs_second_factor
from mep_site.translations.content.content import Content
from news.models import NewsArticle, NewsIndex

from ..admin_forms import edit_url
from ..measuring.places import address
from ..measuring.tools import axe_findings
from ..measuring.visit import DESKTOP, PHONE
from ..people import KEY, Person, is_autosave
from ..signing_in import PASSWORDS, new_code
from ..translations.steps import CHINESE, RUSSIAN, paragraphs, pinned_page, save

pytestmark = pytest.mark.browser

CURRENT = ".unit--current"
AIDS = "[data-aids] .aid--comments"
# The most controls that one has to pass to reach another.
FAR = 150


@pytest.fixture
def article(site: str, django_db_blocker: object) -> Iterator[NewsArticle]:
    """An article that is public in Chinese and in Russian, which translates it."""
    with django_db_blocker.unblock():
        new = NewsArticle(
            title_zh_hans="清洁取暖",
            title_ru="Чистое отопление",
            slug="clean-heating",
            body_zh_hans=paragraphs("第{}段有<b>三</b>个站。"),
            body_ru=paragraphs("В абзаце {} три станции."),
        )
        NewsIndex.objects.first().add_child(instance=new)
        yield pinned_page(new)
        NewsArticle.objects.get(pk=new.pk).delete()


def tab_to(tab: Page, selector: str, key: str = "Tab") -> None:
    """Press a key until the focus is on what is looked for."""
    is_there = f"document.activeElement.matches({selector!r})"
    for _ in range(FAR):
        if tab.evaluate(is_there):
            return
        tab.keyboard.press(key)
    pytest.fail(f"{selector} is not reached by {key}")


def enter(tab: Page, selector: str) -> None:
    """Go to a link or a button by the keyboard, press Enter, and wait for the next page."""
    tab_to(tab, selector)
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    tab.wait_for_load_state("networkidle")


def sign_in(tab: Page, site: str, username: str) -> Person:
    """Sign in by the keyboard; the admin's first page is there then."""
    user = User.objects.get(username=username)
    code = new_code(user) if needs_second_factor(user) else ""
    tab.goto(f"{site}/admin/")
    tab_to(tab, "#id_login")
    tab.keyboard.type(username)
    tab.keyboard.press("Tab")
    tab_to(tab, "#id_password")
    tab.keyboard.type(PASSWORDS[username])
    tab.keyboard.press("Enter")
    if code:
        expect(tab.locator("#id_code")).to_be_visible()
        tab_to(tab, "#id_code")
        tab.keyboard.type(code)
        tab.keyboard.press("Enter")
    tab.wait_for_url(f"{site}/admin/")
    tab.wait_for_load_state("networkidle")
    return Person(tab, site)


def open_units(tab: Page) -> None:
    """To the first open text; its help has arrived then."""
    tab.keyboard.press("F8")
    expect(tab.locator(AIDS)).to_be_visible(timeout=10_000)


def russian(page: NewsArticle) -> list[str]:
    """The Russian paragraphs of the newest draft."""
    draft = NewsArticle.objects.get(pk=page.pk).get_latest_revision_as_object()
    texts = Content.of(draft).texts(RUSSIAN)
    return [text for unit, text in texts.items() if unit.startswith("body.")]


def fresh(chromium: Browser) -> Page:
    return chromium.new_context(viewport=DESKTOP, locale="en-GB").new_page()


def test_from_a_change_of_the_chinese_to_the_russian_in_public_by_keyboard_alone(
    article, site, chromium
):
    tabs = {name: fresh(chromium) for name in ("publisher", "russian", "visitor")}
    editor, translator = tabs["publisher"], tabs["russian"]
    sign_in(editor, site, "publisher")
    Person(editor, site).opens(edit_url(article, "zh-hans"))
    tab_to(editor, "#id_title_zh_hans")
    editor.keyboard.press("End")
    editor.keyboard.type("五站", delay=KEY)
    tab_to(editor, "[role=tab]", "Shift+Tab")
    editor.keyboard.press("End")
    # Wagtail moves the focus a moment after the panel.
    expect(editor.locator("[role=tab]").last).to_be_focused()
    tab_to(editor, "[name=change_kind]")
    editor.keyboard.press("Space")
    tab_to(editor, "[name=change_kind][value=material]", "ArrowDown")
    tab_to(editor, ".footer__container .w-dropdown__toggle")
    editor.keyboard.press("Enter")
    enter(editor, "button[name=action-publish]")

    sign_in(translator, site, "russian")
    enter(translator, f"a[href*='/pages/{article.pk}/edit/']")
    open_units(translator)
    expect(translator.locator(CURRENT)).to_contain_text("五站")
    translator.keyboard.press("End")
    translator.keyboard.type(": пять станций", delay=KEY)
    translator.keyboard.press("Control+Enter")
    expect(translator.locator("button[name=action-submit-translation]")).to_be_focused()
    with translator.expect_navigation():
        translator.keyboard.press("Enter")

    editor.goto(f"{site}/admin/")
    enter(editor, f"a[href*='/pages/{article.pk}/edit/']")
    editor.keyboard.press("F8")
    expect(editor.locator("button[name=action-publish]")).to_be_focused()
    with editor.expect_navigation():
        editor.keyboard.press("Enter")

    visitor = tabs["visitor"]
    visitor.goto(site + address(article, "ru"))
    expect(visitor.locator("h1")).to_have_text("Чистое отопление: пять станций")
    freshness = visitor.locator("meta[name=translation-freshness]")
    expect(freshness).to_have_attribute("content", "current")
    for tab in tabs.values():
        tab.context.close()


def test_what_was_typed_without_a_session_is_offered_after_signing_in(article, site, chromium):
    translator = Person.is_signed_in(
        chromium.new_context(viewport=DESKTOP, locale="en-GB"), site, "russian"
    )
    translator.opens(edit_url(article, "ru"))
    tab = translator.tab
    tab.on("dialog", lambda dialog: dialog.accept())
    row = tab.locator(".unit:has(.public-DraftEditor-content)").first
    row.locator(".public-DraftEditor-content").click()
    tab.context.clear_cookies()
    tab.keyboard.press("Control+End")
    tab.keyboard.type(" Не потерять!", delay=KEY)
    tab.wait_for_timeout(600)
    tab.reload()
    tab.fill("#id_login", "russian")
    tab.fill("#id_password", PASSWORDS["russian"])
    with tab.expect_navigation():
        tab.press("#id_password", "Enter")
    notice = tab.locator(".workspace__kept")
    expect(notice).to_be_visible()
    assert "потерять" not in " ".join(russian(article))
    with tab.expect_response(is_autosave):
        notice.locator("[data-put-back]").press("Enter")
    tab.wait_for_timeout(600)
    assert "Не потерять!" in russian(article)[0]
    assert tab.evaluate("sessionStorage.length") == 0
    tab.context.close()


def test_nothing_is_lost_when_the_chinese_or_another_tab_changes_underneath(
    article, site, chromium
):
    translator = Person.is_signed_in(
        chromium.new_context(viewport=DESKTOP, locale="en-GB"), site, "russian"
    )
    other = translator.another_tab()
    for person in (translator, other):
        person.opens(edit_url(article, "ru"))
    save(article, CHINESE, kind="material", title_zh_hans="清洁取暖新规").publish()
    title = "[name='unit·title']"
    translator.types_and_rests(title, " сегодня")
    expect(translator.tab.locator("#units-news a")).to_have_count(1)
    draft = NewsArticle.objects.get(pk=article.pk).get_latest_revision_as_object()
    assert (draft.title_zh_hans, draft.title_ru) == ("清洁取暖新规", "Чистое отопление сегодня")
    other.types_and_rests(title, " завтра")
    expect(other.tab.locator(".form-notice--conflict")).to_be_visible()
    expect(other.tab.locator(title)).to_have_value("Чистое отопление завтра")
    assert "завтра" in other.tab.evaluate("JSON.stringify(sessionStorage)")
    translator.tab.context.close()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_in_the_workspace(article, site, chromium, axe, viewport):
    person = Person.is_signed_in(
        chromium.new_context(viewport=viewport, locale="en-GB"), site, "russian"
    )
    person.opens(edit_url(article, "ru"))
    row = person.tab.locator(".unit:has(.public-DraftEditor-content)").first
    row.locator(".public-DraftEditor-content").click()
    person.tab.keyboard.press("F2")
    expect(person.tab.locator(AIDS)).to_be_visible(timeout=10_000)
    person.tab.locator(".comment-new summary").press("Enter")
    assert axe_findings(person.tab) == []
    person.tab.context.close()
