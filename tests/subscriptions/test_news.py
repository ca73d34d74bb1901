"""What subscribers are told, in which language, and that nobody is told anything twice."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from mep_site.home.models import HomePage
from mep_site.subscriptions.models import (
    OutgoingMail,
    PromisedPublication,
    Subscriber,
    Subscription,
)
from mep_site.subscriptions.times import next_due
from mep_site.topics.models import Topic
from mep_site.translations.content.content import Content
from mep_site.translations.content.pins import pin_to
from mep_site.translations.models import Edition
from news.models import NewsArticle

from ..translations.steps import CHINESE, ENGLISH, MAY, live, newest_draft, paragraphs, save
from .followers import Kind, follow, follow_since, sent_now, subjects_now

pytestmark = [pytest.mark.every_database, pytest.mark.slow]


def publish_new(news, title="Fresh", **facts):
    page = NewsArticle(title_zh_hans="新", title_en=title, slug=title.lower(), **facts)
    news.add_child(instance=page)
    page.save_revision().publish()
    return page


def change_chinese(page, kind, words):
    save(page, CHINESE, kind=kind, body_zh_hans=paragraphs(words)).publish()


def catch_up(page):
    """The English follows the Chinese that is in force."""
    draft = newest_draft(page)
    draft.enter(ENGLISH)
    draft.body_en = paragraphs("Changed {}")
    chinese = Content.of(live(page)).texts(CHINESE)
    draft.pins = {**draft.pins, "en": pin_to(chinese, chinese, MAY)}
    draft.save_revision().publish()


def test_who_follows_a_list_is_told_of_a_new_text_once_in_their_language(news):
    follow("chinese@example.org", "zh-hans", page=news)
    follow("english@example.org", "en", page=news)
    follow("russian@example.org", "ru", page=news)
    page = publish_new(news, summary_en="In short.")
    sent = {message.to[0]: message for message in sent_now()}
    assert {to: each.subject for to, each in sent.items()} == {
        "chinese@example.org": "新",
        "english@example.org": "Fresh",
    }
    english = sent["english@example.org"]
    assert "In short." in english.body
    assert f"http://127.0.0.1:8000{page.get_url().replace('/zh-hans/', '/en/')}" in english.body
    assert subjects_now() == []


def test_what_was_published_before_one_followed_is_not_told(news):
    publish_new(news)
    follow(page=news)
    assert subjects_now() == []


def test_nothing_is_sent_before_it_is_confirmed(news):
    reader = Subscriber.objects.create(email="reader@example.org")
    Subscription.objects.create(
        subscriber=reader, language="en", kind=Kind.LIST, page=news, frequency="at_once"
    )
    publish_new(news)
    assert subjects_now() == []


def test_an_editorial_change_is_told_nobody_and_a_material_one_with_its_note(article):
    follow(code="zh-hans", page=article)
    change_chinese(article, "editorial", "第{}段。")
    assert subjects_now() == []
    change_chinese(article, "material", "新的第{}段")
    [message] = sent_now()
    assert message.subject.endswith("标题")
    assert "数字已更正。" in message.body


def test_a_reworded_translation_is_no_news_and_one_that_follows_a_new_text_is(article):
    follow(page=article)
    save(article, ENGLISH, summary_en="Other words.").publish()
    assert subjects_now() == []
    change_chinese(article, "material", "新的第{}段")
    assert subjects_now() == []
    catch_up(article)
    assert subjects_now() == ["Updated: Title"]


def test_who_follows_a_publication_in_several_ways_is_told_once(news, home):
    water = Topic.objects.get(slug="water")
    follow(page=news)
    follow(page=home)
    follow(topic=water)
    page = publish_new(news)
    page.topics.create(topic=water)
    assert subjects_now() == ["Fresh"]
    assert subjects_now() == []


def test_a_topic_gathers_from_all_lists_and_a_filter_chooses_from_one(news):
    water = Topic.objects.get(slug="water")
    follow("topic@example.org", topic=water)
    follow("filter@example.org", page=news, filters="topic=water")
    publish_new(news, "Dry")
    assert subjects_now() == []
    wet = NewsArticle(title_zh_hans="湿", title_en="Wet", slug="wet")
    wet.topics.create(topic=water)
    news.add_child(instance=wet)
    assert {message.to[0] for message in sent_now()} == {"topic@example.org", "filter@example.org"}


def test_several_texts_make_one_mail_that_counts_them(news):
    follow(page=news)
    for title in ("One", "Two", "Three"):
        publish_new(news, title)
    [message] = sent_now()
    assert message.subject == "News: 3 new texts"
    assert message.body.index("Three") < message.body.index("Two") < message.body.index("One")


def test_more_than_thirty_are_counted_and_not_listed(news, monkeypatch):
    monkeypatch.setattr("mep_site.subscriptions.letters.news.MOST", 2)
    follow(page=news)
    for title in ("One", "Two", "Three"):
        publish_new(news, title)
    [message] = sent_now()
    assert "1 more text" in message.body
    assert "One" not in message.body


def test_what_is_withdrawn_before_it_is_sent_is_not_sent(news, monkeypatch):
    follow(page=news)
    page = publish_new(news)
    with monkeypatch.context() as patch:
        patch.setattr("mep_site.mailing.delivering.Delivery.send_waiting", lambda self: None)
        assert subjects_now() == []
    assert OutgoingMail.objects.waiting().count() == 1
    page.unpublish()
    assert subjects_now() == []
    assert not OutgoingMail.objects.exists()


def test_what_only_some_may_read_is_told_nobody(news):
    follow(page=news)
    page = publish_new(news)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert subjects_now() == []


def test_what_comes_to_light_late_is_not_lost(news):
    """A transaction may end after a run that began later than it."""
    follow_since(2, page=news)
    sent_now()
    page = publish_new(news)
    moment = timezone.now() - timedelta(minutes=30)
    Edition.objects.filter(page_id=page.pk).update(first_published_at=moment)
    assert subjects_now() == ["Fresh"]
    assert subjects_now() == []


# Translations that catch up


def test_who_waits_for_a_translation_is_told_once_and_then_forgotten(article):
    change_chinese(article, "material", "新的第{}段")
    follow(page=article, kind=Kind.TRANSLATION)
    assert subjects_now() == []
    catch_up(article)
    [message] = sent_now()
    assert message.subject == "The translation is ready: Title"
    assert not Subscriber.objects.exists()
    assert subjects_now() == []


def test_waiting_ends_too_where_another_subscription_has_told_it(article):
    change_chinese(article, "material", "新的第{}段")
    follow(page=article)
    catch_up(article)
    assert subjects_now() == ["Updated: Title"]
    waits = follow(page=article, kind=Kind.TRANSLATION)
    assert subjects_now() == []
    assert not Subscription.objects.filter(pk=waits.pk).exists()


def test_a_translation_that_did_not_exist_is_awaited_too(news):
    page = NewsArticle(title_zh_hans="新", slug="awaited", body_zh_hans=paragraphs("第{}段"))
    news.add_child(instance=page)
    page.save_revision().publish()
    follow(page=page, kind=Kind.TRANSLATION)
    assert subjects_now() == []
    draft = newest_draft(page)
    draft.enter(ENGLISH)
    draft.title_en, draft.body_en = "Awaited", paragraphs("Paragraph {}")
    chinese = Content.of(live(page)).texts(CHINESE)
    draft.pins = {"en": pin_to(chinese, chinese, MAY)}
    draft.save_revision().publish()
    assert subjects_now() == ["The translation is ready: Awaited"]


# When


MONDAY = datetime(2026, 11, 30, 1, tzinfo=UTC)  # Nine o'clock in Beijing.


@pytest.mark.parametrize(
    ("frequency", "now", "due"),
    [
        ("at_once", MONDAY, MONDAY),
        ("daily", MONDAY, datetime(2026, 12, 1, 0, tzinfo=UTC)),
        ("daily", MONDAY - timedelta(hours=2), datetime(2026, 11, 30, 0, tzinfo=UTC)),
        ("weekly", MONDAY, datetime(2026, 12, 7, 0, tzinfo=UTC)),
        ("weekly", MONDAY - timedelta(hours=2), datetime(2026, 11, 30, 0, tzinfo=UTC)),
        ("weekly", MONDAY - timedelta(days=2), datetime(2026, 11, 30, 0, tzinfo=UTC)),
    ],
)
def test_digests_come_at_eight_in_the_morning_and_weekly_ones_on_mondays(frequency, now, due):
    assert next_due(frequency, now) == due


def test_a_digest_waits_for_its_time_and_then_says_everything(news, monkeypatch):
    follow(page=news, frequency="daily")
    sent_now()
    publish_new(news, "One")
    publish_new(news, "Two")
    assert subjects_now() == []
    real = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(days=1))
    assert subjects_now() == ["News: 2 new texts"]


# What is forgotten


def test_what_was_never_confirmed_is_forgotten_after_three_days(news):
    reader = Subscriber.objects.create(email="reader@example.org")
    Subscription.objects.create(
        subscriber=reader, language="en", kind=Kind.LIST, page=news, frequency="at_once"
    )
    sent_now()
    assert Subscriber.objects.exists()
    Subscription.objects.update(asked_at=timezone.now() - timedelta(days=4))
    sent_now()
    assert not Subscriber.objects.exists()


def test_with_the_page_that_is_followed_goes_the_address(article):
    follow(page=article)
    live(article).delete()
    sent_now()
    assert not Subscriber.objects.exists()


def test_what_was_told_is_forgotten_when_nobody_comes_back_to_it(news):
    follow(page=news)
    publish_new(news)
    sent_now()
    assert PromisedPublication.objects.count() == 1
    Subscription.objects.update(told_until=timezone.now())
    sent_now()
    assert not PromisedPublication.objects.exists()


def test_what_is_due_costs_no_more_for_many_who_follow_the_same(
    news, django_assert_max_num_queries
):
    for number in range(20):
        follow(f"reader-{number}@example.org", page=news)
    with django_assert_max_num_queries(40):
        sent_now()


def test_the_home_page_stands_for_all_lists(home, news):
    follow(page=HomePage.objects.get())
    publish_new(news)
    assert subjects_now() == ["Fresh"]
