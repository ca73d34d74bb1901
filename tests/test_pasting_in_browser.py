"""People paste into the forms, in a real browser."""

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from mep_site.translations.content.content import Content
from mep_site.translations.languages import get_language
from news.models import NewsArticle, NewsIndex

from .admin_forms import edit_url, unit
from .measuring.places import address, in_every_language
from .measuring.visit import DESKTOP, faults_of
from .people import Person, is_autosave
from .test_pasting import clipboard

pytestmark = pytest.mark.browser

EDITOR = ".public-DraftEditor-content"
PASTE = """(target, [html, text, name]) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  if (text) data.setData("text/plain", text);
  if (name) data.items.add(new File(["x"], name, { type: "image/png" }));
  target.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
  );
}"""
# What the form would send for the body, by block.
BODY = """() => {
  const text = (value) => (JSON.parse(value)?.blocks ?? []).map((block) => block.text).join("¶");
  return document.querySelector("[id$=-root]").rootBlock.getValue().map(({ type, value }) =>
  type === "paragraph" ? text(value) : type === "list" ? value.items.map(text) : type);
}"""


def pastes(where: Locator, html: str = "", text: str = "", picture: str = "") -> None:
    """Paste at the caret in a field, without waiting for what comes of it."""
    where.evaluate(PASTE, [html, text, picture])


def body(tab: Page) -> list:
    tab.wait_for_timeout(400)
    return tab.evaluate(BODY)


def add_block(tab: Page, label: str) -> None:
    """Add a block at the end of the body."""
    tab.locator("[data-streamfield-stream-container] > div > button[title]").last.click()
    tab.get_by_role("option", name=label).first.click()


@pytest.fixture
def editor(site, chromium):
    context = chromium.new_context(viewport=DESKTOP)
    person = Person.is_signed_in(context, site, "editor")
    faults = faults_of(person.tab)
    yield person
    context.close()
    assert faults == []


@pytest.fixture
def new_article(editor):
    """The form of an article that has a title and an empty paragraph."""
    editor.opens(f"/admin/pages/add/news/newsarticle/{in_every_language(NewsIndex).pk}/")
    editor.types("#id_title_zh_hans", "粘贴的月报")
    add_block(editor.tab, "段落")
    editor.tab.locator(EDITOR).click()
    yield editor
    editor.tab.context.close()
    for article in NewsArticle.objects.filter(title_zh_hans="粘贴的月报"):
        article.delete()


def saves(response, words):
    """Whether the form that was sent has these words."""
    return words in (response.request.post_data or "")


def test_what_was_copied_in_word_reaches_the_visitor_and_the_translator(site, new_article):
    tab = new_article.tab
    # An autosave of the title may still be on its way.
    with tab.expect_response(lambda each: is_autosave(each) and saves(each, "SUPERSCRIPT")):
        pastes(tab.locator(EDITOR), clipboard("word"), "not this")
        expect(tab.locator(".paste-note")).to_be_in_viewport()
    assert body(tab)[:2] == ["heading", "heading"]
    # An open form would save itself once more, and conflict with what is published below.
    tab.goto(f"{site}/zh-hans/")
    article = NewsArticle.objects.get(title_zh_hans="粘贴的月报")
    draft = article.get_latest_revision_as_object()
    draft.save_revision().publish()
    tab.goto(site + address(article, "zh-hans"))
    main = tab.get_by_role("main")
    assert main.locator("sup, sub").all_inner_texts() == ["3", "2"]
    assert main.locator("li li").all_inner_texts() == ["地表水源"]
    assert main.locator("tbody tr").all_inner_texts() == ["站点\tpH\t7.2", "站点\tDO\t8.1"]
    chinese = get_language("zh-hans")
    texts = [each.text for each in Content.of(draft).units(chinese)]
    assert sum("<p" in text for text in texts) == 4
    assert not [text for text in texts if text.count("<p") > 1]


def test_eleven_lines_become_eleven_blocks_and_go_with_one_key(new_article):
    tab = new_article.tab
    lines = [f"第{number}段" for number in range(11)]
    pastes(tab.locator(EDITOR), text="\n".join(lines))
    expect(tab.locator(EDITOR)).to_have_count(11)
    assert body(tab) == lines
    tab.keyboard.press("Control+z")
    expect(tab.locator(EDITOR + ":visible")).to_have_count(1)
    assert body(tab) == [""]
    pastes(tab.locator(EDITOR + ":visible"), text="\n".join(lines))
    expect(tab.locator(EDITOR + ":visible")).to_have_count(11)
    tab.locator(".paste-note__undo").click()
    assert body(tab) == [""]


def test_a_paste_goes_where_the_caret_is(new_article):
    tab = new_article.tab
    editor = tab.locator(EDITOR)
    tab.keyboard.type("前后", delay=25)
    tab.keyboard.press("ArrowLeft")
    pastes(editor, "<b>中</b>10<sup>3</sup>")
    expect(editor).to_have_text("前中103后")
    tab.keyboard.press("Control+z")
    expect(editor).to_have_text("前后")
    pastes(editor, "<p>一</p><ul><li>二<ul><li>三</li></ul></li></ul>")
    expect(tab.locator(EDITOR)).to_have_count(4)
    assert body(tab) == ["前", "一", ["二¶三"], "后"]
    item = tab.locator(EDITOR).nth(2)
    item.click()
    tab.keyboard.press("Control+End")
    pastes(item, "<p>四</p><p>五</p>")
    expect(tab.locator(EDITOR)).to_have_count(6)
    assert body(tab) == ["前", "一", ["二¶三", "四", "五"], "后"]


def test_what_cannot_be_pasted_is_said_and_nothing_is_lost(new_article):
    tab = new_article.tab
    editor = tab.locator(EDITOR)
    pastes(editor, picture="scan.png")
    expect(tab.locator(".paste-note")).to_contain_text("图片")
    tab.locator(".paste-note__close").click()
    tab.route("**/admin/paste/", lambda route: route.fulfill(body="<title>Sign in</title>"))
    tab.keyboard.type("原文", delay=25)
    pastes(editor, "<p>一</p><p>二</p>")
    expect(tab.locator(".paste-note")).to_contain_text("剪贴板")
    assert body(tab) == ["原文"]


def test_a_paste_that_takes_long_is_announced_until_it_is_there(new_article):
    tab, held = new_article.tab, []

    def hold(route: Route) -> None:
        held.append(route)

    tab.route("**/admin/paste/", hold)
    pastes(tab.locator(EDITOR), text="第一行\n第二行")
    note = tab.locator(".paste-note", has_text="正在粘贴")
    expect(note).to_be_visible()
    assert body(tab) == [""]
    held[0].continue_()
    expect(note).to_have_count(0)
    assert body(tab) == ["第一行", "第二行"]


def test_a_translator_pastes_into_one_text_and_into_a_title(site, chromium):
    context = chromium.new_context(viewport=DESKTOP)
    translator = Person.is_signed_in(context, site, "english")
    article = in_every_language(NewsArticle)
    translator.opens(edit_url(article, "en"))
    tab = translator.tab
    tab.route("**/edit/**", lambda route: route.abort() if _saves(route) else route.continue_())
    editor = tab.locator(EDITOR).first
    editor.click()
    before = editor.inner_text()
    tab.keyboard.press("Control+A")
    pastes(editor, "<h2>One</h2><p>Two 10<sup>3</sup></p>")
    expect(editor.locator("[data-block]")).to_have_count(2)
    expect(tab.locator(".paste-note")).to_be_in_viewport()
    tab.locator(".paste-note__undo").click()
    assert editor.inner_text() == before
    title = tab.locator(f"[name='{unit('title')}']")
    title.fill("CO")
    title.press("End")
    pastes(title, "<sub>2</sub> fell by 10<sup>3</sup> t")
    expect(title).to_have_value("CO₂ fell by 10³ t")
    context.close()


def _saves(route: Route) -> bool:
    return route.request.method == "POST"
