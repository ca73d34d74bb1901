"""Visitors report errors, without account, script or loss."""

import re
from datetime import timedelta
from itertools import cycle

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from mep_site.core.models import BasePage
from mep_site.feedback.models import ErrorReport, SenderTrace
from mep_site.feedback.reported_place import QUOTED_CHARACTERS, ReportedPlace, text_at
from mep_site.feedback.views import REPORTS_PER_WINDOW
from mep_site.translations.languages import get_language, languages
from mep_site.visitors import forms
from mep_site.visitors.traces import network_of
from news.models import NewsArticle

from .shown import show
from .test_public_pages import CODES, PAGE_TYPES, address, read

TYPED = {"kind": "fact", "message": "The river is 2,308 km long.", "email": "reader@example.org"}
NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"


def form_url(page: BasePage | None, code: str = "en", query: str = "") -> str:
    with translation.override(code):
        return reverse("report", args=[page.pk] if page else []) + query


def opened(seconds_ago: int = 60) -> str:
    """What a form carries that was handed out some time ago."""
    return forms.SIGNER.sign(str(int(timezone.now().timestamp()) - seconds_ago))


def send(client: Client, url: str, **typed: str) -> HttpResponse:
    return client.post(url, {**TYPED, "opened": opened(), "subject": "", **typed})


def soup(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def refusal(response: HttpResponse) -> str:
    """The summary of what is to be mended; nothing was stored then."""
    summary = soup(response).select_one(".error-summary")
    return summary.get_text(" ", strip=True) if summary else ""


@pytest.fixture
def article(some) -> NewsArticle:
    return some(NewsArticle)


# The way there


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_every_page_ends_with_a_link_to_the_form(model, code, db):
    shown = show(model, code)
    link = shown.html.select_one(".page-end a[rel=nofollow][href*='/report/']")
    assert link["href"] == form_url(shown.page, code)


@pytest.mark.parametrize("url", ["/en/search/?q=water", "/en/no-such-page/"])
def test_where_there_is_no_page_the_link_leads_to_the_form_of_the_site(url, visitor, home):
    assert soup(visitor.get(url)).select_one(f'.page-end a[href="{form_url(None)}"]')


@pytest.mark.parametrize("code", CODES)
def test_the_form_names_page_language_and_paragraph(code, visitor, article):
    language = next(language for language in languages() if language.code == code)
    block = getattr(article, language.column("body"))[0]
    html = soup(visitor.get(form_url(article, code, f"?paragraph={block.id}")))
    shown = html.select_one("main .facts").get_text(" ", strip=True)
    assert html.html["lang"] == language.tag
    assert getattr(article, language.column("title")) in shown
    assert language.name in shown
    quotation = html.select_one("main q").get_text().removesuffix("…")
    paragraph = BeautifulSoup(str(block.value), "html.parser").get_text()
    assert quotation
    assert quotation in " ".join(paragraph.split())
    assert html.select_one('[name="paragraph"]')["value"] == str(block.id)


@pytest.mark.parametrize("code", CODES)
def test_every_passage_has_a_link_to_the_form_about_it(code, visitor, article):
    html = read(visitor, article, code)
    parts = [part for part in html.select(".part[id]") if part.get_text(strip=True)]
    assert len(parts) > 1
    for part in parts:
        place = part["id"].removeprefix("part-")
        (link,) = part.select(".part-report")
        assert link["href"] == form_url(article, code, f"?paragraph={place}")


def test_the_chinese_text_cannot_be_a_mistranslation(visitor, article):
    for code, is_offered in (("zh-hans", False), ("en", True), ("ru", True)):
        html = soup(visitor.get(form_url(article, code)))
        assert bool(html.select('[value="mistranslation"]')) is is_offered


def test_a_link_can_choose_what_is_wrong_beforehand(visitor, home):
    html = soup(visitor.get(form_url(None, query="?kind=accessibility")))
    assert html.select_one('[value="accessibility"]').has_attr("checked")


def test_only_the_form_sets_a_cookie_and_no_cache_keeps_it(visitor, article):
    assert not visitor.get(address(article, "en")).cookies
    response = visitor.get(form_url(article))
    assert set(response.cookies) == {"csrftoken"}
    assert "no-store" in response.headers["Cache-Control"]
    assert soup(response).select_one('meta[name="robots"]')["content"] == "noindex"


# What becomes of it


def test_a_report_is_stored_with_all_that_it_is_about(visitor, article):
    block = article.body_en[0]
    url = form_url(article, "en", f"?paragraph={block.id}")
    response = send(visitor, url, paragraph=str(block.id))
    report = ErrorReport.objects.get()
    assert (report.page_id, report.language, report.state) == (article.pk, "en", "new")
    assert (report.kind, report.message, report.email) == tuple(TYPED.values())
    assert report.paragraph == str(block.id)
    assert report.paragraph_text
    assert report.address == address(article, "en")
    assert response.status_code == 302
    thanks = soup(visitor.get(response.headers["Location"]))
    assert report.reference in thanks.get_text()
    assert thanks.select_one(f'main a[href="{report.address}"]')


@pytest.mark.parametrize("code", CODES)
def test_the_thanks_are_in_the_language_of_the_page(code, visitor, article):
    response = send(visitor, form_url(article, code))
    html = soup(visitor.get(response.headers["Location"]))
    heading = {"zh-hans": "收到", "en": "received", "ru": "получено"}[code]
    assert heading in html.h1.get_text()


def test_a_report_without_an_address_or_a_page_is_taken_too(visitor, home):
    assert send(visitor, form_url(None, "ru"), email="").status_code == 302
    report = ErrorReport.objects.get()
    assert (report.page, report.address, report.email) == (None, "/ru/", "")


def test_a_report_outlives_its_page(visitor, article):
    send(visitor, form_url(article))
    stored = ErrorReport.objects.get()
    NewsArticle.objects.get(pk=article.pk).delete()
    stored.refresh_from_db()
    assert (stored.page, bool(stored.address)) == (None, True)
    with translation.override("en"):
        thanks = reverse("report_thanks", args=[stored.reference])
    assert visitor.get(thanks).status_code == 200


def test_numbers_cannot_be_guessed(visitor, home):
    assert visitor.get("/en/report/sent/1/").status_code == 404
    assert visitor.get("/en/report/sent/%00/").status_code == 404


# What is refused, and how


MISTAKES = [
    ("kind", ""),
    ("kind", "praise"),
    ("message", " \n "),
    ("message", "x" * 4001),
    ("message", "水" * 100_000),
    ("message", "a\0b"),
    ("email", "nobody"),
    ("email", "a@example.org\nBcc: b@example.org"),
    ("email", "a@example.org\r\nBcc:b@example.org"),
    ("email", "a@example.org,b@example.org"),
    ("email", f"{'a' * 300}@example.org"),
    ("email", "\0@example.org"),
]


@pytest.mark.every_database
@pytest.mark.parametrize(
    ("code", "field", "value"),
    [(code, *mistake) for code, mistake in zip(cycle(CODES), MISTAKES, strict=False)],
)
def test_a_mistake_is_named_and_leads_to_its_field(code, field, value, visitor, article):
    target = "#id_kind_0" if field == "kind" else f"#id_{field}"
    response = send(visitor, form_url(article, code), **{field: value})
    html = soup(response)
    assert response.status_code == 200
    assert {a["href"] for a in html.select(".error-summary a")} == {target}
    assert html.select_one(target)
    described = html.select_one(f"[aria-describedby~='id_{field}_error']")
    assert described
    assert html.select_one(f"#id_{field}_error").get_text(strip=True)
    if field != "kind":
        assert described["aria-invalid"] == "true"
    assert not ErrorReport.objects.exists()


def test_nothing_that_was_typed_is_lost(visitor, article):
    block = article.body_en[0]
    html = soup(send(visitor, form_url(article), kind="", paragraph=str(block.id)))
    assert html.select_one("textarea").get_text().strip() == TYPED["message"]
    assert html.select_one('[type="email"]')["value"] == TYPED["email"]
    assert html.select_one('[name="paragraph"]')["value"] == str(block.id)
    assert html.title.get_text().startswith("Error:")


def test_lines_count_as_browsers_count_them(visitor, article):
    typed = "\r\n".join(["x" * 39] * 100)
    assert send(visitor, form_url(article), message=typed).status_code == 302
    assert len(ErrorReport.objects.get().message) == 3999


@pytest.mark.parametrize(
    "extra",
    [
        {"subject": "Buy this"},
        {"subject": "\0"},
        {"opened": ""},
        {"opened": "1700000000"},
        {"opened": "\0"},
        {"opened": "1700000000:forged"},
        {"opened": opened(seconds_ago=2 * 24 * 3600)},
    ],
    ids=" ".join,
)
def test_what_a_program_sends_is_refused_without_loss(extra, visitor, article):
    response = send(visitor, form_url(article), **extra)
    html = soup(response)
    assert refusal(response)
    assert not ErrorReport.objects.exists()
    assert html.select_one("textarea").get_text().strip() == TYPED["message"]
    again = html.select_one('[name="opened"]')["value"]
    assert forms.SIGNER.unsign(again)
    assert not html.select_one('[name="subject"]').get("value")


def test_who_was_too_fast_need_not_start_the_wait_again(visitor, article):
    moment = opened(seconds_ago=0)
    response = send(visitor, form_url(article), opened=moment)
    html = soup(response)
    assert refusal(response)
    assert html.select_one('[name="opened"]')["value"] == moment


def test_a_browser_without_cookies_gets_its_text_back(article):
    client = Client(enforce_csrf_checks=True)
    response = send(client, form_url(article, "ru"))
    assert response.status_code == 403
    assert "cookie" in refusal(response)
    assert soup(response).select_one("textarea").get_text().strip() == TYPED["message"]
    token = soup(response).select_one('[name="csrfmiddlewaretoken"]')["value"]
    again = send(client, form_url(article, "ru"), csrfmiddlewaretoken=token)
    assert again.status_code == 302


def test_a_request_over_tls_without_referer_gets_its_text_back(article):
    client = Client(enforce_csrf_checks=True)
    token = client.get(form_url(article), secure=True).cookies["csrftoken"].value
    typed = {**TYPED, "opened": opened(), "csrfmiddlewaretoken": token}
    response = client.post(form_url(article), typed, secure=True)
    assert response.status_code == 403
    assert soup(response).select_one("textarea").get_text().strip() == TYPED["message"]


def test_another_form_without_its_cookie_has_djangos_answer(db):
    assert Client(enforce_csrf_checks=True).post("/admin/login/", {}).status_code == 403


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("page_id", [0, 10**9, 10**40, "9" * 5000])
def test_there_is_no_form_for_a_page_that_does_not_exist(page_id, code, visitor, home):
    url = f"/{code}/report/{page_id}/"
    assert visitor.get(url).status_code == 404
    assert send(visitor, url).status_code == 404
    assert Client(enforce_csrf_checks=True).post(url).status_code in {403, 404}


def test_there_is_no_form_for_what_is_not_public(visitor, article, without_russian):
    assert visitor.get(form_url(without_russian, "ru")).status_code == 404
    restriction = PageViewRestriction.objects.create(
        page=article, restriction_type=PageViewRestriction.LOGIN
    )
    assert visitor.get(form_url(article)).status_code == 404
    assert send(visitor, form_url(article)).status_code == 404
    restriction.delete()
    NewsArticle.objects.get(pk=article.pk).unpublish()
    assert visitor.get(form_url(article)).status_code == 404


@pytest.fixture
def without_russian(db) -> BasePage:
    live = BasePage.objects.published().in_language(languages()[1])
    return live.not_in_language(languages()[2]).filter(depth__gt=2).first()


@pytest.mark.parametrize(
    "place", ["body", "title.", "no-such-block", "%00", "🌊", "x" * 3000, "../../etc"]
)
def test_an_unknown_paragraph_is_left_out(place, visitor, article):
    response = visitor.get(form_url(article, "en", f"?paragraph={place}"))
    assert response.status_code == 200
    assert not soup(response).select("main q")
    assert send(visitor, form_url(article), paragraph=place).status_code == 302
    assert ErrorReport.objects.get().paragraph == ""


def test_a_draft_of_a_paragraph_is_not_quoted(visitor, article):
    draft = NewsArticle.objects.get(pk=article.pk).get_latest_revision_as_object()
    body = draft.body_en.get_prep_value()
    body[0] = {"type": "paragraph", "value": "<p>Secret</p>", "id": body[0]["id"]}
    draft.body_en = body
    draft.save_revision()
    html = visitor.get(form_url(article, "en", f"?paragraph={body[0]['id']}"))
    assert "Secret" not in html.content.decode()


def test_every_place_of_a_body_can_be_quoted(visitor, db):
    """One of each kind of block, whatever page it stands on."""
    places = {
        block.block_type: (page, block)
        for page in BasePage.objects.published().in_language(get_language("en")).specific()
        for block in getattr(page, "body_en", [])
    }
    for kind in ("paragraph", "heading", "list", "quotation"):
        page, block = places[kind]
        html = soup(visitor.get(form_url(page, "en", f"?paragraph={block.id}")))
        assert html.select_one("main q").get_text(strip=True), kind


@pytest.mark.parametrize(
    ("length", "shown"),
    [(QUOTED_CHARACTERS, "x" * QUOTED_CHARACTERS), (201, f"{'x' * QUOTED_CHARACTERS}…")],
    ids=["whole", "cut"],
)
def test_only_the_beginning_of_a_long_paragraph_is_quoted(length, shown):
    assert ReportedPlace(text="x" * length).quotation == shown


def test_all_lines_of_a_list_are_quoted(article):
    items = [{"type": "item", "value": value, "id": value} for value in ("one", "two")]
    article.body_en = [{"type": "list", "value": {"numbered": False, "items": items}, "id": "l"}]
    assert text_at(article, "l", get_language("en")) == "one\ntwo"


def test_what_only_search_engines_read_is_not_quoted(article):
    article.seo_title_en = "For search engines"
    assert text_at(article, "seo_title", get_language("en")) == ""
    assert text_at(article, "title", get_language("en")) == article.title_en


def test_other_methods_are_not_allowed(visitor, article):
    assert visitor.put(form_url(article)).status_code == 405
    assert visitor.head(form_url(article)).status_code == 200


@override_settings(EMAIL_BACKEND=NO_MAIL)
def test_without_a_mail_server_nobody_is_asked_for_an_address(visitor, article):
    assert not soup(visitor.get(form_url(article))).select('[name="email"]')
    assert send(visitor, form_url(article)).status_code == 302
    assert ErrorReport.objects.get().email == ""


# How many


@pytest.mark.asvs("2.4.1")
def test_one_network_sends_only_so_many_and_loses_nothing(visitor, article):
    for _ in range(REPORTS_PER_WINDOW):
        assert send(visitor, form_url(article)).status_code == 302
    response = send(visitor, form_url(article))
    assert response.status_code == 429
    assert refusal(response)
    assert soup(response).select_one("textarea").get_text().strip() == TYPED["message"]
    assert ErrorReport.objects.count() == REPORTS_PER_WINDOW
    other = Client(REMOTE_ADDR="198.51.100.7")
    assert send(other, form_url(article)).status_code == 302
    SenderTrace.objects.update(at=timezone.now() - SenderTrace.window)
    assert send(visitor, form_url(article)).status_code == 302
    assert SenderTrace.objects.count() == 1


def test_a_mistake_does_not_count(visitor, article):
    for _ in range(REPORTS_PER_WINDOW + 1):
        send(visitor, form_url(article), kind="")
    assert not SenderTrace.objects.exists()


@pytest.mark.asvs("4.1.3", "15.3.4")
@pytest.mark.parametrize(
    ("proxies", "forwarded", "network"),
    [
        (0, "", "10.0.0.2/32"),
        (0, "203.0.113.9", "10.0.0.2/32"),
        (1, "203.0.113.9", "203.0.113.9/32"),
        (1, "1.2.3.4, 203.0.113.9", "203.0.113.9/32"),
        (2, "1.2.3.4, 203.0.113.9, 10.0.0.1", "203.0.113.9/32"),
        (2, "203.0.113.9", "203.0.113.9/32"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "nonsense", ""),
        (1, "", ""),
    ],
)
def test_only_what_our_own_proxies_say_counts(proxies, forwarded, network):
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    request = RequestFactory(REMOTE_ADDR="10.0.0.2").get("/", headers=headers)
    with override_settings(TRUSTED_PROXIES=proxies):
        assert network_of(request) == network


def test_no_network_address_is_stored(visitor, article):
    send(Client(REMOTE_ADDR="198.51.100.7"), form_url(article))
    trace = SenderTrace.objects.get()
    assert re.fullmatch(r"[0-9a-f]{64}", trace.sender)
    fields = [str(value) for value in ErrorReport.objects.values_list().get()]
    assert not [value for value in fields if "198.51.100" in value]


# What is forgotten


@pytest.mark.parametrize(
    ("received", "closed", "is_kept"),
    [(0, None, True), (40, 29, True), (40, 31, False), (364, None, True), (366, None, False)],
)
def test_an_address_is_deleted_when_its_time_is_over(received, closed, is_kept, db):
    now = timezone.now()
    report = ErrorReport.objects.create(
        **TYPED,
        language="en",
        address="/en/",
        received_at=now - timedelta(days=received),
        closed_at=now - timedelta(days=closed) if closed else None,
    )
    SenderTrace.objects.create(sender="0" * 64, at=now - SenderTrace.window)
    call_command("forget_reporters", verbosity=0)
    report.refresh_from_db()
    assert bool(report.email) is is_kept
    assert report.message
    assert not SenderTrace.objects.exists()
