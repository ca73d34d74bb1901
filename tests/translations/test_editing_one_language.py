"""Two people, two languages, one page: through the real forms of the admin."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, PageLogEntry

from departments.models import Department
from mep_site.core.models import BasePage
from mep_site.translations.blocks import block_ids
from mep_site.translations.contents import content_of
from mep_site.translations.languages import get_language
from mep_site.translations.models import Edition
from mep_site.translations.pins import pin_to
from mep_site.translations.units import texts
from news.models import NewsArticle, NewsIndex

from ..admin_forms import edit_url, errors, offered, send, stream, unit
from ..test_editing import add_url

IDS = [f"00000000-0000-4000-8000-00000000000{number}" for number in (1, 2, 3)]
PUBLISH = {"action-publish": "1"}
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def publishing_translators(db):
    """Translators who may publish their language."""
    for name, suffix in (("Translators (English)", "en"), ("Translators (Russian)", "ru")):
        group = Group.objects.get(name=name)
        group.permissions.add(Permission.objects.get(codename=f"publish_{suffix}"))
        GroupPagePermission.objects.create(
            group=group, page=BasePage.get_first_root_node(), permission_type="publish"
        )


@pytest.fixture
def english(publishing_translators, english_translator):
    return english_translator


@pytest.fixture
def russian(publishing_translators, russian_translator):
    return russian_translator


@pytest.fixture
def page(db):
    """An article of three paragraphs, whose translations render them."""
    index = NewsIndex.objects.first()
    article = NewsArticle(
        title_zh_hans="标题", title_en="Title", title_ru="Заголовок", slug="three"
    )
    for code, words in {"zh_hans": "第{}段", "en": "Paragraph {}", "ru": "Абзац {}"}.items():
        setattr(article, f"body_{code}", paragraphs(words))
    index.add_child(instance=article)
    chinese = dict(texts(NewsArticle, content_of(article), get_language("zh-hans")))
    pins = pin_to(chinese, chinese, timezone.now())
    article.pins = {"en": pins, "ru": pins}
    article.save_revision().publish()
    return NewsArticle.objects.get(pk=article.pk)


def paragraphs(words):
    """Three paragraphs with the same ids in every language."""
    return [
        {"type": "paragraph", "value": f"<p>{words.format(number)}</p>", "id": IDS[number - 1]}
        for number in (1, 2, 3)
    ]


def live(page):
    return type(page).objects.get(pk=page.pk)


def draft(page):
    return live(page).get_latest_revision_as_object()


def edition(page, code):
    return Edition.objects.get(page_id=page.pk, language=code)


def save_chinese(client, page, title="未经批准的标题"):
    """Save a Chinese draft with the body as it is."""
    body = list(draft(page).body_zh_hans.raw_data)
    data = offered(client, edit_url(page)) | stream("body_zh_hans", body)
    response = client.post(edit_url(page), data | {"title_zh_hans": title})
    assert response.status_code == 302, errors(response)


# What one language does leaves the others alone


def test_an_english_fix_goes_live_past_a_chinese_draft(editor, english, visitor, page):
    before = live(page)
    save_chinese(editor, page)
    send(english, edit_url(page), **{unit("title"): "A fix"}, **PUBLISH)
    after = live(page)
    assert after.title_en == "A fix"
    assert after.title_zh_hans == before.title_zh_hans
    assert list(after.body_zh_hans.raw_data) == list(before.body_zh_hans.raw_data)
    assert after.title_ru == before.title_ru
    assert draft(page).title_zh_hans == "未经批准的标题"
    assert "A fix" in visitor.get(f"/en{page.get_url()[8:]}").content.decode()
    assert "未经批准的标题" not in visitor.get(page.get_url()).content.decode()


def test_the_same_holds_between_translations(english, russian, page):
    before = live(page)
    send(russian, edit_url(page), **{unit("title"): "Черновик"})
    send(english, edit_url(page), **{unit("title"): "A fix"}, **PUBLISH)
    assert (live(page).title_en, live(page).title_ru) == ("A fix", before.title_ru)
    assert draft(page).title_ru == "Черновик"


def test_publishing_chinese_leaves_translations_in_draft_alone(publisher, english_translator, page):
    before = live(page)
    send(english_translator, edit_url(page), **{unit("title"): "Not ready"})
    body = stream("body_zh_hans", list(draft(page).body_zh_hans.raw_data))
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
    assert draft(page).title_en == "Not ready"


def test_a_scheduled_publication_publishes_its_language_only(editor, english, page):
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
    scheduled = live(page).revisions.filter(approved_go_live_at__isnull=False)
    scheduled.update(approved_go_live_at=timezone.now() - timezone.timedelta(minutes=1))
    Edition.objects.filter(page_id=page.pk, language="en").update(go_live_at=timezone.now())
    call_command("publish_scheduled")
    assert (live(page).title_en, live(page).title_zh_hans) == ("On time", before.title_zh_hans)
    assert draft(page).title_zh_hans == "未经批准的标题"


def test_a_schedule_locks_its_language_only(english, editor, page):
    moment = f"{timezone.now() + timezone.timedelta(days=1):%Y-%m-%d %H:%M}"
    send(english, edit_url(page), go_live_at=moment, **PUBLISH)
    send(english, edit_url(page), **{unit("title"): "Too late"})
    assert draft(page).title_en != "Too late"
    save_chinese(editor, page)
    assert draft(page).title_zh_hans == "未经批准的标题"


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
    assert draft(page).title_en == "Not ready"


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
    assert edition(page, "en").is_withdrawn
    assert edition(page, "zh-hans").is_live
    assert live(page).title_zh_hans == before.title_zh_hans
    assert draft(page).title_zh_hans == "未经批准的标题"
    assert draft(page).title_en == before.title_en


@pytest.mark.parametrize("codes", [["zh-hans"], ["ru"], ["en", "ru"], []])
def test_nobody_unpublishes_a_language_without_the_right(codes, english, page):
    english.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {"languages": codes})
    assert {each.is_live for each in Edition.objects.of_page(page).values()} == {True}


def test_bulk_publishing_publishes_the_language_of_the_newest_draft(editor, english, page):
    before = live(page)
    save_chinese(editor, page)
    send(english, edit_url(page), **{unit("title"): "A fix"})
    url = reverse("wagtail_bulk_action", args=["core", "basepage", "publish"])
    english.post(f"{url}?id={page.pk}")
    assert (live(page).title_en, live(page).title_zh_hans) == ("A fix", before.title_zh_hans)
    save_chinese(editor, page, "又一份草稿")
    english.post(f"{url}?id={page.pk}")
    assert live(page).title_zh_hans == before.title_zh_hans


def test_bulk_unpublishing_unpublishes_what_the_user_may(english, page):
    url = reverse("wagtail_bulk_action", args=["core", "basepage", "unpublish"])
    english.post(f"{url}?id={page.pk}")
    assert not edition(page, "en").is_live
    assert edition(page, "zh-hans").is_live
    assert edition(page, "ru").is_live


@pytest.mark.parametrize(
    ("action", "data"),
    [("publish", {}), ("unpublish", {}), ("copy", {}), ("delete", {}), ("move", {})],
)
def test_the_api_of_the_admin_knows_the_rights_per_language(action, data, english, editor, page):
    before = live(page)
    save_chinese(editor, page)
    url = f"/admin/api/main/pages/{page.pk}/action/{action}/"
    english.post(url, json.dumps(data), content_type="application/json")
    after = live(page)
    assert (after.title_zh_hans, after.path) == (before.title_zh_hans, before.path)
    assert edition(page, "zh-hans").is_live
    assert edition(page, "ru").is_live
    assert draft(page).title_zh_hans == "未经批准的标题"


def test_reverting_through_the_api_brings_back_one_language(editor, english, page):
    send(english, edit_url(page), **{unit("title"): "Earlier"})
    earlier = live(page).latest_revision
    send(english, edit_url(page), **{unit("title"): "Later"})
    save_chinese(editor, page)
    chinese = live(page).latest_revision
    url = f"/admin/api/main/pages/{page.pk}/action/revert_to_page_revision/"
    for revision in (earlier, chinese):
        english.post(url, json.dumps({"revision_id": revision.pk}), content_type="application/json")
    assert draft(page).title_en == "Earlier"
    assert draft(page).title_zh_hans == "未经批准的标题"


def test_reverting_in_the_admin_keeps_what_others_wrote_since(editor, english_translator, page):
    send(english_translator, edit_url(page), **{unit("title"): "Earlier"})
    earlier = live(page).latest_revision
    send(english_translator, edit_url(page), **{unit("title"): "Later"})
    save_chinese(editor, page)
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, earlier.pk])
    data = offered(english_translator, url)
    assert data[unit("title")] == "Earlier"
    english_translator.post(edit_url(page), data)
    assert draft(page).title_en == "Earlier"
    assert draft(page).title_zh_hans == "未经批准的标题"


# Automatic saving


def autosave(client, url, data, state, **typed):
    """Save as the script of the edit form does; ``state`` remembers what the server answered."""
    response = client.post(url, data | state | typed, **JSON)
    answer = response.json()
    assert answer.get("success"), answer
    state["overwrite_revision_id"] = str(answer["revision_id"])


def test_two_languages_are_saved_in_turn_without_refusal(editor, english_translator, page):
    body = stream("body_zh_hans", list(page.body_zh_hans.raw_data))
    chinese = offered(editor, edit_url(page)) | body
    translation = offered(english_translator, edit_url(page))
    zh_state, en_state = {}, {}
    for number in range(100):
        autosave(editor, edit_url(page), chinese, zh_state, title_zh_hans=f"标题 {number}")
        typed = {unit("title"): f"Title {number}"}
        autosave(english_translator, edit_url(page), translation, en_state, **typed)
        saved = draft(page)
        assert (saved.title_zh_hans, saved.title_en) == (f"标题 {number}", f"Title {number}")
    assert live(page).revisions.count() <= page.revisions.count() + 2
    assert draft(page).title_ru == page.title_ru


def test_structure_may_change_while_a_translator_writes(editor, english_translator, page):
    raw = list(page.body_zh_hans.raw_data)
    first, second = IDS[:2]
    chinese = offered(editor, edit_url(page))
    translation = offered(english_translator, edit_url(page))
    state = {}
    moved = [block for block in reversed(raw) if block["type"] == "paragraph"]
    without_first = [block for block in moved if block["id"] != first]
    autosave(editor, edit_url(page), chinese | stream("body_zh_hans", without_first), state)
    typed = {unit("summary"): "Typed meanwhile"}
    autosave(english_translator, edit_url(page), translation, {}, **typed)
    saved = draft(page)
    english_ids = block_ids(saved.body_en.stream_block, list(saved.body_en.raw_data))
    assert saved.summary_en == "Typed meanwhile"
    assert second in english_ids
    assert [block["id"] for block in saved.body_zh_hans.raw_data] == [
        block["id"] for block in without_first
    ]
    again = offered(english_translator, edit_url(page))
    assert unit(f"body.{first}.") in again or unit(f"body.{first}") in again


def test_a_row_added_in_a_draft_keeps_its_translation(admin, english_translator, some):
    page = some(Department)
    count = page.divisions.count()
    data = offered(admin, edit_url(page))
    new = {
        "divisions-TOTAL_FORMS": str(count + 1),
        f"divisions-{count}-name_zh_hans": "新设处",
        f"divisions-{count}-ORDER": str(count + 1),
    }
    admin.post(edit_url(page), data | new)
    key = next(row.key for row in draft(page).divisions.all() if row.name_zh_hans == "新设处")
    send(english_translator, edit_url(page), **{unit(f"divisions.{key}.name"): "New Division"})
    again = offered(admin, edit_url(page))
    admin.post(edit_url(page), again | {"summary_zh_hans": "改动"})
    row = next(row for row in draft(page).divisions.all() if row.name_zh_hans == "新设处")
    assert (row.key, row.name_en) == (key, "New Division")


def test_a_translation_of_a_row_that_the_draft_removed_reaches_the_public(admin, english, some):
    page = some(Department)
    row = page.divisions.first()
    admin.post(edit_url(page), offered(admin, edit_url(page)) | {"divisions-0-DELETE": "1"})
    assert row.key not in {each.key for each in draft(page).divisions.all()}
    name = unit(f"divisions.{row.key}.name")
    response = send(english, edit_url(page), **{name: "Renamed"}, **PUBLISH)
    assert response.status_code == 302, errors(response)
    assert live(page).divisions.get(key=row.key).name_en == "Renamed"
    assert row.key not in {each.key for each in draft(page).divisions.all()}


@pytest.mark.postgresql
def test_eight_threads_save_three_languages_of_one_page(django_db_setup, django_db_blocker):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer; the test above covers it.")
    people = {"zh-hans": "publisher", "en": "english", "ru": "russian"}
    codes = ["zh-hans", "en", "ru"]

    def work(number):
        try:
            code = codes[number % 3]
            client = Client(raise_request_exception=False)
            client.force_login(User.objects.get(username=people[code]))
            data = offered(client, edit_url(page, code))
            if code == "zh-hans":
                data |= stream("body_zh_hans", [])
            field = "title_zh_hans" if code == "zh-hans" else unit("title")
            answers = []
            for turn in range(10):
                data.pop("loaded_revision_created_at", None)
                typed = {field: f"{code} {number} {turn}"}
                answers.append(client.post(edit_url(page, code), data | typed).status_code)
            return answers
        finally:
            connections.close_all()

    with django_db_blocker.unblock():
        index = NewsIndex.objects.first()
        page = NewsArticle(title_zh_hans="八", title_en="Eight", title_ru="Восемь", slug="eight")
        index.add_child(instance=page)
        page.save_revision()
        try:
            with ThreadPoolExecutor(8) as threads:
                answers = [code for codes in threads.map(work, range(8)) for code in codes]
            saved = draft(page)
        finally:
            page.delete()
    assert answers == [302] * 80
    assert saved.title_zh_hans.startswith("zh-hans ")
    assert saved.title_en.startswith("en ")
    assert saved.title_ru.startswith("ru ")
    assert all(title.endswith(" 9") for title in (saved.title_en, saved.title_ru))


# The same language


def test_the_second_to_save_a_language_is_told_and_both_texts_can_be_had(
    english_translator, publisher, page
):
    first = offered(english_translator, edit_url(page))
    second = offered(publisher, edit_url(page, "en"))
    english_translator.post(edit_url(page), first | {unit("title"): "Hers"})
    hers = live(page).latest_revision
    response = publisher.post(edit_url(page, "en"), second | {unit("title"): "His"})
    html = response.content.decode()
    assert response.status_code == 200
    assert 'value="His"' in html
    assert reverse("wagtailadmin_pages:revisions_view", args=[page.pk, hers.pk]) in html
    assert draft(page).title_en == "Hers"
    again = {**second, unit("title"): "His", **loaded(html)}
    assert publisher.post(edit_url(page, "en"), again).status_code == 302
    assert draft(page).title_en == "His"
    assert live(page).revisions.get(pk=hers.pk).as_object().title_en == "Hers"


def loaded(html):
    """The fields that name the revision which a form builds on."""
    form = BeautifulSoup(html, "html.parser").select_one("form[data-edit-form]")
    names = ("loaded_revision_id", "loaded_revision_created_at")
    return {name: form.select_one(f"[name={name}]")["value"] for name in names}


def test_autosave_refuses_to_overwrite_somebody_elses_text(english_translator, publisher, page):
    first = offered(english_translator, edit_url(page))
    second = offered(publisher, edit_url(page, "en"))
    autosave(english_translator, edit_url(page), first, {}, **{unit("title"): "Hers"})
    response = publisher.post(edit_url(page, "en"), second | {unit("title"): "His"}, **JSON)
    assert (response.status_code, response.json()["error_code"]) == (400, "invalid_revision")
    assert draft(page).title_en == "Hers"


# Who does what


def test_colleagues_are_named_with_the_language_that_they_edit(editor, english_translator, page):
    editor.get(edit_url(page))
    html = english_translator.get(edit_url(page)).content.decode()
    url = html.split('data-w-swap-src-value="')[1].split('"')[0]
    answer = english_translator.post(url, {"is_editing": "1"}).json()
    assert "简体中文" in answer["html"]
    assert len(answer["other_sessions"]) == 1
    assert answer["other_sessions"][0]["revision_id"] is None


def test_a_ping_warns_of_a_newer_version_in_the_same_language_only(
    editor, english_translator, publisher, page
):
    data = offered(english_translator, edit_url(page))
    html = english_translator.get(edit_url(page)).content.decode()
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


# Starting and submitting


def test_a_page_starts_in_chinese_and_says_so_where_it_does_not(admin, some):
    url = add_url(NewsArticle, some(NewsIndex))
    assert "title_zh_hans" in offered(admin, url)
    started = offered(admin, f"{url}?language=ru")
    assert started["language"] == "ru"
    assert "title_ru" in started
    assert "title_zh_hans" not in started


def test_a_chinese_text_that_comes_later_gets_the_blocks_of_the_first_one(admin, some):
    url = add_url(NewsArticle, some(NewsIndex))
    body = [{"type": "paragraph", "value": "<p>Old text</p>", "id": ""}]
    send(admin, f"{url}?language=en", title_en="Old page", slug="old", **stream("body_en", body))
    page = NewsArticle.objects.get(slug="old")
    first = page.body_en.raw_data[0]["id"]
    handler = admin.get(edit_url(page, "zh-hans"))
    assert first in handler.content.decode()
    assert "Old text" not in handler.context["form"]["body_zh_hans"].value()[0].value.source


def test_a_translation_waits_for_the_text_that_it_renders(editor, english, some):
    url = add_url(NewsArticle, some(NewsIndex))
    send(editor, url, title_zh_hans="尚未发布", slug="unpublished")
    page = NewsArticle.objects.get(slug="unpublished")
    response = send(english, edit_url(page), **{unit("title"): "Too early"}, **PUBLISH)
    assert response.headers["Location"] == edit_url(page, "en")
    assert not live(page).live
    assert draft(page).title_en == "Too early"


def test_a_translation_is_submitted_returned_and_published(english_translator, publisher, page):
    submit = {unit("title"): "Please publish", "action-submit-translation": "1"}
    send(english_translator, edit_url(page), **submit)
    assert edition(page, "en").step == Edition.Step.SUBMITTED
    back = {"action-return-translation": "1", "return_comment": "Shorter, please"}
    send(publisher, edit_url(page, "en"), **back)
    assert edition(page, "en").step == Edition.Step.RETURNED
    assert "Shorter, please" in english_translator.get(edit_url(page)).content.decode()
    send(english_translator, edit_url(page), **submit)
    send(publisher, edit_url(page, "en"), **PUBLISH)
    assert live(page).title_en == "Please publish"
    assert edition(page, "en").step == Edition.Step.DRAFTING


def test_a_translator_cannot_return_a_translation(english_translator, page):
    send(english_translator, edit_url(page), **{"action-submit-translation": "1"})
    send(english_translator, edit_url(page), **{"action-return-translation": "1"})
    assert edition(page, "en").step == Edition.Step.SUBMITTED


# What a change means


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
    assert edition(page, "en").freshness == "behind"
    form = offered(english, edit_url(page))
    english.post(edit_url(page), form | {"all_still_correct": "on"} | PUBLISH)
    assert edition(page, "en").freshness == "current"


def save_and_publish(client, page, title, kind):
    body = stream("body_zh_hans", list(draft(page).body_zh_hans.raw_data))
    typed = {"title_zh_hans": title, "change_kind": kind, **body, **PUBLISH}
    response = send(client, edit_url(page, "zh-hans"), **typed)
    assert response.status_code == 302, errors(response)


def test_a_single_text_is_confirmed_or_changed_and_the_rest_stays_behind(publisher, english, page):
    raw = paragraphs("改动{}")
    changed = IDS
    typed = {"change_kind": "material", **stream("body_zh_hans", raw), **PUBLISH}
    send(publisher, edit_url(page, "zh-hans"), **typed)
    assert edition(page, "en").differing == len(changed)
    still = unit(f"body.{changed[0]}").replace("unit", "still", 1)
    send(english, edit_url(page), **{still: "on"}, **PUBLISH)
    assert edition(page, "en").differing == len(changed) - 1
