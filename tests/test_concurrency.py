"""Several people at work at once, and a worker that dies in the middle."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import User
from django.db import connections
from django.test import Client
from wagtail.signals import page_published

from news.models import NewsArticle, NewsIndex

from .admin_forms import edit_url, offered

pytestmark = [pytest.mark.every_database, pytest.mark.slow]

EDITORS = 10


@pytest.fixture
def drafts(django_db_setup: None, django_db_blocker: object) -> Iterator[list[NewsArticle]]:
    """Drafts that are really stored: threads do not see what a test's transaction holds."""
    with django_db_blocker.unblock():
        index = NewsIndex.objects.first()
        articles = [
            NewsArticle(title_zh_hans=f"并发 {number}", slug=f"at-once-{number}", live=False)
            for number in range(EDITORS)
        ]
        for article in articles:
            index.add_child(instance=article)
            article.save_revision()
        yield articles
        for article in NewsArticle.objects.filter(slug__startswith="at-once-"):
            article.delete()


def publish(article: NewsArticle) -> int:
    """Publish through the admin, in a thread with connections of its own."""
    try:
        client = Client(raise_request_exception=False)
        client.force_login(User.objects.get(username="publisher"))
        data = offered(client, edit_url(article)) | {"action-publish": "1"}
        return client.post(edit_url(article), data).status_code
    finally:
        connections.close_all()


def test_no_publication_is_lost_when_many_publish_at_once(drafts):
    with ThreadPoolExecutor(EDITORS) as editors:
        answers = list(editors.map(publish, drafts))
    assert answers == [302] * EDITORS
    assert NewsArticle.objects.filter(slug__startswith="at-once-", live=True).count() == EDITORS


@pytest.mark.asvs("2.3.3", "16.5.3")
def test_a_publication_that_fails_half_way_leaves_nothing_behind(drafts):
    def die(**kwargs: object) -> None:
        raise RuntimeError("The worker was killed.")

    page_published.connect(die, sender=NewsArticle)
    try:
        answer = publish(drafts[0])
    finally:
        page_published.disconnect(die, sender=NewsArticle)
    article = NewsArticle.objects.get(pk=drafts[0].pk)
    assert answer == 500
    assert (article.live, article.live_revision, article.revisions.count()) == (False, None, 1)
