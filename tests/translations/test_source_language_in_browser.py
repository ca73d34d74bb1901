"""Retyping a title while autosave runs, and bringing back an earlier version, by hand."""

import pytest

from mep_site.translations.models import Edition
from news.models import NewsArticle

from ..people import Person
from .committed import article
from .steps import newest_draft

pytestmark = pytest.mark.browser


@pytest.fixture
def stored(django_db_setup, django_db_blocker):
    """An article that the server sees, too."""
    with django_db_blocker.unblock(), article("retyped") as page:
        yield page


def test_a_title_is_retyped_while_autosave_runs(stored, tab, site):
    person = Person.is_signed_in(tab.context, site, "editor")
    person.opens(f"/admin/pages/{stored.pk}/edit/")
    assert "language=zh-hans" in person.tab.url
    missing = person.tab.locator("#edition-missing")
    assert missing.inner_text().strip() == ""
    title = "#id_title_zh_hans"
    with person.tab.expect_response(lambda answer: answer.request.method == "POST") as saved:
        person.retypes(title, "")
    assert saved.value.json()["success"]
    missing.locator("text=/./").first.wait_for()
    assert newest_draft(stored).source_language == "zh-hans"
    assert Edition.objects.get(page_id=stored.pk, language="zh-hans").is_live
    person.types_and_rests(title, "重新输入的标题")
    person.tab.wait_for_function("!document.querySelector('#edition-missing').innerText.trim()")
    assert newest_draft(stored).title_zh_hans == "重新输入的标题"
    assert NewsArticle.objects.get(pk=stored.pk).title_zh_hans == stored.title_zh_hans


def test_an_english_version_is_brought_back_from_the_history(stored, tab, site):
    person = Person.is_signed_in(tab.context, site, "english")
    person.opens(f"/admin/pages/{stored.pk}/edit/")
    title = person.tab.locator("[name='unit·title']")
    person.retypes(title, "Earlier title")
    person.presses("")
    person.retypes(title, "Later title")
    person.presses("")
    person.opens(f"/admin/pages/{stored.pk}/history/?language=en")
    person.tab.locator("tbody tr").nth(1).locator(".w-dropdown__toggle").click()
    with person.tab.expect_navigation():
        person.tab.get_by_text("Review this version").first.click()
    person.looks()
    assert "language=en" in person.tab.url
    assert title.input_value() == "Earlier title"
    chinese = newest_draft(stored).title_zh_hans
    person.tab.locator("footer button[type=submit]").first.click()
    person.tab.wait_for_url("**/edit/?language=en")
    assert newest_draft(stored).title_en == "Earlier title"
    assert newest_draft(stored).title_zh_hans == chinese
