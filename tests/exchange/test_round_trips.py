"""No unit and no code is lost on the way to a tool and back, over every page of the demo.

The tools are translate-toolkit, by its rich texts, and a plain one that knows XML and no more.
"""

import xml.etree.ElementTree as ET
from collections import Counter

import pytest
from translate.storage import xliff, xliff2

from mep_site.core.models import BasePage
from mep_site.exchange.formats.registry import FORMATS
from mep_site.exchange.texts.codes import coded, codes_of
from mep_site.exchange.texts.gathering import documents_of
from mep_site.translations.content.pins import fingerprint

from ..translations.steps import ENGLISH, RUSSIAN

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

MARK = "※"


def whole_demo(language):
    """The document of all pages there are, with the article full of codes."""
    (document,) = documents_of(BasePage.objects.filter(depth__gt=1).order_by("path"), language)
    return document


def by_toolkit(module, klass):
    """Edits each target as translate-toolkit does: the words before, between and after codes."""

    def edit(content):
        store = klass.parsestring(content)
        for unit in store.units:
            elements = unit.rich_target
            if elements and str(elements[0]):
                elements[0].insert(0, MARK)
                unit.rich_target = elements
        return bytes(store)

    return edit


def by_hand(content):
    """Edits each target as a program does that knows XML: the first words in it."""
    root = ET.fromstring(content)
    for target in root.iter():
        if target.tag.endswith("}target") and "".join(target.itertext()):
            target.text = MARK + (target.text or "")
    return ET.tostring(root, encoding="utf-8")


def assert_nothing_is_lost(document, returned):
    assert [page.page_id for page in returned.pages] == [page.page_id for page in document.pages]
    for page, back in zip(document.pages, returned.pages, strict=True):
        assert [unit.unit for unit in back.units] == [each.unit for each in page.segments]
        for segment, unit in zip(page.segments, back.units, strict=True):
            assert unit.fault == "", (segment, unit)
            assert (unit.seen, unit.base) == (segment.seen, segment.base)
            if not segment.target:
                continue
            assert unit.has_changed
            text = unit.text.replace(MARK, "", 1)
            assert fingerprint(text) == segment.base, (segment.target, unit.text)
            if segment.is_rich:
                tags = Counter(code.markup for code in codes_of(coded(segment.target)))
                assert Counter(code.markup for code in codes_of(coded(unit.text))) == tags


@pytest.mark.parametrize("language", [ENGLISH, RUSSIAN], ids=str)
def test_no_unit_and_no_code_is_lost_on_any_page(article, language):
    document = whole_demo(language)
    assert (
        sum(len(codes_of(each.coded_target)) for page in document.pages for each in page.segments)
        > 10
    )
    tools = {
        "xliff12": (by_toolkit(xliff, xliff.xlifffile), by_hand),
        "xliff20": (by_toolkit(xliff2, xliff2.Xliff2File), by_hand),
    }
    for name, edits in tools.items():
        content = FORMATS[name].write(document)
        for edit in edits:
            assert_nothing_is_lost(document, FORMATS[name].read(edit(content)))


def test_what_nobody_touched_is_unchanged(article):
    document = whole_demo(ENGLISH)
    count = sum(len(page.segments) for page in document.pages)
    for each in FORMATS.values():
        returned = each.read(each.write(document))
        units = [unit for page in returned.pages for unit in page.units]
        assert len(units) == count, each.name
        assert [unit for unit in units if unit.fault or unit.has_changed] == [], each.name
