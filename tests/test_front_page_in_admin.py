"""The front page is arranged and translated by people who type, and read by a visitor."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from mep_site.home.models import HomePage
from mep_site.translations.languages import languages

from .admin_forms import edit_url
from .measuring.visit import DESKTOP, faults_of
from .people import Person

pytestmark = pytest.mark.browser

NAME = "[name='sections_zh_hans-0-value-services-0-value-name']"


@pytest.fixture
def front_page(site: str, django_db_blocker: object) -> Iterator[HomePage]:
    """The home page, which says afterwards what it said before."""
    with django_db_blocker.unblock():
        before = HomePage.objects.get()
        yield before
        after = HomePage.objects.get().get_latest_revision_as_object()
        for name in ("pins", *(language.column("sections") for language in languages())):
            setattr(after, name, getattr(before, name))
        after.save_revision().publish()


@pytest.fixture
def enters(chromium: Browser, site: str) -> Iterator[Callable[[str], Person]]:
    """Lets somebody sign in, in a browser of their own."""
    contexts = []

    def enter(username: str) -> Person:
        contexts.append(chromium.new_context(viewport=DESKTOP))
        return Person.is_signed_in(contexts[-1], site, username)

    yield enter
    for context in contexts:
        context.close()


def services(tab: Page, site: str, code: str) -> list[str]:
    """What a visitor finds to do, in a language."""
    tab.goto(f"{site}/{code}/")
    return tab.locator(".tiles").first.locator("h3").all_inner_texts()


def test_what_is_typed_on_the_front_page_is_read_in_each_language(enters, front_page, site, tab):
    russian_before = services(tab, site, "ru")
    publisher = enters("publisher")
    faults = faults_of(publisher.tab)
    publisher.opens(edit_url(front_page, "zh-hans"))
    publisher.types_and_rests(NAME, "（")
    assert services(tab, site, "zh-hans")[0] == "反映环境问题", "A draft is not public."
    publisher.types_and_rests(NAME, "新）")
    publisher.presses("action-publish")
    assert services(tab, site, "zh-hans")[0] == "反映环境问题", "What has changed was not said."
    publisher.tab.get_by_role("tab", name="译文").click()
    publisher.tab.locator("[name=change_kind][value=material]").check()
    publisher.presses("action-publish")
    assert services(tab, site, "zh-hans")[0] == "反映环境问题（新）"
    assert services(tab, site, "ru") == russian_before

    translator = enters("russian")
    translator.opens(edit_url(front_page, "ru"))
    unit = translator.tab.locator(".unit", has_text="反映环境问题（新）")
    translator.types_and_rests(unit.locator("input[type=text]"), " (новое)")
    translator.rests(unit.locator("input[type=checkbox]").check)
    expect(translator.tab.locator("#id_title_zh_hans")).to_have_count(0)
    assert services(tab, site, "ru") == russian_before

    publisher.opens(edit_url(front_page, "ru"))
    publisher.presses("action-publish")
    assert services(tab, site, "ru") == [f"{russian_before[0]} (новое)", *russian_before[1:]]
    assert services(tab, site, "en")[0] == "Report pollution"
    assert faults == []


def test_of_two_tabs_on_the_front_page_neither_loses_what_was_typed(enters, front_page):
    publisher = enters("publisher")
    publisher.opens(edit_url(front_page, "zh-hans"))
    other = publisher.another_tab()
    other.opens(edit_url(front_page, "zh-hans"))
    publisher.types_and_rests(NAME, "甲")
    other.types_and_rests(NAME, "乙")
    expect(other.tab.locator(".form-notice--conflict")).to_contain_text("另一个窗口")
    expect(other.tab.locator(NAME)).to_have_value("反映环境问题乙")
    draft = HomePage.objects.get().get_latest_revision_as_object()
    assert draft.sections_zh_hans[0].value["services"][0]["name"] == "反映环境问题甲"
