"""A visitor's browser and the page cache: what is published is seen, and nothing else changes."""

from collections.abc import Iterator
from socketserver import ThreadingMixIn
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.handlers.wsgi import WSGIHandler
from playwright.sync_api import Page

from mep_site.pagecache.layer import PageCache
from mep_site.pagecache.policy import Policy
from mep_site.pagecache.store import Memory
from mep_site.pagecache.versions import Versions
from news.models import NewsArticle

from ..measuring.places import address
from ..translations.committed import article

pytestmark = pytest.mark.browser


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def cached_site(django_db_setup: None, django_db_blocker: object) -> Iterator[str]:
    """The address of a server with the page cache in front of the site."""
    with django_db_blocker.unblock():
        server = make_server("127.0.0.1", 0, None, server_class=Server, handler_class=Quiet)
        host = f"127.0.0.1:{server.server_port}"
        policy = Policy(frozenset({host}), ("sessionid",))
        server.set_app(PageCache(WSGIHandler(), policy, Memory(8_000_000), Versions().in_force))
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{host}"
        server.shutdown()


@pytest.fixture
def shown(django_db_blocker: object) -> Iterator[NewsArticle]:
    with django_db_blocker.unblock(), article("read-in-a-browser") as page:
        yield page


def test_who_comes_back_after_a_publication_sees_it(cached_site, shown, tab: Page):
    url = cached_site + address(shown, "en")
    whence = [tab.goto(url).header_value("cache-status") for _ in range(2)]
    assert whence[1] == "mep; hit"
    tab.goto(f"{cached_site}/en/")
    NewsArticle.objects.filter(pk=shown.pk).update(title_en="Quite another title")
    tab.goto(url)
    assert tab.locator("h1").inner_text() == "Quite another title"
