"""People who type in a real browser: autosave, two tabs, a lost session, a server that fails."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from cooperation.models import Programme
from news.models import NewsArticle, NewsIndex

from .admin_forms import edit_url
from .measuring.places import in_every_language
from .measuring.visit import DESKTOP
from .people import Person, is_autosave, log_in
from .translations.steps import paragraphs

pytestmark = pytest.mark.browser

TITLE = "#id_title_zh_hans"
SAVING = ".form-notice--saving"
CONFLICT = ".form-notice--conflict"
# The answer to who is signed in begins, and its end never comes; until the site is mended.
BREAK_OFF = """() => {
  const whole = window.fetch;
  const half = (signal) => new Response(new ReadableStream({
    start: (body) => signal.addEventListener("abort", () => body.error(signal.reason)),
  }));
  window.fetch = (url, options) =>
    String(url).includes("form-session") ? half(options.signal) : whole(url, options);
  window.mendFetch = () => { window.fetch = whole; };
}"""


@pytest.fixture
def page(site: str, django_db_blocker: object) -> Iterator[NewsArticle]:
    """An article that is public in Chinese only."""
    with django_db_blocker.unblock():
        new = NewsArticle(title_zh_hans="题", slug="typed", body_zh_hans=paragraphs("第{}段"))
        NewsIndex.objects.first().add_child(instance=new).save_revision().publish()
        yield new
        NewsArticle.objects.get(pk=new.pk).delete()


@pytest.fixture
def context(chromium: Browser, page: NewsArticle) -> Iterator[BrowserContext]:
    """A browser of somebody's own, closed before the article is deleted."""
    context = chromium.new_context(viewport=DESKTOP, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def newcomer(site: str, context: BrowserContext) -> Person:
    """The publisher, who has opened nothing yet."""
    return Person.is_signed_in(context, site, "publisher")


@pytest.fixture
def publisher(newcomer: Person, page: NewsArticle) -> Person:
    """The publisher, who has the Chinese text open."""
    newcomer.opens(edit_url(page, "zh-hans"))
    return newcomer


def draft(page: NewsArticle) -> str:
    """The Chinese title of the newest draft."""
    return NewsArticle.objects.get(pk=page.pk).get_latest_revision_as_object().title_zh_hans


def test_nobody_conflicts_with_what_their_own_form_saved(publisher, page):
    publisher.types_and_rests(TITLE, "一")
    publisher.types_and_rests(TITLE, "二")
    publisher.types(TITLE, "三")
    publisher.presses("action-publish")
    assert "/edit/" not in publisher.tab.url
    assert NewsArticle.objects.get(pk=page.pk).title_zh_hans == "题一二三"


def test_what_is_typed_as_soon_as_the_form_is_there_is_saved(newcomer, page):
    tab = newcomer.tab
    tab.goto(f"{newcomer.site}{edit_url(page, 'zh-hans')}", wait_until="commit")
    tab.locator(TITLE).click()
    asked = []
    tab.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    with tab.expect_response(is_autosave):
        newcomer.types(TITLE, "早")
        tab.close(run_before_unload=True)
    assert asked == ["beforeunload"]
    assert draft(page) == "题早"


def test_nothing_is_saved_of_a_form_that_is_only_looked_at(newcomer, page):
    before = page.revisions.count()
    newcomer.opens(edit_url(page, "zh-hans"))
    newcomer.tab.locator(TITLE).click()
    newcomer.tab.wait_for_timeout(2000)
    assert page.revisions.count() == before


def test_a_form_saves_nothing_by_itself(newcomer):
    """Scripts fill in forms, too; that is no reason to make a draft of a page."""
    saved = []
    newcomer.tab.on(
        "response", lambda answer: saved.append(answer.url) if is_autosave(answer) else 0
    )
    article = NewsArticle.objects.get(slug="open-days-on-world-environment-day")
    for page, code in (
        (article, "zh-hans"),
        (article, "en"),
        (in_every_language(Programme), "zh-hans"),
    ):
        newcomer.opens(edit_url(page, code))
        newcomer.tab.wait_for_timeout(2500)
    assert saved == []


def test_letters_typed_while_an_autosave_is_on_its_way_are_saved(publisher, page):
    tab = publisher.tab

    def late(route: Route) -> None:
        # The last letter comes after Wagtail looked, and before it takes the form for saved.
        response = route.fetch()
        publisher.types(TITLE, "丙")
        route.fulfill(response=response)
        tab.unroute("**/edit/**")

    tab.route("**/edit/**", late)
    publisher.types(TITLE, "甲")
    expect(tab.locator(TITLE)).to_have_value("题甲丙")
    tab.wait_for_timeout(3500)
    assert draft(page) == "题甲丙"


def test_one_person_in_two_tabs_is_asked_once_and_loses_nothing(publisher, page):
    other = publisher.another_tab()
    other.opens(edit_url(page, "zh-hans"))
    publisher.types_and_rests(TITLE, "甲")
    other.types_and_rests(TITLE, "乙")
    expect(other.tab.locator(CONFLICT)).to_contain_text("另一个窗口")
    other.types(TITLE, "丙")
    other.tab.wait_for_timeout(2000)
    assert draft(page) == "题甲"
    other.presses("action-publish")
    expect(other.tab.locator(TITLE)).to_have_value("题乙丙")
    other.tab.reload()
    expect(other.tab.locator(TITLE)).to_have_value("题乙丙")
    other.presses("action-publish")
    assert "/edit/" not in other.tab.url
    assert NewsArticle.objects.get(pk=page.pk).title_zh_hans == "题乙丙"
    with other.tab.expect_popup() as popup:
        other.tab.locator(".messages a[target=_blank]").click()
    expect(popup.value.get_by_role("heading", level=1)).to_have_text("题甲")


def test_whoever_signed_out_goes_on_where_they_were(publisher, page):
    publisher.types_and_rests(TITLE, "甲")
    publisher.tab.context.clear_cookies()
    publisher.types(TITLE, "乙")
    told(publisher, "退出")
    click_publish(publisher)
    told(publisher, "退出")
    beside = publisher.tab.context.new_page()
    log_in(beside, publisher.site, "publisher")
    expect(publisher.tab.locator(SAVING)).to_be_hidden(timeout=10_000)
    expect(publisher.tab.locator(TITLE)).to_have_value("题甲乙")
    assert draft(page) == "题甲乙"
    publisher.types_and_rests(TITLE, "丙")
    publisher.presses("action-publish")
    assert NewsArticle.objects.get(pk=page.pk).title_zh_hans == "题甲乙丙"


def test_nothing_is_saved_under_the_name_of_somebody_else_unasked(publisher, page):
    publisher.types_and_rests(TITLE, "甲")
    publisher.tab.context.clear_cookies()
    log_in(publisher.tab.context.new_page(), publisher.site, "admin")
    publisher.types(TITLE, "乙")
    told(publisher, "陈静")
    assert draft(page) == "题甲"
    publisher.tab.locator(f"{SAVING} [data-go-on]").click()
    expect(publisher.tab.locator(SAVING)).to_be_hidden(timeout=10_000)
    newest = NewsArticle.objects.get(pk=page.pk).latest_revision
    assert (newest.user.username, draft(page)) == ("admin", "题甲乙")
    assert page.revisions.filter(user__username="publisher").exists()


def test_a_cut_connection_is_told_and_what_was_typed_is_saved_afterwards(publisher, page):
    publisher.tab.context.set_offline(True)
    told(publisher, "连接")
    publisher.types(TITLE, "甲")
    click_publish(publisher)
    publisher.tab.wait_for_timeout(1000)
    expect(publisher.tab.locator(SAVING)).to_be_visible()
    publisher.tab.context.set_offline(False)
    expect(publisher.tab.locator(SAVING)).to_be_hidden(timeout=15_000)
    expect(publisher.tab.locator(TITLE)).to_have_value("题甲")
    assert draft(page) == "题甲"


@pytest.mark.parametrize("failure", ["fails", "is silent"])
def test_a_server_that_fails_is_told_and_what_was_typed_is_saved_afterwards(
    publisher, page, failure
):

    def fail(route: Route) -> None:
        if failure == "fails":
            route.fulfill(status=500, body="")

    publisher.tab.route("**/admin/**", fail)
    publisher.types(TITLE, "甲")
    told(publisher, "服务器")
    publisher.tab.unroute("**/admin/**")
    expect(publisher.tab.locator(SAVING)).to_be_hidden(timeout=15_000)
    expect(publisher.tab.locator(TITLE)).to_have_value("题甲")
    assert draft(page) == "题甲"


def test_an_answer_that_breaks_off_is_told_and_saving_goes_on(publisher, page):
    tab = publisher.tab
    tab.evaluate(BREAK_OFF)
    tab.route("**/edit/**", lambda route: route.fulfill(status=500, body=""))
    publisher.types(TITLE, "甲")
    told(publisher, "服务器")
    tab.unroute("**/edit/**")
    tab.evaluate("mendFetch()")
    expect(tab.locator(SAVING)).to_be_hidden(timeout=15_000)
    assert draft(page) == "题甲"


def test_a_publication_that_fails_keeps_what_was_typed(publisher, page):
    tab = publisher.tab
    tab.route("**/edit/**", lambda route: route.fulfill(status=500, body=""))
    publisher.types(TITLE, "甲")
    click_publish(publisher)
    told(publisher, "服务器")
    tab.unroute("**/edit/**")
    expect(tab.locator(SAVING)).to_be_hidden(timeout=15_000)
    publisher.presses("action-publish")
    assert NewsArticle.objects.get(pk=page.pk).title_zh_hans == "题甲"


def test_a_new_page_goes_on_as_the_form_that_made_it(newcomer):
    index = NewsIndex.objects.first()
    newcomer.opens(f"/admin/pages/add/news/newsarticle/{index.pk}/")
    newcomer.types_and_rests(TITLE, "新页")
    newcomer.types_and_rests(TITLE, "一")
    newcomer.types(TITLE, "二")
    newcomer.presses("")
    newcomer.types(TITLE, "三")
    newcomer.presses("action-publish")
    made = NewsArticle.objects.filter(title_zh_hans__startswith="新页")
    try:
        assert [(page.title_zh_hans, page.live) for page in made] == [("新页一二三", True)]
    finally:
        for page in made:
            page.delete()


def click_publish(person: Person) -> None:
    """Press the button, whatever happens then."""
    button = person.tab.locator("button[name='action-publish']").first
    if not button.is_visible():
        person.tab.locator(".footer__container .w-dropdown__toggle").click()
    button.click()


def told(person: Person, why: str) -> None:
    """The form says why nothing is being saved; it takes three seconds where no test disturbs."""
    reason = person.tab.locator(f"{SAVING} p:visible").first
    expect(reason).to_contain_text(why, timeout=8000)
