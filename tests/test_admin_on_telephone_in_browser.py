"""The admin on a telephone, in the language with the longest words: nothing is cut off."""

import pytest
from wagtail.users.models import UserProfile

from .measuring.visit import PHONE
from .people import Person, log_in

pytestmark = pytest.mark.browser

CUT_OFF = """() => [...document.querySelectorAll(".button")]
  .filter((button) => button.scrollWidth > button.clientWidth)
  .map((button) => button.textContent.trim())"""
# Whether what is wider than the screen can be moved into it.
REACHABLE = """() => {
  const table = document.querySelector("table.listing");
  const holder = table.parentElement;
  return holder.clientWidth <= innerWidth
    && (table.offsetWidth <= innerWidth || getComputedStyle(holder).overflowX === "auto");
}"""
NARROWEST_TITLE = """() => Math.min(
  ...[...document.querySelectorAll("td.title")].map((cell) => cell.clientWidth))"""


@pytest.fixture
def administrator(site, chromium):
    """The administrator, who reads Russian this time."""
    profiles = UserProfile.objects.filter(user__username="admin")
    [usual] = profiles.values_list("preferred_language", flat=True)
    profiles.update(preferred_language="ru")
    context = chromium.new_context(viewport=PHONE, locale="ru-RU")
    yield Person.is_signed_in(context, site, "admin")
    context.close()
    profiles.update(preferred_language=usual)


@pytest.mark.parametrize("path", ["second-factor/", "second-factor/app/"])
def test_buttons_show_all_their_words(administrator, path):
    administrator.opens(f"/admin/account/{path}")
    assert administrator.tab.locator("html").get_attribute("lang") == "ru"
    assert administrator.tab.evaluate(CUT_OFF) == []


def test_so_does_the_one_that_ends_other_sessions(administrator):
    for _ in range(2):
        administrator.tab.context.clear_cookies(name="sessionid")
        log_in(administrator.tab, administrator.site, "admin")
    administrator.opens("/admin/account/sessions/")
    assert administrator.tab.locator("button.button").count() == 1
    assert administrator.tab.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("report", ["site-history", "audit"])
def test_columns_of_reports_are_reached_and_read(administrator, report):
    administrator.opens(f"/admin/reports/{report}/")
    assert administrator.tab.evaluate(REACHABLE)
    assert administrator.tab.evaluate(NARROWEST_TITLE) > 100
