"""What every response carries, and what is refused."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from mep_site.media.models import SiteImage
from news.models import NewsArticle

from .admin_forms import errors
from .shown import show
from .test_public_pages import PAGE_TYPES

SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


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
    assert {re.sub(r"/[\w.]+\.js", "", script) for script in scripts} == {
        '<script type="module" src="/static/js">',
        '<script type="application/ld+json">',
    }
    assert 'method="post"' not in html


def test_the_usual_headers_are_there(visitor, home):
    headers = visitor.get("/en/").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("url", ["/admin/login/", "/admin/", "/admin/pages/"])
def test_the_admin_may_run_what_it_brings_and_nothing_from_elsewhere(url, admin):
    policy = admin.get(url, follow=True).headers["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "default-src 'none'" in policy
    assert "http" not in policy


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
