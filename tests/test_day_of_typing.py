"""People who type in a real browser: autosave, two tabs, a lost session, a server that fails."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from news.models import NewsArticle, NewsIndex

from .admin_forms import edit_url
from .measuring.visit import DESKTOP
from .people import Person
from .translations.steps import paragraphs

pytestmark = pytest.mark.browser

TITLE = "#id_title_zh_hans"
SAVING = ".form-notice--saving"
CONFLICT = ".form-notice--conflict"


@pytest.fixture
def page(site: str, django_db_blocker: object) -> Iterator[NewsArticle]:
    """An article that is public in Chinese only."""
    with django_db_blocker.unblock():
        new = NewsArticle(title_zh_hans="题", slug="typed", body_zh_hans=paragraphs("第{}段"))
        NewsIndex.objects.first().add_child(instance=new).save_revision().publish()
        yield new
        NewsArticle.objects.get(pk=new.pk).delete()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser of somebody's own."""
    context = chromium.new_context(viewport=DESKTOP, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def publisher(site: str, context: BrowserContext, page: NewsArticle) -> Person:
    """The publisher, who has the Chinese text open."""
    person = Person.arrives(context, site, "publisher")
    person.opens(edit_url(page, "zh-hans"))
    return person


def draft(page: NewsArticle) -> str:
    """The Chinese title of the newest draft."""
    return NewsArticle.objects.get(pk=page.pk).get_latest_revision_as_object().title_zh_hans


def test_nobody_conflicts_with_what_their_own_form_saved(publisher, page):
    publisher.types_and_rests(TITLE, "一")
    publisher.types_and_rests(TITLE, "二")
    publisher.types(TITLE, "三")
    publisher.presses("action-publish")
    assert "/edit/" not in publisher.tab.url
    assert NewsArticle.objects.get(pk=page.pk).title_zh_hans == "题一二三"
