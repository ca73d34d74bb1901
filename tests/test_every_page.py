"""Every page type, in every language by turns, in a real browser: what everyone can rely on.

The places are in `measuring/places.py`. A place is visited once for all tests, and all places in
the same tab; each test leaves the tab as it found it.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from .measuring.places import CODES, PAGE_TYPES, PLACES, Place
from .measuring.setting import (
    end_of_first_sentence,
    lines_beginning_with_a_dash,
    right_edges,
    top_of,
    words_broken_in_headings,
)
from .measuring.tools import ONLY_COLOURS, RULES, axe_findings, html_findings
from .measuring.visit import (
    DESKTOP,
    NARROW,
    PHONE,
    ZOOMED,
    Visit,
    Visitor,
    seen_as,
    text_without_script,
    without_pictures,
)
from .turns import IS_WHOLE, TURN

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[1]
HEAVIEST = 60_000
LARGEST_SHIFT = 0.01
# On a phone of 844 pixels.
LOWEST_HEADING = 200
OF_PAGE_TYPES = {model._meta.label for model in PAGE_TYPES}
EVERYWHERE = [(place, code) for place in PLACES for code in CODES]
# Each place in one language, tomorrow in another; enough for what no word can break.
BY_TURNS = [(place, CODES[(at + TURN) % len(CODES)]) for at, place in enumerate(PLACES)]
TODAY = EVERYWHERE if IS_WHOLE else BY_TURNS
IN_RUSSIAN = [(place, code) for place, code in TODAY if code == "ru"]


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


@pytest.fixture(scope="module", params=TODAY, ids=named(TODAY))
def place(request: pytest.FixtureRequest) -> tuple[Place, str]:
    """A kind of address and a language."""
    return request.param


@pytest.fixture(scope="module")
def visitor(chromium: Browser) -> Iterator[Visitor]:
    """Who reads all places."""
    visitor = Visitor(chromium)
    yield visitor
    visitor.page.context.close()


@pytest.fixture(scope="module")
def visited(
    place: tuple[Place, str], site: str, visitor: Visitor, django_db_blocker: object
) -> Visit:
    """The place as a visitor finds it."""
    kind, code = place
    with django_db_blocker.unblock():
        url = site + kind.address(code)
    return visitor.reads(url)


@pytest.fixture(scope="module")
def tab_without_script(chromium: Browser) -> Iterator[Page]:
    """A desk without JavaScript."""
    context = chromium.new_context(viewport=DESKTOP, java_script_enabled=False)
    page = context.new_page()
    page.route("**/*", without_pictures)
    yield page
    context.close()


@pytest.fixture
def tab(visited: Visit) -> Page:
    """The tab of the visit, as wide as on a desk and in a light room."""
    return visited.page


def test_it_answers_without_a_fault(place, visited):
    is_absent = place[0].status == 404
    assert visited.status == place[0].status
    assert [fault for fault in visited.faults if not (is_absent and "404" in fault)] == []
    assert bool(visited.faults) == is_absent, "Chromium tells of a page that is not there."


@pytest.mark.asvs("14.2.3")
def test_it_asks_no_other_host_and_sets_no_cookie_but_for_a_form(place, visited, site):
    assert visited.url in visited.requested
    assert [url for url in visited.requested if not url.startswith(f"{site}/")] == []
    assert {cookie["name"] for cookie in visited.page.context.cookies()} == place[0].cookies


def test_it_weighs_little(visited):
    assert {url.rpartition(".")[2] for url in visited.weights} >= {"css", "js"}
    assert visited.weight <= HEAVIEST, visited.weights


def test_nothing_moves_while_it_loads(visited):
    assert visited.shift < LARGEST_SHIFT


@in_one_language
def test_axe_finds_nothing(axe, tab):
    assert axe_findings(tab) == []


@in_one_language
def test_axe_finds_nothing_in_the_dark_on_a_phone(axe, tab):
    with seen_as(tab, PHONE, color_scheme="dark"):
        found = axe_findings(tab)
    assert found == []


def test_it_fits_the_narrowest_window_and_four_times_the_size(tab):
    """A window of 1280 pixels at 400 % is 320 CSS pixels wide."""
    with seen_as(tab, NARROW):
        width = tab.evaluate("document.documentElement.scrollWidth")
    assert width <= NARROW["width"]


def test_a_phone_shows_at_once_what_the_page_is_and_how_it_begins(place, tab):
    with seen_as(tab, PHONE):
        heading, sentence = top_of(tab, "h1"), end_of_first_sentence(tab)
    assert heading <= LOWEST_HEADING
    if place[0].name in OF_PAGE_TYPES:
        assert sentence <= PHONE["height"]


def test_a_wide_screen_at_four_times_the_size_shows_the_beginning_of_the_main_part(tab):
    with seen_as(tab, ZOOMED):
        top = top_of(tab, "main")
    assert top < ZOOMED["height"]


def test_no_heading_breaks_a_chinese_word(tab):
    broken = words_broken_in_headings(tab)
    with seen_as(tab, PHONE):
        broken += words_broken_in_headings(tab)
    assert broken == []


@pytest.mark.parametrize("place", IN_RUSSIAN, ids=named(IN_RUSSIAN), indirect=True)
def test_no_russian_line_begins_with_a_dash(tab):
    with seen_as(tab, PHONE):
        lines = lines_beginning_with_a_dash(tab)
    assert lines == []


def test_what_stands_below_each_other_ends_at_the_same_edge(tab):
    assert len(right_edges(tab)) <= 1


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
    with seen_as(tab, forced_colors="active"):
        unbordered = tab.evaluate(UNBORDERED)
        tab.evaluate(STOPS)
        tab.locator("a[href]").first.focus()
        focused = tab.evaluate(FOCUSED)
    assert unbordered == []
    assert focused["outlined"]


@in_one_language
def test_nothing_moves_for_those_who_want_no_motion(tab):
    assert tab.evaluate(MOVING) == []


@in_one_language
def test_it_says_the_same_without_script(visited, tab, tab_without_script):
    text = text_without_script(tab_without_script, visited.url)
    assert text == tab.locator("body").inner_text()


def test_a_picture_without_room_of_its_own_would_be_noticed(visitor, tmp_path):
    Image.new("RGB", (600, 400)).save(tmp_path / "picture.png")
    file = tmp_path / "page.html"
    file.write_text("<!doctype html><p>Above</p><img src=picture.png><p>Below</p>")
    assert visitor.reads(file.as_uri()).shift > LARGEST_SHIFT


@pytest.mark.parametrize(
    ("rules", "names"),
    [
        (RULES, {"target-size", "button-name", "color-contrast"}),
        (ONLY_COLOURS, {"color-contrast"}),
    ],
    ids=["all", "only colours"],
)
def test_axe_would_find_what_is_wrong(rules, names, axe, chromium):
    page = chromium.new_page()
    page.set_content(
        "<p style='color: #aaa'>pale</p>"
        + "<button style='all: unset; width: 9px; height: 9px'></button>" * 2
    )
    found = {finding.partition(":")[0] for finding in axe_findings(page, rules=rules)}
    page.close()
    about = {"target-size", "button-name", "color-contrast"}
    assert found & about == names


def test_every_page_and_style_sheet_is_valid(html_checker, site, tmp_path, django_db_blocker):
    with django_db_blocker.unblock():
        addresses = {f"{place}-{code}": place.address(code) for place, code in EVERYWHERE}
    files = [tmp_path / f"{number:03} {name}.html" for number, name in enumerate(addresses)]
    for file, address in zip(files, addresses.values(), strict=True):
        file.write_bytes(read(site + address))
    sheets = [file for file in (ROOT / "static/css").glob("*.css") if file.name != "admin.css"]
    styles = [known_style(sheet, tmp_path) for sheet in sheets]
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!doctype html><p>A page without a title")
    found = html_findings([wrong, *files, *styles])
    assert [finding for finding in found if not finding.startswith("wrong.html")] == []
    assert found, "The checker would have found nothing."


def known_style(sheet: Path, folder: Path) -> Path:
    """A copy of a style sheet without the one selector that the checker does not know."""
    copy = folder / sheet.name
    copy.write_text(sheet.read_text("utf-8").replace("::highlight(spoken)", "::selection"))
    return copy


def read(url: str) -> bytes:
    """The body of an answer, whatever its status."""
    try:
        return urlopen(url).read()
    except HTTPError as error:
        return error.read()
