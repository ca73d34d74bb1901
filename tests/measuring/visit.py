"""One visit to a page in Chromium, and what it costs and does."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from gzip import compress as gzip
from typing import Any

from brotli import compress as brotli
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
    Route,
    ViewportSize,
)

NARROW = {"width": 320, "height": 640}
# A window of 1280 × 1024 pixels at 400 %.
ZOOMED = {"width": 320, "height": 256}
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
USUAL_WISHES = {"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none"}


@cache
def brotli_size(body: bytes) -> int:
    """How many bytes a static file takes; most pages have the same, and to compress takes long."""
    return len(brotli(body))


# deploy/nginx.conf compresses pages; WhiteNoise has compressed the static files beforehand.
COMPRESSED_SIZE: dict[str, Callable[[bytes], int]] = {
    "document": lambda body: len(gzip(body, compresslevel=5)),
    "stylesheet": brotli_size,
    "script": brotli_size,
}
LATE = {"image", "script"}

LAYOUT_SHIFT = """() => new Promise(resolve => {
  let shift = 0;
  const add = list => list.getEntries().forEach(entry => { shift += entry.value; });
  new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => setTimeout(() => resolve(shift), 50));
})"""
SCROLL = """async () => {
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
    scrollTo({top, behavior: "instant"});
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}"""
# What is folded away or for paper only is fetched when it is shown; what a busy machine passed by
# too fast to fetch is looked at again.
COMPLETE = """() => {
  const late = [...document.images].find(it => !it.complete && it.checkVisibility());
  late?.scrollIntoView({behavior: "instant"});
  return !late;
}"""
TO_THE_START = "scrollTo({top: 0, behavior: 'instant'})"
PAINTED = "() => performance.getEntriesByType('paint').length > 0"


@dataclass
class Visit:
    """A page in a tab, and what happened until it had loaded and been scrolled to its end."""

    url: str
    page: Page
    status: int = 0
    shift: float = 0
    faults: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)
    weights: dict[str, int] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """Bytes of HTML, CSS and JavaScript, compressed as in production."""
        return sum(self.weights.values())

    def weigh(self, response: Response) -> None:
        size = COMPRESSED_SIZE.get(response.request.resource_type)
        if size:
            self.weights[response.url] = size(response.body())


def faults_of(page: Page) -> list[str]:
    """The errors and warnings of a page, as they come: scripts, rules broken, files not found."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console",
        lambda message: (
            message.type in {"error", "warning"}
            and faults.append(f"{message.text} {message.location['url']}")
        ),
    )
    return faults


# What a Content-Security-Policy has denied a page in any browser of the tests.
DENIED: list[str] = []


def note_what_is_denied(browser: Browser) -> None:
    """Let every page that is opened in this browser from here on leave in `DENIED` what it tried.

    The browser says it on the console, also of frames, and where scripts are off.
    """
    usual = browser.new_context

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            DENIED.append(f"{message.page.url if message.page else ''}: {message.text}")

    def new_context(**options: Any) -> BrowserContext:
        context = usual(**options)
        context.on("console", note)
        return context

    browser.new_context = new_context
    browser.new_page = lambda **options: new_context(**options).new_page()


class Gate:
    """Holds pictures and scripts of a page back until it opens."""

    def __init__(self, page: Page) -> None:
        self._is_open = False
        self._held: list[Route] = []
        page.route("**/*", self._handle)

    def _handle(self, route: Route) -> None:
        if self._is_open or route.request.resource_type not in LATE:
            route.continue_()
        else:
            self._held.append(route)

    def open(self) -> None:
        self._is_open = True
        for route in self._held:
            route.continue_()


class Visitor:
    """Reads one page after another in the same tab.

    A new tab is a new process, which has to compile every script again: it takes twice as long.
    """

    def __init__(self, browser: Browser) -> None:
        context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce")
        self.page = context.new_page()
        self._faults = faults_of(self.page)
        self._requested: list[str] = []
        self._responses: list[Response] = []
        self.page.on("request", lambda request: self._requested.append(request.url))
        self.page.on("response", lambda response: self._responses.append(response))  # noqa: PLW0108

    def reads(self, url: str) -> Visit:
        """Read a page to its end; pictures and scripts arrive only after its first paint.

        On a fast line they come so early that nothing shifts; here what has no place reserved
        shows. Nothing comes from the cache, of which a file may be had without its body.
        """
        for noted in (self._faults, self._requested, self._responses):
            noted.clear()
        self.page.context.clear_cookies()
        status = self._opens(url).status
        scroll_through(self.page)
        shift = self.page.evaluate(LAYOUT_SHIFT)
        visit = Visit(url, self.page, status, shift, list(self._faults), list(self._requested))
        for response in self._responses:
            visit.weigh(response)
        return visit

    def _opens(self, url: str) -> Response:
        gate = Gate(self.page)
        response = self.page.goto(url, wait_until="commit")
        self.page.wait_for_function(PAINTED)
        gate.open()
        self.page.wait_for_load_state("load")
        self.page.unroute_all()
        return response


@contextmanager
def seen_as(page: Page, size: ViewportSize = DESKTOP, **wishes: str) -> Iterator[None]:
    """A page in a window of this size, on a device with these wishes; then as usual on a desk."""
    page.set_viewport_size(size)
    page.emulate_media(**wishes)
    yield
    page.emulate_media(**USUAL_WISHES)
    page.set_viewport_size(DESKTOP)


def scroll_through(page: Page) -> None:
    """Go to the end, so that every picture is loaded, and back to the start."""
    page.evaluate(SCROLL)
    page.wait_for_function(COMPLETE)
    page.evaluate(TO_THE_START)


def text_without_script(page: Page, url: str) -> str:
    """The visible text of a page, in a tab where JavaScript is off.

    Cookies are removed first, so that nothing of another page is said.
    """
    page.context.clear_cookies()
    page.goto(url)
    return page.locator("body").inner_text()


def without_pictures(route: Route) -> None:
    """Answers a request of a page, but not for pictures."""
    route.abort() if route.request.resource_type == "image" else route.continue_()
