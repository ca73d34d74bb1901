"""A translator and a publisher at work on a text that is behind, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from mep_site.demo.content.histories import CHANGED_PARAGRAPH
from mep_site.translations.models import Edition
from news.models import NewsArticle

from ..admin_forms import edit_url
from ..measuring.places import address
from ..people import Person

pytestmark = pytest.mark.browser

SLUG = "open-days-on-world-environment-day"


@pytest.fixture
def behind(site: str) -> Iterator[NewsArticle]:
    """The article of the demo whose English is behind in one paragraph; put back afterwards."""
    article = NewsArticle.objects.get(slug=SLUG)
    before = article.get_latest_revision().content
    yield article
    restored = NewsArticle.objects.get(pk=article.pk).with_content_json(before)
    restored.edition_language = None
    restored.save_revision().publish()
    Edition.objects.filter(page_id=article.pk).update(step=Edition.Step.DRAFTING, step_comment="")


def unit_of(article: NewsArticle) -> str:
    """The unit of the paragraph that is behind."""
    return f"body.{article.body_en.raw_data[CHANGED_PARAGRAPH]['id']}"


def row_of(tab: Page, article: NewsArticle):
    return tab.locator(f"[id='unit-{unit_of(article)}']")


def test_a_letter_in_a_paragraph_that_is_behind_leaves_it_behind(behind, site, chromium):
    contexts = [chromium.new_context(locale="en-GB") for _ in range(3)]
    translator = Person.is_signed_in(contexts[0], site, "english")
    translator.opens(edit_url(behind))
    row = row_of(translator.tab, behind)
    for letter in ".!":
        translator.types_and_rests(row.locator(".public-DraftEditor-content"), letter)
    translator.opens(edit_url(behind))
    expect(row.locator("ins").first).to_be_visible()
    publisher = Person.is_signed_in(contexts[1], site, "publisher")
    publisher.opens(edit_url(behind, "en"))
    expect(row_of(publisher.tab, behind).locator("ins").first).to_be_visible()
    publisher.presses("action-publish")
    expect(publisher.tab.locator(".open-units__rows li")).to_have_count(1)
    publisher.chooses("as-they-are")
    visitor = contexts[2].new_page()
    visitor.goto(site + address(behind, "en"))
    expect(visitor.locator("meta[name=translation-freshness]")).to_have_attribute(
        "content", "behind"
    )
    for context in contexts:
        context.close()


def test_a_text_is_declared_done_submitted_and_returned_with_words(behind, site, chromium):
    translator = Person.is_signed_in(chromium.new_context(locale="en-GB"), site, "english")
    translator.opens(f"{edit_url(behind)}#first-open")
    row = row_of(translator.tab, behind)
    expect(row).to_be_in_viewport()
    expect(row.locator(".unit__state")).to_have_text("behind")
    translator.types(row.locator(".public-DraftEditor-content"), " Five days.")
    expect(row.locator(".unit__state")).to_have_text("in work")
    translator.rests(row.get_by_label("Done").check)
    expect(row.locator(".unit__state")).to_have_text("done")
    translator.opens(edit_url(behind))
    translator.presses("action-submit-translation")
    # The checks ask about the number that the Chinese does not have.
    with translator.tab.expect_navigation():
        translator.tab.locator("button[value='as-they-are']").click()
    publisher = Person.is_signed_in(chromium.new_context(), site, "publisher")
    publisher.opens(edit_url(behind, "en"))
    changed = row_of(publisher.tab, behind)
    expect(changed.locator(".unit__text ins")).to_contain_text("Five days")
    expect(changed.locator(".unit__source ins").first).to_be_visible()
    publisher.tab.locator(".units__bar a").press("Enter")
    expect(changed).to_be_in_viewport()
    publisher.tab.locator(".units__only input").check()
    expect(publisher.tab.locator(".unit:visible")).to_have_count(1)
    publisher.tab.locator("#return-comment").fill("Say fifteen.\nNot twenty.")
    with publisher.tab.expect_navigation():
        publisher.tab.locator(".step__return button").click()
    translator.opens(edit_url(behind))
    expect(translator.tab.locator(".step__words")).to_contain_text("Not twenty.")
    for person in (translator, publisher):
        person.tab.context.close()
