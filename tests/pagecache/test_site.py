"""The site behind its page cache: which of its answers are kept, and what stays as it is."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import User
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import OperationalError, close_old_connections, connection
from django.test import Client
from wagtail.models import PageViewRestriction

from mep_site.core.models import BasePage
from mep_site.home.models import HomePage
from mep_site.pagecache import composing, versions
from mep_site.pagecache.layer import PageCache
from mep_site.pagecache.policy import is_kept
from mep_site.publicstate import version
from news.models import NewsArticle, NewsIndex

from ..measuring.places import CODES, PLACES, Place, address
from .requests import Answer, ask
from .site import cached

ALL = "gzip, deflate, br"
HIT = "mep; hit"
# Search results count what is searched for, forms have a secret, and the rest is no page.
UNKEPT = {
    "search",
    "search without result",
    "text settings",
    "report of an error",
    "subscription by e-mail",
    "not found",
    # Nothing was published in that year: anybody could ask for a thousand others.
    "filter without result",
}


@pytest.fixture
def site(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[PageCache]:
    """The site with an empty cache, in the transaction of the test."""
    # Django's test client does the same: the connection of the test must stay as it is.
    monkeypatch.setattr(versions, "close_old_connections", lambda: None)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield cached(WSGIHandler())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def twice(site: PageCache, url: str, **headers: str) -> tuple[Answer, Answer]:
    return ask(site, url, **headers), ask(site, url, **headers)


EVERYWHERE = [(place, code) for place in PLACES for code in CODES]


@pytest.mark.slow
@pytest.mark.parametrize(("place", "code"), EVERYWHERE, ids=str)
def test_public_pages_are_kept_and_nothing_else_in_every_language(
    place: Place, code: str, site: PageCache
):
    url = place.address(code)
    if place.name == "second page of a list":
        # The demo has too few entries for one.
        url = url.replace("page=2", "page=1")
    first, second = twice(site, url)
    assert first.status == place.status
    assert (second.whence == HIT) is (place.name not in UNKEPT)
    if second.whence == HIT:
        assert second.body == first.body
        assert "Set-Cookie" not in first.headers
        assert shown(second) == shown(ask(site.application, url))


ELSEWHERE = "elsewhere.example"
# What some servers and frameworks take for the host, the path, the method or the address of a
# request, and what makes this one refuse or shorten an answer. None of it is part of a key.
UNKEYED = {
    **dict.fromkeys(
        (
            *("x_forwarded_host", "x_forwarded_server", "x_host", "x_http_host_override"),
            *("x_original_host", "x_forwarded_prefix", "x_script_name", "x_real_ip", "client_ip"),
            *("x_forwarded_for", "true_client_ip", "x_client_ip", "referer", "via", "from"),
            *("origin", "user_agent", "x_wap_profile", "x_forwarded_scheme"),
        ),
        ELSEWHERE,
    ),
    "forwarded": f"for=192.0.2.1;host={ELSEWHERE};proto=http",
    "x_original_url": "/admin/",
    "x_rewrite_url": "/admin/",
    "x_http_method_override": "POST",
    "x_http_method": "DELETE",
    "x_method_override": "PUT",
    "x_forwarded_port": "4443",
    "x_forwarded_ssl": "off",
    "x_requested_with": "XMLHttpRequest",
    "x_redirect_as": "json",
    "accept": "application/json",
    "accept_language": "de",
    "content_type": "multipart/form-data",
    "sec_purpose": "prefetch",
    "if_match": '"nothing"',
    "if_unmodified_since": "Mon, 01 Jan 2001 00:00:00 GMT",
    "range": "bytes=0-1",
    "if_range": '"nothing"',
    "cookie": "django_language=ru; display=size-150; csrftoken=x",
}
FOR_MACHINES = [
    *("/robots.txt", "/sitemap.xml", "/en/feed/", "/en/calendar.ics", "/data/catalogue.jsonld"),
    *("/en/site.webmanifest", "/en/speculation-rules.json"),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    "address", [*(place for place in PLACES if place.name not in UNKEPT), *FOR_MACHINES], ids=str
)
def test_whatever_the_first_reader_sends_the_next_one_gets_the_page(
    address: Place | str, site: PageCache
):
    url = address if isinstance(address, str) else address.address("en").replace("page=2", "page=1")
    plain = ask(site.application, url)
    first, second = ask(site, url, **UNKEYED), ask(site, url)
    assert (first.status, second.status, second.whence) == (200, 200, HIT)
    assert first.body == second.body == plain.body
    assert shown(first) == shown(second) == shown(plain)
    assert ELSEWHERE.encode() not in first.body


def shown(answer: Answer) -> dict[str, str]:
    own = {"Cache-Status", "ETag", "Vary"}
    return {name: value for name, value in answer.headers.items() if name not in own}


@pytest.mark.parametrize(
    "url",
    [
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap-0.xml",
        "/en/feed/",
        "/ru/feed/news/",
        "/zh-hans/site.webmanifest",
    ],
)
def test_what_machines_read_is_kept_whatever_language_they_prefer(url, site):
    first = ask(site, url, accept_language="ru")
    second = ask(site, url, accept_language="en", cookie="django_language=zh-hans")
    assert (first.status, second.whence) == (200, HIT)
    assert second.body == first.body


@pytest.mark.parametrize(
    "url", ["/", "/display.css", "/favicon.ico", "/en/search/suggestions/?q=a", "/admin/login/"]
)
def test_what_differs_from_visitor_to_visitor_is_not_kept(url, site):
    assert HIT not in {each.whence for each in twice(site, url)}


def test_the_text_settings_keep_following_their_cookie(site):
    plain = ask(site, "/display.css")
    large = ask(site, "/display.css", cookie="display=size-150")
    assert (plain.body, b"--enlarged" in large.body) == (b"", True)


@pytest.mark.parametrize(
    "query",
    ["utm_source=x", "page=0", "page=99", "page=x", "topic=nothing", "year=1900", "with=fr"],
)
def test_parameters_that_mean_nothing_here_fill_nothing(query, site, some):
    url = f"{address(some(NewsIndex), 'en')}?{query}"
    assert {each.status for each in twice(site, url)} == {200}
    assert site.store.size == 0


def test_what_the_form_of_a_list_sends_is_kept(site, some):
    url = f"{address(some(NewsIndex), 'en')}?year=&topic=water"
    assert twice(site, url)[1].whence == HIT


def test_a_private_page_never_enters(site, home):
    page = BasePage.objects.get(slug="working-materials")
    reader = Client()
    reader.force_login(User.objects.get(username="editor"))
    session = f"sessionid={reader.cookies['sessionid'].value}"
    admitted = ask(site, address(page, "en"), cookie=session)
    assert admitted.status == 200
    assert [each.status for each in twice(site, address(page, "en"))] == [302, 302]
    assert site.store.size == 0


def test_a_page_that_becomes_private_is_not_shown_any_more(site, some):
    page = some(NewsArticle)
    assert twice(site, address(page, "en"))[1].whence == HIT
    PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login")
    assert ask(site, address(page, "en")).status == 302


def test_changes_of_a_private_page_never_enter(site, some, editor):
    page = NewsArticle.objects.get(slug="open-days-on-world-environment-day")
    PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login")
    answer = editor.get(f"/en/changes/{page.pk}/")
    assert answer.status_code == 200
    assert not is_kept("200 OK", answer.headers.items())


def test_a_preview_does_not_say_that_it_is_public(editor, some):
    page = some(NewsArticle)
    response = page.make_preview_request(preview_mode="en")
    assert response.status_code == 200
    assert not is_kept("200 OK", response.headers.items())


def test_pages_that_are_read_set_no_cookie_and_forms_do(site, some):
    article = some(NewsArticle)
    assert "Set-Cookie" not in ask(site, address(article, "en")).headers
    assert "csrftoken" in ask(site, f"/en/report/{article.pk}/").headers["Set-Cookie"]


def test_a_report_can_be_sent_from_a_page_that_came_from_the_cache(site, some):
    article = some(NewsArticle)
    page = twice(site, address(article, "en"))[1]
    assert f'href="/en/report/{article.pk}/"'.encode() in page.body
    form = ask(site, f"/en/report/{article.pk}/")
    token = form.headers["Set-Cookie"].partition("csrftoken=")[2].partition(";")[0]
    sent = ask(site, f"/en/report/{article.pk}/", "POST", cookie=f"csrftoken={token}")
    # Without the token in the form it is refused, and shown again.
    assert sent.status == 403
    assert b"<form" in sent.body


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 400),
        ({"host": "testserver:99999999"}, 200),
        ({"host": "testserver", "x_forwarded_host": "evil.example"}, 200),
        ({"x_forwarded_proto": "evil"}, 200),
        ({"x_original_url": "/admin/", "x_rewrite_url": "/admin/"}, 200),
    ],
)
def test_what_one_visitor_sends_along_is_not_shown_to_others(headers, status, site):
    assert ask(site, "/en/", **headers).status == status
    plain = ask(site, "/en/")
    assert b"evil" not in plain.body
    assert plain.body == ask(site.application, "/en/").body


def test_links_keep_the_scheme_of_the_one_who_asks(site, settings):
    settings.SECURE_PROXY_SSL_HEADER = site.site.https_header
    ask(site, "/en/", x_forwarded_proto="https")
    assert b'href="http://testserver/en/"' in ask(site, "/en/").body
    assert b'href="https://testserver/en/"' in ask(site, "/en/", x_forwarded_proto="https").body


def test_a_compressed_page_says_what_it_says_uncompressed(site):
    import brotli

    plain = ask(site, "/zh-hans/")
    packed = ask(site, "/zh-hans/", accept_encoding=ALL)
    assert brotli.decompress(packed.body) == plain.body


def test_what_is_published_is_seen_by_the_next_request(site, home):
    assert twice(site, "/en/")[1].whence == HIT
    HomePage.objects.update(title_en="Another name")
    assert b"Another name" in ask(site, "/en/").body


# The version, and a database that is away


def test_a_hit_asks_the_database_twice_a_second_at_most(
    site, monkeypatch, django_assert_num_queries
):
    twice(site, "/en/")
    monkeypatch.setattr(version, "MAX_AGE", 60)
    version.expire()
    with django_assert_num_queries(1):
        for _ in range(5):
            assert ask(site, "/en/").whence == HIT


def test_a_database_that_is_away_is_asked_once_a_second(site, monkeypatch):
    twice(site, "/en/")
    asked = []

    def away() -> str:
        asked.append(1)
        raise OperationalError

    monkeypatch.setattr(versions, "current", away)
    monkeypatch.setattr(versions, "known", lambda age=None: None)
    answers = [ask(site, "/en/") for _ in range(5)]
    assert {(each.status, "stale-if-error" in each.whence) for each in answers} == {(200, True)}
    assert len(asked) == 1


def test_while_one_reads_the_version_the_others_use_what_is_known(monkeypatch):
    """Only if it is younger than a second: then they would wait as well."""
    reads = versions.Versions()
    monkeypatch.setattr(versions, "close_old_connections", lambda: None)
    monkeypatch.setattr(versions, "current", lambda: "new")
    monkeypatch.setattr(versions, "known", lambda age=None: "old" if age == 1.0 else None)
    with reads._reading:
        assert reads.in_force() == "old"
    assert reads.in_force() == "new"


def test_nobody_waits_for_a_database_that_hangs(monkeypatch):
    reads = versions.Versions()
    monkeypatch.setattr(versions, "PAUSE", 0.01)
    monkeypatch.setattr(versions, "known", lambda age=None: None)
    with reads._reading:
        assert reads.in_force() is None


@pytest.mark.every_database
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has no server")
def test_a_connection_that_the_server_has_closed_is_replaced(django_db_setup, django_db_blocker):
    """In a thread of its own, as those of the server have theirs."""

    def read_after_a_breakdown() -> list[str | None]:
        try:
            reads = versions.Versions()
            found = [reads.in_force()]
            connection.connection.close()
            version.expire()
            return [*found, reads.in_force()]
        finally:
            connection.close()

    version.expire()
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as thread:
        first, second = thread.submit(read_after_a_breakdown).result()
    assert first == second is not None


# How it is put together


def test_it_is_off_in_tests_and_where_it_may_keep_nothing(settings):
    assert settings.PAGE_CACHE_BYTES == 0
    django = WSGIHandler()
    assert composing.with_page_cache(django) is django


def test_it_knows_the_hosts_and_cookies_of_the_settings(settings):
    settings.PAGE_CACHE_BYTES = 1_000_000
    settings.ALLOWED_HOSTS = ["www.example.org", "*"]
    settings.WAGTAILADMIN_BASE_URL = "https://www.example.org:8443"
    settings.SESSION_COOKIE_NAME = "key"
    layer = composing.with_page_cache(WSGIHandler())
    assert layer.site.hosts == {"www.example.org", "www.example.org:8443"}
    assert layer.site.cookies == ("key", "messages")
