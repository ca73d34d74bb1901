"""Whose work an edition is and until when: who may decide that, and what becomes of it."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from mep_site.desk.models import Assignment
from mep_site.translations.models import Edition
from news.models import NewsArticle

pytestmark = pytest.mark.every_database


@pytest.fixture
def editions(page):
    """The translations of an article, by their language."""
    return {each.language: each for each in page.editions.all()}


def url(action, *editions, query=""):
    address = reverse("wagtail_bulk_action", args=["translations", "edition", action])
    ids = "&".join(f"id={edition.pk}" for edition in editions)
    return f"{address}?next=/admin/translations/&{ids}{query}"


def act(client, action, *editions, **typed):
    response = client.post(url(action, *editions), typed, follow=True)
    html = BeautifulSoup(response.content, "html.parser")
    return {
        kind: " ".join(each.get_text(" ", strip=True) for each in html.select(f".messages .{kind}"))
        for kind in ("success", "warning")
    }


def user(name):
    return User.objects.get(username=name)


def assignee(edition):
    found = Assignment.objects.filter(edition=edition).first()
    return found and found.assignee


def test_a_publisher_gives_a_translation_to_somebody_until_a_day(publisher, editions):
    said = act(
        publisher, "assign", editions["en"], assignee=user("english").pk, deadline="2030-05-01"
    )
    found = Assignment.objects.get()
    assert (found.edition, found.assignee) == (editions["en"], user("english"))
    assert (found.deadline, found.assigned_by) == (date(2030, 5, 1), user("publisher"))
    assert "1" in said["success"]
    entry = PageLogEntry.objects.get(action="desk.assign")
    assert entry.data["languages"] == ["en"]
    assert entry.data["deadline"] == "2030-05-01"
    assert entry.user == user("publisher")


def test_what_is_left_empty_stays_as_it_is(publisher, editions):
    act(publisher, "assign", editions["en"], assignee=user("english").pk, deadline="2030-05-01")
    act(publisher, "assign", editions["en"], assignee="nobody")
    assert Assignment.objects.get().deadline == date(2030, 5, 1)
    act(publisher, "assign", editions["en"], no_deadline="on")
    found = Assignment.objects.get()
    assert (found.assignee, found.deadline) == (None, None)


def test_nobody_is_given_a_text_that_they_may_not_edit(publisher, editions):
    offered = BeautifulSoup(publisher.get(url("assign", editions["en"])).content, "html.parser")
    names = {each["value"] for each in offered.select("select[name=assignee] option")}
    assert str(user("english").pk) in names
    assert str(user("russian").pk) not in names
    act(publisher, "assign", editions["en"], assignee=user("russian").pk)
    assert not Assignment.objects.exists()


def test_a_translator_takes_a_text_and_gives_it_back(english_translator, editions):
    act(english_translator, "take", editions["en"])
    assert assignee(editions["en"]) == user("english")
    act(english_translator, "give_back", editions["en"])
    assert assignee(editions["en"]) is None


def test_a_translator_takes_nothing_from_another(english_translator, editions):
    Assignment.objects.create(edition=editions["en"], assignee=user("publisher"))
    said = act(english_translator, "take", editions["en"])
    assert "somebody else has it" in said["warning"]
    assert assignee(editions["en"]) == user("publisher")
    act(english_translator, "give_back", editions["en"])
    assert assignee(editions["en"]) == user("publisher")


def test_a_translator_gives_nothing_to_others_and_sets_no_deadline(english_translator, editions):
    forged = {"assignee": user("publisher").pk, "deadline": "2030-05-01"}
    act(english_translator, "assign", editions["en"], **forged)
    assert not Assignment.objects.exists()
    act(
        english_translator,
        "assign",
        editions["en"],
        assignee=user("english").pk,
        deadline="2030-05-01",
    )
    assert Assignment.objects.get().deadline is None


@pytest.mark.parametrize("action", ["assign", "take", "give_back"])
def test_a_translator_of_another_language_finds_nothing_to_do(action, russian_translator, editions):
    Assignment.objects.create(edition=editions["en"], assignee=user("russian"))
    html = russian_translator.get(url(action, editions["en"])).content.decode()
    assert "标题" not in html
    assert "Title" not in html
    russian_translator.post(url(action, editions["en"]), {"assignee": user("russian").pk})
    assert not PageLogEntry.objects.filter(action="desk.assign").exists()


@pytest.mark.parametrize("action", ["assign", "take", "give_back"])
def test_strangers_assign_nothing(action, visitor, editions):
    answer = visitor.post(url(action, editions["en"]))
    assert "/login" in answer.headers["Location"]
    assert not Assignment.objects.exists()


def test_all_that_the_list_shows_is_assigned_and_nothing_else(publisher, editions):
    one, other = editions["en"], NewsArticle.objects.live().exclude(pk=one_page(editions)).first()
    Edition.objects.update(waits_since=None, has_draft=False, step="")
    Edition.objects.filter(page_id__in=(one.page_id, other.pk), language="en").update(
        waits_since=timezone.now(), freshness="behind"
    )
    address = url("take", query="id=all&language=en&freshness=behind")
    publisher.post(address)
    taken = Assignment.objects.values_list("edition__page_id", "edition__language")
    assert set(taken) == {(one.page_id, "en"), (other.pk, "en")}


def one_page(editions):
    return editions["en"].page_id


def test_the_list_shows_and_finds_whose_it_is_and_what_is_overdue(publisher, editions):
    yesterday = timezone.localdate() - timedelta(days=1)
    Edition.objects.filter(pk=editions["en"].pk).update(has_draft=True)
    Assignment.objects.create(edition=editions["en"], assignee=user("english"), deadline=yesterday)
    for query in ("deadline=overdue", f"assignee={user('english').pk}", "deadline=set"):
        answer = publisher.get(f"{reverse('desk:queue')}?{query}")
        assert [each.pk for each in answer.context_data["object_list"]] == [editions["en"].pk], (
            query
        )
        assert "Anna Smith" in answer.content.decode()
    answer = publisher.get(f"{reverse('desk:queue')}?assignee=nobody&everything=true")
    assert editions["en"].pk not in {each.pk for each in answer.context_data["object_list"]}


def test_the_history_of_the_page_says_whose_it_was(publisher, page, editions):
    act(publisher, "assign", editions["en"], assignee=user("english").pk, note="Please hurry")
    html = publisher.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Anna Smith" in html
    assert "Please hurry" in html
