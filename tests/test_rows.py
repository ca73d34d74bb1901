"""Child rows come back from one query exactly as from one query each."""

from unittest.mock import Mock

import pytest
from django.db.models.functions import JSONObject
from modelcluster.models import ClusterableModel
from wagtail.models import get_page_models

from cooperation.models import Programme
from mep_site.siteconfig.models import SiteConfiguration
from mep_site.translations.content.rows import load_rows, row_relations

pytestmark = pytest.mark.every_database

WITH_ROWS = [model for model in [*get_page_models(), SiteConfiguration] if row_relations(model)]


def plainly(parent: ClusterableModel) -> dict[str, list[dict]]:
    """All rows of ``parent`` by relation, read the ordinary way."""
    return {
        relation.get_accessor_name(): [
            columns_of(row)
            for row in relation.related_model.objects.filter(**{relation.field.name: parent.pk})
        ]
        for relation in row_relations(type(parent))
    }


def columns_of(row) -> dict:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


@pytest.mark.parametrize("model", WITH_ROWS, ids=lambda model: model._meta.label)
def test_one_query_gives_what_many_give(model, db, django_assert_num_queries):
    for parent in model.objects.all():
        expected = plainly(parent)
        with django_assert_num_queries(1):
            load_rows(parent)
            loaded = {
                name: [columns_of(row) for row in getattr(parent, name).all()] for name in expected
            }
        assert loaded == expected


@pytest.mark.parametrize("model", WITH_ROWS, ids=lambda model: model._meta.label)
def test_one_query_gives_the_rows_of_many(model, db, django_assert_num_queries):
    parents = list(model.objects.all())
    expected = [plainly(parent) for parent in parents]
    with django_assert_num_queries(1 if parents else 0):
        load_rows(*parents)
        loaded = [
            {name: [columns_of(row) for row in getattr(parent, name).all()] for name in rows}
            for parent, rows in zip(parents, expected, strict=True)
        ]
    assert loaded == expected


def test_the_demo_has_rows_to_compare(db):
    assert any(rows for parent in Programme.objects.all() for rows in plainly(parent).values())


def test_what_rows_refer_to_comes_with_them(db, django_assert_num_queries):
    programme = next(p for p in Programme.objects.all() if p.members.count() and p.figures.count())
    expected = [
        (m.country.pk, m.country.official_name_ru) for m in programme.members.all() if m.country
    ]
    programme = Programme.objects.get(pk=programme.pk)
    with django_assert_num_queries(1):
        load_rows(programme)
        loaded = [m.country for m in programme.members.all()]
        assert [(c.pk, c.official_name_ru) for c in loaded if c] == expected
        assert all(figure.image.file.name for figure in programme.figures.all())


def test_rows_of_a_preview_are_left_alone(db):
    programme = Programme.objects.first()
    programme.milestones.set([])
    load_rows(programme)
    assert list(programme.milestones.all()) == []


def test_the_columns_of_a_row_are_put_into_sql_once(db, monkeypatch):
    first, second = Programme.objects.filter(members__country="KZ").distinct()[:2]
    load_rows(first)
    compiled = Mock(side_effect=AssertionError("The columns were put into SQL again."))
    monkeypatch.setattr(JSONObject, "as_sql", compiled)
    load_rows(second)
    assert "KZ" in {member.country_id for member in second.members.all()}
