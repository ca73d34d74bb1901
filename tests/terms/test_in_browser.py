"""The base of terms in a browser: no screen has a barrier or is wider than a phone."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page
from wagtail.users.models import UserProfile

from mep_site.terms.models import ApprovedTerm

from ..measuring.tools import axe_findings
from ..people import Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TABLE = """chinese,kind,approved_en,forbidden_en
国务院,body,State Council,Cabinet
新词,name,New,
,,x,
"""
WIDTHS = {"zh-hans": 1280, "ru": 390}


@pytest.fixture(params=WIDTHS)
def desk(request, site, chromium, axe, django_db_blocker) -> Iterator[Person]:
    """The administrator at a desk where axe may look, or on a phone."""
    code = request.param
    size = {"width": WIDTHS[code], "height": 844}
    context = chromium.new_context(viewport=size)
    with django_db_blocker.unblock():
        profile = UserProfile.get_for_user(User.objects.get(username="admin"))
        usual, profile.preferred_language = profile.preferred_language, code
        profile.save()
        yield Person.is_signed_in(context, site, "admin")
        profile.preferred_language = usual
        profile.save()
    context.close()


def faults(tab: Page) -> list[str]:
    is_wide = tab.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*axe_findings(tab), *(["wider than the window"] if is_wide else [])]


def test_every_screen_of_the_terms_is_free_of_barriers(desk):
    pk = ApprovedTerm.objects.get(chinese="生态环境部").pk
    found = {}
    for path in ("", f"inspect/{pk}/", f"edit/{pk}/", "import/"):
        desk.tab.goto(f"{desk.site}/admin/terms/{path}", timeout=120_000)
        found[path] = faults(desk.tab)
    file = {"name": "terms.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    desk.tab.set_input_files("[type=file]", file)
    desk.tab.locator("main form button").click()
    desk.tab.locator(".term-table").wait_for()
    found["plan"] = faults(desk.tab)
    assert {place: each for place, each in found.items() if each} == {}
