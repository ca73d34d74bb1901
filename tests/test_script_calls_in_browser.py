"""Calendars, choosers and rows of the admin work, although no page has a script in itself."""

import pytest

from mep_site.media.models import SiteImage
from news.models import NewsArticle

from .admin_forms import edit_url
from .measuring.places import in_every_language
from .measuring.visit import DESKTOP
from .people import Person

pytestmark = pytest.mark.browser


@pytest.fixture
def admin(site, chromium):
    context = chromium.new_context(viewport=DESKTOP, locale="en-GB")
    person = Person.is_signed_in(context, site, "admin")
    # A row that is not yet filled in is refused by autosave, which the console says too.
    faults = []
    person.tab.on("pageerror", lambda error: faults.append(str(error)))
    yield person
    context.close()
    assert faults == []


def test_a_row_that_is_added_chooses_a_page(admin):
    admin.opens(edit_url(in_every_language(NewsArticle), "zh-hans"))
    panel = admin.tab.locator("[role=tabpanel]:has(#id_departments-ADD)")
    admin.tab.locator(f"#{panel.get_attribute('aria-labelledby')}").click()
    before = admin.tab.locator("#id_departments-FORMS > *").count()
    admin.tab.locator("#id_departments-ADD").click()
    row = admin.tab.locator("#id_departments-FORMS > *").nth(before)
    row.locator(".chooser__choose-button:visible").first.click()
    choice = admin.tab.locator(".modal-dialog a.choose-page").first
    name = choice.inner_text().strip()
    choice.click()
    admin.tab.locator(".modal-dialog").wait_for(state="hidden")
    assert name in row.locator(".chooser__title").inner_text()


def test_a_calendar_opens_beside_a_time(admin):
    admin.opens(edit_url(in_every_language(NewsArticle), "zh-hans"))
    admin.tab.locator("[data-side-panel-toggle='status']:visible").first.click()
    admin.tab.locator("[data-a11y-dialog-show='schedule-publishing-dialog']:visible").first.click()
    admin.tab.locator("#schedule-publishing-dialog input[name$='go_live_at']").first.click()
    admin.tab.locator(".xdsoft_datetimepicker:visible td.xdsoft_date").first.wait_for()


def test_the_part_of_a_picture_that_matters_is_drawn(admin):
    admin.opens(f"/admin/images/{SiteImage.objects.first().pk}/")
    box = admin.tab.locator(".jcrop-tracker").last.bounding_box()
    mouse = admin.tab.mouse
    mouse.move(box["x"] + 20, box["y"] + 20)
    mouse.down()
    mouse.move(box["x"] + 80, box["y"] + 70, steps=5)
    mouse.up()
    assert int(admin.tab.locator("input.focal_point_width").input_value()) > 0
