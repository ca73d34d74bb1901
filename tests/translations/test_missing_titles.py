"""A title that is retyped, or was never typed: drafts are kept, and nothing goes public."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from mep_site.translations.publishing.publish import PublishEditionAction, UntitledError
from news.models import NewsArticle, NewsIndex

from ..admin_forms import edit_url, errors, offered, send, stream, unit
from ..test_editing import add_url
from .steps import CHINESE, ENGLISH, PUBLISH, edition, live, newest_draft, save

pytestmark = pytest.mark.slow

JSON = {"HTTP_ACCEPT": "application/json"}
MISSING = "edition-missing"
FIELDS = {"zh-hans": "title_zh_hans", "en": unit("title")}
EMPTY = ["", "   ", "\u3000"]


def body_of(page, code):
    raw = list(newest_draft(page).body_zh_hans.raw_data)
    return stream("body_zh_hans", raw) if code == "zh-hans" else {}


def named_as_missing(response):
    html = BeautifulSoup(response.content, "html.parser")
    return bool(html.select_one(f"#{MISSING}").get_text(strip=True))


@pytest.mark.parametrize("typed", EMPTY)
@pytest.mark.parametrize("code", FIELDS)
def test_autosave_keeps_a_draft_without_a_title_and_names_what_is_missing(
    code, typed, publisher, page
):
    url, summary = edit_url(page, code), "summary_zh_hans" if code == "zh-hans" else unit("summary")
    form = offered(publisher, url) | body_of(page, code)
    answer = publisher.post(url, form | {FIELDS[code]: typed, summary: "Kept"}, **JSON).json()
    assert answer["success"], answer
    part = BeautifulSoup(answer["html"], "html.parser").select_one(
        f"template[data-w-teleport-target-value='#{MISSING}']"
    )
    assert part.get_text(strip=True)
    draft, column = newest_draft(page), code.replace("-", "_")
    assert getattr(draft, f"summary_{column}") == "Kept"
    assert not (getattr(draft, f"title_{column}") or "").strip()
    assert named_as_missing(publisher.get(url))
    form["overwrite_revision_id"] = str(answer["revision_id"])
    again = publisher.post(url, form | {FIELDS[code]: "Again"}, **JSON).json()
    part = BeautifulSoup(again["html"], "html.parser").select_one(
        f"template[data-w-teleport-target-value='#{MISSING}']"
    )
    assert not part.get_text(strip=True)
    assert not named_as_missing(publisher.get(url))


@pytest.mark.parametrize("typed", EMPTY)
@pytest.mark.parametrize(
    ("code", "action"),
    [
        ("zh-hans", "action-publish"),
        ("zh-hans", "action-submit"),
        ("en", "action-publish"),
        ("en", "action-submit-translation"),
    ],
)
def test_without_a_title_nothing_is_published_or_submitted(code, action, typed, publisher, page):
    url = edit_url(page, code)
    data = {FIELDS[code]: typed, "change_kind": "editorial", action: "1", **body_of(page, code)}
    response = send(publisher, url, **data)
    assert response.status_code == 200
    assert errors(response)
    stored = live(page)
    assert (stored.title_zh_hans, stored.title_en) == ("标题", "Title")
    assert (edition(page, CHINESE).is_live, edition(page, ENGLISH).step) == (True, "")
    assert not stored.workflow_in_progress


def test_a_translation_that_is_emptied_is_not_withdrawn_by_publishing_it(english, page):
    form = offered(english, edit_url(page, "en"))
    emptied = {name: "" for name in form if name.startswith("unit·") and "body" not in name}
    response = english.post(edit_url(page, "en"), form | emptied | PUBLISH)
    assert errors(response)
    assert edition(page, ENGLISH).is_live


@pytest.mark.parametrize("language", [CHINESE, ENGLISH], ids=str)
def test_no_other_way_to_the_public_takes_a_text_without_a_title(language, page):
    revision = save(page, language, **{language.column("title"): " "})
    with pytest.raises(UntitledError):
        PublishEditionAction(revision).execute()
    assert edition(page, language).is_live


def test_what_nobody_has_begun_misses_nothing(editor, english_translator, draft):
    new = editor.get(f"{add_url(NewsArticle, draft.get_parent())}?language=zh-hans")
    assert not named_as_missing(new)
    url = edit_url(draft, "en")
    assert not named_as_missing(english_translator.get(url))
    send(english_translator, url, **{unit("summary"): "Begun with the summary"})
    assert named_as_missing(english_translator.get(url))


@pytest.fixture
def draft(editor, db):
    """An article that was never public, in Chinese only."""
    article = NewsArticle(title_zh_hans="未发布的消息", slug="never-public", live=False)
    NewsIndex.objects.first().add_child(instance=article)
    article.save_revision()
    return article


def test_a_draft_of_one_language_is_kept_without_its_title(editor, draft):
    url = edit_url(draft, "zh-hans")
    form = offered(editor, url) | {"title_zh_hans": "", "summary_zh_hans": "摘要"}
    assert editor.post(url, form, **JSON).json()["success"]
    assert newest_draft(draft).summary_zh_hans == "摘要"
    assert live(draft).source_language == "zh-hans"


def test_it_keeps_its_name_in_the_explorer_with_a_mark(editor, draft):
    send(editor, edit_url(draft, "zh-hans"), title_zh_hans="  ")
    url = reverse("wagtailadmin_explore", args=[draft.get_parent().pk])
    listing = editor.get(url).content.decode()
    assert live(draft).get_admin_display_title() in listing
    assert live(draft).get_admin_display_title().startswith("未发布的消息")
    assert live(draft).get_admin_display_title() != "未发布的消息"
    send(editor, edit_url(draft, "zh-hans"), title_zh_hans="新标题")
    assert live(draft).get_admin_display_title() == "新标题"


def test_where_there_is_another_language_its_title_stands_in_with_a_mark(editor, draft):
    NewsArticle.objects.filter(pk=draft.pk).update(
        title_zh_hans="", title_en="Not public", draft_titles={}
    )
    shown = live(draft).get_admin_display_title()
    assert shown.startswith("Not public")
    assert shown != "Not public"


def test_a_page_of_another_language_is_not_marked(db):
    article = NewsArticle(title_en="English only", slug="english-only", live=False)
    NewsIndex.objects.first().add_child(instance=article)
    assert article.get_admin_display_title() == "English only"
