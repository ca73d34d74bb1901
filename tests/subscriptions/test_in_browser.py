"""A visitor follows a list by e-mail on a phone, without script, and stops."""

import re

import pytest
from django.core import mail

from mep_site.subscriptions.models import AskingTrace, Subscriber, Subscription
from mep_site.visitors import forms

from ..measuring.places import CODES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def phone(chromium, monkeypatch, django_db_blocker):
    """A phone whose owner has switched scripts off, and types fast."""
    monkeypatch.setattr(forms, "LEAST_SECONDS", 0)
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    with django_db_blocker.unblock():
        yield context.new_page()
        Subscriber.objects.all().delete()
        AskingTrace.objects.all().delete()
    context.close()


def link_in_mail(site, part):
    """The address in the last mail, on the server of the test."""
    path = re.search(rf"http://[^/]+(/\S*/{part}/\S+)", mail.outbox[-1].body)[1]
    return f"{site}{path}"


@pytest.mark.parametrize("code", CODES)
def test_a_visitor_follows_a_list_and_stops(code, site, phone):
    mail.outbox = []
    phone.goto(f"{site}/{code}/news/")
    phone.locator('.subscribe a[href*="/follow/email/"]').click()
    phone.locator("[value=weekly]").check()
    phone.locator("[type=email]").fill("reader@example.org")
    phone.locator("main .form button").click()
    assert phone.url == f"{site}/{code}/follow/sent/"
    phone.goto(link_in_mail(site, "confirm"))
    assert not Subscription.objects.confirmed().exists()
    phone.locator("main .form button").click()
    assert Subscription.objects.confirmed().get().frequency == "weekly"
    phone.locator('main a[href*="/follow/yours/"]').click()
    phone.locator("main [name=stop_all]").click()
    assert not Subscriber.objects.exists()
    assert phone.context.cookies() == []
