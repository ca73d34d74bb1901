"""Texts are stored in as few bytes as it takes, and what was stored before means the same."""

import json

import pytest
from django.core.management import call_command
from django.db import connection

from mep_site.translations.content.content import Content
from mep_site.translations.content.packing import unpacked
from news.models import NewsArticle

from .steps import CHINESE, live, save

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.slow]

TABLE = NewsArticle._meta.db_table


@pytest.fixture
def article(some):
    return some(NewsArticle)


def raw(column, page):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {TABLE} WHERE basepage_ptr_id = %s", [page.pk])
        (value,) = cursor.fetchone()
    return value


def as_before(page):
    """Store the page and its revisions as they were stored before."""
    body = json.dumps(page.body_zh_hans.get_prep_value())
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {TABLE} SET body = %s, body_zh_hans = %s WHERE basepage_ptr_id = %s",
            [body, body, page.pk],
        )
    for revision in page.revisions.all():
        content = unpacked(revision.content)
        bodies = {name: text for name, text in content.items() if name.startswith("body_")}
        escaped = {name: json.dumps(json.loads(text)) for name, text in bodies.items()}
        revision.content = content | escaped
        revision.save(update_fields=["content"])


def test_no_language_is_stored_twice(article):
    article.save()
    assert json.loads(raw("body", article)) == []
    assert json.loads(raw("body_zh_hans", article)) != []


def test_sqlite_stores_characters_as_they_read(article):
    article.save()
    stored = raw("body_zh_hans", article)
    assert connection.vendor != "sqlite" or ("\\u" not in stored and '": "' not in stored)


def test_a_revision_holds_characters_as_they_read(article):
    text = unpacked(save(article, CHINESE).content)["body_zh_hans"]
    assert "\\u" not in text
    assert '": "' not in text


def test_a_draft_that_was_stored_before_is_the_text_that_is_public(article):
    draft = save(article, CHINESE)
    as_before(article)
    draft.refresh_from_db()
    assert Content.stored_in(draft, NewsArticle).says_the_same(Content.of(live(article)))


def test_what_was_stored_before_is_stored_anew_and_means_the_same(article):
    draft = save(article, CHINESE)
    draft.refresh_from_db()
    content, before = draft.content, Content.of(live(article)).columns
    as_before(article)
    call_command("compact_texts", verbosity=0)
    draft.refresh_from_db()
    assert draft.content == content
    assert Content.of(live(article)).columns == before
    assert json.loads(raw("body", article)) == []
