"""The home page of a fresh demo in a real browser: no holes, no faults, no need of scripts."""

from collections.abc import Iterator

import pytest

from mep_site.demo.content.sections import SECTIONS

from .demo_of_today import demo_of_today
from .measuring.places import CODES
from .measuring.tools import axe_findings

pytestmark = pytest.mark.browser

WIDTHS = (390, 768, 1280, 1920)
# Rows of tiles that do not reach to the end of their line, or that overlap its end.
HOLES = """() => [...document.querySelectorAll(".tiles, .stories, .home-sections")]
  .flatMap(box => {
    const edge = box.getBoundingClientRect().right;
    const rows = new Map();
    for (const item of box.children) {
      const {top, right} = item.getBoundingClientRect();
      rows.set(Math.round(top), Math.max(right, rows.get(Math.round(top)) ?? 0));
    }
    return [...rows.values()].filter(right => Math.abs(right - edge) > 1)
      .map(right => `${box.className}: ${right} of ${edge}`);
  })"""


@pytest.fixture(scope="module")
def fresh(site: str) -> Iterator[str]:
    """The site with the demo as it is for who loads it today."""
    with demo_of_today():
        yield site


@pytest.mark.parametrize("code", CODES)
def test_it_is_whole_at_every_width(code, fresh, axe, tab):
    tab.goto(f"{fresh}/{code}/")
    assert tab.locator(".urgent-notices li").count() == 1
    assert tab.locator(".home-sections > section").count() == len(SECTIONS)
    holes, widths = {}, {}
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 844})
        holes[width] = tab.evaluate(HOLES)
        widths[width] = tab.evaluate("document.documentElement.scrollWidth")
    assert holes == {width: [] for width in WIDTHS}
    assert widths == {width: width for width in WIDTHS}
    assert axe_findings(tab) == []


def test_it_is_readable_in_the_dark_and_in_forced_colours(fresh, axe, tab):
    tab.emulate_media(color_scheme="dark")
    tab.goto(f"{fresh}/ru/")
    assert axe_findings(tab) == []
    tab.emulate_media(forced_colors="active")
    colours = tab.evaluate(
        "[...document.querySelectorAll('.chart text, .chart path')].map("
        "each => getComputedStyle(each)[each.matches('text') ? 'fill' : 'stroke'])"
    )
    assert len(set(colours)) == 1
