"""How much of each section is public in each language."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from mep_site.desk.queue.coverage import SectionCoverage, coverage_in
from mep_site.translations.languages import get_language
from mep_site.translations.models import Edition

pytestmark = pytest.mark.every_database

ROUTES = ["desk:queue", "desk:queue_results", "desk:next", "desk:coverage"]


def test_a_section_counts_its_pages_in_each_language(home):
    russian = coverage_in(get_language("ru"))
    row = next(row for row in russian.rows if row.section and row.section.page.slug == "news")
    below = Edition.objects.at_or_below_path(row.section.path).live()
    found = row.coverage
    assert found.pages == below.filter(language="zh-hans").count() > 1
    assert found.public == below.filter(language="ru").count()
    assert found.current == below.filter(language="ru", freshness="current").count()
    assert found.percent == 100 * found.public // found.pages


def test_all_together_are_the_sum(home):
    *sections, total = (row.coverage for row in coverage_in(get_language("en")).rows)
    assert sum(sections, SectionCoverage()) == total


def test_the_numbers_stand_in_a_table_beside_their_drawing(english_translator):
    html = BeautifulSoup(
        english_translator.get(reverse("desk:coverage")).content, "html.parser"
    ).select_one("main")
    assert [heading["id"] for heading in html.select("h2[id^=coverage]")] == ["coverage-en"]
    assert html.select_one("svg[role=img]")["aria-label"]
    rows = html.select(".coverage tbody tr")
    assert len(rows) > 3
    address = rows[0].a["href"]
    assert "language=en&section=" in address
    assert english_translator.get(address).status_code == 200


@pytest.mark.parametrize("name", ROUTES)
def test_strangers_are_refused(name, visitor):
    assert "/login" in visitor.get(reverse(name)).headers["Location"]


@pytest.mark.parametrize("name", ROUTES)
def test_who_may_edit_no_language_is_refused(name, db):
    user = User.objects.create_user("clerk", password="-")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    answer = client.get(reverse(name))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/admin/")
    assert "language=" not in answer.headers["Location"]
    menu = client.get("/admin/").content.decode()
    assert reverse("desk:queue") not in menu


@pytest.mark.parametrize("query", ["", "language=en", "section=00010001"])
def test_a_translator_finds_no_other_language_by_any_filter(query, russian_translator):
    answer = russian_translator.get(f"{reverse('desk:queue')}?everything=true&{query}")
    assert {each.language for each in answer.context_data["object_list"]} <= {"ru"}


def test_the_old_address_of_the_report_leads_to_the_queue(english_translator):
    answer = english_translator.get("/admin/editions/report/?freshness=behind")
    assert answer.headers["Location"] == f"{reverse('desk:queue')}?freshness=behind"
