"""The web server in front, as it is deployed: what it keeps, for whom, and for how long."""

import gzip
import json
import os
import re
import select
import shutil
import signal
import socket
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import brotli
import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection

from mep_site.media.models import SiteDocument
from news.models import NewsArticle

from .measuring.places import address, in_every_language
from .measuring.server import LOG, SITE, Served, behind_nginx, free_port, production, served
from .measuring.serving.clock import workers_of

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("nginx")]
BROWSER = "gzip, deflate, br, zstd"
# What the site, and nginx before it, may need to notice a change.
ONE_SECOND = 1.0
ASKED_AGAIN = "nginx; fwd=stale; fwd-status=304"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def from_nginx(self) -> str:
        """What nginx says of itself, after what the site has said."""
        return self.headers.get_all("Cache-Status")[-1]


@dataclass(frozen=True)
class Visitors:
    """Those who come through nginx, and what stands behind it."""

    port: int
    site: Served
    database: Path

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """An answer; headers with underscores for hyphens."""
        client = HTTPConnection("127.0.0.1", self.port, timeout=30)
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        client.request(method, path, headers=fields)
        response = client.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        client.close()
        return answer

    def signal_site(self, number: int) -> None:
        # The master first: it would start another worker in the place of one that is gone.
        for process in [self.site.master, *workers_of(self.site.master)]:
            os.kill(process, number)


@contextmanager
def site_behind_nginx(folder: Path) -> Iterator[Visitors]:
    """The site with a database of its own, once it has given its first answer.

    That one takes the longest, and on a busy machine longer than nginx waits.
    """
    port = free_port()
    database = folder / "site.sqlite3"
    sqlite3.connect(connection.settings_dict["NAME"]).execute("VACUUM INTO ?", [str(database)])
    shutil.copytree(settings.MEDIA_ROOT, folder / "media")
    environment = production(f"http://127.0.0.1:{port}") | {
        "DJANGO_SETTINGS_MODULE": f"{__package__}.settings_without_collected_files",
        "DATABASE_URL": f"sqlite:///{database}",
        "MEDIA_ROOT": str(folder / "media"),
        "SENDFILE_URL": "/allowed-uploads",
        "WEB_CONCURRENCY": "1",
    }
    with served(SITE, environment) as site, behind_nginx(site.port, port, folder):
        assert Visitors(site.port, site, database).get("/en/").status == 200
        yield Visitors(port, site, database)


def said(answer: Answer) -> dict[str, str]:
    """What a page on a failure says, by the language in which it says so."""
    page = BeautifulSoup(answer.body, "html.parser")
    return {part["lang"]: part.find(["h1", "h2"]).get_text() for part in page("section")}


@pytest.fixture(scope="module")
def visitors(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitors]:
    """Those of one site for all tests that leave it running."""
    with site_behind_nginx(tmp_path_factory.mktemp("web")) as visitors:
        yield visitors


@pytest.fixture
def path(db: None) -> str:
    """The address of an article in English."""
    return address(in_every_language(NewsArticle), "en")


def test_a_page_is_kept_and_asked_for_before_it_is_sent_again(
    visitors: Visitors, path: str
) -> None:
    first, second = visitors.get(path), visitors.get(path)
    assert (first.status, second.status) == (200, 200)
    assert second.from_nginx == ASKED_AGAIN
    assert second.body == first.body


def test_what_has_changed_is_seen_within_a_second(visitors: Visitors, path: str) -> None:
    """Also if nginx, which counts in whole seconds, has just begun one."""
    visitors.get(path)
    time.sleep(2 * ONE_SECOND - time.time() % ONE_SECOND)
    assert b"Seen by everybody" not in visitors.get(path).body
    with sqlite3.connect(visitors.database) as database:
        column, slug = "title_en", path.rstrip("/").rpartition("/")[2]
        database.execute(
            f"UPDATE core_basepage SET {column} = 'Seen by everybody' WHERE slug = ?", [slug]
        )
    time.sleep(ONE_SECOND)
    assert b"Seen by everybody" in visitors.get(path).body


def test_who_is_signed_in_gets_and_leaves_no_copy(visitors: Visitors) -> None:
    path = "/en/news/?page=2"
    assert visitors.get(path, Cookie="sessionid=x").from_nginx == "nginx; fwd=bypass"
    assert visitors.get(path).from_nginx == "nginx; fwd=uri-miss"
    assert visitors.get(path, Cookie="sessionid=x").from_nginx == "nginx; fwd=bypass"


def test_a_form_is_never_kept(visitors: Visitors) -> None:
    first, second = visitors.get("/en/display/"), visitors.get("/en/display/")
    assert {first.from_nginx, second.from_nginx} == {"nginx; fwd=uri-miss"}
    assert first.headers["Set-Cookie"] != second.headers["Set-Cookie"]


def test_the_start_leads_each_reader_to_the_own_language(visitors: Visitors) -> None:
    found = {
        code: visitors.get("/", Accept_Language=code).headers["Location"] for code in ("en", "ru")
    }
    assert found == {"en": "/en/", "ru": "/ru/"}


def test_what_varies_by_more_than_its_coding_is_not_handed_to_others(tmp_path: Path) -> None:
    port = free_port()
    application = f"{__package__}.varying_answers:application"
    with served(application, {}) as site, behind_nginx(site.port, port, tmp_path):
        visitors = Visitors(port, site, tmp_path)
        assert visitors.get("/", Accept_Language="en").body == b"en"
        time.sleep(ONE_SECOND)
        visitors.signal_site(signal.SIGKILL)
        assert visitors.get("/", Accept_Language="ru").status == 502


def test_no_copy_is_kept_of_what_stands_in_for_the_site(tmp_path: Path) -> None:
    port = free_port()
    application = f"{__package__}.answers_of_an_outage:application"
    with served(application, {}) as site, behind_nginx(site.port, port, tmp_path):
        visitors = Visitors(port, site, tmp_path)
        assert [visitors.get(path).status for path in ("/outage", "/usual")] == [200, 200]
        time.sleep(ONE_SECOND)
        visitors.signal_site(signal.SIGKILL)
        assert visitors.get("/usual").status == 200
        assert visitors.get("/outage").status == 502


# The start of requests that name another host, in ways in which servers have taken it for theirs.
MISNAMED = [
    "GET {path} HTTP/1.1\r\nHost: elsewhere.example",
    "GET {path} HTTP/1.1\r\nHost: {host}@elsewhere.example",
    "GET {path} HTTP/1.1\r\nHost: elsewhere.example@{host}",
    "GET {path} HTTP/1.1\r\nHost: {host} elsewhere.example",
    "GET {path} HTTP/1.1\r\nHost: {host}/elsewhere.example",
    "GET {path} HTTP/1.1\r\nHost: {host}\r\nHost: elsewhere.example",
    "GET {path} HTTP/1.1\r\nHost: elsewhere.example\r\nHost: {host}",
    "GET {path} HTTP/1.1\r\nHost: {host}\r\n Host: elsewhere.example",
    "GET {path} HTTP/1.1\r\nHost: {host}\r\nHost : elsewhere.example",
    "GET {path} HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-Host: elsewhere.example",
    "GET {path} HTTP/1.1\r\nHost: {host}\r\nX_Forwarded_Host: elsewhere.example",
    "GET {path} HTTP/1.1\r\nHost: {host}\r\nForwarded: host=elsewhere.example",
    "GET {path} HTTP/1.1\r\nHost: {host}\r\nScript_Name: /elsewhere.example",
    "GET {path} HTTP/1.1\r\nHost: {host}\r\nX-Original-URL: //elsewhere.example/",
    "GET http://elsewhere.example{path} HTTP/1.1\r\nHost: {host}",
    "GET http://{host}{path} HTTP/1.1\r\nHost: elsewhere.example",
    "GET //elsewhere.example{path} HTTP/1.1\r\nHost: {host}",
    "GET {path} HTTP/1.0\r\nX-Forwarded-Host: elsewhere.example",
]


@pytest.mark.parametrize("start", MISNAMED)
def test_who_names_another_host_leaves_nothing_of_it_for_others(
    visitors: Visitors, start: str
) -> None:
    path, host = "/en/feed/", f"127.0.0.1:{visitors.port}"
    with socket.create_connection(("127.0.0.1", visitors.port), timeout=30) as client:
        client.sendall(
            f"{start}\r\nConnection: close\r\n\r\n".format(path=path, host=host).encode()
        )
        misled = b"".join(iter(lambda: client.recv(65536), b"")).decode()
    assert not re.search(r"Location: *(?:https?:)?//elsewhere", misled)
    answer = visitors.get(path)
    assert answer.status == 200
    assert host in answer.body.decode()
    assert "elsewhere.example" not in f"{answer.headers}{answer.body.decode()}"


def test_a_reader_who_has_the_page_gets_no_body(visitors: Visitors, path: str) -> None:
    tag = visitors.get(path).headers["ETag"]
    known = visitors.get(path, If_None_Match=tag)
    assert (known.status, known.body) == (304, b"")
    head = visitors.get(path, "HEAD")
    assert (head.status, head.headers["ETag"], head.body) == (200, tag, b"")


@pytest.mark.parametrize(
    ("accepted", "coding", "decode"),
    [
        (BROWSER, "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("identity;q=0.5, gzip;q=1.0", "gzip", gzip.decompress),
        ("br;q=0", None, bytes),
    ],
)
def test_each_reader_gets_a_coding_that_it_takes(
    visitors: Visitors, path: str, accepted: str, coding: str | None, decode: callable
) -> None:
    plain = visitors.get(path)
    for _ in range(2):
        answer = visitors.get(path, Accept_Encoding=accepted)
        assert answer.headers["Content-Encoding"] == coding
        assert decode(answer.body) == plain.body


def test_a_dictionary_that_the_site_does_not_have_is_no_harm(visitors: Visitors, path: str) -> None:
    plain = visitors.get(path)
    answer = visitors.get(
        path, Accept_Encoding=f"{BROWSER}, dcz", Available_Dictionary=f":{'A' * 43}=:"
    )
    assert answer.headers["Content-Encoding"] == "br"
    assert brotli.decompress(answer.body) == plain.body


def test_a_picture_is_handed_out_from_the_folder_of_uploads(visitors: Visitors) -> None:
    (picture, *_) = re.findall(r"/media/images/[^\s\"]+", visitors.get("/en/").body.decode())
    for _ in range(2):
        answer = visitors.get(picture)
        assert answer.headers["Content-Type"].startswith("image/")
        assert len(answer.body) == int(answer.headers["Content-Length"])


@pytest.mark.asvs("5.3.1")
def test_an_upload_is_as_inert_as_the_site_says(visitors: Visitors, db: None) -> None:
    (picture, *_) = re.findall(r"/media/images/[^\s\"]+", visitors.get("/en/").body.decode())
    document = SiteDocument.objects.first()
    for path in (picture, document.url):
        answer = visitors.get(path)
        assert answer.status == 200
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Content-Type"] == document.content_type
    assert answer.headers["Content-Disposition"].startswith(("inline", "attachment"))


def test_static_files_are_kept(visitors: Visitors) -> None:
    path = "/static/css/base.css"
    assert visitors.get(path).status == 200
    assert visitors.get(path).from_nginx == "nginx; hit"


@pytest.mark.parametrize(
    ("prefix", "languages"), [("/ru/", {"ru"}), ("/healthz/", {"zh-Hans", "en", "ru"})]
)
def test_a_page_of_nginx_speaks_the_language_of_the_address_else_all(
    visitors: Visitors, prefix: str, languages: set[str]
) -> None:
    answer = visitors.get(f"{prefix}x/", "POST", Content_Length=str(10**9))
    assert answer.status == 413
    assert answer.headers["Cache-Control"] == "no-store"
    shown = said(answer)
    assert shown.keys() == languages
    assert shown["ru"] == "Отправленное слишком велико"


def test_an_address_that_is_too_long_to_read_is_answered_in_all_languages(
    visitors: Visitors,
) -> None:
    answer = visitors.get("/ru/" + "x" * 9_000)
    assert (answer.status, said(answer).keys()) == (414, {"zh-Hans", "en", "ru"})


def test_a_page_of_nginx_has_its_style(visitors: Visitors) -> None:
    page = BeautifulSoup(visitors.get("/en/" + "x" * 9_000).body, "html.parser")
    sheet = visitors.get(page.find("link", rel="stylesheet")["href"])
    assert (sheet.status, sheet.headers["Content-Type"]) == (200, "text/css")


def test_what_is_too_large_is_refused_before_it_is_sent(visitors: Visitors) -> None:
    """More for colleagues than for strangers."""
    told = {"Content_Length": str(2 * 1024 * 1024), "Expect": "100-continue"}
    answer = visitors.get("/en/report/", "POST", **told)
    assert answer.status == 413
    assert said(answer) == {"en": "What you have sent is too large"}
    assert visitors.get("/admin/", "POST", Content_Length=str(10**9)).status == 413


def test_what_nobody_understands_is_answered_in_all_languages(visitors: Visitors) -> None:
    with socket.create_connection(("127.0.0.1", visitors.port), 10) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: a b c\r\n\r\n")
        answer = client.makefile("rb").read().decode()
    assert answer.startswith("HTTP/1.1 400 ")
    assert "Не удалось прочитать запрос" in answer


@pytest.mark.asvs("15.2.2")
def test_one_visitor_does_not_take_all_connections(visitors: Visitors) -> None:
    """Who is slow to send is answered 429 from the hundredth and first request on."""
    with ExitStack() as stack:
        clients = [
            stack.enter_context(socket.create_connection(("127.0.0.1", visitors.port), 10))
            for _ in range(101)
        ]
        for client in clients:
            client.sendall(
                b"POST /en/report/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: 192.0.2.1\r\n"
                b"Content-Length: 100\r\nConnection: close\r\n\r\n"
            )
        refused, _, _ = select.select(clients, [], [], 10)
        assert refused
        answer = refused[0].recv(65536).decode()
        assert answer.startswith("HTTP/1.1 429 ")
        assert "Retry-After: 60" in answer
        assert "Too many requests" in answer
        assert visitors.get("/en/", X_Forwarded_For="192.0.2.2").status == 200


def test_probes_reach_the_site_and_are_not_kept(visitors: Visitors) -> None:
    for path in ("/healthz", "/readyz"):
        answer = visitors.get(path, Host="10.0.0.7")
        assert (answer.status, answer.headers["Cache-Control"]) == (200, "no-store")
        assert "Cache-Status" not in answer.headers
    assert json.loads(answer.body)["status"] == "ready"


def test_a_redirect_names_neither_port_nor_scheme(visitors: Visitors) -> None:
    """By nginx itself too, which adds a slash where its rules end in one."""
    for path in ("/documents", "/admin", "/static", "/media/documents", "/allowed-uploads"):
        answer = visitors.get(path)
        assert answer.headers["Location"] in {None, f"{path}/"}


def test_while_the_site_hangs_readers_get_what_was_public_last(
    visitors: Visitors, path: str
) -> None:
    before = visitors.get(path)
    time.sleep(ONE_SECOND)
    visitors.signal_site(signal.SIGSTOP)
    try:
        answer = visitors.get(path)
    finally:
        visitors.signal_site(signal.SIGCONT)
    assert answer.from_nginx == "nginx; hit; detail=stale-if-error"
    assert (answer.status, answer.body) == (200, before.body)


def test_when_the_site_is_gone_readers_get_what_was_public_last(tmp_path: Path, path: str) -> None:
    with site_behind_nginx(tmp_path) as visitors:
        before = visitors.get(path, Accept_Encoding=BROWSER)
        time.sleep(ONE_SECOND)
        visitors.signal_site(signal.SIGKILL)
        answer = visitors.get(path, Accept_Encoding=BROWSER)
        assert answer.from_nginx == "nginx; hit; detail=stale-if-error"
        assert (answer.status, answer.body) == (200, before.body)
        gone = visitors.get("/en/no-copy-of-this/")
        assert (gone.status, gone.headers["Retry-After"]) == (502, "10")
        assert said(gone) == {"en": "This page cannot be shown at the moment"}


@pytest.mark.asvs("4.1.3")
def test_the_site_names_a_request_as_nginx_does_and_not_as_the_visitor_says(
    visitors: Visitors,
) -> None:
    """The site logs a line of a host name that is none of its own."""
    said = "0123456789abcdef0123456789abcdef"
    before = LOG.stat().st_size
    assert (
        visitors.get("/en/search/?q=x", Host="elsewhere.example", X_Request_ID=said).status == 400
    )
    line = LOG.read_text("utf-8")[before:]
    assert re.search(r"DisallowedHost \[[0-9a-f]{32}\]", line)
    assert said not in line


@pytest.mark.asvs("13.4.3", "13.4.4")
def test_no_folder_is_listed_and_no_request_is_sent_back(visitors: Visitors) -> None:
    folders = (
        "static/",
        "static/css/",
        "media/",
        "media/images/",
        "documents/",
        "allowed-uploads/",
    )
    assert {visitors.get(f"/{folder}").status for folder in folders} == {404}
    traced = visitors.get("/en/", "TRACE", X_Secret="canary")
    assert traced.status == 405
    assert b"canary" not in traced.body


@pytest.mark.asvs("4.2.1")
@pytest.mark.parametrize(
    "told",
    [
        "Content-Length: 4\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 40",
        "Transfer-Encoding: xchunked\r\nContent-Length: 4",
        "Content-Length: 4\r\nContent-Length: 40",
    ],
)
def test_nobody_hides_a_request_in_another_one(visitors: Visitors, told: str) -> None:
    hidden = "0\r\n\r\nGET /robots.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with socket.create_connection(("127.0.0.1", visitors.port), 10) as client:
        start = f"POST /en/report/ HTTP/1.1\r\nHost: 127.0.0.1\r\n{told}\r\n\r\n"
        client.sendall((start + hidden).encode())
        answers = client.makefile("rb").read().decode()
    assert re.findall(r"HTTP/1\.1 (\d+)", answers) in (["400"], ["501"])
    assert "Disallow" not in answers
