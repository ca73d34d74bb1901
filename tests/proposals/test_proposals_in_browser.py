"""A translator asks a machine, puts its proposal into the text and answers for it, by keyboard."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from news.models import NewsArticle, NewsIndex

from ..admin_forms import edit_url
from ..measuring.tools import axe_findings
from ..measuring.visit import PHONE
from ..people import Person
from ..translations.steps import paragraphs, pinned_page
from .conftest import SUMMARY, answer_for, switch

pytestmark = pytest.mark.browser


@pytest.fixture
def article(site: str, django_db_blocker: object) -> Iterator[NewsArticle]:
    """An article whose summary is not in English yet, on a site that asks the imitation."""
    with django_db_blocker.unblock():
        switch(engine="fake", sends_published=True)
        new = NewsArticle(
            title_zh_hans="部长会议", title_en="Meeting", slug="meeting", summary_zh_hans=SUMMARY
        )
        new.body_zh_hans, new.body_en = paragraphs("第{}段"), paragraphs("Paragraph {}")
        NewsIndex.objects.first().add_child(instance=new)
        yield pinned_page(new)
        NewsArticle.objects.get(pk=new.pk).delete()
        switch(engine="", sends_published=False)


def test_a_proposal_is_asked_for_put_in_and_answered_for(site, article, chromium, axe, tab):
    translator = Person.is_signed_in(tab.context, site, "english")
    tab = translator.tab
    translator.opens(edit_url(article, "en"))
    field = tab.locator("[id='unit-summary'] :is(textarea, input[type=text])").first
    field.click()
    ask = tab.locator("[data-ask-proposal]")
    expect(ask).to_be_visible(timeout=10_000)
    ask.focus()
    tab.keyboard.press("Enter")
    offer = tab.locator("[data-proposal-for]")
    expect(offer).to_contain_text("[en]", timeout=10_000)
    offer.focus()
    tab.keyboard.press("Enter")
    expect(field).to_have_value(re.compile(r"^\[en\] 第十四次会议"))
    box = tab.locator(f"[name='{answer_for('summary')}']")
    expect(box).not_to_be_checked()
    assert axe_findings(tab) == []
    box.focus()
    tab.keyboard.press("Space")
    translator.presses("")
    expect(tab.locator(f"[name='{answer_for('summary')}']")).to_be_checked()
    assert "Proposed by a machine: fake 1" in tab.locator("[id='unit-summary']").inner_text()
    translator.opens(f"/admin/proposals/{article.pk}/fill/?language=en")
    assert axe_findings(tab) == []
    tab.set_viewport_size(PHONE)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
