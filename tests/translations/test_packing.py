"""A revision holds its texts packed: nothing is lost, and what is asked for in SQL is found."""

import json

import pytest
from django.core.management import call_command
from hypothesis import given

from mep_site.translations.content.columns import text_columns
from mep_site.translations.content.packing import PACKED, packed, unpacked
from mep_site.translations.languages import languages
from mep_site.translations.publishing.reverting import reverted_draft
from news.models import NewsArticle, NewsIndex

from .steps import CHINESE, ENGLISH, live, newest_draft, save, titles
from .strategies import contents


@given(contents(NewsArticle))
def test_what_is_packed_is_all_there_when_it_is_unpacked(content):
    stored = json.loads(json.dumps(content.as_stored()))
    assert unpacked(stored) == content.columns


def test_texts_are_packed_and_facts_are_not():
    texts = dict.fromkeys(text_columns(NewsArticle, {}, *languages()), "生态环境")
    facts = {"pk": 1, "date": "2019-06", "topics": [{"pk": 2}], "edition": {"language": "en"}}
    stored = packed(NewsArticle, {**texts, **facts, "pins": {}})
    assert {**facts, PACKED: stored[PACKED]} == stored


def test_what_is_packed_already_stays_as_it_is():
    stored = packed(NewsArticle, {"pk": 1, "title_en": "Title"})
    assert unpacked(unpacked(stored)) == {"pk": 1, "title_en": "Title"}


def test_a_revision_does_not_say_where_its_page_stands():
    assert packed(NewsArticle, {"pk": 1, "path": "0001", "live": True}).keys() == {"pk", PACKED}


@pytest.mark.django_db
@pytest.mark.every_database
class TestStored:
    """On pages of the demo, by the ways that their revisions are read."""

    def test_every_version_can_be_looked_at_and_brought_back(self, page):
        first = save(page, CHINESE, title_zh_hans="第一稿")
        save(page, ENGLISH, title_en="Second")
        save(page, CHINESE, title_zh_hans="第三稿")
        first.refresh_from_db()
        assert "第一稿" not in json.dumps(first.content, ensure_ascii=False)
        assert titles(first.as_object())[0] == "第一稿"
        assert titles(reverted_draft(live(page), first, CHINESE))[:2] == ["第一稿", "Second"]

    def test_the_history_of_a_page_goes_with_a_copy(self, page):
        save(page, CHINESE, title_zh_hans="旧稿").publish()
        save(page, CHINESE, title_zh_hans="新稿").publish()
        copied = page.copy(to=NewsIndex.objects.first(), update_attrs={"slug": "copied"})
        drafts = [each.as_object() for each in copied.revisions.order_by("pk")]
        assert {"旧稿", "新稿"} <= {titles(draft)[0] for draft in drafts}
        assert {(draft.pk, draft.path) for draft in drafts} == {(copied.pk, copied.path)}

    def test_what_was_stored_before_is_read_published_and_packed(self, page):
        draft = save(page, ENGLISH, title_en="Draft")
        draft.refresh_from_db()
        draft.content = as_before = unpacked(draft.content)
        draft.save()
        assert titles(newest_draft(page))[1] == "Draft"
        call_command("compact_texts", verbosity=0)
        draft.refresh_from_db()
        assert PACKED in draft.content
        assert unpacked(draft.content) == as_before
        draft.publish()
        assert live(page).title_en == "Draft"

    def test_to_pack_a_second_time_changes_nothing(self, page):
        revision = save(page, CHINESE)
        revision.refresh_from_db()
        before = revision.content
        call_command("compact_texts", verbosity=0)
        revision.refresh_from_db()
        assert revision.content == before

    def test_revisions_of_a_language_are_found_in_the_database(self, page):
        save(page, ENGLISH)
        assert page.revisions.filter(content__edition__language="en").exists()
