"""The workspace of a translation: help with one text at a time, and what people say about it."""

import json
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Comment
from wagtail.test.utils.form_data import rich_text

from mep_site.benchmarks.workspace.long_page import SLUG
from mep_site.demo.content.histories import CHANGED_PARAGRAPH
from mep_site.terms.matching import TermKind
from mep_site.terms.models import ApprovedTerm, TermRendering
from news.models import NewsArticle, NewsIndex

from ..admin_forms import edit_url, errors, offered, stream, unit
from ..translations.steps import newest_draft, paragraphs

pytestmark = pytest.mark.usefixtures("version_is_kept")

LINK = '{{}} <a linktype="page" id="{}">要闻</a> <b>重要</b>'


@pytest.fixture
def article(db):
    """An article of the demo that is public in all languages."""
    return NewsArticle.objects.get(slug="open-days-on-world-environment-day")


@pytest.fixture
def paragraph(article):
    """The unit of one of its paragraphs."""
    return f"body.{article.body_en.raw_data[CHANGED_PARAGRAPH]['id']}"


def address(name, article, paragraph, code="en"):
    return reverse(f"workspace:{name}", args=[article.pk, code, paragraph])


def asked(client, article, paragraph, **sent):
    return client.post(address("aids", article, paragraph), sent)


def said(client, article, paragraph, **sent):
    """Send something to the comments on a paragraph."""
    return client.post(address("comments", article, paragraph), sent)


def linked_article(*columns, number=3):
    """An article whose paragraphs link to the list of news."""
    index = NewsIndex.objects.first()
    words = paragraphs(LINK.format(index.pk))[:number]
    texts = {f"body_{column}": words for column in columns}
    titles = {f"title_{column}": "题" for column in columns}
    new = NewsArticle(slug="linked", **titles, **texts)
    index.add_child(instance=new).save_revision().publish()
    return NewsArticle.objects.get(pk=new.pk)


@pytest.mark.parametrize("route", ["aids", "comments"])
def test_help_is_for_who_may_edit_the_language(route, article, visitor, russian_translator):
    url, sent = address(route, article, "title"), {"comment": "?"}
    assert visitor.post(url, sent).status_code == 302
    assert russian_translator.post(url, sent).status_code == 404
    assert russian_translator.get(url).status_code == 405
    assert Comment.objects.count() == 0
    url = address(route, article, "title", "ru")
    assert russian_translator.post(url, sent).status_code == 200


def test_what_helps_comes_for_the_text_as_it_is_typed(article, paragraph, english_translator):
    term = ApprovedTerm.objects.create(chinese="工作日", kind=TermKind.FORMULA)
    TermRendering.objects.create(term=term, language="en", text="working day")
    typed = rich_text("<p>Visits must be booked five days 提前 ahead.</p>")
    shown = asked(english_translator, article, paragraph, **{unit(paragraph): typed})
    found = BeautifulSoup(shown.content, "html.parser")
    offer = found.select_one("[data-aid=memory] .aid__offer")
    earlier = json.loads(offer["data-raw"])["blocks"][0]["text"]
    assert earlier == offer["data-text"].strip() != ""
    assert found.select("[data-aid=memory] del, [data-aid=memory] ins")
    assert found.select_one("[data-aid=terms] [data-insert='working day']")
    assert "提前" in found.select_one("[data-aid=checks]").get_text()
    said_aloud = found.select_one("[data-said]")["data-said"]
    assert "match" in said_aloud
    assert "warning" in said_aloud


def test_help_costs_no_more_queries_in_a_long_page(english_translator):
    def queries(page):
        url = address("aids", page, "title")
        english_translator.post(url)
        with CaptureQueriesContext(connection) as captured:
            english_translator.post(url)
        return len(captured)

    short = linked_article("zh_hans", "en", number=1)
    few = queries(short)
    short.delete()
    assert queries(linked_article("zh_hans", "en")) <= few


def test_the_opening_of_a_long_page_is_measured_and_nothing_stays(db):
    told = StringIO()
    call_command("measure_workspace", units=6, rounds=1, stdout=told)
    assert "The workspace takes" in told.getvalue()
    assert not NewsArticle.objects.filter(slug=SLUG).exists()


@pytest.mark.parametrize("wrong", ["body.none", "nothing"])
def test_there_is_no_help_with_a_text_that_is_not_there(wrong, article, english_translator):
    assert asked(english_translator, article, wrong).status_code == 404
    url = reverse("workspace:aids", args=[article.pk, "xx", "title"])
    assert english_translator.post(url).status_code == 404


def test_links_and_marks_of_the_chinese_are_offered_as_the_editor_holds_them(english_translator):
    page = linked_article("zh_hans")
    shown = asked(english_translator, page, f"body.{page.body_zh_hans.raw_data[0]['id']}")
    link, bold = BeautifulSoup(shown.content, "html.parser").select("[data-mark]")
    entity = json.loads(link["data-entity"])
    assert (entity["type"], entity["data"]["id"]) == ("LINK", NewsIndex.objects.first().pk)
    assert (bold["data-mark"], bold.get_text(strip=True).endswith("重要")) == ("BOLD", True)


def test_a_comment_on_the_chinese_is_wagtails_own_and_stands_in_its_form(
    article, paragraph, english_translator, editor
):
    said(english_translator, article, paragraph, comment="是五天吗？", about="zh-hans")
    (comment,) = Comment.objects.all()
    block = paragraph.removeprefix("body.")
    assert comment.contentpath == f"body_zh_hans.{block}"
    form = editor.get(edit_url(article, "zh-hans")).content
    shown = json.loads(BeautifulSoup(form, "html.parser").find(id="comments-data").string)
    assert [each["text"] for each in shown["comments"]] == ["是五天吗？"]


def test_a_thread_is_answered_and_resolved_and_its_people_are_told_by_mail(
    article, paragraph, english_translator, publisher
):
    User.objects.filter(username="english").update(email="english@example.org")
    said(english_translator, article, paragraph, comment="Five?")
    (comment,) = Comment.objects.all()
    answer = said(publisher, article, paragraph, thread=comment.pk, comment="Yes, five.")
    assert "Yes, five." in answer.content.decode()
    assert [message.to for message in mail.outbox] == [["english@example.org"]]
    said(publisher, article, paragraph, thread=comment.pk)
    comment.refresh_from_db()
    assert comment.resolved_by.username == "publisher"
    assert said(publisher, article, paragraph, thread=comment.pk).status_code == 404


def test_a_comment_needs_words_and_a_place(article, paragraph, english_translator):
    for wrong in (
        {"comment": " "},
        {"comment": "x" * 5000},
        {"comment": "x", "about": "ru"},
        {},
    ):
        assert said(english_translator, article, paragraph, **wrong).status_code == 400
    said(english_translator, article, "title", comment="Another text's")
    thread = Comment.objects.get().pk
    for number in (thread, "x", "0"):
        found = said(english_translator, article, paragraph, thread=number, comment="x")
        assert found.status_code == 404


def test_the_form_says_how_many_comments_are_open(article, paragraph, english_translator):
    said(english_translator, article, paragraph, comment="Five?")
    said(english_translator, article, paragraph, comment="五？", about="zh-hans")
    form = BeautifulSoup(english_translator.get(edit_url(article, "en")).content, "html.parser")
    assert json.loads(form.find(id="open-comments").string) == {paragraph: 2}


def test_a_chinese_form_whose_comment_was_resolved_meanwhile_is_saved(english_translator, editor):
    article = linked_article("zh_hans", "en")
    paragraph = f"body.{article.body_zh_hans.raw_data[0]['id']}"
    said(english_translator, article, paragraph, comment="五？", about="zh-hans")
    data = offered(editor, edit_url(article, "zh-hans"))
    body = list(newest_draft(article).body_zh_hans.raw_data)
    comment = Comment.objects.get()
    data |= stream("body_zh_hans", body) | {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "1",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "comments-0-id": str(comment.pk),
        "comments-0-text": comment.text,
        "comments-0-contentpath": comment.contentpath,
        "comments-0-position": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-MIN_NUM_FORMS": "0",
        "comments-0-replies-MAX_NUM_FORMS": "0",
        "title_zh_hans": "新题",
    }
    said(english_translator, article, paragraph, thread=comment.pk)
    response = editor.post(edit_url(article, "zh-hans"), data)
    assert response.status_code == 302, errors(response)
    assert newest_draft(article).title_zh_hans == "新题"
    assert Comment.objects.get().resolved_at


def test_a_longer_page_takes_no_more_queries(english_translator):
    def queries(page):
        english_translator.get(edit_url(page, "en"))
        with CaptureQueriesContext(connection) as captured:
            english_translator.get(edit_url(page, "en"))
        return len(captured)

    short = linked_article("zh_hans", "en", number=1)
    few = queries(short)
    short.delete()
    assert queries(linked_article("zh_hans", "en", number=3)) == few


def test_an_editor_that_rests_is_saved_as_it_is(english_translator):
    page = linked_article("zh_hans", "en")
    form = offered(english_translator, edit_url(page))
    english_translator.post(edit_url(page), form | {unit("title"): "Another"})
    draft = newest_draft(page)
    assert draft.title_en == "Another"
    assert 'linktype="page"' in str(draft.body_en.raw_data[0]["value"])
