"""The entries of a page that was moved, and of all below it, name the pages above them now."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mep_site.core.models import BasePage
from mep_site.pages.models import SectionPage, StandardPage
from mep_site.search.models import Entry

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.every_database,
    pytest.mark.slow,
    pytest.mark.usefixtures("version_is_kept"),
]

TITLES = {"title_zh_hans": "页", "title_en": "Page", "title_ru": "Страница"}


def below(parent, slug, model=SectionPage):
    return parent.add_child(instance=model(slug=slug, **TITLES))


def section_with(home, number):
    """A section with so many pages, each with one below it."""
    section = below(home, f"section-{number}")
    for place in range(number):
        below(below(section, f"page-{place}"), "leaf", StandardPage)
    return section


def marks_of(page):
    entry = Entry.objects.get(object_id=str(page.pk), language="en")
    return [each for each in entry.marks.split() if each.startswith(("under=", "section="))]


def assert_the_index_agrees():
    call_command("check_search_index")


def test_pages_below_stand_under_their_new_section(home):
    section, elsewhere = section_with(home, 1), below(home, "elsewhere")
    leaf = BasePage.objects.get(path__startswith=section.path, slug="leaf")
    section.move(elsewhere, pos="last-child")
    assert marks_of(leaf)[:4] == [
        f"under={home.pk}",
        f"under={elsewhere.pk}",
        f"section={elsewhere.pk}",
        f"under={section.pk}",
    ]
    assert_the_index_agrees()


def test_a_page_that_comes_up_is_a_section_itself(home):
    middle = section_with(home, 1).get_children().get()
    leaf = middle.get_children().get()
    middle.move(home, pos="last-child")
    assert f"section={middle.pk}" in marks_of(leaf)
    assert_the_index_agrees()


def test_a_page_that_changes_places_with_its_sister_keeps_its_entries(home):
    section = section_with(home, 2)
    before = set(Entry.objects.values_list("pk", "marks"))
    first, last = section.get_children()
    last.move(first, pos="left")
    assert set(Entry.objects.values_list("pk", "marks")) == before


@pytest.mark.parametrize(("deed", "budget"), [("move", 60), ("rename", 35)])
def test_pages_below_are_not_loaded(deed, budget, home):
    section, elsewhere = section_with(home, 40), below(home, "elsewhere")
    with CaptureQueriesContext(connection) as queries:
        if deed == "move":
            section.move(elsewhere, pos="last-child")
        else:
            section.slug = "renamed"
            section.save()
    assert len(queries) <= budget
