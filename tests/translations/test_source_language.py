"""The source language of a page: decided once, and changed by a publisher's deliberate act only."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import rich_text

from mep_site.core.models import BasePage
from mep_site.translations.content.blocks import block_ids
from mep_site.translations.content.packing import unpacked
from mep_site.translations.publishing.source_language import change_source_language
from news.models import NewsArticle, NewsIndex

from ..admin_forms import edit_url, errors, offered, send, stream, unit
from ..test_editing import add_url
from ..turns import whose_turn_it_is
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


@pytest.fixture
def old_page(db):
    """A public article that was started in English and never had a Chinese text."""
    article = NewsArticle(title_en="Old page", slug="old-page", body_en=paragraphs("Paragraph {}"))
    NewsIndex.objects.first().add_child(instance=article)
    article.save_revision().publish()
    return NewsArticle.objects.get(pk=article.pk)


def source_of(page):
    return live(page).source_language


def test_structure_and_facts_go_live_with_the_text_that_leads(old_page):
    body = old_page.body_en.raw_data
    save(old_page, ENGLISH, date="2020-01-01", body_en=[body[1], body[0]]).publish()
    assert str(live(old_page).date) == "2020-01-01"
    assert [block["id"] for block in live(old_page).body_en.raw_data] == [IDS[1], IDS[0]]


# Decided when the page is made


@pytest.mark.parametrize("code", ["zh-hans", "en", "ru"])
def test_the_form_that_makes_a_page_decides(code, admin, some):
    column = f"title_{code.replace('-', '_')}"
    url = f"{add_url(NewsArticle, some(NewsIndex))}?language={code}"
    send(admin, url, **{column: "Made here", "slug": "made-here"})
    assert NewsArticle.objects.get(slug="made-here").source_language == code


@pytest.mark.parametrize(
    ("titles", "code"),
    [
        ({"title_en": "a", "title_ru": "b"}, "en"),
        ({"title_ru": "b", "title_en": " "}, "ru"),
        ({"title_ru": "b", "title_zh_hans": "c"}, "zh-hans"),
    ],
)
def test_a_page_that_a_program_makes_is_led_by_its_first_language(titles, code, db):
    article = NewsArticle(slug="by-a-program", **titles)
    NewsIndex.objects.first().add_child(instance=article)
    assert source_of(article) == code


def test_a_copy_and_an_alias_are_led_as_their_page_is(old_page):
    copy = old_page.copy(update_attrs={"slug": "copied"}, keep_live=False)
    alias = old_page.create_alias(update_slug="alias")
    assert (source_of(copy), source_of(alias)) == ("en", "en")
    assert newest_draft(copy).source_language == "en"
    change_source_language(old_page, CHINESE)
    assert (source_of(copy), source_of(alias)) == ("en", "zh-hans")


def test_a_draft_is_led_as_the_page_is_whatever_its_revision_says(page):
    revision = page.latest_revision
    for said in ({"source_language": "en"}, {}):
        content = {k: v for k, v in revision.content.items() if k != "source_language"} | said
        revision.content = content
        revision.save()
        assert newest_draft(page).source_language == "zh-hans"
        send_title = {"title_zh_hans": None, "title_en": "Title"}
        save(page, ENGLISH, **send_title).publish()
        assert source_of(page) == "zh-hans"


# Typing changes nothing


@pytest.mark.parametrize("typed", ["", "   "])
def test_an_empty_chinese_title_hands_the_page_to_nobody(typed, editor, english, page):
    body = stream("body_zh_hans", list(page.body_zh_hans.raw_data))
    send(editor, edit_url(page, "zh-hans"), title_zh_hans=typed, **body)
    assert newest_draft(page).source_language == "zh-hans"
    form = offered(english, edit_url(page, "en"))
    assert unit("title") in form
    assert "slug" not in form


def test_a_chinese_title_takes_nothing_over(editor, publisher, old_page):
    url = edit_url(old_page, "zh-hans")
    assert unit("title") in offered(editor, url)
    response = send(publisher, url, **{unit("title"): "旧页面"}, **PUBLISH)
    assert response.status_code == 302, errors(response)
    page = live(old_page)
    assert (page.title_zh_hans, page.source_language) == ("旧页面", "en")
    assert "slug" in offered(publisher, edit_url(page, "en"))


# The deliberate act


def make_source_url(page):
    return reverse("editions:make_source", args=[page.pk])


def test_a_publisher_makes_chinese_the_source_language(editor, publisher, visitor, old_page):
    send(
        editor,
        edit_url(old_page, "zh-hans"),
        **{unit(f"body.{IDS[1]}"): rich_text("<p>第二段</p>")},
    )
    before = visitor.get(f"/en{old_page.url[8:]}").content
    asked = publisher.get(edit_url(old_page, "zh-hans")).content.decode()
    assert make_source_url(old_page) in asked
    assert "English" in publisher.get(make_source_url(old_page)).content.decode()
    assert source_of(old_page) == "en"
    response = publisher.post(make_source_url(old_page))
    assert response.headers["Location"] == edit_url(old_page, "zh-hans")
    assert source_of(old_page) == "zh-hans"
    draft = newest_draft(old_page)
    blocks = list(draft.body_zh_hans.raw_data)
    assert [block["id"] for block in blocks] == IDS
    assert ["第二段" in block["value"] for block in blocks] == [False, True, False]
    assert "Paragraph" not in json.dumps(blocks)
    assert visitor.get(f"/en{old_page.url[8:]}").content == before
    entry = PageLogEntry.objects.filter(page=old_page.pk).order_by("-timestamp").first()
    assert (entry.action, entry.data["languages"]) == ("translations.source_language", ["zh-hans"])
    history = publisher.get(reverse("wagtailadmin_pages:history", args=[old_page.pk]))
    assert str(entry.message) in history.content.decode()


def test_from_then_on_the_english_is_a_translation(publisher, english, old_page):
    publisher.post(make_source_url(old_page))
    assert unit("title") in offered(english, edit_url(old_page, "en"))
    assert "slug" in offered(publisher, edit_url(old_page, "zh-hans"))
    body = stream("body_zh_hans", list(reversed(paragraphs("第{}段"))))
    send(publisher, edit_url(old_page, "zh-hans"), title_zh_hans="旧页面", **body, **PUBLISH)
    page = live(old_page)
    assert [block["id"] for block in page.body_zh_hans.raw_data] == IDS[::-1]
    assert [block["id"] for block in page.body_en.raw_data] == IDS[::-1]


def test_a_page_that_was_never_public_can_be_handed_over_too(publisher, db):
    article = NewsArticle(title_en="Draft", slug="draft-en", body_en=paragraphs("Paragraph {}"))
    article.live = False
    NewsIndex.objects.first().add_child(instance=article)
    article.save_revision()
    publisher.post(make_source_url(article))
    stored = live(article)
    assert (stored.source_language, stored.live) == ("zh-hans", False)
    assert block_ids(stored.body_zh_hans.stream_block, stored.body_zh_hans.raw_data) == set(IDS)


@pytest.mark.parametrize("name", ["editor", "english", "russian", "visitor"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_hands_a_page_over(name, method, old_page, request):
    response = getattr(request.getfixturevalue(name), method)(make_source_url(old_page))
    assert response.status_code == 302
    assert "edit" not in response.headers["Location"].split("?")[0]
    assert source_of(old_page) == "en"


def test_a_page_whose_source_language_is_chinese_is_left_alone(publisher, page):
    before = page.revisions.count()
    publisher.post(make_source_url(page))
    assert page.revisions.count() == before
    assert make_source_url(page) not in publisher.get(edit_url(page, "zh-hans")).content.decode()


# What a translator may try


def api(action, **data):
    def act(client, page):
        url = f"/admin/api/main/pages/{page.pk}/action/{action}/"
        values = {key: value(page) if callable(value) else value for key, value in data.items()}
        client.post(url, json.dumps(values), content_type="application/json")

    return act


def form(code="en", **typed):
    """Send what the English form offers, and more, to the form of a language."""

    def act(client, page):
        data = offered(client, edit_url(page, "en"))
        client.post(edit_url(page, code), {**data, **typed})

    return act


def view(name, *arguments, **data):
    def act(client, page):
        found = [each(page) if callable(each) else each for each in arguments]
        client.post(reverse(f"wagtailadmin_pages:{name}", args=[page.pk, *found]), data)

    return act


def bulk(name):
    def act(client, page):
        url = reverse("wagtail_bulk_action", args=["core", "basepage", name])
        client.post(f"{url}?id={page.pk}", {"chooser": page.get_parent().pk})

    return act


def revert(code, pick):
    def act(client, page):
        revision = pick(page)
        url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision])
        data = offered(client, edit_url(page, "en"))
        client.get(f"{url}?language={code}")
        client.post(f"{url}?language={code}", {**data, "language": code, **PUBLISH})

    return act


def first_revision(page):
    return page.revisions.order_by("pk").first().pk


def last_revision(page):
    return page.revisions.order_by("pk").last().pk


def previewed(client, page):
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    data = offered(client, edit_url(page, "en")) | {"slug": "previewed", "title_zh_hans": "伪造"}
    client.post(f"{url}?language=en", data)
    client.get(f"{url}?language=en&mode=en")


FORGED_BODY = stream("body_zh_hans", paragraphs("伪造{}")[:1])
TRICKS = {
    "empties the title": form(**{unit("title"): ""}),
    "empties and publishes": form(**{unit("title"): ""}, **PUBLISH),
    "saves": form(**{unit("summary"): "Ours"}),
    "publishes": form(**{unit("title"): "Ours"}, **PUBLISH),
    "forges a slug": form(slug="forged", **PUBLISH),
    "forges the source language": form(source_language="en", **PUBLISH),
    "forges a body": form(**FORGED_BODY, **PUBLISH),
    "forges Chinese": form(title_zh_hans="伪造"),
    "sends to the Chinese form": form("zh-hans", language="zh-hans", slug="forged"),
    "names two languages": form("en", language="zh-hans", title_zh_hans="伪造"),
    "names none": form("", language="", slug="forged"),
    "forges a date": form(date="1999", show_in_menus="on"),
    "schedules": form(go_live_at=f"{timezone.now() + timezone.timedelta(1):%Y-%m-%d %H:%M}"),
    "takes the source language": lambda client, page: client.post(make_source_url(page)),
    "previews": previewed,
    "reverts English to the first": revert("en", first_revision),
    "reverts English to the last": revert("en", last_revision),
    "reverts Chinese": revert("zh-hans", first_revision),
    "reverts nothing named": revert("", first_revision),
    "reverts by API": api("revert_to_page_revision", revision_id=first_revision, language="en"),
    "reverts Chinese by API": api(
        "revert_to_page_revision", revision_id=first_revision, language="zh-hans"
    ),
    "publishes by API": api("publish", language="en"),
    "publishes Chinese by API": api("publish", language="zh-hans"),
    "copies by API": api("copy", slug="copied-by-api"),
    "aliases by API": api("create_alias"),
    "moves by API": api("move", destination_page_id=lambda page: page.get_parent().pk),
    "moves": view("move_confirm", lambda page: page.get_parent().get_parent().pk),
    "copies": view("copy", new_title="Copied", new_slug="copied-by-form"),
    "makes it an original": view("convert_alias"),
    "withdraws": view("unpublish", languages=["en"]),
    "withdraws Chinese": view("unpublish", languages=["zh-hans"]),
    "publishes in bulk": bulk("publish"),
    "moves in bulk": bulk("move"),
}


def belongs_to_chinese(page):
    """What no translator changes, of the public page and of the newest draft."""
    stored, draft = live(page), newest_draft(page)
    place = (stored.path, stored.slug, stored.url_path, BasePage.objects.count())
    return place, [
        (
            each.source_language,
            each.slug,
            each.show_in_menus,
            each.date,
            each.title_zh_hans,
            each.summary_zh_hans,
            json.dumps(list(each.body_zh_hans.raw_data)),
        )
        for each in (stored, draft)
    ]


@pytest.mark.parametrize("title", whose_turn_it_is(["", "草稿标题"], of=2))
def test_no_sequence_of_requests_by_a_translator_changes_what_belongs_to_the_chinese(
    title, editor, english, page
):
    save_chinese(editor, page, title)
    before = belongs_to_chinese(page)
    for trick in sorted(TRICKS, reverse=bool(title)):
        TRICKS[trick](english, live(page))
        assert belongs_to_chinese(page) == before, trick
    assert edition(page, CHINESE).is_live
    drafts = (unpacked(revision.content) for revision in page.revisions.all())
    written = {text for draft in drafts for text in (draft["title_en"], draft["summary_en"])}
    assert "Ours" in written, "What is theirs they may write."
