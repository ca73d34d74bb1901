"""What visitors come for, done on a phone in every language; without scripts, but for the keyboard.

They find their way by what is written on the pages, as people do, and look at what they get.
"""

import re
from collections.abc import Iterator

import pytest
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.translation import gettext, pgettext
from playwright.sync_api import Browser, Locator, Page, expect

from departments.models import Institution, InstitutionIndex, LeaderIndex
from mep_site.core.models import BasePage
from mep_site.core.templatetags.site import partial_date
from mep_site.feedback.models import ErrorReport, SenderTrace
from mep_site.home.models import HomePage
from mep_site.subscriptions.models import AskingTrace, Subscriber, Subscription
from mep_site.topics.models import Topic
from mep_site.translations.languages import get_language
from mep_site.translations.languages.naming import sentence_about
from mep_site.visitors import forms
from news.models import Activity, NewsArticle, PolicyArticle, PolicyIndex

from .measuring.places import BESIDE, CODES, address
from .measuring.visit import PHONE, faults_of
from .test_error_reports import opened

pytestmark = pytest.mark.browser

# What is left of 1280 by 1024 when it is magnified four times (WCAG 2.2, 1.4.10).
MAGNIFIED = {"width": 320, "height": 256}
MEETING = "sco-environment-ministers-meet-in-moscow"
REVISED = "open-days-on-world-environment-day"
SPEECH = "speech-on-open-data"
MOST_STOPS = 60
NAME_IN_FOCUS = """() => {
  const here = document.activeElement;
  return here.labels?.[0]?.textContent ?? here.textContent;
}"""


class Visitor:
    """Somebody who reads one language, at a tab."""

    def __init__(self, tab: Page, site: str, code: str) -> None:
        self.tab, self.site, self.code = tab, site, code

    def word(self, message: str, context: str = "") -> str:
        """What the site says for this in the visitor's language."""
        with translation.override(self.code):
            return pgettext(context, message) if context else gettext(message)

    def title(self, page: BasePage) -> str:
        with translation.override(self.code):
            return page.title

    def comes_to(self, page: BasePage | None = None) -> None:
        """Open a page, the home page if none is named."""
        self.tab.goto(self.site + address(page or HomePage.objects.get(), self.code))

    def unfolds(self, *words: str) -> Locator:
        """Open what is folded away under these words."""
        fold = self.tab.locator("details", has=self.tab.get_by_text(self.word(*words), exact=True))
        fold.locator("summary").click()
        return fold

    def follows(self, name: str, within: Locator | None = None) -> None:
        """Press the link of this name."""
        (within or self.tab.locator("body")).get_by_role("link", name=name).first.click()

    def opens_the_notice(self) -> None:
        """Read on a translation how it stands to the Chinese text."""
        self.tab.locator(".precedence-notice summary").click()

    def looks_for(self, words: str) -> None:
        """Search the site."""
        form = self.unfolds("Search", "noun")
        form.get_by_role("searchbox").fill(words)
        form.get_by_role("searchbox").press("Enter")

    def tabs_to(self, name: str) -> Locator:
        """Press Tab until the focus is on what has this name."""
        for _ in range(MOST_STOPS):
            self.tab.keyboard.press("Tab")
            if " ".join(self.tab.evaluate(NAME_IN_FOCUS).split()) == name:
                return self.tab.locator(":focus")
        raise AssertionError(f"Not reached by the keyboard: {name}")

    def reads(self, title: str) -> None:
        """See that this is the page that has come."""
        expect(self.tab.get_by_role("heading", level=1)).to_have_text(title)


@pytest.fixture(params=CODES)
def code(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def visitor(chromium: Browser, site: str, code: str) -> Iterator[Visitor]:
    phone = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    tab = phone.new_page()
    faults = faults_of(tab)
    yield Visitor(tab, site, code)
    # Not the tab alone: Chromium forgets to close one that is just about to show its next page
    # (crbug.com/536385539), and Playwright waits for it without an end.
    phone.close()
    assert faults == []


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forms seem to have been open for a minute; what is sent with them goes in the end."""
    monkeypatch.setattr(forms, "stamp", opened)
    yield
    for model in (ErrorReport, SenderTrace, AskingTrace, Subscriber):
        model.objects.all().delete()


def test_the_meeting_of_ministers_is_found_by_words(visitor):
    meeting = NewsArticle.objects.get(slug=MEETING)
    visitor.comes_to()
    visitor.looks_for(
        {"zh-hans": "环境部长会议", "en": "ministers meet", "ru": "встреча министров"}[visitor.code]
    )
    visitor.follows(visitor.title(meeting), visitor.tab.get_by_role("main"))
    visitor.reads(visitor.title(meeting))


def test_the_number_of_an_institution_can_be_dialled(visitor):
    institution = Institution.objects.get(slug="feco")
    index = InstitutionIndex.objects.get()
    visitor.comes_to()
    visitor.follows(visitor.title(index.get_parent().specific), visitor.unfolds("Menu"))
    visitor.follows(visitor.title(index), visitor.tab.get_by_role("main"))
    visitor.follows(visitor.title(institution))
    number = visitor.tab.get_by_role("main").locator("a[href^='tel:']").first
    assert re.fullmatch(r"tel:\+86\d{9,11}", number.get_attribute("href").replace("-", ""))


def test_what_a_leader_said_is_found_by_its_day(visitor):
    speech = Activity.objects.get(slug=SPEECH)
    index = LeaderIndex.objects.get()
    visitor.comes_to()
    visitor.follows(visitor.title(index.get_parent().specific), visitor.unfolds("Menu"))
    visitor.follows(visitor.title(index), visitor.tab.get_by_role("main"))
    visitor.follows(visitor.title(speech.get_parent().get_parent().specific))
    with translation.override(visitor.code):
        day = strip_tags(partial_date(speech.date))
    entry = visitor.tab.get_by_role("listitem").filter(has_text=day)
    visitor.follows(visitor.title(speech), entry)
    visitor.reads(visitor.title(speech))
    expect(visitor.tab.locator("main .prose p").first).not_to_be_empty()


def test_the_text_is_read_beside_another_language(visitor):
    article = NewsArticle.objects.get(slug=REVISED)
    visitor.comes_to(article)
    if not get_language(visitor.code).is_authoritative:
        visitor.opens_the_notice()
    with translation.override(visitor.code):
        offer = sentence_about(get_language(BESIDE[visitor.code]), "read_beside")
    visitor.follows(offer)
    other = Visitor(visitor.tab, visitor.site, BESIDE[visitor.code])
    for title in (visitor.title(article), other.title(article)):
        expect(visitor.tab.get_by_text(title, exact=True).first).to_be_visible()


def test_a_policy_is_found_by_its_subject(visitor):
    topic = Topic.objects.get(slug="cities")
    policy = PolicyArticle.objects.filter(topics__topic=topic).get()
    visitor.comes_to()
    visitor.follows(visitor.title(PolicyIndex.objects.get()), visitor.unfolds("Menu"))
    form = visitor.unfolds("Filter the list")
    with translation.override(visitor.code):
        name = topic.name
    form.locator("select[name=topic]").select_option(value=topic.slug)
    form.get_by_role("button").click()
    expect(visitor.tab.get_by_role("main")).to_contain_text(name)
    visitor.follows(visitor.title(policy))
    visitor.reads(visitor.title(policy))


def test_news_are_subscribed_to_by_mail(visitor, written, mailoutbox):
    visitor.comes_to()
    visitor.follows(visitor.word("Follow us"), visitor.tab.get_by_role("contentinfo"))
    visitor.follows(visitor.word("Subscribe"), visitor.tab.get_by_role("main"))
    visitor.tab.get_by_label(visitor.word("E-mail address")).fill("reader@example.org")
    visitor.tab.get_by_role("button", name=visitor.word("Send me the link")).click()
    visitor.reads(visitor.word("Check your mailbox"))
    [letter] = mailoutbox
    path = re.search(rf"https?://[^/]+(/{visitor.code}/\S+)", letter.body)[1]
    visitor.tab.goto(visitor.site + path)
    assert not Subscription.objects.get().confirmed_at
    visitor.tab.get_by_role("button", name=visitor.word("Yes, I want to follow this")).click()
    visitor.reads(visitor.word("You are subscribed"))
    assert Subscription.objects.get().confirmed_at
    assert Subscription.objects.get().language == visitor.code


def test_a_page_is_cited(visitor):
    article = NewsArticle.objects.get(slug=MEETING)
    visitor.comes_to(article)
    visitor.follows(visitor.word("Cite this page"), visitor.unfolds("Cite, share, save or listen"))
    main = visitor.tab.get_by_role("main")
    expect(main).to_contain_text(address(article, visitor.code))
    expect(main.locator("pre").first).to_contain_text(visitor.title(article))


@pytest.mark.parametrize("code", ["zh-hans", "ru"], indirect=True)
def test_it_is_seen_how_a_text_has_changed(visitor):
    visitor.comes_to(NewsArticle.objects.get(slug=REVISED))
    changes = visitor.unfolds("See all changes")
    expect(changes.locator(".change-notes li").first).to_be_visible()


@pytest.mark.parametrize("code", ["en"], indirect=True)
def test_it_is_seen_what_has_changed_since_the_translation(visitor):
    visitor.comes_to(NewsArticle.objects.get(slug=REVISED))
    visitor.opens_the_notice()
    visitor.follows(visitor.word("Compare with the Chinese text"))
    visitor.reads(visitor.word("Comparison with the Chinese text"))
    expect(visitor.tab.locator("main ins").first).to_be_visible()


def test_an_error_is_reported(visitor, written):
    article = NewsArticle.objects.get(slug=REVISED)
    visitor.comes_to(article)
    visitor.follows(visitor.word("Report an error on this page"))
    visitor.tab.locator("#id_kind_0").check()
    visitor.tab.get_by_role("textbox").first.fill("12 → 15")
    visitor.tab.locator("main form button[type=submit]").click()
    visitor.reads(visitor.word("Your report has been received"))
    report = ErrorReport.objects.get()
    assert (report.page_id, report.language) == (article.pk, visitor.code)


def test_what_is_magnified_four_times_begins_on_the_first_screen(visitor):
    visitor.tab.set_viewport_size(MAGNIFIED)
    meeting = NewsArticle.objects.get(slug=MEETING)
    visitor.comes_to()
    visitor.looks_for(visitor.title(meeting))
    visitor.follows(visitor.title(meeting), visitor.tab.get_by_role("main"))
    main = visitor.tab.get_by_role("main").bounding_box()
    assert main["y"] < MAGNIFIED["height"]
    assert main["x"] + main["width"] <= MAGNIFIED["width"]


def test_the_keyboard_is_enough(site, tab, code):
    visitor = Visitor(tab, site, code)
    tab.set_viewport_size(PHONE)
    visitor.comes_to()
    meeting = NewsArticle.objects.get(slug=MEETING)
    visitor.tabs_to(visitor.word("Search", "noun")).press("Enter")
    visitor.tabs_to(visitor.word("Search this site")).press_sequentially(visitor.title(meeting))
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search/**")
    visitor.tabs_to(visitor.title(meeting)).press("Enter")
    visitor.reads(visitor.title(meeting))
