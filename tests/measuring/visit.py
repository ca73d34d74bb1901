"""One visit to a page in Chromium, and what it costs and does."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from gzip import compress as gzip
from typing import Any

from brotli import compress as brotli
from playwright.sync_api import Browser, BrowserContext, Page, Response, Route

NARROW = {"width": 320, "height": 640}
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}

# deploy/nginx.conf compresses pages; WhiteNoise has compressed the static files beforehand.
COMPRESSION = {
    "document": lambda body: gzip(body, compresslevel=5),
    "stylesheet": brotli,
    "script": brotli,
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
  scrollTo({top: 0, behavior: "instant"});
}"""
COMPLETE = "() => [...document.images].every(image => image.complete)"
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
        compress = COMPRESSION.get(response.request.resource_type)
        if compress:
            self.weights[response.url] = len(compress(response.body()))


def faults_of(page: Page) -> list[str]:
    """The errors and warnings of a page, as they come: scripts, rules broken, files not found."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console",
        lambda message: message.type in {"error", "warning"} and faults.append(message.text),
    )
    return faults


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


@contextmanager
def visit(browser: Browser, url: str, **options: Any) -> Iterator[Visit]:
    """Read a page to its end; pictures and scripts arrive only after its first paint.

    On a fast line they come so early that nothing shifts; here what has no place reserved shows.
    """
    context = browser.new_context(viewport=DESKTOP, **options)
    page = context.new_page()
    visit = Visit(url, page, faults=faults_of(page))
    page.on("request", lambda request: visit.requested.append(request.url))
    gate = Gate(page)
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108
    visit.status = page.goto(url, wait_until="commit").status
    page.wait_for_function(PAINTED)
    gate.open()
    page.wait_for_load_state("load")
    scroll_through(page)
    visit.shift = page.evaluate(LAYOUT_SHIFT)
    for response in responses:
        visit.weigh(response)
    yield visit
    context.close()


def scroll_through(page: Page) -> None:
    """Go to the end, so that every picture is loaded, and back to the start."""
    page.evaluate(SCROLL)
    page.wait_for_function(COMPLETE)


def text_without_script(context: BrowserContext, url: str) -> str:
    """The visible text of a page, opened in a context where JavaScript is off.

    Cookies are removed first, so that nothing of another page is said.
    """
    context.clear_cookies()
    page = context.new_page()
    page.route("**/*", _without_pictures)
    page.goto(url)
    text = page.locator("body").inner_text()
    page.close()
    return text


def _without_pictures(route: Route) -> None:
    route.abort() if route.request.resource_type == "image" else route.continue_()
