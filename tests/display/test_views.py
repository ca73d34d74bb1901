"""The settings page keeps what is chosen and leads back; pages themselves stay the same for all."""

from http.cookies import Morsel
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from news.models import NewsArticle
from tests.test_public_pages import CODES, address

pytestmark = pytest.mark.usefixtures("version_is_kept")

CHOICES = {
    "size": "150",
    "colours": "white-on-black",
    "spacing": "normal",
    "typeface": "normal",
    "pictures": "shown",
    "language": "",
}
NAMES = {
    "zh-hans": "无障碍浏览",
    "en": "Accessibility settings",
    "ru": "Версия для слабовидящих",
}
YEAR = 365 * 24 * 60 * 60


def choose(client: Client, **choices: str) -> dict[str, Morsel]:
    response = client.post("/en/display/", CHOICES | choices)
    assert response.status_code == 302
    return response.cookies


def checked(client: Client) -> dict[str, str]:
    html = BeautifulSoup(client.get("/en/display/").content, "html.parser")
    return {radio["name"]: radio["value"] for radio in html.select("input[type=radio][checked]")}


# The style sheet


def test_the_sheet_of_who_chose_nothing_is_empty_and_costs_no_query(visitor):
    with CaptureQueriesContext(connection) as queries:
        response = visitor.get("/display.css")
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert not response.cookies
    assert len(queries) == 0


def test_the_sheet_is_asked_for_again_before_it_is_used(visitor):
    """With ``max-age`` Chromium shows the old settings from memory, whatever ``Vary`` says."""
    visitor.cookies["display"] = "size-150"
    response = visitor.get("/display.css")
    assert set(response.headers["Cache-Control"].split(", ")) == {"private", "no-cache"}
    assert "Cookie" in response.headers["Vary"]
    unchanged = visitor.get("/display.css", headers={"if-none-match": response.headers["ETag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    visitor.cookies["display"] = "size-200"
    changed = visitor.get("/display.css", headers={"if-none-match": response.headers["ETag"]})
    assert changed.status_code == 200


@pytest.mark.asvs("1.3.3")
@pytest.mark.parametrize(
    "cookie",
    ["size-150}body{display:none", "<script>", "../../../etc/passwd", '"', "é", "a" * 4000],
)
def test_nothing_of_a_cookie_gets_into_the_sheet(cookie, visitor):
    response = visitor.get("/display.css", HTTP_COOKIE=f"display={cookie}")
    assert (response.status_code, response.content) == (200, b"")


def test_the_sheet_cannot_be_posted_to(visitor):
    assert visitor.post("/display.css").status_code == 405


# The page


@pytest.mark.parametrize("code", CODES)
def test_every_page_leads_to_the_settings_under_the_name_that_is_expected(code, visitor, some):
    url = address(some(NewsArticle), code)
    html = BeautifulSoup(visitor.get(f"{url}?with=ru&x=1").content, "html.parser")
    link = html.find("header").find("a", string=NAMES[code])
    assert link["href"] == f"/{code}/display/?next={quote(f'{url}?with=ru&x=1', safe='')}"
    page = BeautifulSoup(visitor.get(link["href"]).content, "html.parser")
    assert page.select_one("h1").get_text() == NAMES[code]
    assert page.select_one("input[name=next]")["value"] == f"{url}?with=ru&x=1"
    assert not page.find("header").find("a", string=NAMES[code])


def test_a_choice_is_kept_for_a_year_and_shown_again(visitor, db):
    assert checked(visitor)["size"] == "100"
    cookies = choose(visitor, size="150", language="ru")
    assert cookies["display"].value == "size-150.colours-white-on-black"
    assert cookies[settings.LANGUAGE_COOKIE_NAME].value == "ru"
    for cookie in cookies.values():
        assert (cookie["max-age"], cookie["samesite"], cookie["path"]) == (YEAR, "Lax", "/")
        assert not cookie["secure"]
    assert checked(visitor) == CHOICES | {"size": "150", "language": "ru"}
    assert b"1.5" in visitor.get("/display.css").content


def test_over_tls_the_cookies_go_over_tls_only(visitor, db):
    response = visitor.post("/en/display/", CHOICES | {"language": "ru"}, secure=True)
    assert all(cookie["secure"] for cookie in response.cookies.values())


def test_the_standard_settings_leave_no_cookie(visitor, db):
    choose(visitor, language="ru")
    standard = {"size": "100", "colours": "device"}
    assert all(cookie["max-age"] == 0 for cookie in choose(visitor, **standard).values())
    choose(visitor, language="ru")
    response = visitor.post("/en/display/", {"reset": "1", "next": "/ru/news/"})
    assert response.headers["Location"] == "/ru/news/"
    assert {name: cookie["max-age"] for name, cookie in response.cookies.items()} == {
        "display": 0,
        settings.LANGUAGE_COOKIE_NAME: 0,
    }
    assert visitor.get("/display.css").content == b""


@pytest.mark.asvs("2.2.1")
@pytest.mark.parametrize("wrong", [{"size": "9000"}, {"colours": ""}, {"language": "fr"}])
def test_what_is_not_offered_is_refused_with_a_reason(wrong, visitor, db):
    response = visitor.post("/ru/display/", CHOICES | wrong | {"next": "/ru/news/"})
    html = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 200
    assert html.select(".errorlist")
    assert "display" not in response.cookies
    assert html.select_one("input[name=next]")["value"] == "/ru/news/"


@pytest.mark.parametrize(
    "target", ["/en/news/", "/ru/news/?page=2&with=en", "/zh-hans/?q=水", "/en/%0d%0aX-A:b", "/"]
)
def test_a_choice_leads_back_to_where_the_visitor_came_from(target, visitor, db):
    response = visitor.post("/en/display/", CHOICES | {"next": target})
    assert response.status_code == 302
    assert response.headers["Location"] == quote(target, safe="/?&=%:")


@pytest.mark.parametrize(
    "target",
    [
        "",
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example/",
        "http:evil.example",
        "http:///evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        " /en/",
        "\t//evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "evil.example",
        "@evil.example",
        "https://testserver@evil.example/",
        "http://testserver/en/",
        "/en/\0",
        "/" + "a" * 10_000,
    ],
)
def test_a_choice_never_leads_to_another_site(target, visitor, db):
    for button in ({}, {"reset": "1"}):
        response = visitor.post("/en/display/", CHOICES | button | {"next": target})
        assert (response.status_code, response.headers["Location"]) == (302, "/en/display/")
    shown = BeautifulSoup(visitor.get("/en/display/", {"next": target}).content, "html.parser")
    assert shown.select_one("input[name=next]")["value"] == "/en/display/"


@pytest.mark.parametrize("code", CODES)
def test_a_browser_that_refuses_cookies_is_told_so_in_its_language(code, home):
    client = Client(enforce_csrf_checks=True)
    response = client.post(f"/{code}/display/", CHOICES)
    html = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 403
    assert "cookie" in html.select_one("main").get_text().lower()
    assert html.html["lang"].lower() == code
    assert "display" not in response.cookies


def test_only_the_page_with_the_form_sets_a_cookie_for_it(visitor, some):
    form = visitor.get("/en/display/")
    assert set(form.cookies) == {settings.CSRF_COOKIE_NAME}
    assert "no-store" in form.headers["Cache-Control"]
    assert 'content="noindex"' in form.content.decode()


def test_pages_are_the_same_whatever_is_chosen(some):
    url = address(some(NewsArticle), "en")
    plain, fitted = Client(), Client()
    choose(fitted, size="200", language="ru")
    pages = [client.get(url) for client in (plain, fitted)]
    assert pages[0].content == pages[1].content
    for page in pages:
        assert not page.cookies
        assert "Cookie" not in page.headers.get("Vary", "")


# The remembered language


@pytest.mark.parametrize("code", CODES)
def test_the_bare_domain_opens_in_the_remembered_language(code, visitor, db):
    choose(visitor, language=code)
    response = visitor.get("/", headers={"accept-language": "fr,en"})
    assert response.headers["Location"] == f"/{code}/"
    assert "Cookie" in response.headers["Vary"]


@pytest.mark.parametrize("remembered", ["fr", "xx" * 500, "../admin", "ru\0", "<script>"])
def test_a_remembered_language_that_the_site_lacks_counts_for_nothing(remembered, visitor, db):
    visitor.cookies[settings.LANGUAGE_COOKIE_NAME] = remembered
    response = visitor.get("/", headers={"accept-language": "en"})
    assert (response.status_code, response.headers["Location"]) == (302, "/en/")
    assert "language" not in checked(visitor)


def test_a_deep_link_opens_in_its_own_language(visitor, some):
    visitor.cookies[settings.LANGUAGE_COOKIE_NAME] = "ru"
    response = visitor.get(address(some(NewsArticle), "en"), headers={"accept-language": "zh-CN"})
    assert response.status_code == 200
    assert '<html lang="en"' in response.content.decode()


def test_what_does_not_exist_is_said_in_the_remembered_language(visitor, home):
    visitor.cookies[settings.LANGUAGE_COOKIE_NAME] = "ru"
    response = visitor.get("/fr/", headers={"accept-language": "en"})
    assert '<html lang="ru"' in response.content.decode()
    assert "Cookie" in response.headers["Vary"]
