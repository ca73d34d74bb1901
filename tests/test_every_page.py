"""Every page type in every language, in a real browser: what everyone can rely on.

The places are in `measuring/places.py`. A place is visited once for all tests; each test puts the
tab into the state that it needs.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

from .measuring.places import CODES, PLACES, Place
from .measuring.tools import axe_findings, html_findings
from .measuring.visit import DESKTOP, NARROW, PHONE, Visit, text_without_script, visit

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[1]
HEAVIEST = 60_000
LARGEST_SHIFT = 0.01
EVERYWHERE = [(place, code) for place in PLACES for code in CODES]
# What no word can break is looked at in one language of each place, by turns.
BY_TURNS = [(place, CODES[at % len(CODES)]) for at, place in enumerate(PLACES)]


def named(places: list[tuple[Place, str]]) -> list[str]:
    """What the tests of these places are called."""
    return [f"{place}-{code}" for place, code in places]


in_one_language = pytest.mark.parametrize("place", BY_TURNS, ids=named(BY_TURNS), indirect=True)

HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter(heading => heading.checkVisibility()).map(heading => Number(heading.tagName[1]))"""
LANDMARKS = """() => [...document.body.children]
  .map(child => child.localName === "a" ? "skip link" : child.localName)"""
# What the tabulator key stops at, in the order of the document; of a group of radio buttons, one.
STOPS = """() => {
  const groups = new Set();
  const first = stop => {
    if (stop.type !== "radio") return true;
    const isFirst = !groups.has(stop.name);
    groups.add(stop.name);
    return isFirst;
  };
  window.stops = [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
  )].filter(stop => stop.checkVisibility({visibilityProperty: true}) && !stop.disabled)
    .filter(first);
  return window.stops.length;
}"""
FOCUSED = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    stop: window.stops.findIndex(
      stop => stop === element || (stop.type === "radio" && stop.name === element.name)
    ),
    html: element.outerHTML.slice(0, 120),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inView: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
  };
}"""
UNBORDERED = """() => [...document.querySelectorAll("button, input, select, textarea")]
  .filter(control => control.checkVisibility() && !["radio", "checkbox"].includes(control.type))
  .filter(control => {
    const style = getComputedStyle(control);
    return style.borderTopStyle === "none" || parseFloat(style.borderTopWidth) === 0;
  }).map(control => control.outerHTML)"""
MOVING = """() => [...document.querySelectorAll("*")].filter(element => {
  const style = getComputedStyle(element);
  const durations = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
  return style.scrollBehavior === "smooth" || durations.some(time => parseFloat(time) > 0);
}).map(element => element.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module", params=EVERYWHERE, ids=named(EVERYWHERE))
def place(request: pytest.FixtureRequest) -> tuple[Place, str]:
    """A kind of address and a language."""
    return request.param


@pytest.fixture(scope="module")
def visited(
    place: tuple[Place, str], site: str, chromium: Browser, django_db_blocker: object
) -> Iterator[Visit]:
    """The place as a visitor finds it."""
    kind, code = place
    with django_db_blocker.unblock():
        url = site + kind.address(code)
    with visit(chromium, url, reduced_motion="reduce") as visited:
        yield visited


@pytest.fixture(scope="session")
def without_script(chromium: Browser) -> Iterator[BrowserContext]:
    """A desk without JavaScript, one for all places: Chromium takes long to open a window."""
    context = chromium.new_context(viewport=DESKTOP, java_script_enabled=False)
    # As long as a page is open, those that follow it open in its window.
    context.new_page()
    yield context
    context.close()


@pytest.fixture
def tab(visited: Visit) -> Page:
    """The tab of the visit, as wide as on a desk and in a light room."""
    visited.page.set_viewport_size(DESKTOP)
    visited.page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="reduce")
    return visited.page


def test_it_answers_without_a_fault(place, visited):
    faults = visited.faults
    if place[0].status == 404:
        faults = [fault for fault in faults if "404" not in fault]
    assert (visited.status, faults) == (place[0].status, [])


def test_it_asks_no_other_host_and_sets_no_cookie_but_for_a_form(place, visited, site):
    assert [url for url in visited.requested if not url.startswith(f"{site}/")] == []
    assert {cookie["name"] for cookie in visited.page.context.cookies()} == place[0].cookies


def test_it_weighs_little(visited):
    assert visited.weight <= HEAVIEST, visited.weights


def test_nothing_moves_while_it_loads(visited):
    assert visited.shift < LARGEST_SHIFT


def test_axe_finds_nothing(axe, tab):
    assert axe_findings(tab) == []


@in_one_language
def test_axe_finds_nothing_in_the_dark_on_a_phone(axe, tab):
    tab.set_viewport_size(PHONE)
    tab.emulate_media(color_scheme="dark")
    assert axe_findings(tab) == []


def test_it_fits_the_narrowest_window_and_four_times_the_size(tab):
    """A window of 1280 pixels at 400 % is 320 CSS pixels wide."""
    tab.set_viewport_size(NARROW)
    assert tab.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_its_headings_are_an_outline_and_its_landmarks_in_order(tab):
    levels = tab.evaluate(HEADINGS)
    main = levels[levels.index(1) :]
    assert levels.count(1) == 1
    assert [b for a, b in pairwise(main) if b > a + 1] == []
    order = [name for name in tab.evaluate(LANDMARKS) if name != "script"]
    assert order in (
        ["skip link", "header", "main", "footer"],
        ["skip link", "header", "nav", "main", "footer"],
    )


@in_one_language
def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(tab):
    stops = tab.evaluate(STOPS)
    tab.evaluate("stops.at(-1).focus()")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement === document.body"), "The end is a trap."
    reached: list[int] = []
    for _ in range(stops):
        tab.keyboard.press("Tab")
        focused = tab.evaluate(FOCUSED)
        assert (focused["outlined"], focused["inView"]) == (True, True), focused["html"]
        reached.append(focused["stop"])
    assert reached == list(range(stops))


@in_one_language
def test_forced_colours_leave_controls_and_focus_visible(tab):
    tab.emulate_media(forced_colors="active")
    assert tab.evaluate(UNBORDERED) == []
    tab.evaluate(STOPS)
    tab.locator("a[href]").first.focus()
    assert tab.evaluate(FOCUSED)["outlined"]


@in_one_language
def test_nothing_moves_for_those_who_want_no_motion(tab):
    assert tab.evaluate(MOVING) == []


@in_one_language
def test_it_says_the_same_without_script(visited, tab, without_script):
    assert text_without_script(without_script, visited.url) == tab.locator("body").inner_text()


def test_a_picture_without_room_of_its_own_would_be_noticed(chromium, tmp_path):
    Image.new("RGB", (600, 400)).save(tmp_path / "picture.png")
    file = tmp_path / "page.html"
    file.write_text("<!doctype html><p>Above</p><img src=picture.png><p>Below</p>")
    with visit(chromium, file.as_uri()) as visited:
        assert visited.shift > LARGEST_SHIFT


def test_axe_looks_at_the_size_of_targets(axe, chromium):
    page = chromium.new_page()
    page.set_content("<button style='all: unset; width: 9px; height: 9px'></button>" * 2)
    found = {finding.partition(":")[0] for finding in axe_findings(page)}
    page.close()
    assert {"target-size", "button-name"} <= found


def test_every_page_and_style_sheet_is_valid(html_checker, site, tmp_path, django_db_blocker):
    with django_db_blocker.unblock():
        addresses = {f"{place}-{code}": place.address(code) for place, code in EVERYWHERE}
    files = [tmp_path / f"{number:03} {name}.html" for number, name in enumerate(addresses)]
    for file, address in zip(files, addresses.values(), strict=True):
        file.write_bytes(read(site + address))
    styles = [file for file in (ROOT / "static/css").glob("*.css") if file.name != "admin.css"]
    assert html_findings([*files, *styles]) == []


def read(url: str) -> bytes:
    """The body of an answer, whatever its status."""
    try:
        return urlopen(url).read()
    except HTTPError as error:
        return error.read()
