"""Starting a page in a language, and the way of its text to the publisher."""

import pytest
from django.urls import reverse

from mep_site.translations.models import Edition
from mep_site.translations.publishing.credits import credits_of
from news.models import NewsArticle, NewsIndex

from ..admin_forms import answer, done, edit_url, errors, offered, send, stream, unit
from ..test_editing import add_url
from .steps import (
    CHINESE,
    ENGLISH,
    IDS,
    PUBLISH,
    edition,
    live,
    newest_draft,
    paragraphs,
    pinned_page,
)

pytestmark = pytest.mark.slow


def test_a_page_starts_in_chinese_and_says_so_where_it_does_not(admin, some):
    url = add_url(NewsArticle, some(NewsIndex))
    assert "title_zh_hans" in offered(admin, url)
    started = offered(admin, f"{url}?language=ru")
    assert started["language"] == "ru"
    assert "title_ru" in started
    assert "title_zh_hans" not in started


def test_a_translation_waits_for_the_text_that_it_renders(editor, english, some):
    url = add_url(NewsArticle, some(NewsIndex))
    send(editor, url, title_zh_hans="尚未发布", slug="unpublished")
    page = NewsArticle.objects.get(slug="unpublished")
    typed = {unit("title"): "Too early", done("title"): "on"}
    response = send(english, edit_url(page), **typed, **PUBLISH)
    assert response.headers["Location"] == edit_url(page, "en")
    assert not live(page).live
    assert newest_draft(page).title_en == "Too early"


def test_a_translation_is_submitted_returned_and_published(english_translator, publisher, page):
    submit = {unit("title"): "Please publish", "action-submit-translation": "1"}
    send(english_translator, edit_url(page), **submit)
    assert edition(page, ENGLISH).step == Edition.Step.SUBMITTED
    back = {"action-return-translation": "1", "return_comment": "Shorter, please"}
    send(publisher, edit_url(page, "en"), **back)
    assert edition(page, ENGLISH).step == Edition.Step.RETURNED
    assert "Shorter, please" in english_translator.get(edit_url(page, "en")).content.decode()
    send(english_translator, edit_url(page), **submit)
    send(publisher, edit_url(page, "en"), **PUBLISH)
    assert live(page).title_en == "Please publish"
    assert edition(page, ENGLISH).step == Edition.Step.DRAFTING


def test_it_is_kept_and_shown_who_translated_who_published_and_from_which_chinese(
    english, publisher, page
):
    pinned_page(page)
    typed = {unit("title"): "Another title", done("title"): "on"}
    send(english, edit_url(page, "en"), **typed, **{"action-submit-translation": "1"})
    send(publisher, edit_url(page, "en"), **PUBLISH)
    made = credits_of(page, ENGLISH)
    assert (made.translator, made.reviewer) == ("Anna Smith", "周明")
    assert made.renders == edition(page, ENGLISH).translates_text_of
    form = english.get(edit_url(page, "en")).text
    assert "Public translation by Anna Smith." in form
    assert "Published by 周明 on" in form
    history = publisher.get(reverse("wagtailadmin_pages:history", args=[page.pk])).text
    assert "由Anna Smith翻译" in history


def test_a_translation_that_a_publisher_wrote_alone_names_only_them(publisher, page):
    pinned_page(page)
    send(publisher, edit_url(page, "en"), **{unit("title"): "By the publisher"}, **PUBLISH)
    assert credits_of(page, ENGLISH).translator == "周明"
    assert credits_of(page, CHINESE) is None


def test_a_translator_cannot_return_a_translation(english_translator, page):
    send(english_translator, edit_url(page), **{"action-submit-translation": "1"})
    send(english_translator, edit_url(page), **{"action-return-translation": "1"})
    assert edition(page, ENGLISH).step == Edition.Step.SUBMITTED


def test_chinese_is_not_published_over_translations_without_saying_what_changes(publisher, page):
    before = live(page).title_zh_hans
    body = stream("body_zh_hans", list(page.body_zh_hans.raw_data))
    response = send(publisher, edit_url(page, "zh-hans"), title_zh_hans="新标题", **body, **PUBLISH)
    assert response.status_code == 200
    assert "新标题" in response.content.decode()
    assert errors(response)
    assert live(page).title_zh_hans == before


def test_a_translator_confirms_a_text_without_retyping_it(publisher, english, page):
    save_and_publish(publisher, page, "新标题", "material")
    assert edition(page, ENGLISH).freshness == "behind"
    send(english, edit_url(page), **{done("title"): "on"}, **PUBLISH)
    assert edition(page, ENGLISH).freshness == "current"


def save_and_publish(client, page, title, kind):
    body = stream("body_zh_hans", list(newest_draft(page).body_zh_hans.raw_data))
    typed = {"title_zh_hans": title, "change_kind": kind, **body, **PUBLISH}
    response = send(client, edit_url(page, "zh-hans"), **typed)
    assert response.status_code == 302, errors(response)


def test_a_single_text_is_confirmed_or_changed_and_the_rest_stays_behind(publisher, english, page):
    raw = paragraphs("改动{}")
    changed = IDS
    typed = {"change_kind": "material", **stream("body_zh_hans", raw), **PUBLISH}
    send(publisher, edit_url(page, "zh-hans"), **typed)
    assert edition(page, ENGLISH).differing == len(changed)
    asked = send(english, edit_url(page), **{done(f"body.{changed[0]}"): "on"}, **PUBLISH)
    answer(english, asked, "as-they-are")
    assert edition(page, ENGLISH).differing == len(changed) - 1


@pytest.mark.parametrize("code", ["zh-hans", "en"])
def test_a_page_is_previewed_before_it_exists(code, admin, some):
    index = some(NewsIndex)
    form = f"{add_url(NewsArticle, index)}?language={code}"
    url = reverse("wagtailadmin_pages:preview_on_add", args=["news", "newsarticle", index.pk])
    column = f"title_{code.replace('-', '_')}"
    typed = offered(admin, form) | {column: "Not there yet"}
    assert admin.post(f"{url}?language={code}", typed).json()["is_available"]
    html = admin.get(f"{url}?language={code}&mode={code}").content.decode()
    assert "Not there yet" in html
    assert not NewsArticle.objects.filter(**{column: "Not there yet"}).exists()


def test_what_is_typed_in_one_language_is_not_previewed_in_another(publisher, page):
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    for code, field in (("en", unit("title")), ("ru", unit("title"))):
        typed = offered(publisher, edit_url(page, code)) | {field: f"Typed in {code}"}
        assert publisher.post(f"{url}?language={code}", typed).json()["is_valid"]
    html = publisher.get(f"{url}?language=en&mode=en").content.decode()
    assert "Typed in en" in html
    assert "Typed in ru" not in publisher.get(f"{url}?language=en&mode=ru").content.decode()


@pytest.mark.parametrize(
    "name", ["preview_on_edit", "edit", "unpublish"], ids=lambda name: f"page {name}"
)
def test_a_wrong_language_is_refused_everywhere(name, russian_translator, visitor, page):
    url = f"{reverse(f'wagtailadmin_pages:{name}', args=[page.pk])}?language=en"
    for client, place in ((russian_translator, "/admin/"), (visitor, "/admin/login/")):
        for response in (client.get(url), client.post(url, {"languages": "en"})):
            assert response.headers["Location"].split("?")[0] == place
    assert edition(page, ENGLISH).is_live
