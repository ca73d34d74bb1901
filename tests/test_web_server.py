"""The web server in front, as it is deployed: what it keeps, for whom, and for how long."""

import gzip
import os
import re
import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.db import connection

from news.models import NewsArticle

from .measuring.places import address, in_every_language
from .measuring.server import SITE, Served, behind_nginx, free_port, production, served
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
    """The site with a database of its own; one that hangs is given up sooner."""
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
    sooner = ("proxy_read_timeout 10s;", "proxy_read_timeout 4s;")
    with served(SITE, environment) as site, behind_nginx(site.port, port, folder, sooner):
        yield Visitors(port, site, database)


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


def test_static_files_are_kept(visitors: Visitors) -> None:
    path = "/static/css/base.css"
    assert visitors.get(path).status == 200
    assert visitors.get(path).from_nginx == "nginx; hit"


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
        assert visitors.get("/en/no-copy-of-this/").status == 502
