"""The base of terms in a browser: no screen has a barrier or is wider than a phone."""

import os
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.utils import translation
from wagtail.users.models import UserProfile

from mep_site.terms.models import ApprovedTerm

from ..measuring.visit import axe_faults
from ..people import let_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PICTURES = Path(os.environ.get("TERM_PICTURES", ""))
TABLE = "chinese,kind,approved_en,forbidden_en\n国务院,body,State Council,Cabinet\n新词,name,New,\n,,x,\n"


def shoot(page, name):
    if PICTURES.name:
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


@pytest.mark.parametrize(("code", "width"), [("zh-hans", 1280), ("ru", 390), ("en", 1280)])
def test_it(code, width, chromium, site, axe, django_db_blocker):
    with django_db_blocker.unblock():
        UserProfile.objects.filter(user__username="admin").update(preferred_language=code)
        term = ApprovedTerm.objects.get(chinese="生态环境部")
    context = chromium.new_context(viewport={"width": width, "height": 844}, bypass_csp=True)
    with django_db_blocker.unblock():
        let_in(context, site, "admin")
    page = context.new_page()
    for name, path in {
        "list": "",
        "inspect": f"inspect/{term.pk}/",
        "edit": f"edit/{term.pk}/",
        "import": "import/",
    }.items():
        page.goto(f"{site}/admin/terms/{path}")
        page.wait_for_timeout(800)
        shoot(page, f"{code}-{name}")
        print(code, name, axe_faults(page), page.evaluate("document.documentElement.scrollWidth"))
    page.set_input_files("[type=file]", {"name": "t.csv", "mimeType": "text/csv", "buffer": TABLE.encode()})
    page.locator("main form button").click()
    page.wait_for_timeout(800)
    shoot(page, f"{code}-plan")
    print(code, "plan", axe_faults(page), page.evaluate("document.documentElement.scrollWidth"))
    context.close()
