"""The next one: what is opened, in which order, and what is passed over."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.models import get_default_page_content_type

from mep_site.core.models import BasePage
from mep_site.desk.models import Assignment
from mep_site.desk.queue.taking_turns import next_of
from mep_site.translations.models import Edition, EditionSession
from news.models import NewsArticle

from ..admin_forms import edit_url

pytestmark = pytest.mark.every_database


def days_ago(number):
    return timezone.now() - timedelta(days=number)


@pytest.fixture
def articles(page):
    """Three articles whose translations are behind, the first the longest; nothing else waits."""
    Edition.objects.update(
        freshness="current", waits_since=None, open_units=0, has_draft=False, step=""
    )
    others = NewsArticle.objects.live().exclude(pk=page.pk).order_by("pk")[:2]
    articles = [page, *others]
    for number, article in enumerate(articles):
        translations = Edition.objects.filter(page_id=article.pk, language__in=("en", "ru"))
        translations.update(
            freshness="behind", waits_since=days_ago(90 - number), open_units=2, open_characters=30
        )
    return articles


def edition(page, code="en"):
    return Edition.objects.get(page_id=page.pk, language=code)


def the_next(client, **query):
    return client.get(reverse("desk:next"), query).headers["Location"]


def first_open(page, code="en"):
    return f"{edit_url(page, code)}#first-open"


def test_the_one_that_waits_longest_is_opened_at_its_first_open_text(english_translator, articles):
    assert the_next(english_translator) == first_open(articles[0])


def test_each_translator_gets_their_own_language(russian_translator, articles):
    assert the_next(russian_translator) == first_open(articles[0], "ru")


def test_after_one_comes_the_one_behind_it_and_after_the_last_the_first(
    english_translator, articles
):
    one, two, three = articles
    assert the_next(english_translator, after=edition(one).pk) == first_open(two)
    assert the_next(english_translator, after=edition(three).pk) == first_open(one)


def test_the_filters_of_the_list_hold_for_those_that_follow(publisher, articles):
    one, two, _ = articles
    assert the_next(publisher, language="ru") == first_open(one, "ru")
    assert the_next(publisher, after=edition(one, "ru").pk) == first_open(two, "ru")


def test_what_others_have_open_is_passed_over(english_translator, articles):
    session = EditingSession.objects.create(
        user=User.objects.get(username="publisher"),
        content_type=get_default_page_content_type(),
        object_id=str(articles[0].pk),
        last_seen_at=timezone.now(),
    )
    EditionSession.objects.create(session=session, language="en")
    assert the_next(english_translator) == first_open(articles[1])
    EditingSession.objects.update(last_seen_at=days_ago(1))
    assert the_next(english_translator) == first_open(articles[0])


def test_another_language_that_is_open_is_in_nobody_s_way(english_translator, articles):
    session = EditingSession.objects.create(
        user=User.objects.get(username="russian"),
        content_type=get_default_page_content_type(),
        object_id=str(articles[0].pk),
        last_seen_at=timezone.now(),
    )
    EditionSession.objects.create(session=session, language="ru")
    assert the_next(english_translator) == first_open(articles[0])


def test_what_is_assigned_to_another_is_passed_over(english_translator, articles):
    other = User.objects.get(username="publisher")
    Assignment.objects.create(edition=edition(articles[0]), assignee=other)
    assert the_next(english_translator) == first_open(articles[1])


def test_what_is_one_s_own_comes_first_by_its_deadline(english_translator, articles):
    user = User.objects.get(username="english")
    _, two, three = articles
    Assignment.objects.create(edition=edition(two), assignee=user, deadline=date(2030, 1, 2))
    Assignment.objects.create(edition=edition(three), assignee=user, deadline=date(2030, 1, 1))
    assert the_next(english_translator) == first_open(three)
    assert the_next(english_translator, after=edition(three).pk) == first_open(two)


def test_a_deadline_comes_before_what_waits_longer(english_translator, articles):
    Assignment.objects.create(edition=edition(articles[2]), deadline=date(2030, 1, 1))
    assert the_next(english_translator) == first_open(articles[2])


def test_what_was_submitted_or_locked_is_passed_over(english_translator, articles):
    one, two, three = articles
    Edition.objects.filter(pk=edition(one).pk).update(step="submitted")
    BasePage.objects.filter(pk=two.pk).update(
        locked=True, locked_by=User.objects.get(username="editor"), locked_at=timezone.now()
    )
    assert the_next(english_translator) == first_open(three)


def test_where_nothing_is_to_do_it_leads_to_the_list_and_says_so(english_translator, db):
    Edition.objects.update(open_units=0)
    assert the_next(english_translator) == reverse("desk:queue")
    html = BeautifulSoup(english_translator.get("/admin/").content, "html.parser")
    assert html.select_one("#next-work .worklist__nothing")
    assert not html.select_one("#next-work .button")


@pytest.mark.parametrize(
    "query", ["after=x", "after=99999999999999999999999", "language=xx", "section=x", "age=-1"]
)
def test_what_makes_no_sense_opens_the_first(query, english_translator, articles):
    address = english_translator.get(f"{reverse('desk:next')}?{query}").headers["Location"]
    assert address == first_open(articles[0])


def test_the_first_panel_says_how_much_waits_and_leads_to_it(english_translator, articles):
    html = BeautifulSoup(english_translator.get("/admin/").content, "html.parser")
    first = html.select_one(".w-dashboard section.worklist")
    assert first["id"] == "next-work"
    assert "3 texts wait for you." in first.get_text(" ", strip=True)
    assert "90 Chinese characters" in first.get_text(" ", strip=True)
    assert first.select_one(".button")["href"] == reverse("desk:next")


def test_editors_of_the_chinese_have_no_such_panel(editor, articles):
    html = BeautifulSoup(editor.get("/admin/").content, "html.parser")
    assert not html.select_one("#next-work")


@pytest.mark.parametrize(
    ("keys", "after", "expected"),
    [
        ([], None, None),
        ([1, 2], None, 1),
        ([1, 2], 1, 2),
        ([1, 2], 2, 1),
        ([1, 2], 3, 1),
        ([1], 1, None),
    ],
)
def test_the_turn_goes_round(keys, after, expected):
    assert next_of(keys, after) == expected
