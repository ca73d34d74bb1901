"""Two people change the same thing in a browser; the one who comes second loses nothing."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from ..people import Person

pytestmark = pytest.mark.browser
FIELD = "#id_redirect_link"


@pytest.fixture
def people(chromium, site):
    """Two administrators, each in a browser of their own."""
    contexts = [chromium.new_context(locale="en-GB") for _ in range(2)]
    yield [Person.is_signed_in(context, site, "admin") for context in contexts]
    for context in contexts:
        context.close()


@pytest.fixture
def redirect(django_db_blocker):
    with django_db_blocker.unblock():
        stored = Redirect.objects.create(old_path="/two", redirect_link="https://www.example.org/")
        yield stored
        Redirect.objects.filter(pk=stored.pk).delete()


def save(person):
    with person.tab.expect_navigation():
        person.tab.locator("#w-editor-form footer button[type=submit]").click()
    person.looks()


def test_who_saves_second_sees_both_and_decides(people, redirect):
    first, second = people
    for person in people:
        person.opens(f"/admin/redirects/{redirect.pk}/")
    first.types(FIELD, "first")
    save(first)
    second.types(FIELD, "second")
    save(second)
    told = second.tab.locator("#conflict tbody tr").inner_text()
    assert "https://www.example.org/first" in told
    assert "https://www.example.org/second" in told
    assert second.tab.input_value(FIELD) == "https://www.example.org/second"
    # Somebody presses reload, and the browser sends the form again: nothing changes.
    second.tab.reload()
    assert second.tab.input_value(FIELD) == "https://www.example.org/second"
    second.types(FIELD, "-and-last")
    save(second)
    assert second.tab.locator("#conflict").count() == 0
    redirect.refresh_from_db()
    assert redirect.redirect_link == "https://www.example.org/second-and-last"


def test_what_was_deleted_is_told_and_what_was_typed_stays(people, redirect):
    first, _ = people
    first.opens(f"/admin/redirects/{redirect.pk}/")
    first.types(FIELD, "typed")
    redirect.delete()
    first.tab.locator("#w-editor-form footer button[type=submit]").click()
    first.tab.locator("[data-reasons=gone]:not([hidden])").wait_for()
    assert first.tab.input_value(FIELD) == "https://www.example.org/typed"
    # It does not go away when the server is asked again.
    first.tab.wait_for_timeout(3_000)
    assert first.tab.locator("[data-reasons=gone]").is_visible()
