"""Bringing back an earlier version: one language of it, and nothing else."""

import json

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import rich_text

from departments.models import Department
from mep_site.translations.models import Edition

from ..admin_forms import answer, done, edit_url, errors, offered, send, stream, unit
from .steps import (
    CHINESE,
    ENGLISH,
    IDS,
    PUBLISH,
    edition,
    live,
    newest_draft,
    paragraphs,
    save,
    save_chinese,
)

pytestmark = pytest.mark.slow

JSON = {"HTTP_ACCEPT": "application/json"}
CODES = ["zh-hans", "en", "ru"]
COLUMNS = {"zh-hans": "title_zh_hans", "en": "title_en", "ru": "title_ru"}
WORDS = {"zh_hans": "第{}段", "en": "Paragraph {}", "ru": "Абзац {}"}


def revert_url(page, revision, code=""):
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision.pk])
    return f"{url}?language={code}" if code else url


def texts_of(page):
    """Everything that is written in each language, of a page or a draft."""
    return {
        code: [
            getattr(page, f"title_{suffix}"),
            getattr(page, f"summary_{suffix}") or "",
            list(getattr(page, f"body_{suffix}").raw_data),
        ]
        for code, suffix in zip(CODES, WORDS, strict=True)
    }


@pytest.fixture
def history(page):
    """Drafts in every language, twice; the earlier and the later revision by language."""
    saved = {}
    for turn in ("earlier", "later"):
        for language, column in zip((CHINESE, ENGLISH), ("title_zh_hans", "title_en"), strict=True):
            saved[language.code, turn] = save(page, language, **{column: f"{language.code} {turn}"})
    return saved


def chinese_body(page, code):
    raw = list(newest_draft(page).body_zh_hans.raw_data)
    return stream("body_zh_hans", raw) if code == "zh-hans" else {}


@pytest.mark.parametrize("code", ["zh-hans", "en"])
def test_a_revert_writes_its_language_only(code, history, publisher, page):
    before = texts_of(newest_draft(page))
    earlier = history[code, "earlier"]
    url = revert_url(page, earlier, code)
    response = publisher.post(url, offered(publisher, url) | chinese_body(page, code))
    assert response.headers["Location"] == edit_url(page, code)
    name = {"zh-hans": "简体中文", "en": "English"}[code]
    assert name in str(list(get_messages(response.wsgi_request))[-1])
    after = texts_of(newest_draft(page))
    assert after[code][0] == f"{code} earlier"
    assert {c: after[c] for c in CODES if c != code} == {c: before[c] for c in CODES if c != code}
    newest = newest_draft(page).latest_revision
    assert newest.content["edition"]["language"] == code
    entry = PageLogEntry.objects.filter(page=page.pk, action="wagtail.revert").get()
    assert (entry.data["languages"], entry.data["revision"]["id"]) == ([code], earlier.pk)


def test_an_english_revert_does_not_undo_an_amendment_of_the_chinese(editor, english, page):
    send(english, edit_url(page, "en"), **{unit("title"): "Earlier"})
    earlier = live(page).latest_revision
    save_chinese(editor, page, "修正后的标题")
    url = revert_url(page, earlier, "en")
    english.post(url, offered(english, url))
    assert newest_draft(page).title_zh_hans == "修正后的标题"
    english.post(url, offered(english, url) | PUBLISH)
    assert (live(page).title_en, live(page).title_zh_hans) == ("Earlier", page.title_zh_hans)
    assert newest_draft(page).title_zh_hans == "修正后的标题"


TYPED = {"zh-hans": "改写", "en": "Typed", "ru": "Набрано"}


@pytest.mark.parametrize("code", CODES)
def test_after_a_revert_autosave_and_publication_keep_to_the_language(code, publisher, page):
    field = COLUMNS[code] if code == "zh-hans" else unit("title")
    first = live(page).latest_revision
    for other in CODES:
        name = COLUMNS[other] if other == "zh-hans" else unit("title")
        body = chinese_body(page, other)
        send(publisher, edit_url(page, other), **{name: f"draft {other}"}, **body)
    before, public = texts_of(newest_draft(page)), texts_of(live(page))
    url = revert_url(page, first, code)
    publisher.post(url, offered(publisher, url) | chinese_body(page, code))
    form = offered(publisher, edit_url(page, code)) | chinese_body(page, code)
    saved = publisher.post(edit_url(page, code), form | {field: TYPED[code]}, **JSON).json()
    assert saved["success"]
    form["overwrite_revision_id"] = str(saved["revision_id"])
    typed = {field: f"{TYPED[code]} 2", "change_kind": "editorial"}
    response = publisher.post(edit_url(page, code), form | typed | PUBLISH)
    assert response.status_code == 302, errors(response)
    if "/open/" in response.headers["Location"]:
        answer(publisher, response, "as-they-are")
    after, draft = texts_of(live(page)), texts_of(newest_draft(page))
    assert after[code][0] == draft[code][0] == f"{TYPED[code]} 2"
    for other in CODES:
        if other != code:
            assert (after[other], draft[other]) == (public[other], before[other])


def changed_structure(raw):
    """The second paragraph is gone, the others are swapped, and a new one is there."""
    new = {
        "type": "paragraph",
        "value": "<p>新段</p>",
        "id": "00000000-0000-4000-8000-000000000009",
    }
    return [raw[2], new, raw[0]]


def test_an_english_revert_follows_the_structure_that_is_there_now(editor, english, page):
    typed = {unit(f"body.{IDS[0]}"): rich_text("<p>Typed once</p>")}
    send(english, edit_url(page, "en"), **typed)
    earlier = live(page).latest_revision
    send(english, edit_url(page, "en"), **{unit(f"body.{IDS[0]}"): rich_text("<p>Later</p>")})
    raw = changed_structure(paragraphs(WORDS["zh_hans"]))
    send(editor, edit_url(page, "zh-hans"), **stream("body_zh_hans", raw))
    url = revert_url(page, earlier, "en")
    english.post(url, offered(english, url))
    draft = newest_draft(page)
    chinese = [block["id"] for block in draft.body_zh_hans.raw_data]
    assert chinese == [block["id"] for block in raw]
    found = {block["id"]: block["value"] for block in draft.body_en.raw_data}
    assert "Typed once" in found[IDS[0]]
    assert [each for each in found if each in chinese] == [IDS[2], IDS[0]]


def test_a_chinese_revert_brings_the_structure_back_and_leaves_the_english_alone(
    editor, english, page
):
    earlier = live(page).latest_revision
    raw = changed_structure(paragraphs(WORDS["zh_hans"]))
    send(editor, edit_url(page, "zh-hans"), **stream("body_zh_hans", raw))
    send(english, edit_url(page, "en"), **{unit("title"): "Written since"})
    before = texts_of(newest_draft(page))["en"]
    url = f"/admin/api/main/pages/{page.pk}/action/revert_to_page_revision/"
    data = json.dumps({"revision_id": earlier.pk, "language": "zh-hans"})
    editor.post(url, data, content_type="application/json")
    draft = newest_draft(page)
    assert [block["id"] for block in draft.body_zh_hans.raw_data] == IDS
    assert texts_of(draft)["en"] == before


def test_a_row_that_was_removed_comes_back_with_its_translations(editor, some):
    page = some(Department)
    page.save_revision()
    earlier = live(page).latest_revision
    rows = {row.key: (row.name_zh_hans, row.name_en) for row in page.divisions.all()}
    form = offered(editor, edit_url(page, "zh-hans"))
    editor.post(edit_url(page, "zh-hans"), form | {"divisions-0-DELETE": "1"})
    assert len(newest_draft(page).divisions.all()) == len(rows) - 1
    url = revert_url(page, earlier, "zh-hans")
    editor.post(url, offered(editor, url))
    found = {row.key: (row.name_zh_hans, row.name_en) for row in newest_draft(page).divisions.all()}
    assert found == rows


def test_an_english_revert_brings_no_row_back(editor, english, some):
    page = some(Department)
    row = page.divisions.first()
    name = unit(f"divisions.{row.key}.name")
    send(english, edit_url(page, "en"), **{name: "Once", unit("title"): "Earlier"})
    earlier = live(page).latest_revision
    form = offered(editor, edit_url(page, "zh-hans"))
    editor.post(edit_url(page, "zh-hans"), form | {"divisions-0-DELETE": "1"})
    url = revert_url(page, earlier, "en")
    answer(english, english.post(url, offered(english, url) | PUBLISH), "as-they-are")
    assert row.key not in {each.key for each in newest_draft(page).divisions.all()}
    public = live(page)
    assert (public.title_en, public.divisions.get(key=row.key).name_en) == ("Earlier", "Once")


def test_of_a_version_that_a_program_saved_the_address_chooses_one_language(publisher, page):
    draft = newest_draft(page)
    draft.edition_language = None
    draft.title_zh_hans, draft.title_en, draft.title_ru = "程序", "Program", "Программа"
    by_program = draft.save_revision()
    for code in ("en", "ru"):
        send(publisher, edit_url(page, code), **{unit("title"): f"later {code}"})
    url = revert_url(page, by_program, "ru")
    publisher.post(url, offered(publisher, url))
    after = newest_draft(page)
    assert (after.title_zh_hans, after.title_en, after.title_ru) == (
        "程序",
        "later en",
        "Программа",
    )


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_revert_that_names_no_language_is_refused(method, history, publisher, page):
    before = page.revisions.count()
    response = getattr(publisher, method)(revert_url(page, history["en", "earlier"]))
    assert response.status_code == 400
    assert (method == "get") == ("language=en" in response.content.decode())
    assert page.revisions.count() == before


@pytest.mark.parametrize("data", [{}, {"language": "ru"}, {"language": "xx"}])
def test_a_revert_by_the_api_names_a_language_of_its_user(data, history, english, page):
    before = page.revisions.count()
    url = f"/admin/api/main/pages/{page.pk}/action/revert_to_page_revision/"
    data = json.dumps({"revision_id": history["en", "earlier"].pk, **data})
    response = english.post(url, data, content_type="application/json")
    assert response.status_code in {400, 403, 302}
    assert page.revisions.count() == before


def test_a_reverted_translation_is_as_far_behind_as_it_was(english, publisher, page):
    earlier = live(page).latest_revision
    typed = {"title_zh_hans": "新标题", "change_kind": "material"}
    body = chinese_body(page, "zh-hans")
    send(publisher, edit_url(page, "zh-hans"), **typed, **body, **PUBLISH)
    translated = {unit("title"): "New title", done("title"): "done"}
    send(english, edit_url(page, "en"), **translated, **PUBLISH)
    assert edition(page, ENGLISH).freshness == "current"
    url = revert_url(page, earlier, "en")
    answer(english, english.post(url, offered(english, url) | PUBLISH), "as-they-are")
    assert live(page).title_en == "Title"
    assert Edition.objects.get(page_id=page.pk, language="en").freshness == "behind"
