"""The report of translations in the admin."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from mep_site.translations.admin.listing.translation_report import TranslationsReport
from mep_site.translations.models import Edition
from news.models import NewsArticle

from ..admin_forms import edit_url

pytestmark = pytest.mark.every_database


@pytest.fixture
def report():
    return reverse("editions:report")


def test_the_report_leads_to_the_form_of_the_language(english_translator, report, some):
    page = some(NewsArticle)
    html = english_translator.get(f"{report}?language=en&p=1").content.decode()
    assert edit_url(page, "en") in html or "?p=2" in html
    assert "language=ru" not in html.split("<tbody>")[1]


def test_what_is_submitted_comes_first(publisher, report, some):
    page = some(NewsArticle)
    Edition.objects.filter(page_id=page.pk, language="ru").update(step=Edition.Step.SUBMITTED)
    rows = publisher.get(report).content.decode().split("<tbody>")[1]
    assert rows.index(edit_url(page, "ru")) < rows.index("</tr>")


def test_the_report_is_filtered_by_freshness(publisher, report, some):
    page = some(NewsArticle)
    Edition.objects.filter(page_id=page.pk, language="ru").update(freshness="behind")
    Edition.objects.filter(page_id=page.pk, language="en").update(freshness="unknown")
    html = publisher.get(f"{report}?freshness=behind").content.decode()
    assert edit_url(page, "ru") in html
    assert edit_url(page, "en") not in html


def test_the_report_costs_the_same_for_any_number_of_pages(
    publisher, report, django_assert_max_num_queries
):
    publisher.get(report)
    with django_assert_max_num_queries(20):
        publisher.get(report)


def test_translators_see_their_own_language_only(russian_translator, report):
    rows = russian_translator.get(report).content.decode().split("<tbody>")[1]
    assert "language=ru" in rows
    assert "language=en" not in rows


def test_strangers_do_not_see_the_report(visitor, report):
    assert "/login" in visitor.get(report).headers["Location"]


def test_the_report_is_in_the_menu_of_translators(english_translator, report):
    assert report in english_translator.get("/admin/").content.decode()


def test_the_report_shows_all_in_one_order_however_far_the_urgent_reach(publisher, report):
    late = Edition.objects.exclude(language="zh-hans").values_list("pk", flat=True)[:70]
    Edition.objects.filter(pk__in=list(late)).update(freshness="behind")
    answers = [publisher.get(f"{report}?p={number}") for number in (1, 2, 3)]
    shown = [edition.pk for answer in answers for edition in answer.context["object_list"]]
    ordered = TranslationsReport.get_base_queryset(SimpleNamespace(request=answers[0].wsgi_request))
    assert shown == [edition.pk for edition in ordered[:150]]
