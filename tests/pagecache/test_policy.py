"""Who is answered from memory, for which addresses, and which answers are kept."""

import pytest

from mep_site.pagecache import policy
from mep_site.pagecache.policy import Address, is_kept, is_usual

from .requests import HOST, environ_of
from .site import POLICY

PUBLIC = "max-age=0, public, s-maxage=1"


@pytest.mark.parametrize(
    ("method", "headers", "expected"),
    [
        ("GET", {}, True),
        ("HEAD", {}, True),
        ("POST", {}, False),
        ("OPTIONS", {}, False),
        ("get", {}, False),
        ("GET", {"cookie": "display=size-150; django_language=ru"}, True),
        ("GET", {"cookie": "csrftoken=abc"}, True),
        ("GET", {"cookie": "display=size-150; sessionid=abc"}, False),
        ("GET", {"cookie": "sessionid="}, False),
        ("GET", {"cookie": 'messages="W1tdXQ"'}, False),
        ("GET", {"authorization": "Basic Og=="}, False),
        ("GET", {"range": "bytes=0-9", "accept_language": "ru", "accept_encoding": "x"}, True),
    ],
)
def test_only_what_everybody_could_ask_concerns_the_cache(method, headers, expected):
    assert POLICY.is_for_everybody(environ_of("/en/", method, **headers)) is expected


def test_a_site_below_a_path_is_left_to_django():
    assert not POLICY.is_for_everybody(environ_of("/en/") | {"SCRIPT_NAME": "/site"})


@pytest.mark.parametrize(
    ("said", "scheme"),
    [
        ({}, "http"),
        ({"x_forwarded_proto": "https"}, "https"),
        ({"x_forwarded_proto": "https, http"}, "https"),
        ({"x_forwarded_proto": "http, https"}, "http"),
        ({"x_forwarded_proto": "HTTPS"}, "http"),
        ({"x_forwarded_proto": ""}, "http"),
    ],
)
def test_the_scheme_is_the_one_that_django_sees(said, scheme, rf, settings):
    settings.SECURE_PROXY_SSL_HEADER = POLICY.https_header
    environ = environ_of("/en/", **said)
    assert POLICY.address(environ).scheme == scheme
    assert rf.request(**environ).scheme == scheme


@pytest.mark.parametrize(
    "path",
    ["/en/", "/zh-hans/news/a-2019_b/", "/robots.txt", "/sitemap-0.xml", "/en/site.webmanifest"],
)
def test_addresses_that_the_site_writes_may_be_kept(path):
    assert POLICY.may_be_kept(Address("http", HOST, path, ""))


@pytest.mark.parametrize(
    ("host", "path"),
    [
        ("elsewhere.example", "/en/"),
        ("TestServer", "/en/"),
        ("testserver:80", "/en/"),
        ("testserver.", "/en/"),
        ("", "/en/"),
        (HOST, "/en"),
        (HOST, "//en/"),
        (HOST, "/en//news/"),
        (HOST, "/en/../"),
        (HOST, "/en/news/\n"),
        (HOST, "/en/%6eews/"),
        (HOST, "/en/æ\x96°/"),
        (HOST, "/en/news;x/"),
        (HOST, "http://testserver/en/"),
        (HOST, f"/en/{'a' * 500}/"),
        (HOST, ""),
    ],
)
def test_other_spellings_are_not_kept(host, path):
    assert not POLICY.may_be_kept(Address("http", host, path, ""))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", True),
        ("page=2", True),
        ("topic=water&year=", True),
        ("topic=%E6%B0%B4", True),
        ("page=2&page=3", False),
        ("page=2&", False),
        ("&page=2", False),
        ("page", False),
        ("%70age=2", False),
        ("topic=%e6%b0%b4", False),
        ("topic=水", False),
        ("page=2;x", False),
        (f"topic={'a' * 300}", False),
    ],
)
def test_parameters_are_written_in_one_way(query, expected):
    assert is_usual(query) is expected


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        ("200 OK", {"Cache-Control": PUBLIC}, True),
        ("200 OK", {"cache-control": PUBLIC.upper(), "vary": "accept-encoding"}, True),
        ("200 OK", {}, False),
        ("200 OK", {"Cache-Control": "max-age=86400"}, False),
        ("200 OK", {"Cache-Control": "public, max-age=31536000, immutable"}, False),
        ("200 OK", {"Cache-Control": f"{PUBLIC}, private"}, False),
        ("200 OK", {"Cache-Control": f"{PUBLIC}, no-store"}, False),
        ("200 OK", {"Cache-Control": PUBLIC, "Set-Cookie": "csrftoken=abc"}, False),
        ("200 OK", {"Cache-Control": PUBLIC, "Vary": "Accept-Encoding, Cookie"}, False),
        ("200 OK", {"Cache-Control": PUBLIC, "Vary": "*"}, False),
        ("200 OK", {"Cache-Control": PUBLIC, "Content-Encoding": "br"}, False),
        ("206 Partial Content", {"Cache-Control": PUBLIC}, False),
        ("302 Found", {"Cache-Control": PUBLIC}, False),
        ("404 Not Found", {"Cache-Control": PUBLIC}, False),
        ("500 Internal Server Error", {"Cache-Control": PUBLIC}, False),
    ],
)
def test_only_answers_that_say_that_they_are_public_are_kept(status, headers, expected):
    assert is_kept(status, headers.items()) is expected


def test_what_the_layer_says_itself_is_not_taken_over():
    headers = [("Content-Length", "1"), ("etag", "x"), ("Vary", "Accept-Encoding"), ("X", "y")]
    assert policy.kept_headers(headers) == [("X", "y")]
