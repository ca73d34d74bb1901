"""What every response carries, and what is refused."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from PIL import Image

from mep_site.media.models import SiteImage
from news.models import NewsArticle

from .admin_forms import errors
from .shown import show
from .test_public_pages import PAGE_TYPES

SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.asvs("3.4.3", "11.4.3")
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_a_public_page_sets_no_cookie_and_runs_nothing_inline(model, db):
    response = show(model, "en").response
    html = response.content.decode()
    policy = response.headers["Content-Security-Policy"]
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "<style" not in html
    assert " style=" not in html
    scripts = re.findall(r"<script[^>]*>", html)
    own = r'/[\w.]+\.js" integrity="sha256-[\w+/=]{44}"'
    assert {re.sub(own, '"', script) for script in scripts} == {
        '<script type="module" src="/static/js">',
        '<script type="application/ld+json">',
    }
    assert 'method="post"' not in html


# A page, the admin, a redirect, what does not exist, what is refused, files of all kinds.
ADDRESSES = [
    *("/en/", "/admin/login/", "/admin/", "/", "/en/nowhere/", "/admin/nowhere/", "/en/report/1/?"),
    *("/static/css/base.css", "/static/icons/mark.svg", "/robots.txt", "/en/feed/", "/display.css"),
    *("/data/catalogue.jsonld", "/en/calendar.ics", "/media/images/none.png", "/documents/0/none"),
]


@pytest.mark.asvs("3.4.3", "3.4.4", "3.4.5", "3.4.6", "3.7.1")
@pytest.mark.parametrize("url", ADDRESSES)
def test_every_answer_says_what_browsers_may_do_with_it(url, visitor):
    headers = visitor.get(url).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Resource-Policy"] in {"same-origin", "cross-origin"}
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert "object-src" not in headers["Content-Security-Policy"], "No plugin, by the default."


@pytest.mark.asvs("3.4.1", "12.2.1")
def test_over_tls_every_answer_insists_on_it_and_without_it_none_is_given(db, settings):
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31_536_000, True
    settings.SECURE_SSL_REDIRECT = True
    browser = Client()
    for url in ADDRESSES:
        policy = browser.get(url, secure=True).headers["Strict-Transport-Security"]
        assert policy.startswith("max-age=31536000; includeSubDomains"), url
        plain = browser.get(url)
        assert (plain.status_code, plain.headers["Location"][:8]) == (301, "https://"), url


@pytest.mark.asvs("3.4.2")
def test_scripts_of_other_sites_read_open_data_and_static_files_only(visitor, admin):
    """Whatever origin they say they are of."""
    static = {"/static/css/base.css", "/static/icons/mark.svg"}
    origin = {"Origin": "https://elsewhere.example"}
    name = "Access-Control-Allow-Origin"
    for client in (visitor, admin):
        answers = {url: client.get(url, headers=origin).headers.get(name) for url in ADDRESSES}
        assert {url: said for url, said in answers.items() if said} == dict.fromkeys(
            {"/data/catalogue.jsonld", *static}, "*"
        )


def test_a_server_that_fails_says_so_too(visitor, monkeypatch):
    monkeypatch.setattr("mep_site.home.models.HomePage.serve", None)
    visitor.raise_request_exception = False
    answer = visitor.get("/en/")
    assert answer.status_code == 500
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("url", "policy"),
    [
        ("/en/", "same-origin"),
        ("/admin/login/", "same-origin"),
        ("/static/css/base.css", "same-origin"),
        ("/static/icons/mark.svg", "cross-origin"),
        ("/en/feed/", "cross-origin"),
        ("/en/feed/news/?year=2019", "cross-origin"),
        ("/en/calendar.ics", "cross-origin"),
        ("/data/catalogue.jsonld", "cross-origin"),
    ],
)
def test_other_sites_may_show_pictures_and_load_feeds_and_data(url, policy, visitor):
    assert visitor.get(url).headers["Cross-Origin-Resource-Policy"] == policy


@pytest.mark.parametrize("url", ["/admin/login/", "/admin/", "/admin/pages/"])
def test_the_admin_runs_files_of_this_site_and_nothing_else(url, admin):
    response = admin.get(url, follow=True)
    policy = policies(response)
    assert policy["script-src"] == "'self'"
    assert policy["style-src"] == "'self'"
    (nonce,) = re.findall(r'nonce="([^"]+)"', response.content.decode())
    assert policy["style-src-elem"] == f"'self' 'nonce-{nonce}'"
    assert "unsafe" not in str(policy)
    assert "http" not in str(policy)
    again = policies(admin.get(url, follow=True))
    assert again["style-src-elem"] != policy["style-src-elem"]


def policies(response: HttpResponse) -> dict[str, str]:
    """The directives of the Content-Security-Policy of an answer."""
    policy = response.headers["Content-Security-Policy"]
    return dict(directive.split(" ", 1) for directive in policy.split("; "))


@pytest.mark.parametrize("token", ["x", "x" * 31 + "!", ""])
def test_a_cookie_that_is_no_token_brings_none_with_a_public_page(token, visitor):
    visitor.cookies["csrftoken"] = token
    answer = visitor.get("/en/")
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert visitor.get("/en/display/").cookies["csrftoken"].value not in {"", token}


@pytest.mark.asvs("3.3.2", "3.3.4")
@pytest.mark.parametrize("url", ["/en/display/", "/admin/login/"])
def test_no_script_can_read_a_cookie_that_protects(url, visitor):
    cookie = visitor.get(url).cookies["csrftoken"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.asvs("14.2.3")
def test_no_page_asks_another_host_for_anything(db):
    for model in PAGE_TYPES:
        html = show(model, "en").response.content.decode()
        for attribute in ('src="http', 'src="//', 'rel="stylesheet" href="http', "url(http"):
            assert attribute not in html


def picture(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("1", (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("huge.png", picture(20_000, 10_000)),
        ("large.png", picture(10_000, 7_000)),
        ("words.jpg", b"This is not a picture."),
        ("drawing.svg", SCRIPT),
        ("drawing.png", SCRIPT),
        ("empty.png", b""),
    ],
)
def test_a_bad_picture_is_refused_with_a_reason(name, content, editor):
    before = SiteImage.objects.count()
    response = editor.post(
        "/admin/images/add/", {"title": name, "file": SimpleUploadedFile(name, content)}
    )
    assert response.status_code == 200
    assert errors(response)
    assert SiteImage.objects.count() == before


def test_a_good_picture_is_taken(editor):
    file = SimpleUploadedFile("good.png", picture(40, 30))
    described = {"title": "Good", "description_zh_hans": "绿色方块"}
    response = editor.post("/admin/images/add/", {**described, "file": file})
    assert response.status_code == 302, errors(response)
    assert SiteImage.objects.get(title="Good").width == 40


def test_a_page_cannot_be_guarded_by_a_shared_password(admin, some):
    answer = admin.get(f"/admin/pages/{some(NewsArticle).pk}/privacy/").json()
    assert 'value="login"' in answer["html"]
    assert 'value="password"' not in answer["html"]
