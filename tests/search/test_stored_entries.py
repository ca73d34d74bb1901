"""Entries of the index are stored in few bytes, and those that were stored before are too."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connection

from mep_site.search.models import Entry
from news.models import NewsArticle

from .pages import published

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

migration = import_module("mep_site.search.migrations.0003_entries_in_fewer_bytes")
SUMMARY = "Otters came back to the wetland, 水獭回来了。"


@pytest.fixture
def entry():
    page = published(title_en="Otters", summary_en=SUMMARY)
    return Entry.objects.get(object_id=str(page.pk), language="en")


def stored(entry):
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM search_entry WHERE id = %s", [entry.pk])
        (text,) = cursor.fetchone()
    return text if isinstance(text, str) else bytes(text)


def editor():
    """What the steps of a migration are given."""

    def execute(statement, params):
        with connection.cursor() as cursor:
            cursor.execute(statement, params)

    return SimpleNamespace(connection=connection, execute=execute)


def test_a_text_is_packed_and_read_as_it_was(entry):
    assert SUMMARY in entry.text
    assert b"wetland" not in stored(entry)


def test_a_text_that_was_stored_before_is_packed_and_can_be_unpacked_again(entry):
    packed = stored(entry)
    migration.unpack_texts(None, editor())
    plain = stored(entry)
    assert (plain if isinstance(plain, str) else plain.decode()) == entry.text
    migration.pack_texts(None, editor())
    assert stored(entry) == packed
    (found,) = NewsArticle.objects.search("otters")
    assert str(found.pk) == entry.object_id
