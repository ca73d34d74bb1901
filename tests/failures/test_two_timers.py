"""Two machines whose timers start the same command in the same moment: each thing happens once.

That no mail goes out twice is proved in ``tests/subscriptions/test_kill.py`` as well, with a mail
server and with processes that die.
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import time, timedelta
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import call_command
from django.db import connections, transaction
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from mep_site.digests import promising
from mep_site.digests.models import DigestMail
from mep_site.feedback.models import ErrorReport
from mep_site.translations.admin.editing.steps import submit_translation
from mep_site.translations.models import Edition

from ..translations.committed import article
from ..translations.steps import CHINESE, RUSSIAN, edition, in_hours, live, save
from ..turns import IS_WHOLE
from .killing import command

pytestmark = [pytest.mark.every_database, pytest.mark.slow]

ROUNDS = 10 if IS_WHOLE else 2
TIMERS = 2
PAGES = 4


@pytest.fixture
def pages(django_db_setup, django_db_blocker):
    """Articles that other connections see."""
    with django_db_blocker.unblock(), ExitStack() as stack:
        yield [stack.enter_context(article(f"timers-{number}")) for number in range(PAGES)]


def at_once(name):
    """Run a command twice in the same moment, each over a connection of its own."""
    start = Barrier(TIMERS)

    def run(_):
        try:
            start.wait()
            command(name)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(TIMERS) as timers:
        list(timers.map(run, range(TIMERS)))


def make_due(page, number):
    draft = save(page, CHINESE, title_zh_hans=f"新{number}", go_live_at=in_hours(1))
    draft.publish()
    past = in_hours(-1)
    Edition.objects.filter(page_id=page.pk, language=CHINESE.code).update(go_live_at=past)
    Revision.objects.filter(pk=draft.pk).update(approved_go_live_at=past)


def records(pages):
    """How often each thing is said to have happened to each of the pages."""
    entries = PageLogEntry.objects.filter(page__in=[page.pk for page in pages])
    return Counter(entries.values_list("page", "action"))


def test_what_is_scheduled_is_published_once_with_one_record(pages):
    for number in range(ROUNDS):
        for page in pages:
            make_due(page, number)
        with transaction.atomic():
            command("publish_scheduled")
            expected = records(pages)
            transaction.set_rollback(True)
        before = records(pages)
        at_once("publish_scheduled")
        assert records(pages) == expected != before
        for page in pages:
            assert live(page).title_zh_hans == f"新{number}"
            assert edition(page, CHINESE).go_live_at is None
    call_command("check_editions")


def test_colleagues_are_told_once(pages, monkeypatch):
    monkeypatch.setattr(promising, "MORNING", time(0))
    publisher = User.objects.get(username="publisher")
    User.objects.filter(pk=publisher.pk).update(email="publisher@example.org")
    try:
        for page in pages:
            draft = save(page, RUSSIAN, title_ru="Новый")
            submit_translation(page, RUSSIAN, User.objects.get(username="russian"), draft)
        for _ in range(ROUNDS):
            DigestMail.objects.all().delete()
            mail.outbox = []
            at_once("send_digests")
            assert Counter(address for each in mail.outbox for address in each.to) == {
                "publisher@example.org": 1
            }
    finally:
        User.objects.filter(pk=publisher.pk).update(email=publisher.email)
        DigestMail.objects.all().delete()


def test_what_is_to_be_forgotten_is_forgotten(pages):
    long_ago = timezone.now() - timedelta(days=2 * 365)
    for _ in range(ROUNDS):
        reports = [
            ErrorReport.objects.create(
                address="/en/", language="en", kind="other", message="x", email="x@example.org"
            )
            for _ in range(PAGES)
        ]
        mine = ErrorReport.objects.filter(pk__in=[each.pk for each in reports])
        mine.update(received_at=long_ago)
        at_once("forget_reporters")
        assert [*mine.values_list("email", flat=True)] == [""] * PAGES
        mine.delete()
