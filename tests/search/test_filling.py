"""The many articles that the speed of the search is measured with are as good as published ones."""

from io import StringIO

import pytest
from django.core.management import call_command

from mep_site.benchmarks.search import speed
from mep_site.benchmarks.search.filling import SLUG, fill
from mep_site.core.models import BasePage
from mep_site.search.models import Entry
from mep_site.translations.languages import languages
from mep_site.translations.models import Edition
from news.models import NewsArticle

from ..test_public_pages import address

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.slow]


@pytest.fixture
def articles():
    """Seven of them, made in two goes."""
    fill(4)
    fill(7)
    return NewsArticle.objects.filter(slug__startswith=SLUG).order_by("path")


def test_they_stand_in_the_tree(articles):
    assert [article.slug for article in articles] == [f"{SLUG}-{n}" for n in range(7)]
    assert BasePage.find_problems() == ([], [], [], [], [])


def test_they_are_public_in_every_language(articles, visitor):
    for article in articles:
        for language in languages():
            response = visitor.get(address(article, language.code))
            assert response.status_code == 200
            assert getattr(article, language.column("title")) in response.content.decode()


def test_their_editions_are_what_publication_would_have_made_of_them(articles):
    for article in articles:
        before = list(article.editions.values())
        assert Edition.objects.refresh_from_page(article) == []
        assert {each["freshness"] for each in before} == {"current"}


def test_a_full_indexing_leaves_nothing_to_mend(articles):
    assert not Entry.objects.filter(object_id=articles[0].pk).exists()
    assert speed.index_everything() > 0
    assert Entry.objects.filter(object_id=articles[0].pk, is_public=True).count() == 3
    call_command("check_search_index", stdout=StringIO())


def test_publishing_one_of_them_updates_the_index(articles):
    assert speed.seconds_to_publish() > 0
    entry = Entry.objects.get(object_id=articles[0].pk, language="en")
    assert entry.title.endswith(" again")
