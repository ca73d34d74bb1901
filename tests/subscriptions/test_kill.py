"""A run that is killed is completed by the next one, and no mail goes out twice."""

import random
from datetime import timedelta
from multiprocessing import get_context
from time import monotonic, sleep

import pytest
from django.db import connection
from django.utils import timezone

from mep_site.subscriptions.models import OutgoingMail, Subscriber
from mep_site.subscriptions.sending.run import send_subscriptions

from ..translations.committed import article
from . import doomed
from .followers import follow_since
from .mail_server import mail_server

pytestmark = [pytest.mark.every_database, pytest.mark.slow]

KILLS = 8
READERS = 6
PATIENCE = 60
# What a client says and the server hears, up to its answer to the whole mail.
STEPS = ["EHLO", "MAIL", "RCPT", "DATA"]

processes = get_context("forkserver")
processes.set_forkserver_preload([doomed.__name__])


@pytest.fixture(scope="module")
def news(django_db_setup, django_db_blocker):
    """A list with an article, really stored."""
    with django_db_blocker.unblock(), article("told-once") as page:
        yield page.get_parent().specific


@pytest.fixture
def readers(news, django_db_blocker):
    """Makes subscribers, each of whom is to get one mail; takes them away at the end."""
    with django_db_blocker.unblock():

        def make(name):
            addresses = [f"{name}-{number}@example.org" for number in range(READERS)]
            for email in addresses:
                follow_since(1, email=email, page=news)
            return addresses

        yield make
        Subscriber.objects.all().delete()


@pytest.fixture
def postbox():
    with mail_server() as postbox:
        yield postbox


def start(deed, port):
    """A process that sends, from the moment on at which it begins, and the pipe to it."""
    here, there = processes.Pipe()
    database = {"NAME": connection.settings_dict["NAME"]}
    process = processes.Process(target=doomed.run, args=(deed, database, there, port))
    process.start()
    there.close()
    assert here.poll(PATIENCE)
    assert here.recv() == "started"
    return process, here


def finish(started):
    """Wait until a process has done it, or has died; returns how long that took."""
    begin = monotonic()
    process, _pipe = started
    process.join(PATIENCE)
    return monotonic() - begin


def lost():
    """The mails of which the site says itself that it does not know whether they were taken."""
    return [mail.subscription.subscriber.email for mail in OutgoingMail.objects.unanswered()]


def test_whenever_a_run_is_killed_each_mail_is_taken_once(readers, postbox):
    readers("measured")
    usual = finish(start(doomed.send, postbox.port))
    chance = random.Random("subscriptions")
    for number in range(KILLS):
        Subscriber.objects.all().delete()
        postbox.taken.clear()
        expected = readers(f"round-{number}")
        process, _pipe = started = start(doomed.send, postbox.port)
        # One moment in each part of the duration.
        sleep(usual * (number + chance.random()) / KILLS)
        process.kill()
        finish(started)
        send_subscriptions()
        assert sorted([*postbox.recipients(), *set(lost()) - set(postbox.recipients())]) == expected
        assert not OutgoingMail.objects.waiting().exists()


@pytest.mark.parametrize("step", STEPS)
def test_a_run_that_is_killed_at_a_step_of_the_dialogue_sends_each_mail_once(
    step, readers, postbox
):
    expected = readers("step")
    killed = []

    def kill(reached):
        if reached == step and not killed:
            killed.append(process)
            process.kill()

    postbox.at_step = kill
    process, _pipe = started = start(doomed.send, postbox.port)
    finish(started)
    assert killed
    send_subscriptions()
    assert postbox.recipients() == expected
    assert len({message["Message-ID"] for message in postbox.taken}) == READERS


def test_a_run_that_dies_before_the_last_line_has_sent_nothing(readers, postbox):
    expected = readers("before")
    finish(start(doomed.send_and_die_before_the_claim, postbox.port))
    assert postbox.taken == []
    send_subscriptions()
    assert postbox.recipients() == expected


def test_a_run_that_dies_before_the_answer_loses_one_mail_and_names_it(readers, postbox):
    expected = readers("after")
    finish(start(doomed.send_and_die_after_the_claim, postbox.port))
    send_subscriptions()
    assert sorted([*postbox.recipients(), *lost()]) == expected
    assert len(lost()) == 1
    OutgoingMail.objects.update(handed_over_at=timezone.now() - timedelta(hours=1))
    send_subscriptions()
    assert len(postbox.taken) == READERS - 1


def test_two_runs_at_once_send_each_mail_once(readers, postbox):
    for number in range(2):
        Subscriber.objects.all().delete()
        postbox.taken.clear()
        expected = readers(f"twice-{number}")
        both = [start(doomed.send, postbox.port) for _ in range(2)]
        for started in both:
            finish(started)
            assert started[0].exitcode == 0
        assert postbox.recipients() == expected
