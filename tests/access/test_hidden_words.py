"""What is hidden stands in no answer to a visitor, whatever the address and however it is asked."""

from collections.abc import Iterator

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.urls import reverse
from wagtail.models import PageViewRestriction

from mep_site.citation.formats import FILES
from mep_site.core.models import BasePage
from mep_site.media.models import SiteDocument, SiteRendition
from mep_site.opendata.datasets import DATA_SETS
from mep_site.topics.models import Topic
from news.models import NewsIndex

from ..measuring.places import CODES
from ..pagecache.requests import Answer, ask
from ..pagecache.site import cached
from ..subscriptions.followers import follow_since, sent_now
from ..turns import whose_turn_it_is
from .hidden import HIDDEN, LOGIN, LURE, HiddenContent, article, hide_everything

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# Ways to ask that are not the usual one, and headers that may make an answer another one.
ODD_METHODS = ("HEAD", "OPTIONS", "POST", "PUT", "DELETE", "TRACE")
ODD_HEADERS = (
    {"if_none_match": "*"},
    {"if_modified_since": "Thu, 01 Jan 1970 00:00:00 GMT"},
    {"range": "bytes=0-99"},
    {"accept": "application/json"},
    {"x_requested_with": "XMLHttpRequest"},
    {"cookie": "sessionid=nothing"},
)
NOWHERE = 999_999


@pytest.fixture
def application(monkeypatch):
    """The site with its page cache, which is given no connection up between two requests."""
    monkeypatch.setattr(connection, "close_if_unusable_or_obsolete", lambda: None)
    return cached(get_wsgi_application())


@pytest.fixture
def hidden(db) -> HiddenContent:
    return hide_everything()


def said(answer: Answer) -> str:
    """All that an answer says: its headers too."""
    return f"{answer.headers} {answer.body.decode('utf-8', 'replace')}"


def addresses(hidden: HiddenContent) -> Iterator[str]:
    """Every public address, in every language, and those of what is hidden."""
    yield from ("/", "/robots.txt", "/sitemap.xml", "/sitemap-topics.xml", "/data/catalogue.jsonld")
    yield from (f"/sitemap-{number}.xml" for number in range(1, 4))
    yield from (f"/data/{name}.{end}" for name in DATA_SETS for end in ("csv", "jsonld"))
    yield from files(hidden)
    for code in CODES:
        yield from in_language(code, hidden)


def files(hidden: HiddenContent) -> Iterator[str]:
    """The addresses of files that nobody may have."""
    for each in hidden.files.values():
        if isinstance(each, SiteDocument):
            yield each.url
        else:
            yield each.file.url
            yield SiteRendition.objects.get(image=each).url


def in_language(code: str, hidden: HiddenContent) -> Iterator[str]:
    start = f"/{code}/"
    for name in ("search/", "search/suggestions/"):
        yield f"{start}{name}?q={LURE}"
        yield f"{start}{name}?q={LURE[:4]}"
        yield f"{start}{name}?q={HIDDEN}"
    yield from (
        f"{start}{name}" for name in ("topics/", "data/", "follow/", "calendar.ics", "feed/")
    )
    yield from (f"{start}topics/{topic.slug}/" for topic in Topic.objects.all())
    for page in BasePage.objects.filter(depth__gt=1):
        path = page.url_path.removeprefix("/home/")
        yield f"{start}{path}"
        if getattr(page.specific, "has_feed", False):
            yield f"{start}feed/{path}"
    for page in (*hidden.pages.values(), *hidden.revised.values()):
        path = page.url_path.removeprefix("/home/")
        yield from (f"{start}{path}?with={other}" for other in CODES if other != code)
        yield from about(code, page.pk)


def about(code: str, key: int) -> Iterator[str]:
    """The addresses that are about a page; its PDF is one of ``test_printing``."""
    start = f"/{code}/"
    yield from (f"{start}{name}/{key}/" for name in ("changes", "cite", "report", "follow/email"))
    yield f"{start}code/{key}.svg"
    yield from (f"{start}cite/{key}.{ending}" for ending in FILES)


def test_no_visitor_reads_a_hidden_word(application, hidden):
    """Some 500 answers, a third of all."""
    found = []
    for url in whose_turn_it_is(addresses(hidden), of=3):
        shown = said(ask(application, url)).replace(url, "")
        found += [(url, word) for word in hidden.words if word in shown]
    assert found == []


def test_nor_however_it_is_asked_for(application, hidden):
    asked = [
        each for code in CODES for page in hidden.pages.values() for each in about(code, page.pk)
    ]
    asked += [page.url for page in hidden.pages.values()] + [*files(hidden)]
    found = []
    for url in whose_turn_it_is(asked, of=3):
        ways = [(method, {}) for method in ODD_METHODS] + [("GET", each) for each in ODD_HEADERS]
        for method, headers in ways:
            shown = said(ask(application, url, method, **headers)).replace(url, "")
            found += [(method, headers, url) for word in hidden.words if word in shown]
    assert found == []


def test_a_private_file_is_handed_to_nobody(application, hidden):
    answers = {url: ask(application, url) for url in files(hidden)}
    assert {each.status for each in answers.values()} == {302}
    places = {each.headers["Location"].partition("?")[0] for each in answers.values()}
    assert places == {reverse("wagtailcore_login")}


@pytest.mark.parametrize("code", CODES)
def test_nothing_tells_whether_there_is_a_page_that_nobody_may_read(code, application, hidden):
    """Of its own address only a private page says that it is there, to whoever may sign in."""
    told = {}
    for word, page in hidden.pages.items():
        for url, nowhere in zip(about(code, page.pk), about(code, NOWHERE), strict=True):
            answers = [ask(application, each) for each in (url, nowhere)]
            if answers[0].status != answers[1].status:
                told[url] = (word, *(each.status for each in answers))
    assert told == {}


def test_a_page_that_is_made_private_is_gone_from_the_cache(application, db):
    page = article("hiddenlater")
    listed = NewsIndex.objects.get().url
    for url in (page.url, listed, page.url, listed):
        assert "hiddenlater" in said(ask(application, url))
    PageViewRestriction.objects.create(page=page, restriction_type=LOGIN)
    for url in (page.url, listed):
        assert "hiddenlater" not in said(ask(application, url)).replace(page.slug, "")


def test_what_somebody_who_is_signed_in_has_read_is_shown_to_nobody_else(
    application, hidden, admin
):
    cookie = f"sessionid={admin.cookies['sessionid'].value}"
    page = hidden.pages["hiddenprivate"]
    own = ask(application, page.url, cookie=cookie)
    assert "hiddenprivate" in said(own)
    assert "public" not in own.headers["Cache-Control"]
    assert ask(application, page.url).status == 302


def test_no_follower_is_sent_a_hidden_word(hidden):
    long_ago = 30
    for code in CODES:
        follow_since(long_ago, page=NewsIndex.objects.get(), code=code)
        follow_since(long_ago, topic=Topic.objects.first(), code=code)
        for page in (*hidden.pages.values(), *hidden.revised.values()):
            follow_since(long_ago, page=page, code=code)
    mails = sent_now()
    assert mails
    assert [word for word in hidden.words for each in mails if word in f"{each.message()}"] == []
