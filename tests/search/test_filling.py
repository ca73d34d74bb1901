"""The many articles that speed is measured with are as good as published ones."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import PageLogEntry, ReferenceIndex, Revision

from mep_site.benchmarks.filling import filling
from mep_site.benchmarks.filling.articles import SLUG
from mep_site.benchmarks.filling.filling import fill
from mep_site.benchmarks.search import speed
from mep_site.core.models import BasePage
from mep_site.demo import people
from mep_site.search.index.writing import disagreements
from mep_site.search.models import Entry
from mep_site.translations.languages import languages
from mep_site.translations.models import AuthoritativeText, Edition

from ..test_public_pages import address

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.slow]


@pytest.fixture
def articles(monkeypatch):
    """Seven of them, made in two goes: two that were published, and copies of these."""
    monkeypatch.setattr(filling, "SOURCES", 2)
    fill(4)
    fill(7)
    return list(BasePage.objects.filter(slug__startswith=f"{SLUG}-").order_by("pk").specific())


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


def test_publication_left_the_same_behind_for_each(articles):
    def left(article):
        return [
            Revision.objects.filter(object_id=str(article.pk)).count(),
            PageLogEntry.objects.filter(page=article.pk).count(),
            ReferenceIndex.objects.filter(object_id=str(article.pk)).count(),
            AuthoritativeText.objects.filter(page=article.pk).count(),
            Entry.objects.filter(object_id=str(article.pk)).count(),
            *(getattr(article, name).count() for name in ("topics", "departments", "countries")),
        ]

    assert left(articles[2]) == left(articles[4]) == left(articles[6]) == left(articles[0])
    assert left(articles[3]) == left(articles[5]) == left(articles[1])
    assert left(articles[0])[0] == len(languages())


def test_the_newest_draft_of_each_is_its_own(articles):
    for article in articles:
        draft = article.get_latest_revision_as_object()
        assert (draft.slug, draft.date) == (article.slug, article.date)
        assert article.get_latest_revision() == article.live_revision


def test_the_index_knows_them_as_an_indexing_would(articles):
    assert Entry.objects.filter(object_id=articles[6].pk, is_public=True).count() == 3
    assert [disagreements([article]) for article in articles] == [[]] * 7


def test_publishing_one_of_them_updates_the_index(articles):
    assert speed.seconds_to_publish() > 0
    entry = Entry.objects.get(object_id=articles[1].pk, language="en")
    assert entry.title.endswith(" again")


def test_a_site_that_people_read_is_not_filled(db):
    with pytest.raises(CommandError, match="DEBUG"):
        call_command("make_load_tree", "1", stdout=StringIO())


def test_a_site_that_is_not_the_demo_is_not_filled(settings, monkeypatch, home):
    settings.DEBUG = True
    monkeypatch.setattr(people, "PEOPLE", ())
    with pytest.raises(CommandError, match="demo"):
        call_command("make_load_tree", "1", stdout=StringIO())
    assert not BasePage.objects.filter(slug__startswith=SLUG).exists()
