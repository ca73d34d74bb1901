"""People look for how languages stand, and for their work, in a browser."""

from itertools import count

import pytest
from django.contrib.auth.models import User

from news.models import NewsArticle, NewsIndex

from ..measuring.visit import PHONE
from ..people import Person
from .committed import article
from .steps import ENGLISH, live, save

pytestmark = pytest.mark.browser
numbers = count()


@pytest.fixture
def stored(django_db_blocker):
    """An article that is public in three languages, for other processes to see."""
    with django_db_blocker.unblock(), article(f"states-{next(numbers)}") as page:
        yield page


@pytest.fixture
def people(chromium, site):
    """Makes people, each in a browser of their own."""
    contexts = []

    def arrive(username):
        contexts.append(chromium.new_context(locale="en-GB"))
        return Person.is_signed_in(contexts[-1], site, username)

    yield arrive
    for context in contexts:
        context.close()


def test_the_bar_of_languages_comes_with_the_page_that_autosave_makes(
    people, site, django_db_blocker
):
    editor = people("publisher")
    with django_db_blocker.unblock():
        index = NewsIndex.objects.first()
    editor.opens(f"/admin/pages/add/news/newsarticle/{index.pk}/")
    bar = editor.tab.locator("#edition-bar .languages-of-page")
    assert bar.count() == 0
    editor.types_and_rests("#id_title_zh_hans", "新的一页")
    bar.wait_for()
    said = editor.tab.locator("#edition-bar .languages-of-page > li")
    assert said.count() == 3
    assert said.nth(0).locator(".statuses__item--draft").count() == 1
    assert said.nth(1).locator(".statuses__item--absent").count() == 1
    english = said.nth(1).locator("a")
    assert "language=en" in english.get_attribute("href")
    editor.types_and_rests("#id_title_zh_hans", "，又改了")
    assert editor.tab.locator("#edition-bar").count() == 1
    with django_db_blocker.unblock():
        page = NewsArticle.objects.get(title_zh_hans__startswith="新的一页")
        assert page.has_unpublished_changes
        page.delete()


def test_a_first_letter_in_a_text_that_is_public_shows_as_a_newer_draft(people, stored):
    translator = people("english")
    translator.opens(f"/admin/pages/{stored.pk}/edit/?language=en")
    newer = translator.tab.locator(
        "#edition-bar .languages-of-page__current .statuses__item--newer"
    )
    assert newer.count() == 0
    translator.types_and_rests("[name='unit·title']", "!")
    newer.wait_for()


def test_somebody_ticks_pages_and_unpublishes_one_language(people, stored, django_db_blocker):
    publisher = people("publisher")
    with django_db_blocker.unblock():
        parent = stored.get_parent().pk
    publisher.opens(f"/admin/pages/{parent}/?q=Old")
    tab = publisher.tab
    tab.locator(f"[data-object-id='{stored.pk}']").check()
    with tab.expect_navigation():
        tab.locator(".bulk-actions-buttons a[href*='/unpublish/']").click()
    tab.locator("input[name=languages][value=ru]").check()
    with tab.expect_navigation():
        tab.locator("form button[type=submit].button").click()
    assert "Русский" in publisher.messages()
    row = tab.locator(f"#page_{stored.pk}_title").locator("xpath=ancestor::tr")
    assert row.locator("td.language-column").nth(2).locator(".statuses__item--withdrawn").count()


def test_nothing_runs_out_of_a_narrow_screen(people, stored, django_db_blocker):
    with django_db_blocker.unblock():
        save(stored, ENGLISH, title_en="Newer")
        revision = live(stored).latest_revision
        revision.user = User.objects.get(username="publisher")
        revision.save()
        parent = stored.get_parent().pk
    publisher = people("publisher")
    publisher.tab.set_viewport_size(PHONE)
    widths = {}
    for path in ("/admin/", f"/admin/pages/{parent}/", f"/admin/pages/{stored.pk}/delete/"):
        publisher.opens(path)
        widths[path] = publisher.tab.evaluate("document.documentElement.scrollWidth")
    assert max(widths.values()) <= PHONE["width"], widths
