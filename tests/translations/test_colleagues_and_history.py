"""Who edits which language, now and in the past."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import PageLogEntry

from news.models import NewsArticle

from ..admin_forms import edit_url, offered, send, unit
from .steps import (
    PUBLISH,
    live,
    save_chinese,
)

pytestmark = [pytest.mark.every_database, pytest.mark.slow]


def test_colleagues_are_named_with_the_language_that_they_edit(editor, english_translator, page):
    editor.get(edit_url(page, "zh-hans"))
    html = english_translator.get(edit_url(page, "en")).content.decode()
    url = html.split('data-w-swap-src-value="')[1].split('"')[0]
    answer = english_translator.post(url, {"is_editing": "1"}).json()
    assert "简体中文" in answer["html"]
    assert len(answer["other_sessions"]) == 1
    assert answer["other_sessions"][0]["revision_id"] is None


def test_a_ping_warns_of_a_newer_version_in_the_same_language_only(
    editor, english_translator, publisher, page
):
    data = offered(english_translator, edit_url(page))
    html = english_translator.get(edit_url(page, "en")).content.decode()
    url = html.split('data-w-swap-src-value="')[1].split('"')[0]
    ping = {"revision_created_at": data["loaded_revision_created_at"]}
    save_chinese(editor, page)
    assert english_translator.post(url, ping).json()["other_sessions"][0]["revision_id"] is None
    send(publisher, edit_url(page, "en"), **{unit("title"): "Newer"})
    newest = english_translator.post(url, ping).json()["other_sessions"][0]
    assert newest["revision_id"] == live(page).latest_revision_id


def test_a_stranger_and_a_wrong_translator_cannot_ping(visitor, russian_translator, some):
    url = reverse("editions:ping", args=[some(NewsArticle).pk, "en", 1])
    assert russian_translator.post(url).status_code == 404
    assert "/login" in visitor.post(url).headers["Location"]


def test_every_entry_of_the_history_names_its_language(editor, english, page):
    save_chinese(editor, page)
    send(english, edit_url(page), **{unit("title"): "A fix"}, **PUBLISH)
    english.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {"languages": ["en"]})
    entries = PageLogEntry.objects.filter(page_id=page.pk, data__languages__isnull=False)
    found = {(entry.action, *entry.data["languages"]) for entry in entries}
    assert {
        ("wagtail.edit", "zh-hans"),
        ("wagtail.edit", "en"),
        ("wagtail.publish", "en"),
        ("wagtail.unpublish", "en"),
    } <= found
    html = editor.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    cells = BeautifulSoup(html, "html.parser").select("tbody tr td:nth-of-type(2)")
    assert {"简体中文", "English"} <= {cell.get_text(strip=True) for cell in cells}


def test_no_field_stands_in_a_form_twice(publisher, page):
    for code in ("zh-hans", "en"):
        html = publisher.get(edit_url(page, code)).content.decode()
        form = BeautifulSoup(html, "html.parser").select_one("form[data-edit-form]")
        controls = form.select("input[name]:not([type=radio]), textarea[name], select[name]")
        names = [control["name"] for control in controls]
        assert [name for name in names if names.count(name) > 1] == []


def test_a_comparison_names_the_languages_of_both_versions(editor, english_translator, page):
    save_chinese(editor, page)
    chinese = live(page).latest_revision_id
    send(english_translator, edit_url(page), **{unit("title"): "A fix"})
    english = live(page).latest_revision_id
    url = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, chinese, english])
    html = editor.get(url).content.decode()
    versions = html.split('<dl class="versions">')[1].split("</dl>")[0]
    assert "简体中文" in versions
    assert "English" in versions
