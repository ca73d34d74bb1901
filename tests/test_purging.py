"""A cache in front of the site is told which addresses have changed, in every language."""

from collections.abc import Callable

import pytest
from django.db import transaction
from django.test import override_settings
from wagtail.contrib.frontend_cache.backends import BaseBackend

from mep_site.core.purging import wait
from mep_site.translations.languages import authoritative, languages
from news.models import NewsArticle

from .measuring.places import CODES, address, in_every_language

purged: list[str] = []


class Recorder(BaseBackend):
    """Remembers what it is asked to purge, and what was public then."""

    def purge_batch(self, urls: list[str]) -> None:
        purged.extend(urls)


RECORDED = override_settings(WAGTAILFRONTENDCACHE={"default": {"BACKEND": f"{__name__}.Recorder"}})


@pytest.fixture(autouse=True)
def nothing_purged() -> None:
    purged.clear()


@pytest.fixture
def article(db: None) -> NewsArticle:
    return in_every_language(NewsArticle)


def addresses_of(article: NewsArticle) -> set[str]:
    """Those of an article and of the pages above it, in every language."""
    pages = [*article.get_ancestors().filter(depth__gt=1), article]
    root = article.get_site().root_url
    return {root + address(page, code) for page in pages for code in CODES}


@RECORDED
@pytest.mark.parametrize("code", CODES)
def test_a_published_text_purges_its_page_and_what_lists_it_in_every_language(
    article: NewsArticle, code: str, django_capture_on_commit_callbacks: Callable
) -> None:
    (language,) = (each for each in languages() if each.code == code)
    article.edition_language = language
    with django_capture_on_commit_callbacks(execute=True):
        article.save_revision().publish()
    wait()
    assert set(purged) == addresses_of(article)


@RECORDED
def test_a_text_that_is_withdrawn_is_purged(
    article: NewsArticle, django_capture_on_commit_callbacks: Callable
) -> None:
    english = next(each for each in languages() if not each.is_authoritative)
    with django_capture_on_commit_callbacks(execute=True):
        article.unpublish(languages=[english])
    wait()
    assert addresses_of(article) <= set(purged)


@RECORDED
def test_nothing_is_purged_before_others_can_see_the_change(
    article: NewsArticle, django_capture_on_commit_callbacks: Callable
) -> None:
    with django_capture_on_commit_callbacks() as callbacks, transaction.atomic():
        article.edition_language = authoritative()
        article.save_revision().publish()
    wait()
    assert callbacks
    assert purged == []


def test_without_a_cache_in_front_nothing_is_asked_for(
    article: NewsArticle, django_capture_on_commit_callbacks: Callable
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article.save_revision().publish()
    wait()
    assert purged == []
