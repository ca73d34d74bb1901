"""What one language does, through the admin, leaves the others alone."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from mep_site.translations.models import Edition

from ..admin_forms import edit_url, errors, send, stream, unit
from .steps import (
    CHINESE,
    ENGLISH,
    PUBLISH,
    RUSSIAN,
    edition,
    live,
    newest_draft,
    save_chinese,
)

pytestmark = pytest.mark.slow


def test_an_english_fix_goes_live_past_a_chinese_draft(editor, english, visitor, page):
    before = live(page)
    save_chinese(editor, page)
    send(english, edit_url(page), **{unit("title"): "A fix"}, **PUBLISH)
    after = live(page)
    assert after.title_en == "A fix"
    assert after.title_zh_hans == before.title_zh_hans
    assert list(after.body_zh_hans.raw_data) == list(before.body_zh_hans.raw_data)
    assert after.title_ru == before.title_ru
    assert newest_draft(page).title_zh_hans == "未经批准的标题"
    assert "A fix" in visitor.get(f"/en{page.get_url()[8:]}").content.decode()
    assert "未经批准的标题" not in visitor.get(page.get_url()).content.decode()


def test_the_same_holds_between_translations(english, russian, page):
    before = live(page)
    send(russian, edit_url(page), **{unit("title"): "Черновик"})
    send(english, edit_url(page), **{unit("title"): "A fix"}, **PUBLISH)
    assert (live(page).title_en, live(page).title_ru) == ("A fix", before.title_ru)
    assert newest_draft(page).title_ru == "Черновик"


def test_publishing_chinese_leaves_translations_in_draft_alone(publisher, english_translator, page):
    before = live(page)
    send(english_translator, edit_url(page), **{unit("title"): "Not ready"})
    body = stream("body_zh_hans", list(newest_draft(page).body_zh_hans.raw_data))
    response = send(
        publisher,
        edit_url(page, "zh-hans"),
        title_zh_hans="新标题",
        change_kind="editorial",
        **body,
        **PUBLISH,
    )
    assert response.status_code == 302, errors(response)
    assert (live(page).title_zh_hans, live(page).title_en) == ("新标题", before.title_en)
    assert newest_draft(page).title_en == "Not ready"


def test_a_scheduled_publication_publishes_its_language_only(editor, english, page, clock):
    before = live(page)
    save_chinese(editor, page)
    send(
        english,
        edit_url(page),
        go_live_at=f"{timezone.now() + timezone.timedelta(days=1):%Y-%m-%d %H:%M}",
        **{unit("title"): "On time"},
        **PUBLISH,
    )
    assert live(page).title_en == before.title_en
    clock.let_pass(days=2)
    assert (live(page).title_en, live(page).title_zh_hans) == ("On time", before.title_zh_hans)
    assert newest_draft(page).title_zh_hans == "未经批准的标题"


def test_a_schedule_locks_its_language_only(english, editor, page):
    moment = f"{timezone.now() + timezone.timedelta(days=1):%Y-%m-%d %H:%M}"
    send(english, edit_url(page), go_live_at=moment, **PUBLISH)
    send(english, edit_url(page), **{unit("title"): "Too late"})
    assert newest_draft(page).title_en != "Too late"
    save_chinese(editor, page)
    assert newest_draft(page).title_zh_hans == "未经批准的标题"


def test_a_workflow_approves_the_chinese_only(editor, english_translator, publisher, page):
    before = live(page)
    body = stream("body_zh_hans", list(page.body_zh_hans.raw_data))
    submitted = {"title_zh_hans": "送审标题", "action-submit": "1", **body}
    send(editor, edit_url(page), **submitted)
    send(english_translator, edit_url(page), **{unit("title"): "Not ready"})
    task = live(page).current_workflow_task_state
    publisher.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])
    )
    assert (live(page).title_zh_hans, live(page).title_en) == ("送审标题", before.title_en)
    assert newest_draft(page).title_en == "Not ready"


def test_an_english_publication_leaves_a_chinese_workflow_running(editor, english, page):
    send(editor, edit_url(page), title_zh_hans="送审标题", **{"action-submit": "1"})
    send(english, edit_url(page), **{unit("title"): "A fix"}, **PUBLISH)
    assert live(page).title_en == "A fix"
    assert live(page).workflow_in_progress


def test_unpublishing_english_leaves_the_chinese_and_its_draft(editor, english, visitor, page):
    before = live(page)
    save_chinese(editor, page)
    url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    assert 'value="en"' in english.get(url).content.decode()
    assert 'value="zh-hans"' not in english.get(url).content.decode()
    english.post(url, {"languages": ["en"]})
    assert edition(page, ENGLISH).is_withdrawn
    assert edition(page, CHINESE).is_live
    assert live(page).title_zh_hans == before.title_zh_hans
    assert newest_draft(page).title_zh_hans == "未经批准的标题"
    assert newest_draft(page).title_en == before.title_en


@pytest.mark.parametrize("codes", [["zh-hans"], ["ru"], ["en", "ru"], []])
def test_nobody_unpublishes_a_language_without_the_right(codes, english, page):
    english.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {"languages": codes})
    assert {each.is_live for each in Edition.objects.get_or_create_for_page(page).values()} == {
        True
    }


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("publish", {"language": "zh-hans"}),
        ("unpublish", {"language": "ru"}),
        ("unpublish", {"language": "zh-hans", "recursive": True}),
        ("copy", {}),
        ("delete", {}),
        ("move", {}),
    ],
)
def test_the_api_of_the_admin_knows_the_rights_per_language(action, data, english, editor, page):
    before = live(page)
    save_chinese(editor, page)
    url = f"/admin/api/main/pages/{page.pk}/action/{action}/"
    english.post(url, json.dumps(data), content_type="application/json")
    after = live(page)
    assert (after.title_zh_hans, after.path) == (before.title_zh_hans, before.path)
    assert edition(page, CHINESE).is_live
    assert edition(page, RUSSIAN).is_live
    assert newest_draft(page).title_zh_hans == "未经批准的标题"
