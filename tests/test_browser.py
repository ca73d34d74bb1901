"""The site in a real browser: visitors read it, editors and translators work in it."""

import pytest
from playwright.sync_api import Page, expect

from news.models import NewsArticle, NewsIndex

from .admin_forms import done, edit_url, unit
from .measuring.places import address, in_every_language
from .measuring.visit import DESKTOP, faults_of
from .people import Person, let_in

pytestmark = pytest.mark.browser


def test_a_mark_leads_to_its_passage(site, tab):
    article = NewsArticle.objects.get(slug="open-days-on-world-environment-day")
    tab.goto(site + address(article, "en"))
    tab.locator(".marked .change-mark a").click()
    passage = tab.locator(".passage:target")
    expect(passage).to_be_in_viewport()
    expect(passage.locator("ins").first).to_be_visible()


def test_a_visitor_switches_the_language_of_this_page(site, tab):
    article = in_every_language(NewsArticle)
    tab.goto(site + address(article, "en"))
    tab.get_by_role("link", name="Русский").first.click()
    expect(tab).to_have_url(site + address(article, "ru"))
    expect(tab.get_by_role("heading", level=1)).to_have_text(article.title_ru)


def test_a_visitor_searches_without_script(site, chromium):
    article = in_every_language(NewsArticle)
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/zh-hans/")
    page.get_by_role("searchbox").fill(article.title_zh_hans)
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("main").get_by_role("link", name=article.title_zh_hans).click()
    expect(page).to_have_url(site + address(article, "zh-hans"))
    context.close()


def test_the_keyboard_reaches_the_content_first(site, tab):
    article = in_every_language(NewsArticle)
    tab.goto(site + address(article, "en"))
    tab.keyboard.press("Tab")
    skip_link = tab.locator(":focus")
    expect(skip_link).to_be_in_viewport()
    skip_link.press("Enter")
    expect(tab).to_have_url(site + address(article, "en") + "#content")


def test_an_article_goes_from_the_editor_to_the_visitor(site, chromium):
    index = in_every_language(NewsIndex)
    editor, publisher = (
        Person.is_signed_in(chromium.new_context(viewport=DESKTOP), site, username).tab
        for username in ("editor", "publisher")
    )
    faults = faults_of(editor)
    editor.goto(f"{site}/admin/pages/add/news/newsarticle/{index.pk}/")
    editor.locator("#id_title_zh_hans").fill("浏览器测试：水站开放日")
    editor.locator("#id_summary_zh_hans").fill("公众可以参观水质自动监测站。")
    expect(editor.locator("#id_title_en")).to_have_count(0)
    assert faults == []
    editor.get_by_role("button", name="保存草稿").click()
    editor.wait_for_url(f"{site}/admin/pages/*/edit/?language=zh-hans")
    article = NewsArticle.objects.get(title_zh_hans="浏览器测试：水站开放日")
    try:
        assert (article.live, article.slug) == (False, "liu-lan-qi-ce-shi-shui-zhan-kai")
        publish(publisher, f"{site}{edit_url(article, 'zh-hans')}")
        publisher.goto(f"{site}{edit_url(article, 'zh-hans')}")
        publisher.locator(".edition-bar").get_by_role("link", name="English").click()
        publisher.locator(f"[name='{unit('title')}']").fill("Open day at a water station")
        publisher.locator(f"[name='{unit('summary')}']").fill("The public may visit a station.")
        for name in ("title", "summary"):
            publisher.locator(f"[name='{done(name)}']").check()
        publish(publisher)
        publisher.goto(f"{site}/en/news/{article.slug}/")
        expect(publisher.get_by_role("heading", level=1)).to_have_text(
            "Open day at a water station"
        )
    finally:
        NewsArticle.objects.get(pk=article.pk).delete()
        editor.context.close()
        publisher.context.close()


def publish(page: Page, url: str = "") -> None:
    """Press the button; at this address if one is given."""
    if url:
        page.goto(url, wait_until="networkidle")
    page.get_by_role("button", name="更多动作").click()
    page.get_by_role("button", name="发布", exact=True).click()
    page.wait_for_url("**/admin/pages/*/")


def test_a_translator_finds_their_language_and_no_other(site, tab):
    let_in(tab.context, site, "russian")
    tab.goto(f"{site}{edit_url(in_every_language(NewsArticle))}")
    expect(tab.locator(f"[name='{unit('title')}']")).to_be_visible()
    for column in ("title_zh_hans", "title_en", "date", "slug"):
        expect(tab.locator(f"#id_{column}")).to_have_count(0)
    expect(tab.locator(".edition-bar").get_by_role("link")).to_have_count(0)


def test_two_people_write_two_languages_and_both_are_saved(site, chromium):
    article = in_every_language(NewsArticle)
    editor, translator = (
        Person.is_signed_in(chromium.new_context(viewport=DESKTOP), site, username).tab
        for username in ("editor", "english")
    )
    faults = [faults_of(editor), faults_of(translator)]
    titles = {"title_zh_hans": article.title_zh_hans, "title_en": article.title_en}
    for page in (editor, translator):
        page.goto(f"{site}{edit_url(article)}", wait_until="networkidle")
    # What is typed before Wagtail's script has looked at the form counts as there all along.
    translator.wait_for_timeout(3000)
    try:
        for turn in range(3):
            translator.locator(f"[name='{unit('title')}']").fill(f"Written by one {turn}")
            editor.locator("#id_title_zh_hans").fill(f"另一人所写 {turn}")
            expect_draft(translator, article, "title_en", f"Written by one {turn}")
            expect_draft(editor, article, "title_zh_hans", f"另一人所写 {turn}")
        assert faults == [[], []]
    finally:
        draft = NewsArticle.objects.get(pk=article.pk).get_latest_revision_as_object()
        for column, title in titles.items():
            setattr(draft, column, title)
        draft.save_revision()
        editor.context.close()
        translator.context.close()


def drafted(article: NewsArticle, column: str) -> str:
    """What the newest draft has in a column."""
    stored = NewsArticle.objects.get(pk=article.pk)
    return getattr(stored.get_latest_revision_as_object(), column)


def expect_draft(page: Page, article: NewsArticle, column: str, text: str) -> None:
    """Wait until the page has saved this by itself; fails if it does not."""
    for _ in range(100):
        if drafted(article, column) == text:
            return
        page.wait_for_timeout(200)
    assert drafted(article, column) == text


def test_the_preview_shows_the_language_that_is_chosen(site, tab):
    article = in_every_language(NewsArticle)
    let_in(tab.context, site, "publisher")
    Person(tab, site).opens(edit_url(article, "ru"))
    tab.locator(f"[name='{unit('title')}']").fill("Черновик, которого ещё никто не видел")
    tab.get_by_role("button", name="预览开关").click()
    frame = tab.frame_locator("#w-preview-iframe")
    expect(frame.locator("html")).to_have_attribute("lang", "ru")
    tab.locator("[data-side-panel=preview] select").select_option("zh-hans")
    expect(frame.locator("html")).to_have_attribute("lang", "zh-Hans")
    tab.locator("[data-side-panel=preview] select").select_option("ru")
    expect(frame.get_by_role("heading", level=1)).to_have_text(
        "Черновик, которого ещё никто не видел"
    )
