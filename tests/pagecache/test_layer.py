"""What the layer answers, before an application that a test knows by heart."""

import gzip
import os
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep
from typing import Any
from wsgiref.validate import validator

import brotli
import pytest

from mep_site.pagecache import policy
from mep_site.pagecache.encodings import accepted
from mep_site.pagecache.entries import VARY
from mep_site.pagecache.layer import PageCache
from mep_site.pagecache.store import Memory

from .requests import Answer, ask, ask_in, environ_of
from .site import POLICY, REPLIES

BODY = "\n".join(f"水质公报第{n}期 – bulletin {n * 7919 % 1009}" for n in range(200)).encode()
SHARED = "max-age=0, public, s-maxage=1"
ALL = "gzip, deflate, br"


class Application:
    """Answers as it is told, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.status = "200 OK"
        self.headers = {
            "Content-Type": "text/html; charset=utf-8",
            "Cache-Control": SHARED,
            "Content-Security-Policy": "default-src 'none'",
            "Content-Length": str(len(BODY)),
        }
        self.body = BODY
        self.before: Callable[[], None] = lambda: None
        self.closed = 0

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.asked.append(environ)
        self.before()
        self.headers["Content-Length"] = str(len(self.body))
        start_response(self.status, [*self.headers.items()])
        return _Body(self, [self.body[:10], self.body[10:]])


class _Body(list):
    def __init__(self, application: Application, parts: list[bytes]) -> None:
        super().__init__(parts)
        self.application = application

    def close(self) -> None:
        self.application.closed += 1


class Setting:
    """A layer before that application, with a version that a test raises."""

    def __init__(self, capacity: int = 1_000_000) -> None:
        self.version: str | None = "1"
        self.django = Application()
        self.store = Memory(capacity)
        self.layer = PageCache(self.django, POLICY, self.store, lambda: self.version, REPLIES)

    def ask(self, url: str = "/en/", method: str = "GET", **headers: str) -> Answer:
        return ask(self.layer, url, method, **headers)

    @property
    def times(self) -> int:
        return len(self.django.asked)


@pytest.fixture
def site() -> Setting:
    return Setting()


# From memory


def test_a_page_is_rendered_once_for_each_version(site):
    whence = [site.ask().whence, site.ask().whence]
    site.version = "2"
    site.django.body = b"new"
    assert [*whence, site.ask().body, site.ask().body] == [
        "mep; fwd=miss; stored",
        "mep; hit",
        b"new",
        b"new",
    ]
    assert site.times == 2


def test_the_version_is_read_before_the_page_is_rendered(site):
    def publish() -> None:
        site.version = "2"

    site.django.before = publish
    site.ask()
    assert site.ask().whence == "mep; fwd=miss; stored"


def test_answers_carry_the_headers_that_django_gave_them(site):
    for _ in range(2):
        headers = site.ask().headers
        assert headers["Content-Security-Policy"] == "default-src 'none'"
        assert headers["Cache-Control"] == SHARED
        assert headers["Vary"] == VARY
        assert headers["Content-Length"] == str(len(BODY))


def test_each_scheme_host_path_and_query_has_its_own_answer(site):
    for url in ("/en/", "/ru/", "/en/?page=2", "/en/?page=3"):
        site.ask(url)
    site.ask(x_forwarded_proto="https")
    assert site.times == 5
    assert site.ask("/en/?page=2").whence == "mep; hit"


@pytest.mark.parametrize(
    ("accept", "coding", "decode"),
    [
        (ALL, "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0", None, bytes),
        ("nonsense;;q=,", None, bytes),
    ],
)
def test_the_body_is_written_as_its_reader_takes_it(site, accept, coding, decode):
    answers = [site.ask(accept_encoding=accept) for _ in range(3)]
    for answer in answers:
        assert answer.headers.get("Content-Encoding") == coding
        assert decode(answer.body) == BODY
        assert answer.headers["Content-Length"] == str(len(answer.body))
    assert site.times == 1


def test_a_page_that_is_asked_for_again_gets_smaller_in_the_background(site):
    first = site.ask(accept_encoding=ALL)
    site.ask(accept_encoding=ALL)
    site.layer.background.wait()
    better = site.ask(accept_encoding=ALL)
    assert len(better.body) < len(first.body)
    assert brotli.decompress(better.body) == BODY
    assert better.headers["ETag"] != first.headers["ETag"]


def test_a_page_that_is_asked_for_once_costs_no_second_compression(site):
    site.ask(accept_encoding=ALL)
    site.layer.background.wait()
    (entry,) = [site.store.get(POLICY.address(environ_of("/en/")))]
    assert set(entry.bodies) == {"", "br5"}


def test_what_a_publication_elsewhere_leaves_alone_is_not_compressed_again(site):
    site.ask(accept_encoding=ALL)
    site.ask(accept_encoding=ALL)
    site.layer.background.wait()
    before = site.ask(accept_encoding=ALL)
    site.version = "2"
    after = site.ask(accept_encoding=ALL)
    assert after.whence == "mep; fwd=miss; stored"
    assert (after.body, after.headers["ETag"]) == (before.body, before.headers["ETag"])


def test_very_short_bodies_are_sent_as_they_are(site):
    site.django.body = b"User-agent: *"
    assert "Content-Encoding" not in site.ask(accept_encoding=ALL).headers


def test_what_finds_no_room_in_the_queue_is_done_later(site, monkeypatch):
    monkeypatch.setattr(site.layer.background, "do", lambda job: False)
    for _ in range(3):
        site.ask(accept_encoding=ALL)
    monkeypatch.undo()
    site.ask(accept_encoding=ALL)
    site.layer.background.wait()
    assert site.ask(accept_encoding=ALL).headers["ETag"].endswith('-br11"')


def test_a_process_that_was_forked_compresses_by_itself(site):
    site.ask(accept_encoding=ALL)
    site.ask(accept_encoding=ALL)
    site.layer.background.wait()
    child = os.fork()
    if not child:
        try:
            for _ in range(2):
                site.ask("/ru/", accept_encoding=ALL)
            site.layer.background.wait()
            is_better = site.ask("/ru/", accept_encoding=ALL).headers["ETag"].endswith('-br11"')
            os._exit(0 if is_better else 1)
        finally:
            os._exit(2)
    assert os.waitpid(child, 0)[1] == 0


# Conditional requests


@pytest.mark.parametrize(
    "header",
    ["{tag}", "W/{tag}", '"other", {tag}', '"other" , W/{tag},"x"', "*"],
)
def test_who_has_the_page_is_told_so(site, header):
    tag = site.ask(accept_encoding=ALL).headers["ETag"]
    answer = site.ask(accept_encoding=ALL, if_none_match=header.format(tag=tag))
    assert (answer.status, answer.body) == (304, b"")
    assert answer.headers == {
        "Cache-Control": SHARED,
        "ETag": tag,
        "Vary": VARY,
        "Cache-Status": "mep; hit",
    }


@pytest.mark.parametrize("header", ['"other"', "", "W/", '"', "{bare}", '"{bare}" and more'])
def test_who_has_something_else_gets_the_page(site, header):
    bare = site.ask(accept_encoding=ALL).headers["ETag"].strip('"')
    answer = site.ask(accept_encoding=ALL, if_none_match=header.format(bare=bare))
    assert answer.status == 200


def test_a_copy_that_was_compressed_less_is_still_good(site):
    first = site.ask(accept_encoding=ALL).headers["ETag"]
    site.ask(accept_encoding=ALL)
    site.layer.background.wait()
    assert site.ask(accept_encoding=ALL).headers["ETag"] != first
    answer = site.ask(accept_encoding=ALL, if_none_match=first)
    assert (answer.status, answer.headers["ETag"]) == (304, first)


def test_a_cache_is_not_told_to_use_a_copy_that_its_reader_cannot_read(site):
    tag = site.ask(accept_encoding=ALL).headers["ETag"]
    assert site.ask(accept_encoding="gzip", if_none_match=tag).status == 200


def test_a_condition_is_answered_on_a_miss_too_and_never_reaches_django(site):
    tag = site.ask().headers["ETag"]
    site.version = "2"
    answer = site.ask(if_none_match=tag, if_modified_since="Sat, 01 Jan 2050 00:00:00 GMT")
    assert answer.status == 304
    assert not {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"} & site.django.asked[-1].keys()


@pytest.mark.parametrize(
    ("since", "status"),
    [
        ("Sun, 05 May 2019 08:00:00 GMT", 304),
        ("Mon, 06 May 2019 08:00:00 GMT", 304),
        ("Sat, 04 May 2019 08:00:00 GMT", 200),
        ("yesterday", 200),
    ],
)
def test_a_date_is_a_condition_where_the_answer_has_one(site, since, status):
    assert site.ask("/ru/", if_modified_since=since).status == 200
    site.django.headers["Last-Modified"] = "Sun, 05 May 2019 08:00:00 GMT"
    assert site.ask(if_modified_since=since).status == status
    assert site.ask(if_modified_since=since, if_none_match='"x"').status == 200


@pytest.mark.parametrize("accept", ["", ALL])
def test_head_says_what_get_says_without_the_body(site, accept):
    head = site.ask(method="HEAD", accept_encoding=accept)
    get = site.ask(accept_encoding=accept)
    assert site.times == 1
    assert head.body == b""
    assert head.headers == get.headers | {"Cache-Status": "mep; fwd=miss; stored"}


def test_a_range_is_answered_with_the_whole(site):
    for _ in range(2):
        answer = site.ask(range="bytes=0-9")
        assert (answer.status, answer.body) == (200, BODY)


def test_an_old_client_is_answered(site):
    environ = environ_of("/en/") | {"SERVER_PROTOCOL": "HTTP/1.0"}
    assert [ask_in(site.layer, dict(environ)).body for _ in range(2)] == [BODY, BODY]


def test_it_keeps_to_the_interface_between_server_and_application(site):
    site.django.headers.pop("Content-Length")
    checked = validator(PageCache(validator(site.django), POLICY, site.store, lambda: "1", REPLIES))
    for method in ("GET", "HEAD", "GET", "POST"):
        environ = environ_of("/en/", method, accept_encoding=ALL)
        del environ["HTTP_HOST"]
        ask_in(checked, environ | {"HTTP_HOST": "testserver"})


# What is not kept


@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("POST", {}),
        ("GET", {"cookie": "sessionid=abc"}),
        ("GET", {"authorization": "Bearer abc"}),
        ("GET", {"host": "elsewhere"}),
        ("GET", {"host": "testserver:8000"}),
    ],
)
def test_what_is_not_for_everybody_goes_to_django_and_is_not_kept(site, method, headers):
    for _ in range(2):
        assert site.ask("/en/", method, **headers).whence == "mep; fwd=bypass"
    assert site.times == 2
    assert site.store.size == 0


def test_somebody_who_is_known_never_gets_what_was_kept(site):
    site.ask()
    site.django.body = b"for you"
    assert site.ask(cookie="sessionid=abc").body == b"for you"
    assert site.ask().body == BODY


@pytest.mark.parametrize(
    "url", ["/en//", "//en/", "/en/?x", "/en/?page=2&page=3", "/en/?%70age=2", "/%D0%B0/"]
)
def test_odd_addresses_fill_nothing(site, url):
    for _ in range(2):
        assert site.ask(url).status == 200
    assert site.times == 2
    assert site.store.size == 0


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("404 Not Found", {}),
        ("302 Found", {"Location": "/"}),
        ("200 OK", {"Set-Cookie": "csrftoken=abc"}),
        ("200 OK", {"Cache-Control": "private"}),
        ("200 OK", {"Vary": "Cookie"}),
    ],
)
def test_an_answer_that_is_not_public_is_handed_on_as_it_is(site, status, headers):
    site.django.status = status
    site.django.headers |= headers
    first, second = site.ask(), site.ask()
    assert (first.status, first.body) == (int(status[:3]), BODY)
    assert first.headers.items() >= headers.items()
    assert [first.whence, second.whence] == ["mep; fwd=miss", "mep; fwd=bypass"]
    assert (site.store.size, site.times, site.django.closed) == (0, 2, 2)
    assert site.ask(method="HEAD").status == int(status[:3])


def test_what_was_not_public_is_asked_for_as_it_is_the_next_time(site):
    site.django.headers["Cache-Control"] = "private, no-cache"
    site.ask("/display.css")
    site.ask("/display.css", if_none_match='"x"')
    assert site.django.asked[-1]["HTTP_IF_NONE_MATCH"] == '"x"'


def test_what_was_public_and_is_not_any_more_is_forgotten(site):
    site.ask()
    site.version, site.django.status = "2", "404 Not Found"
    assert site.ask().status == 404
    site.version = None
    assert site.ask().status == 404


def test_what_is_published_after_all_is_kept_with_the_next_version(site):
    site.django.status = "404 Not Found"
    site.ask()
    site.version, site.django.status = "2", "200 OK"
    assert [site.ask().whence, site.ask().whence] == ["mep; fwd=miss; stored", "mep; hit"]


def test_what_is_too_long_is_sent_and_not_kept(site, monkeypatch):
    monkeypatch.setattr(policy, "LARGEST_BODY", len(BODY) - 1)
    for _ in range(2):
        assert site.ask().body == BODY
    assert (site.store.size, site.django.closed) == (0, 2)


# Many at once


def in_a_crowd(site: Setting, size: int = 8, **headers: str) -> list[Answer]:
    with ThreadPoolExecutor(size) as crowd:
        return list(crowd.map(lambda _: site.ask(**headers), range(size)))


def test_a_crowd_on_a_cold_page_renders_it_once(site):
    site.django.before = lambda: sleep(0.05)
    answers = in_a_crowd(site)
    assert {answer.body for answer in answers} == {BODY}
    assert site.times == 1
    assert {answer.whence for answer in answers} <= {
        "mep; fwd=miss; stored",
        "mep; fwd=miss; collapsed",
        "mep; hit",
    }


def test_those_who_wait_for_what_turns_out_private_go_on_by_themselves(site):
    site.django.before = lambda: sleep(0.05)
    site.django.headers["Cache-Control"] = "private"
    assert {answer.status for answer in in_a_crowd(site)} == {200}
    assert site.times == 8


def test_those_who_wait_for_somebody_who_fails_are_answered(site):
    def fail() -> None:
        sleep(0.05)
        if len(site.django.asked) == 1:
            raise RuntimeError

    site.django.before = fail
    with ThreadPoolExecutor(4) as crowd:
        futures = [crowd.submit(site.ask) for _ in range(4)]
    assert sorted(str(each.exception()) for each in futures) == ["", "None", "None", "None"]


def test_nobody_waits_for_ever_for_somebody_slow(site, monkeypatch):
    monkeypatch.setattr(policy, "PATIENCE", 0.05)
    has_begun, may_end = threading.Event(), threading.Event()

    def hang() -> None:
        if len(site.django.asked) == 1:
            has_begun.set()
            may_end.wait(10)

    site.django.before = hang
    with ThreadPoolExecutor(1) as slow:
        leader = slow.submit(site.ask)
        has_begun.wait(10)
        assert site.ask().body == BODY
        may_end.set()
        assert leader.result().body == BODY


def test_who_knows_of_a_publication_does_not_wait_for_what_was_begun_before(site):
    has_begun, may_end = threading.Event(), threading.Event()

    def hang() -> None:
        if len(site.django.asked) == 1:
            has_begun.set()
            may_end.wait(10)

    site.django.before = hang
    with ThreadPoolExecutor(1) as slow:
        leader = slow.submit(site.ask)
        has_begun.wait(10)
        site.version, site.django.body = "2", b"new"
        assert site.ask().body == b"new"
        may_end.set()
        leader.result()
    assert site.ask().body == b"new"


# When something is broken


def test_without_a_database_the_last_page_is_sent_and_said_to_be_old(site):
    site.ask()
    site.version = None
    answer = site.ask()
    assert (answer.status, answer.body) == (200, BODY)
    assert answer.whence == "mep; hit; ttl=-1; detail=stale-if-error"
    assert answer.headers["Age"] == "0"
    assert site.times == 1


def test_a_page_of_an_earlier_version_stands_in_for_one_that_fails(site):
    site.ask()
    site.version, site.django.status = "2", "503 Service Unavailable"
    answer = site.ask()
    assert (answer.status, answer.body) == (200, BODY)
    assert "stale-if-error" in answer.whence
    assert site.django.closed == 2
    site.django.status = "200 OK"
    assert site.ask().whence == "mep; fwd=miss; stored"


def test_a_failure_that_nothing_stands_in_for_is_handed_on_and_tried_again(site):
    site.django.status = "500 Internal Server Error"
    assert [site.ask().status, site.ask().status] == [500, 500]
    site.django.status = "200 OK"
    assert [site.ask().status, site.ask().whence] == [200, "mep; hit"]


def test_nothing_stands_in_for_longer_than_is_said(site, monkeypatch):
    site.ask()
    entry = site.store.get(POLICY.address(environ_of("/en/")))
    entry.confirmed_at = monotonic() - policy.STALE_IF_ERROR - 1
    site.version, site.django.status = None, "500 Internal Server Error"
    assert site.ask().status == 500


# Memory


def test_the_memory_is_bounded_and_what_was_asked_for_last_stays():
    site = Setting(capacity=800_000)
    for number in range(100):
        site.ask(f"/en/page-{number}/")
        site.ask("/en/")
    assert 500_000 < site.store.size <= 800_000
    assert site.ask("/en/").whence == "mep; hit"
    assert site.ask("/en/page-99/").whence == "mep; hit"
    assert site.ask("/en/page-0/").whence == "mep; fwd=miss; stored"


def test_a_walk_through_all_filters_pushes_out_no_page():
    site = Setting(capacity=800_000)
    site.ask()
    for number in range(200):
        site.ask(f"/en/?page={number}")
    assert site.ask().whence == site.ask("/en/?page=199").whence == "mep; hit"
    assert site.store.size <= 800_000


def test_nothing_takes_more_than_its_share(site):
    site.django.body = b"x" * 200_000
    assert site.ask().body == site.django.body
    assert site.store.size == 0


def test_what_is_written_in_another_way_counts(site):
    site.ask()
    before = site.store.size
    site.ask(accept_encoding=ALL)
    site.ask(accept_encoding=ALL)
    site.layer.background.wait()
    assert site.store.size > before
    site.store.clear()
    assert site.store.size == 0


def test_headers_of_all_kinds_are_remembered_within_bounds():
    for number in range(1000):
        accepted(f"gzip, x{number}")
    assert accepted.cache_info().currsize <= 256
