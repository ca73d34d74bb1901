"""Draws a small table as SVG: without styles or scripts, which the site's policy forbids.

Colours and letters are those of the style sheet (``.chart``); what is drawn is in the table beside.
"""

from functools import lru_cache
from typing import NamedTuple
from xml.etree import ElementTree

import leather
from django.utils.safestring import SafeString, mark_safe

from mep_site.translations.languages import Language
from mep_site.translations.languages.dates import format_number

# In the units of the drawing; as wide as a telephone, so that its letters stay readable there.
WIDTH, HEIGHT, HEIGHT_OF_BAR = 420, 280, 34
# More labels below a line than these would run into each other.
MOST_TICKS = 5
SVG = "{http://www.w3.org/2000/svg}"


class Point(NamedTuple):
    """A row of the table."""

    label: str
    number: float


@lru_cache(maxsize=64)
def drawn(kind: str, name: str, points: tuple[Point, ...], language: Language) -> SafeString:
    """The chart as an ``svg`` element that is called ``name``; ``kind`` is ``line`` or ``bars``."""
    chart = leather.Chart()
    (_add_bars if kind == "bars" else _add_line)(chart, points, language)
    height = HEIGHT_OF_BAR * (len(points) + 2) if kind == "bars" else HEIGHT
    root = ElementTree.fromstring(chart.to_svg(width=WIDTH, height=height))  # noqa: S314 - our own
    return _written(root, name, height)


def _add_bars(chart: leather.Chart, points: tuple[Point, ...], language: Language) -> None:
    chart.add_bars([(point.number, point.label) for point in points])
    chart.add_x_axis(tick_formatter=lambda value, *others: format_number(float(value), language))


def _add_line(chart: leather.Chart, points: tuple[Point, ...], language: Language) -> None:
    last = len(points) - 1
    chart.add_line([(place, point.number) for place, point in enumerate(points)])
    chart.add_x_scale(0, last)
    chart.add_x_axis(
        ticks=list(range(last, -1, -(1 + last // MOST_TICKS)))[::-1],
        tick_formatter=lambda value, *others: points[int(value)].label,
    )
    chart.add_y_axis(tick_formatter=lambda value, *others: format_number(float(value), language))


def _written(root: ElementTree.Element, name: str, height: int) -> SafeString:
    """As wide as there is room, with a name for those who cannot see it."""
    root.attrib.clear()
    root.attrib |= {"viewBox": f"0 0 {WIDTH} {height}", "role": "img", "aria-label": name}
    group = root[0]
    group.remove(group.find(f"{SVG}rect"))
    ElementTree.register_namespace("", SVG[1:-1])
    return mark_safe(ElementTree.tostring(root, encoding="unicode"))  # noqa: S308 - escaped by it
