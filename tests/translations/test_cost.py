"""What editions cost in queries, beside plain Wagtail."""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.db.models.signals import post_save
from django.test.utils import CaptureQueriesContext
from wagtail.actions.publish_page_revision import PublishPageRevisionAction

from cooperation.models import Programme
from mep_site.core.models import BasePage
from mep_site.translations.models import Edition
from mep_site.translations.models.edition import live_languages
from mep_site.translations.receivers import keep_editions
from news.models import NewsArticle, NewsIndex

from .steps import CHINESE, ENGLISH, live, pinned_page, save

pytestmark = pytest.mark.slow

MORE_THAN_WAGTAIL = 16
# Our search follows the editions, so that plain Wagtail is measured without any.
FOR_THE_SEARCH = 12
STATES = [("live", "current"), ("live", "behind"), ("unpublished", "absent")]


def many_pages(number):
    """Pages below one index, with an edition in each language."""
    index = NewsIndex.objects.first()
    pages = BasePage.objects.bulk_create(
        BasePage(
            path=f"{index.path}Z{place:03}",
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
        Edition(page=page, language=code, state=state, freshness=freshness)
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
    assert ours - theirs <= MORE_THAN_WAGTAIL + FOR_THE_SEARCH, (
        f"{ours} queries instead of {theirs}"
    )
