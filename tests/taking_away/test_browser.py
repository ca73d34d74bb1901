"""To share, copy, print and hear a page, in a real browser."""

import pytest
from playwright.sync_api import expect

from cooperation.models import Programme
from mep_site.siteconfig.models import SiteConfiguration
from news.models import NewsArticle
from tests.measuring.places import address, in_every_language
from tests.measuring.tools import axe_findings
from tests.measuring.visit import NARROW, faults_of

pytestmark = pytest.mark.browser

# Speech as browsers have it: voices come late, what is said takes its time, and what is cancelled
# ends in an error. A test lets the current words end by `finish()`.
SPEECH = """
  const said = window.said = [];
  let current;
  class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
  class Speech extends EventTarget {
    voices = [];
    getVoices() { return this.voices; }
    speak(it) {
      current = it;
      said.push([it.lang, it.voice?.name, it.text]);
      setTimeout(() => it.onboundary?.({ charIndex: 0, name: "word" }));
    }
    cancel() {
      const it = current;
      current = null;
      if (it) setTimeout(() => it.onerror?.({ error: "canceled" }));
    }
  }
  const speech = new Speech();
  window.finish = () => { const it = current; current = null; it?.onend?.({}); };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = Utterance;
  setTimeout(() => {
    speech.voices = VOICES.map(([name, lang]) => ({ name, lang }));
    speech.dispatchEvent(new Event("voiceschanged"));
  }, 50);
"""
VOICES = [
    ["Hong Kong", "zh-HK"],
    ["Beijing", "zh_CN"],
    ["London", "en-GB"],
    ["New York", "en-US"],
    ["Moscow", "ru-RU"],
]


def with_voices(chromium, voices):
    context = chromium.new_context(viewport=NARROW)
    context.add_init_script(f"{{ const VOICES = {voices}; {SPEECH} }}")
    return context.new_page()


@pytest.fixture
def hearing(chromium):
    """A browser on a telephone that has voices."""
    page = with_voices(chromium, VOICES)
    faults = faults_of(page)
    yield page
    page.context.close()
    assert faults == []


def test_a_page_is_read_aloud_sentence_by_sentence_in_the_languages_that_it_is_in(site, hearing):
    programme = in_every_language(Programme)
    hearing.goto(site + address(programme, "ru"))
    hearing.locator(".page-tools summary").click()
    hearing.get_by_role("button", name="Прочитать вслух").click()
    pause = hearing.get_by_role("button", name="Пауза")
    expect(pause).to_be_focused()
    expect(hearing.locator("h1.spoken")).to_be_in_viewport()
    assert hearing.evaluate("CSS.highlights.get('spoken').size") == 1
    assert hearing.evaluate("said") == [["ru", "Moscow", programme.title_ru]]
    for _ in range(400):
        if hearing.locator(".reader").is_hidden():
            break
        hearing.evaluate("finish()")
    said = hearing.evaluate("said")
    assert {(lang, voice) for lang, voice, _ in said} >= {("ru", "Moscow")}
    text = "".join("".join(words for _, _, words in said).split())
    assert "".join(programme.summary_ru.split()) in text
    quotation = hearing.locator(".quotation figcaption > *").all_inner_texts()
    assert {words.strip() for words in quotation} <= {words for _, _, words in said}
    assert "Сообщить об ошибке" not in text
    expect(hearing.locator(".reader")).to_be_hidden()
    expect(hearing.locator(".spoken")).to_have_count(0)


def test_two_languages_are_heard_in_two_voices(site, hearing):
    hearing.goto(f"{site}{address(in_every_language(NewsArticle), 'en')}?with=zh-hans")
    hearing.locator(".page-tools summary").click()
    hearing.get_by_role("button", name="Read aloud").click()
    while hearing.locator(".reader").is_visible():
        hearing.evaluate("finish()")
    voices = {(lang, voice) for lang, voice, _ in hearing.evaluate("said")}
    assert voices == {("en", "New York"), ("zh-Hans", "Beijing")}


def test_reading_pauses_goes_on_and_stops_by_keyboard(site, hearing):
    hearing.goto(site + address(in_every_language(NewsArticle), "zh-hans"))
    hearing.locator(".page-tools summary").click()
    listen = hearing.get_by_role("button", name="语音朗读")
    listen.press("Enter")
    hearing.evaluate("finish()")
    second = hearing.evaluate("said").copy()
    hearing.keyboard.press("Space")
    go_on = hearing.get_by_role("button", name="继续")
    expect(go_on).to_be_focused()
    hearing.evaluate("finish()")
    assert hearing.evaluate("said") == second
    go_on.press("Enter")
    assert hearing.evaluate("said") == [*second, second[-1]], "The sentence begins anew."
    hearing.keyboard.press("Escape")
    expect(hearing.locator(".reader")).to_be_hidden()
    expect(listen).to_be_focused()
    listen.press("Enter")
    hearing.get_by_role("button", name="停止").press("Enter")
    expect(hearing.locator(".spoken")).to_have_count(0)
    expect(listen).to_be_focused()


@pytest.mark.parametrize("voices", [[], [["London", "en-GB"]]])
def test_a_browser_without_a_voice_for_the_language_says_so(voices, site, chromium):
    page = with_voices(chromium, voices)
    page.goto(site + address(in_every_language(NewsArticle), "ru"))
    page.locator(".page-tools summary").click()
    expect(page.get_by_text("В этом браузере нет русского голоса")).to_be_visible()
    expect(page.get_by_role("button", name="Прочитать вслух")).to_be_hidden()
    page.context.close()


def test_addresses_and_citations_are_copied_and_shared(axe, site, chromium):
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script("navigator.share = (it) => Promise.resolve(window.shared = it)")
    page = context.new_page()
    faults = faults_of(page)
    article = in_every_language(NewsArticle)
    url = site + address(article, "en")
    page.goto(f"{url}?from=elsewhere")
    page.locator(".page-tools summary").click()
    assert axe_findings(page) == []
    page.get_by_role("button", name="Copy the address").click()
    expect(page.get_by_role("status")).to_have_text("The address has been copied.")
    assert page.evaluate("navigator.clipboard.readText()") == url
    page.get_by_role("button", name="Share…").click()
    assert page.evaluate("shared.url") == url
    passage = page.locator(".part-link").first
    passage.focus()
    passage.press("Enter")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert "#part-" in page.url
    page.get_by_role("link", name="Cite this page").click()
    copy = page.get_by_role("button", name="Copy").first
    copy.click()
    expect(page.get_by_role("status")).to_have_text("The citation has been copied.")
    assert page.evaluate("navigator.clipboard.readText()").endswith("].")
    page.goto(site + address(in_every_language(Programme), "en"))
    page.locator("#background a").click()
    assert page.evaluate("navigator.clipboard.readText()").endswith("#background")
    context.close()
    assert faults == []


def test_without_script_what_needs_one_is_not_there(site, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + address(in_every_language(NewsArticle), "en"))
    page.locator(".page-tools summary").click()
    expect(page.locator(".page-tools img")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    page.get_by_role("link", name="Cite this page").click()
    expect(page.locator(".citation")).to_have_count(5)
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    context.close()


def test_on_paper_a_page_says_where_it_is_from_and_when_it_was_printed(site, tab):
    url = site + address(in_every_language(NewsArticle), "ru")
    tab.goto(url)
    expect(tab.locator(".origin")).to_be_hidden()
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.pdf()
    tab.emulate_media(media="print")
    expect(tab.locator(".origin")).to_contain_text(url)
    expect(tab.locator("[data-printed]")).to_contain_text("Дата печати")
    expect(tab.locator("[data-printed] dd")).to_contain_text("г.")
    notice = SiteConfiguration.objects.get().precedence_notice_ru
    expect(tab.get_by_text(notice)).to_be_visible()
    expect(tab.locator(".page-tools")).to_be_hidden()
    assert any("/ru/code/" in each for each in asked), "The code is fetched for paper only."
