"""From signing in to the work, and taking work, in a real browser."""

import pytest

from mep_site.desk.models import Assignment

from ..measuring.visit import PHONE
from ..people import log_in

pytestmark = pytest.mark.browser


def test_it_takes_two_clicks_from_signing_in_to_the_oldest_text_that_is_behind(site, tab):
    log_in(tab, site, "english")  # The first click.
    with tab.expect_navigation():
        tab.locator("#next-work .button").first.click()
    assert tab.url.endswith("/edit/?language=en#first-open")
    at_work = tab.locator(".unit--open:focus-within")
    at_work.wait_for()
    first = tab.locator(".unit--open").first
    assert at_work.get_attribute("id") == first.get_attribute("id")


def test_work_is_ticked_and_taken(site, tab, django_db_blocker):
    log_in(tab, site, "english")
    tab.goto(f"{site}/admin/translations/")
    tab.locator("[data-bulk-action-checkbox]").first.check()
    with tab.expect_navigation():
        tab.locator(".bulk-actions-buttons a[href*='/take/']").click()
    with tab.expect_navigation():
        tab.locator("form button[type=submit].button").click()
    assert "Anna Smith" in tab.locator("tbody tr").first.inner_text()
    with django_db_blocker.unblock():
        Assignment.objects.all().delete()


def test_the_list_stays_within_a_telephone(site, tab):
    log_in(tab, site, "english")
    tab.set_viewport_size(PHONE)
    for address in ("/admin/translations/", "/admin/translations/coverage/"):
        tab.goto(f"{site}{address}")
        wide = tab.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, address
