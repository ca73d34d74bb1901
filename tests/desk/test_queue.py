"""The queue: every edition that needs work, in one list."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from mep_site.desk.queue import selecting
from mep_site.desk.queue.saved import USUAL
from mep_site.translations.models import Edition
from news.models import NewsArticle

from ..admin_forms import edit_url
from ..translations.steps import CHINESE, save

pytestmark = [pytest.mark.every_database, pytest.mark.usefixtures("version_is_kept")]


def let_wait(page, code, **facts):
    """Readers of a translation have waited for a month."""
    facts = {"freshness": "behind", "waits_since": timezone.now() - timedelta(days=30)} | facts
    Edition.objects.filter(page_id=page.pk, language=code).update(**facts)


@pytest.fixture
def queue():
    return reverse("desk:queue")


def test_the_queue_leads_to_the_first_open_text_in_the_language(english_translator, queue, some):
    page = some(NewsArticle)
    let_wait(page, "en")
    html = english_translator.get(f"{queue}?language=en").content.decode()
    assert f"{edit_url(page, 'en')}#first-open" in html
    assert "language=ru" not in html.split("<tbody>")[1]


def test_what_is_submitted_comes_first(publisher, queue, some):
    page = some(NewsArticle)
    Edition.objects.filter(page_id=page.pk, language="ru").update(step=Edition.Step.SUBMITTED)
    rows = publisher.get(queue).content.decode().split("<tbody>")[1]
    assert rows.index(edit_url(page, "ru")) < rows.index("</tr>")


def test_the_queue_is_filtered_by_freshness(publisher, queue, some):
    page = some(NewsArticle)
    let_wait(page, "ru", freshness="behind")
    let_wait(page, "en", freshness="unknown")
    html = publisher.get(f"{queue}?freshness=behind").content.decode()
    assert edit_url(page, "ru") in html
    assert edit_url(page, "en") not in html


def test_the_queue_costs_the_same_for_any_number_of_pages(
    publisher, queue, django_assert_max_num_queries
):
    publisher.get(queue)
    # One for each filter that has a name, to count what it finds.
    with django_assert_max_num_queries(21 + len(USUAL)):
        publisher.get(queue)


def test_translators_see_their_own_language_only(russian_translator, queue):
    rows = russian_translator.get(queue).content.decode().split("<tbody>")[1]
    assert "language=ru" in rows
    assert "language=en" not in rows


def test_strangers_do_not_see_the_queue(visitor, queue):
    assert "/login" in visitor.get(queue).headers["Location"]


def test_the_queue_is_in_the_menu_of_translators(english_translator, queue):
    assert queue in english_translator.get("/admin/").content.decode()


@pytest.fixture
def _work(db):
    """Some translations that somebody waits for, and more than a page of those that are behind."""
    keys = list(Edition.objects.exclude(language="zh-hans").values_list("pk", flat=True)[:70])
    Edition.objects.filter(pk__in=keys).update(freshness="behind", waits_since=timezone.now())
    for step, chosen in (("returned", keys[10:40]), ("submitted", keys[40:68])):
        Edition.objects.filter(pk__in=chosen).update(step=step)


@pytest.fixture(params=[0, selecting.SHORT], ids=["long", "short"])
def _any_length(request, monkeypatch):
    """As if the list was a long one, too."""
    monkeypatch.setattr(selecting, "SHORT", request.param)


@pytest.mark.usefixtures("_work", "_any_length")
@pytest.mark.parametrize("client", ["publisher", "english_translator"])
@pytest.mark.parametrize(
    "query", ["", "language=en", "freshness=behind", "everything=true&has_draft=false"]
)
def test_the_queue_shows_all_in_one_order_on_all_its_pages(client, query, queue, request):
    user = request.getfixturevalue(client)
    exported = user.get(f"{queue}?{query}&export=csv").getvalue().decode().splitlines()[1:]
    first = user.get(f"{queue}?{query}").context_data
    shown = [
        edition
        for number in first["paginator"].page_range
        for edition in user.get(f"{queue}?{query}&p={number}").context_data["object_list"]
    ]
    assert len(shown) == first["paginator"].count == len(exported)
    assert [edition.page.slug for edition in shown] == [row.split(",")[0] for row in exported]
    urgency = [(not each.step, each.step == "returned", each.urgency) for each in shown]
    assert urgency == sorted(urgency)


def test_what_needs_nothing_is_not_passed_by_to_find_the_last_that_needs_work(publisher, queue):
    keys = Edition.objects.exclude(language="zh-hans").values_list("pk", flat=True)[:120]
    behind = Edition.objects.filter(pk__in=list(keys))
    behind.update(freshness="behind", waits_since=timezone.now(), step="")
    last = publisher.get(queue).context_data["paginator"].num_pages
    assert last > 1
    with CaptureQueriesContext(connection) as queries:
        assert publisher.get(f"{queue}?p={last}").context_data["object_list"]
    assert not [each["sql"] for each in queries if '"urgency" DESC' in each["sql"]]


def test_the_queue_counts_chinese_drafts_as_they_come_and_go(publisher, queue, some):
    addresses = [queue, f"{queue}?language=zh-hans", f"{queue}?freshness=current"]
    before = [publisher.get(each).context_data["paginator"].count for each in addresses]
    save(some(NewsArticle), CHINESE, title_zh_hans="草稿")
    after = [publisher.get(each).context_data["paginator"].count for each in addresses]
    assert after == [number + 1 for number in before]


def test_the_queue_of_a_section_holds_its_pages_only(english_translator, queue, some):
    section = some(NewsArticle).get_parent()
    GroupPagePermission.objects.update(page=section)
    answer = english_translator.get(f"{queue}?everything=true")
    within = section.get_descendants(inclusive=True)
    assert answer.context_data["paginator"].count == within.count()
    assert {each.page_id for each in answer.context_data["object_list"]} == {
        each.pk for each in within
    }
