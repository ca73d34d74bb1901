"""What Chromium transfers: pages with a shared dictionary, and pages that it fetches in advance."""

import threading
from collections.abc import Iterator
from statistics import mean
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from mep_site.pagecache.dictionary import train
from mep_site.pagecache.layer import PageCache
from mep_site.pagecache.policy import Policy
from mep_site.pagecache.replying import Replies
from mep_site.pagecache.samples import public_pages, public_paths
from mep_site.pagecache.shelf import Shelf
from mep_site.pagecache.store import Memory
from tests.measuring.visit import DESKTOP, faults_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CAPACITY = 16 * 1024 * 1024
PATIENCE = 20
NAVIGATION = "() => performance.getEntriesByType('navigation')[0].toJSON()"


class Quiet(WSGIRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


class Server:
    """The demo behind its page cache, at an address that browsers trust; notes what is asked."""

    def __init__(self, shelf: Shelf) -> None:
        self._server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet, connections_override={})
        host = f"localhost:{self._server.server_port}"
        self.url = f"http://{host}"
        self.in_advance: list[str] = []
        policy, store = Policy(frozenset({host})), Memory(CAPACITY)
        self.cache = PageCache(WSGIHandler(), policy, store, lambda: "", Replies(shelf))
        self._server.set_app(self._answer)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Any:
        if environ.get("HTTP_SEC_PURPOSE"):
            self.in_advance.append(environ["PATH_INFO"])
        return self.cache(environ, start_response)

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def server(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any
) -> Iterator[Server]:
    from django.conf import settings

    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setattr(settings, "PAGE_CACHE_BYTES", CAPACITY)
        patch.setattr(settings, "PAGE_DICTIONARIES", tmp_path_factory.mktemp("dictionaries"))
        shelf = Shelf(settings.PAGE_DICTIONARIES)
        shelf.add(train(public_pages()))
        server = Server(shelf)
        yield server
        server.stop()


@pytest.fixture(scope="module")
def browser(server: Server, chromium: Browser) -> Iterator[BrowserContext]:
    """One that has fetched the dictionary, as it does once it has had nothing else to do."""
    context = chromium.new_context(viewport=DESKTOP)
    tab = context.new_page()
    for _ in range(PATIENCE):
        tab.goto(f"{server.url}/en/")
        tab.wait_for_timeout(1000)
        if tab.evaluate(NAVIGATION)["contentEncoding"] == "dcz":
            break
    tab.close()
    yield context
    context.close()


@pytest.fixture
def reader(server: Server, browser: BrowserContext) -> Iterator[Page]:
    """A tab on the home page; whatever the console says fails the test."""
    tab = browser.new_page()
    faults = faults_of(tab)
    tab.goto(f"{server.url}/en/")
    server.in_advance.clear()
    yield tab
    tab.close()
    assert faults == []


def test_a_further_page_comes_as_what_is_new_in_it(reader):
    reader.locator(".main-menu a").nth(2).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Policies")
    assert reader.evaluate(NAVIGATION)["contentEncoding"] == "dcz"


def test_further_pages_take_1600_bytes_on_average(server, reader):
    english = [path for path in public_paths() if path.startswith("/en/")]
    paths = english[5 :: len(english) // 10][:10]
    for _ in range(2):
        for path in paths:
            reader.goto(server.url + path)
        server.cache.background.wait()
    sizes = []
    for path in paths:
        reader.goto(server.url + path)
        sizes.append(reader.evaluate(NAVIGATION)["encodedBodySize"])
    assert mean(sizes) <= 1600


def test_a_page_is_there_before_its_link_is_clicked(server, reader):
    link = reader.locator(".main-menu a").nth(2)
    rest_on(link)
    assert server.in_advance == [link.get_attribute("href")]
    link.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Policies")
    navigation = reader.evaluate(NAVIGATION)
    assert navigation["deliveryType"] == "navigational-prefetch"
    assert navigation["contentEncoding"] == "dcz"


def test_no_question_form_or_other_language_is_fetched_in_advance(server, reader):
    for place in ("/en/search/", "/en/display/", "/en/report/", "/ru/", "/documents/", "/en/feed/"):
        for link in reader.locator(f"a[href^='{place}']").all()[:1]:
            rest_on(link)
    rest_on(reader.locator(".main-menu a").nth(1))
    assert server.in_advance == ["/en/news/"]


def rest_on(link: Locator) -> None:
    """Long enough for what is fetched when a pointer rests there: after 200 ms."""
    link.hover()
    link.page.wait_for_timeout(700)
