"""Many objects are indexed together: as they are one by one, but with few queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cooperation.models import Member, Programme
from mep_site.core import countries_in_search
from mep_site.core.countries_in_search import country_marks
from mep_site.core.models import PageCountry, PageTopic
from mep_site.countries.models import Country
from mep_site.search.index import writing
from mep_site.search.index.entries import entries_of
from mep_site.search.index.rebuilding import indexed_models, objects_of
from mep_site.search.index.writing import disagreements, write
from mep_site.search.models import Entry
from mep_site.topics.models import Topic
from news.models import NewsArticle

from .pages import published

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.every_database,
    pytest.mark.usefixtures("version_is_kept"),
]


def content_of(entries):
    return [(each.place, *(getattr(each, name) for name in Entry.CONTENT)) for each in entries]


@pytest.mark.parametrize("model", indexed_models(), ids=lambda model: model._meta.label)
def test_objects_have_the_same_entries_together_as_one_by_one(model):
    together = entries_of([each for each in objects_of(model) if writing.is_indexed(each)])
    one_by_one = [
        entry
        for instance in objects_of(model)
        if writing.is_indexed(instance)
        for entry in entries_of([instance])
    ]
    assert content_of(together) == content_of(one_by_one)


@pytest.fixture
def filed_articles():
    """Articles with rows, in every language."""
    topic = Topic.objects.first()
    articles = [
        published(title_zh_hans=f"水獭{n}", title_en=f"Otters {n}", title_ru=f"Выдры {n}")
        for n in range(20)
    ]
    for article in articles:
        PageTopic.objects.create(page=article, topic=topic)
        PageCountry.objects.create(page=article, country_id="KZ")
    return NewsArticle.objects.filter(pk__in=[article.pk for article in articles])


@pytest.mark.slow
def test_more_pages_do_not_mean_more_queries(filed_articles, django_assert_max_num_queries):
    Entry.objects.all().delete()
    with CaptureQueriesContext(connection) as queries:
        assert write(filed_articles[:2]) == 6
    with django_assert_max_num_queries(len(queries)):
        assert write(filed_articles) == 54
    with django_assert_max_num_queries(len(queries)):
        assert disagreements(filed_articles) == []


def test_more_rows_do_not_mean_more_queries(some, django_assert_max_num_queries):
    programme = some(Programme)
    with CaptureQueriesContext(connection) as queries:
        assert disagreements(Programme.objects.filter(pk=programme.pk)) == []
    for _ in range(20):
        Member.objects.create(programme=programme, country_id="KZ")
    with django_assert_max_num_queries(len(queries)):
        assert disagreements(Programme.objects.filter(pk=programme.pk)) != []


@pytest.mark.slow
def test_more_objects_than_are_read_together_are_indexed(filed_articles, monkeypatch):
    monkeypatch.setattr(writing, "AT_ONCE", 7)
    Entry.objects.all().delete()
    assert write(filed_articles) == 60
    assert disagreements(filed_articles) == []


def test_the_names_of_states_are_cut_once_and_not_with_every_page(some, monkeypatch):
    article = some(NewsArticle)
    list(country_marks([article]))
    cut = []
    monkeypatch.setattr(countries_in_search, "phrases_in", cut.append)
    list(country_marks([article]))
    assert cut == []


def test_a_state_that_was_renamed_is_known_by_its_new_name(some):
    article = some(NewsArticle)
    article.title_en = "Otters return to Ruritania"
    assert ("country", "RU") not in next(country_marks([article]))
    Country.objects.filter(pk="RU").update(short_name_en="Ruritania")
    assert ("country", "RU") in next(country_marks([article]))
