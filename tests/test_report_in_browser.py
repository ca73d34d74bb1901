"""An error is reported, handled and answered, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from mep_site.feedback.models import ErrorReport, SenderTrace
from mep_site.visitors import forms
from news.models import NewsArticle

from .measuring.places import CODES, address
from .measuring.tools import axe_findings
from .measuring.visit import DESKTOP, NARROW, faults_of
from .people import let_in
from .test_error_reports import opened

pytestmark = pytest.mark.browser

SLUG = "open-days-on-world-environment-day"


@pytest.fixture(autouse=True)
def _opened_a_minute_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forms say that they were handed out a minute ago, so that no test waits to be slow enough."""
    monkeypatch.setattr(forms, "stamp", opened)


@pytest.fixture
def no_reports_left(site: str) -> Iterator[None]:
    """What these tests write is written for good; it goes when they are through."""
    yield
    ErrorReport.objects.all().delete()
    SenderTrace.objects.all().delete()


@pytest.fixture
def reader(chromium: Browser, no_reports_left: None) -> Iterator[Page]:
    """A visitor with a phone and without script."""
    context = chromium.new_context(viewport=NARROW, java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    faults = faults_of(page)
    yield page
    context.close()
    assert faults == []


def report(reader: Page, site: str) -> ErrorReport:
    """Report an error from the English page, with a mistake at first."""
    reader.goto(site + address(NewsArticle.objects.get(slug=SLUG), "en"))
    reader.get_by_role("link", name="Report an error on this page").click()
    reader.get_by_label("Describe the error").fill("It says twenty; the notice says fifteen.")
    reader.get_by_role("button", name="Send the report").click()
    summary = reader.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Choose what is wrong.").click()
    expect(reader.locator("#id_kind_0")).to_be_in_viewport()
    expect(reader.get_by_label("Describe the error")).to_have_value(
        "It says twenty; the notice says fifteen."
    )
    reader.get_by_label("A fact, figure or name").check()
    reader.get_by_label("E-mail address").fill("reader@example.org")
    reader.get_by_role("button", name="Send the report").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Your report has been received")
    stored = ErrorReport.objects.get()
    expect(reader.get_by_text(stored.reference)).to_be_visible()
    return stored


def test_the_english_translator_handles_it_and_the_russian_may_not(
    reader,
    site,
    tab,
    chromium,
):
    stored = report(reader, site)
    let_in(tab.context, site, "english")
    tab.goto(f"{site}/admin/")
    tab.get_by_role("link", name="1 new error report").click()
    tab.get_by_role("link", name=stored.reference).click()
    expect(tab.get_by_text("It says twenty; the notice says fifteen.")).to_be_visible()
    tab.get_by_label("State").select_option("done")
    tab.get_by_label("Answer", exact=True).fill("Thank you, we have corrected it.")
    tab.get_by_label("Send this answer to the reporter now").check()
    tab.get_by_role("button", name="Save").click()
    expect(tab.get_by_text("The answer has been sent.")).to_be_visible()
    stored.refresh_from_db()
    assert (stored.state, bool(stored.answered_at)) == ("done", True)
    russian = chromium.new_context(viewport=DESKTOP).new_page()
    let_in(russian.context, site, "russian")
    russian.goto(f"{site}/admin/reports-of-errors/edit/{stored.pk}/")
    assert russian.url == f"{site}/admin/"
    russian.goto(f"{site}/admin/reports-of-errors/")
    assert stored.reference not in russian.content()
    russian.context.close()


@pytest.mark.parametrize("code", CODES)
def test_form_errors_and_thanks_fit_and_break_no_rule(
    code,
    site,
    chromium,
    no_reports_left,
):
    article = NewsArticle.objects.get(slug=SLUG)
    context = chromium.new_context(viewport=NARROW)
    page = context.new_page()
    faults = faults_of(page)
    block = getattr(article, f"body_{code.replace('-', '_')}")[0].id
    page.goto(f"{site}/{code}/report/{article.pk}/?paragraph={block}")
    found = findings(page)
    page.locator("main button").click()
    expect(page.get_by_role("alert")).to_be_focused()
    found += findings(page)
    page.locator("#id_kind_1").check()
    page.locator("#id_message").fill("x")
    page.locator("main button").click()
    page.wait_for_url("**/report/sent/*/")
    found += findings(page)
    context.close()
    assert faults == []
    assert found == []


def findings(page: Page) -> list[str]:
    """What breaks a rule of accessibility or does not fit, once the page is there."""
    page.wait_for_load_state()
    width = page.evaluate("document.documentElement.scrollWidth")
    return [
        *axe_findings(page),
        *(["too wide"] if width > NARROW["width"] else []),
    ]
