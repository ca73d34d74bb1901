"""The screens of the checks in a browser: no barrier, no wider than a phone, by keyboard alone."""

import os
from pathlib import Path

import pytest
from wagtail.users.models import UserProfile

from mep_site.textchecks.models import FindingSetAside
from mep_site.textchecks.publishing import findings_url
from mep_site.translations.admin.scope import question_url
from news.models import NewsArticle

from ..measuring.tools import axe_findings
from ..people import let_in
from ..translations.steps import ENGLISH, save

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PICTURES = os.environ.get("TEXTCHECK_PICTURES", "")


@pytest.fixture
def faulty(django_db_blocker):
    """An article with an English draft in which a good deal is wrong."""
    with django_db_blocker.unblock():
        page = NewsArticle.objects.live().filter(title_en__gt="").first()
        save(page, ENGLISH, title_en=page.title_zh_hans, summary_en="See the «notes» ， and (more")
    return page


@pytest.fixture
def signed_in(chromium, site, django_db_blocker):
    """Opens a tab of the administrator, who reads this language on a screen of this width."""
    contexts = []

    def open_tab(code, width):
        contexts.append(chromium.new_context(viewport={"width": width, "height": 844}))
        with django_db_blocker.unblock():
            UserProfile.objects.filter(user__username="admin").update(preferred_language=code)
            let_in(contexts[-1], site, "admin")
        return contexts[-1].new_page()

    yield open_tab
    for context in contexts:
        context.close()


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("reader", [("zh-hans", 1280), ("ru", 390)])
def test_the_screens_have_no_barrier_and_fit(reader, signed_in, site, faulty):
    code, width = reader
    tab = signed_in(code, width)
    for name, path in {
        "findings": findings_url(faulty.pk, ENGLISH),
        "question": question_url(faulty, ENGLISH, "publish"),
        "settings": "/admin/checks-of-texts/",
    }.items():
        tab.goto(f"{site}{path}")
        tab.wait_for_load_state("networkidle")
        if PICTURES:
            tab.screenshot(path=Path(PICTURES) / f"{name}-{code}-{width}.png", full_page=True)
        assert axe_findings(tab) == [], name
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, name


def test_a_finding_is_set_aside_by_keyboard(signed_in, site, faulty, django_db_blocker):
    tab = signed_in("en", 1280)
    tab.goto(f"{site}{findings_url(faulty.pk, ENGLISH)}")
    before = tab.locator("[name=reason]").count()
    tab.locator("[name=reason]").first.focus()
    tab.keyboard.type("The name is printed so")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert tab.locator("[name=reason]").count() == before - 1
    with django_db_blocker.unblock():
        assert FindingSetAside.objects.get(page=faulty).reason == "The name is printed so"
