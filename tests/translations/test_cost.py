"""What editions cost in queries, beside plain Wagtail."""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.db.models.signals import post_save
from django.test.utils import CaptureQueriesContext
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import ReferenceIndex

from cooperation.models import Member, Programme
from mep_site.core.models import BasePage, PageTopic
from mep_site.topics.models import Topic
from mep_site.translations.models import Edition
from mep_site.translations.models.edition import live_languages
from mep_site.translations.receivers import keep_editions
from news.models import NewsArticle, NewsIndex

from ..admin_forms import edit_url, errors, offered, unit
from .steps import CHINESE, ENGLISH, live, pinned_page, save

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("version_is_kept")]

# Our search follows the editions, so that plain Wagtail is measured without any.
FOR_THE_SEARCH = 12
# One press of a button, from the session to the redirect.
CLICKS = {("zh-hans", "publish"): 96, ("en", "publish"): 84, ("zh-hans", ""): 53, ("en", ""): 48}
STATES = [("live", "current"), ("live", "behind"), ("unpublished", "absent")]


def many_pages(number):
    """Pages below one index, with an edition in each language."""
    index = NewsIndex.objects.first()
    pages = BasePage.objects.bulk_create(
        BasePage(
            path=f"{index.path}Z{place:03X}",
            depth=index.depth + 1,
            slug=f"many-{place}",
            url_path=f"{index.url_path}many-{place}/",
            title_zh_hans="多",
            title_en="Many",
            content_type=index.content_type,
            locale=index.locale,
        )
        for place in range(number)
    )
    Edition.objects.bulk_create(
        Edition(
            page=page,
            language=code,
            state=state,
            freshness=freshness,
            parent_path=index.path,
            path_end=page.path.removeprefix(index.path),
        )
        for page in pages
        for code, (state, freshness) in zip(("zh-hans", "en", "ru"), STATES, strict=True)
    )


@pytest.mark.parametrize("number", [1, 1000])
def test_the_freshness_of_all_editions_is_read_with_two_queries(
    number, db, django_assert_num_queries
):
    many_pages(number)
    with django_assert_num_queries(2):
        pages = BasePage.objects.filter(slug__startswith="many-").prefetch_related("editions")
        found = [
            [(edition.state, edition.freshness) for edition in page.editions.all()]
            for page in pages
        ]
        live_ones = [live_languages(page.editions.all()) for page in pages]
    assert found == [STATES] * number
    assert live_ones == [[CHINESE, ENGLISH]] * number


@contextmanager
def plain_wagtail():
    """Without what this layer does after every save."""
    assert post_save.disconnect(dispatch_uid="keep_editions")
    try:
        yield
    finally:
        post_save.connect(keep_editions, dispatch_uid="keep_editions")


def queries(action, revision):
    """How many queries it takes to publish the revision."""
    with CaptureQueriesContext(connection) as captured:
        action(type(revision).objects.get(pk=revision.pk))
    return len(captured)


def publish_plainly(revision):
    PublishPageRevisionAction(revision).execute()


def publish(revision):
    revision.publish()


def chinese_over_live_translations(page):
    return save(page, CHINESE, title_zh_hans="新题")


def english_beside_a_chinese_draft(page):
    save(page, CHINESE, title_zh_hans="未批准")
    return save(page, ENGLISH, title_en="Fixed")


@pytest.mark.parametrize("model", [NewsArticle, Programme])
@pytest.mark.parametrize(
    "prepare", [chinese_over_live_translations, english_beside_a_chinese_draft]
)
def test_a_publication_costs_few_queries_more_than_plain_wagtail(model, prepare, some):
    page = pinned_page(some(model))
    other = pinned_page(live(page).copy(update_attrs={"slug": "equal"}))
    ours = queries(publish, prepare(page))
    plain_revision = prepare(other)
    with plain_wagtail():
        theirs = queries(publish_plainly, plain_revision)
    assert ours - FOR_THE_SEARCH < theirs, f"{ours} queries instead of {theirs}"


def clicked(publisher, page, code, action):
    """The queries of one press of a button in the form of an edition in which a title was typed."""
    typed = {"title_zh_hans": "新题目", unit("title"): "Another title", "change_kind": "editorial"}
    form = offered(publisher, edit_url(page, code))
    sent = {name: typed[name] for name in typed if name in form or name == "change_kind"}
    if action:
        sent[f"action-{action}"] = "1"
    with CaptureQueriesContext(connection) as captured:
        response = publisher.post(edit_url(page, code), form | sent)
    assert response.status_code == 302, errors(response)
    return [query["sql"] for query in captured]


@pytest.mark.parametrize(("code", "action"), CLICKS)
def test_a_click_stays_within_its_budget(code, action, publisher, some):
    article = some(NewsArticle)
    clicked(publisher, article, code, action)
    assert len(clicked(publisher, article, code, action)) <= CLICKS[code, action]


def test_rows_that_stay_as_they_are_cost_a_publication_nothing(publisher, some):
    programme = some(Programme)
    clicked(publisher, programme, "en", "publish")
    table = Member._meta.db_table
    written = [
        sql for sql in clicked(publisher, programme, "en", "publish") if f'"{table}" SET' in sql
    ]
    assert written == []


def references(page):
    """What the index of references has of a page."""
    rows = ReferenceIndex.objects.filter(object_id=str(page.pk))
    return set(rows.values_list("to_object_id", "model_path", "content_path"))


@pytest.mark.parametrize("model", [NewsArticle, Programme])
def test_references_are_noted_as_by_a_full_reindexing(model, publisher, some):
    page = some(model)
    clicked(publisher, page, "zh-hans", "publish")
    noted = references(page)
    ReferenceIndex.objects.filter(object_id=str(page.pk)).delete()
    ReferenceIndex.create_or_update_for_object(live(page))
    assert noted == references(page) != set()


def test_references_of_new_rows_are_noted(some):
    article = live(some(NewsArticle))
    topic = Topic.objects.exclude(pk__in=article.topics.values("topic")).first()
    article.topics.add(PageTopic(topic=topic, sort_order=9))
    article.save()
    assert str(topic.pk) in {to for to, path, _ in references(article) if path.startswith("topics")}
