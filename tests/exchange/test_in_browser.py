"""The screens of the exchange in a browser: no barrier, no wider than a phone, all by keyboard."""

import os
from pathlib import Path

import pytest
from django.utils import translation
from wagtail.users.models import UserProfile

from mep_site.exchange.models import Transfer
from mep_site.translations.models import Edition
from news.models import NewsArticle

from ..measuring.tools import axe_findings
from ..people import let_in
from .steps import exported

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PICTURES = os.environ.get("EXCHANGE_PICTURES", "")


def look(page, name, faults):
    """Note what is wrong with the screen; picture it if that is asked for."""
    page.wait_for_timeout(500)
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    faults += [(name, fault) for fault in axe_findings(page)] + (
        [(name, "too wide")] if wide else []
    )


def file_with_all_outcomes(article):
    """A file with a new text, one that lost a code or is too long, and a page that is not here."""
    content = exported(article).decode()
    (title,) = Edition.objects.filter(page=article, language="en").values_list("page__title_en")
    content = content.replace(f">{title[0]}</target>", f">{'Another title ' * 30}</target>")
    start = content.index('<trans-unit id="body')
    at = content.index("</target>", start)
    content = content[:at] + " Added outside." + content[at:]
    return content.encode()


@pytest.mark.parametrize("screen", [("zh-hans", 1280), ("ru", 390)], ids=str)
def test_every_screen_is_without_barriers(screen, chromium, site, axe, django_db_blocker):
    code, width = screen
    with django_db_blocker.unblock(), translation.override(code):
        UserProfile.objects.update_or_create(
            user_id=_admin(), defaults={"preferred_language": code}
        )
        article = NewsArticle.objects.live().first()
        file = file_with_all_outcomes(article)
    context = chromium.new_context(viewport={"width": width, "height": 844})
    with django_db_blocker.unblock():
        let_in(context, site, "admin")
    page, faults = context.new_page(), []
    page.goto(f"{site}/admin/exchange/export/?page={article.pk}")
    look(page, f"{code}-export", faults)
    page.goto(f"{site}/admin/exchange/")
    sent = {"name": "back.xlf", "mimeType": "application/xml", "buffer": file}
    page.set_input_files("[type=file]", sent)
    page.locator(".exchange form button").press("Enter")
    page.locator(".exchange__units").wait_for()
    look(page, f"{code}-import", faults)
    page.locator("[name=take]").press("Enter")
    page.locator(".exchange__formats").wait_for()
    look(page, f"{code}-index", faults)
    context.close()
    assert faults == []
    with django_db_blocker.unblock():
        assert Transfer.objects.filter(direction="import").first().outcome == {"taken": 1}


def _admin():
    from django.contrib.auth.models import User

    return User.objects.get(username="admin").pk
