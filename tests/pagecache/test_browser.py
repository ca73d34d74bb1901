"""A visitor's browser and the page cache: what is published is seen, and nothing else changes."""

import threading
from collections.abc import Iterator

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from playwright.sync_api import Page

from mep_site.pagecache.layer import PageCache
from mep_site.pagecache.policy import Policy
from mep_site.pagecache.store import Memory
from mep_site.pagecache.versions import Versions
from news.models import NewsArticle

from ..measuring.places import address
from ..translations.committed import article
from .site import REPLIES

pytestmark = pytest.mark.browser


class Quiet(WSGIRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def cached_site(django_db_setup: None, django_db_blocker: object) -> Iterator[str]:
    """The address of a server with the page cache in front of the site."""
    with django_db_blocker.unblock():
        server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet, connections_override={})
        host = f"127.0.0.1:{server.server_port}"
        policy, version = Policy(frozenset({host}), ("sessionid",)), Versions().in_force
        server.set_app(PageCache(WSGIHandler(), policy, Memory(8_000_000), version, REPLIES))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{host}"
        server.shutdown()
        server.server_close()


@pytest.fixture
def shown(django_db_blocker: object) -> Iterator[NewsArticle]:
    with django_db_blocker.unblock(), article("read-in-a-browser") as page:
        yield page


def test_who_comes_again_after_a_publication_sees_it(
    cached_site: str, shown: NewsArticle, tab: Page
) -> None:
    url = cached_site + address(shown, "en")
    whence = [tab.goto(url).header_value("cache-status") for _ in range(2)]
    assert whence == ["mep; fwd=miss; stored", "mep; hit"]
    tab.goto(f"{cached_site}/en/")
    NewsArticle.objects.filter(pk=shown.pk).update(title_en="Quite another title")
    tab.goto(url)
    assert tab.locator("h1").inner_text() == "Quite another title"
    NewsArticle.objects.filter(pk=shown.pk).update(title_en="A third title")
    tab.reload()
    assert tab.locator("h1").inner_text() == "A third title"


def test_a_report_goes_from_a_page_that_was_kept_to_the_thanks(
    cached_site: str, shown: NewsArticle, tab: Page
) -> None:
    for _ in range(2):
        tab.goto(cached_site + address(shown, "en"))
    assert tab.context.cookies() == []
    tab.get_by_role("link", name="Report an error on this page").click()
    assert [cookie["name"] for cookie in tab.context.cookies()] == ["csrftoken"]


def test_the_text_settings_reach_pages_that_were_kept(
    cached_site: str, shown: NewsArticle, tab: Page
) -> None:
    url = cached_site + address(shown, "en")
    size = "getComputedStyle(document.body).fontSize"
    tab.goto(url)
    before = tab.evaluate(size)
    tab.context.add_cookies([{"name": "display", "value": "size-150", "url": cached_site}])
    assert tab.goto(url).header_value("cache-status") == "mep; hit"
    assert tab.evaluate(size) != before
